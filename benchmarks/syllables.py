"""Count how often the syllables of a word are exact, and print it beside other counters.

    python3 dev.py run benchmarks.syllables CMUDICT BRITFONE [FOLDER]

CMUDICT is the file cmudict.dict and BRITFONE the file britfone.main.3.0.1.csv. Ten times, the
list of exceptions is made from nine tenths of the words, and tried on the rest. A count is
exact where either file has it. FOLDER has papers: their running words are counted, each by
the exceptions that were made without it. Figures, short forms in capitals and words
that neither file has cannot be judged here, and their share is printed.
"""

import argparse
import re
import time
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.fit_syllables import Counts, american, british, either, fit
from plainspeak import PaperError, read
from plainspeak.language.syllables import by_rules, mend, syllables
from plainspeak.language.words import words

FOLDS = 10
RUNNING = 127_000  # words of the longest paper we plan for
Way = Callable[[str], int]


def _fold(word: str) -> int:
    return zlib.crc32(word.encode()) % FOLDS


def held_out(us: Counts, uk: Counts) -> dict[str, int]:
    """Return the syllables of every word, by exceptions made without its tenth of the words."""
    every = us.keys() | uk.keys()
    found: dict[str, int] = {}
    for fold in range(FOLDS):
        exceptions = fit((word for word in every if _fold(word) != fold), us, uk)
        tried = (word for word in every if _fold(word) == fold)
        found |= {word: by_rules(word) + mend(word, exceptions) for word in tried}
    return found


def _hyphens(language: str) -> Way:
    places = import_module("pyphen").Pyphen(lang=language).positions
    return lambda word: len(places(word)) + 1


def others() -> dict[str, Way]:
    """Return other ways to count: groups of vowels, and pyphen where it is installed."""
    groups = re.compile("[aeiouy]+")
    counters: dict[str, Way] = {"vowel groups": lambda word: len(groups.findall(word)) or 1}
    if find_spec("pyphen"):
        counters |= {f"pyphen {language}": _hyphens(language) for language in ("en_GB", "en_US")}
    return counters


def running_words(folder: Path) -> tuple[Counter[str], Counter[str]]:
    """Return how often each word stands in the papers: plain words in small letters, and others."""
    plain: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for path in sorted(folder.iterdir()):
        try:
            document = read(path)
        except PaperError:
            continue
        for word in (word for block in document.blocks for word in words(block.text)):
            if word.isascii() and word.isalpha() and (word[1:].islower() or len(word) == 1):
                plain[word.lower()] += 1
            else:
                other[word] += 1
    return plain, other


def exact(count: Way, right: Counts, weights: Mapping[str, int]) -> float:
    """Return the share of words, by weight, that a way to count gets exactly right."""
    hits = sum(weight for word, weight in weights.items() if count(word) in right[word])
    return 100 * hits / sum(weights.values())


def _row(name: str, right: Counts, weights: Mapping[str, int], ways: dict[str, Way]) -> None:
    shares = "".join(f"{exact(count, right, weights):16.2f}" for count in ways.values())
    print(f"{name:<32}{len(weights):>8}{shares}")


def _speed(running: Counter[str]) -> None:
    text = [word for word, number in running.items() for _ in range(number)]
    text = text[:: max(1, len(text) // RUNNING)][:RUNNING]
    for word in text:
        syllables(word)
    start = time.perf_counter()
    total = sum(syllables(word) for word in text)
    print(f"{len(text)} words, {total} syllables in {time.perf_counter() - start:.3f} s when warm")


def main() -> None:
    """Print one row for each set of words and one column for each way to count."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("cmudict", type=Path)
    parser.add_argument("britfone", type=Path)
    parser.add_argument("folder", type=Path, nargs="?")
    given = parser.parse_args()
    us, uk = american(given.cmudict), british(given.britfone)
    right, unseen = either(us, uk), held_out(us, uk)
    ways: dict[str, Way] = {
        "ours, held out": unseen.__getitem__,
        "ours": syllables,
        "rules only": by_rules,
    }
    ways |= others()
    print(f"{'exact, %':<32}{'words':>8}" + "".join(f"{name:>16}" for name in ways))
    _row("CMUdict, by either", right, dict.fromkeys(us, 1), ways)
    _row("Britfone, by either", right, dict.fromkeys(uk, 1), ways)
    _row("Britfone, by Britfone alone", uk, dict.fromkeys(uk, 1), ways)
    if given.folder:
        plain, other = running_words(given.folder)
        known = {word: number for word, number in plain.items() if word in right}
        _row("running words, by either", right, known, ways)
        british_known = {word: number for word, number in known.items() if word in uk}
        _row("running words, by Britfone alone", uk, british_known, ways)
        total = plain.total() + other.total()
        print(
            f"{total} running words: {sum(known.values()) / total:.1%} judged, "
            f"{(plain.total() - sum(known.values())) / total:.1%} in neither file, "
            f"{other.total() / total:.1%} figures, short forms and joined words"
        )
        _speed(plain + other)


if __name__ == "__main__":
    main()
