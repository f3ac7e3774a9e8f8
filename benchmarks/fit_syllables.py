"""Make the list of common words whose syllables the rules get wrong.

    python3 dev.py run benchmarks.fit_syllables CMUDICT BRITFONE

CMUDICT is the file cmudict.dict and BRITFONE the file britfone.main.3.0.1.csv. The list is
written to src/plainspeak/language/syllable_exceptions.txt. It holds the words of Britfone
and of our list of common words that the rules get wrong by both files: names and rare words
of CMUdict alone are left out.
"""

import argparse
import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from plainspeak.language.familiar import common_words
from plainspeak.language.syllables import Exceptions, by_rules, mend

TARGET = Path(__file__).parents[1] / "src" / "plainspeak" / "language" / "syllable_exceptions.txt"
_HEAD = """\
# Common words with more or fewer syllables than our rules give. Made by
# benchmarks/fit_syllables.py; do not edit by hand. The counts are taken from two lists of
# pronunciations. Their licences are in the file LICENSE.
# CMUdict: Copyright (C) 1993-2015 Carnegie Mellon University. All rights reserved. (BSD licence)
# Britfone: Copyright (c) 2017 Jose Llarena (MIT licence)
"""
_VOWEL = re.compile("[aeiouɐɑɒɔəɛɜɪʊʌæ\u0329]")
# Short forms, which are spoken in full, and words nobody wants to find in a list.
_LEFT_OUT = frozenset("acc aug ave etc feb gui gzip directv arsehole bukkake cialis".split())
_VARIANT = re.compile(r"\(\d+\)$")

Counts = Mapping[str, frozenset[int]]


def american(file: Path) -> Counts:
    """Return each word of CMUdict with the numbers of syllables it may have."""
    counts: dict[str, set[int]] = defaultdict(set)
    for line in file.read_text(encoding="utf-8").splitlines():
        word, *sounds = line.split("#")[0].split()
        counts[_VARIANT.sub("", word)].add(sum(sound[-1].isdigit() for sound in sounds))
    return _words(counts)


def british(file: Path) -> Counts:
    """Return each word of Britfone with the numbers of syllables it may have."""
    counts: dict[str, set[int]] = defaultdict(set)
    for line in file.read_text(encoding="utf-8").splitlines():
        word, _, sounds = line.partition(", ")
        vowels = sum(_VOWEL.search(sound) is not None for sound in sounds.split())
        # Britfone writes the end of "area" and "usual" as one sound, which people say as two.
        weak = sum(sound in ("ɪə", "ʊə") for sound in sounds.split())
        counts[_VARIANT.sub("", word).lower()] |= {vowels, vowels + weak}
    return _words(counts)


def _words(counts: Mapping[str, set[int]]) -> Counts:
    return {
        word: frozenset(numbers)
        for word, numbers in counts.items()
        if word.isascii() and word.isalpha() and re.search("[aeiouy]", word)
    }


def either(us: Counts, uk: Counts) -> Counts:
    """Return the counts of both lists; where they disagree, either is right."""
    none: frozenset[int] = frozenset()
    return {word: us.get(word, none) | uk.get(word, none) for word in us.keys() | uk.keys()}


def fit(words: Iterable[str], us: Counts, uk: Counts) -> Exceptions:
    """Return by how much the rules are wrong on some words, those with a right stem left out."""
    right, wanted = either(us, uk), (common_words() | uk.keys()) - _LEFT_OUT
    wrong: dict[str, dict[str, int]] = {}
    shortest_first = sorted(set(words) & wanted & right.keys(), key=lambda word: (len(word), word))
    # Twice, because a word found late may be the stem of one tried before.
    for word in shortest_first * 2:
        ours = by_rules(word)
        if ours + mend(word, wrong) in right[word]:
            continue
        # As in Britain where we know it, and else as in America.
        said = uk.get(word, us.get(word, right[word]))
        nearest = min(said, key=lambda number: (abs(number - ours), number))
        wrong.setdefault(word[:3], {})[word] = nearest - ours
    return wrong


def main() -> None:
    """Fit on all words and write the list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("cmudict", type=Path)
    parser.add_argument("britfone", type=Path)
    given = parser.parse_args()
    us, uk = american(given.cmudict), british(given.britfone)
    fitted = fit(us.keys() | uk.keys(), us, uk).values()
    wrong = {word: number for group in fitted for word, number in group.items()}
    lines = [_HEAD.rstrip()]
    for number in sorted(set(wrong.values())):
        chosen = " ".join(sorted(word for word in wrong if wrong[word] == number))
        lines += [f"{number:+d} {line}" for line in textwrap.wrap(chosen, 95)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(wrong)} words in {TARGET.name}")


if __name__ == "__main__":
    main()
