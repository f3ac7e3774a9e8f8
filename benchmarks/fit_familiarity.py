"""Make the figures of how familiar words are, and write them into the package.

    python3 -m pip install --no-deps --target lookups spacy-lookups-data==1.0.5
    apt-get install scowl    # Debian, version 2020.12.07
    python3 dev.py run benchmarks.fit_familiarity lookups/spacy_lookups_data/data SETS [--write]

SETS is the folder with the sets ``word-complexity-lexicon`` and ``britfone``. What goes in:

* ratings: the Word Complexity Lexicon, 15,180 words rated 1 to 6 by up to 11 people (MIT);
* use: the word probabilities of spacy-lookups-data, counted by Explosion on comments of
  the whole world's English speakers (MIT), with British and American spellings added up;
* British usage: the size levels of SCOWL's English and British lists, whose lower levels
  come from the UK English Wordlist With Frequency Classification (permissive), and the
  words of Britfone, chosen for their use in the British National Corpus (MIT);
* our own list of everyday British words, ``british_words.txt``.

Least squares over the rated words give each word an expected rating. A word that people
rated gets the mean of both, weighed by how far the raters and the expectation are off.
"""

import argparse
import gzip
import json
import math
import random
import re
import statistics
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from benchmarks.fitting import folds, held_back, least_squares, predict, spearman
from plainspeak.language.familiar import STEPS, bases, british, look_up

SCOWL = Path("/usr/share/dict/scowl")
HERE = Path(__file__).resolve()
OURS = HERE.parents[1] / "src/plainspeak/language/familiarity.txt"
SEED, FOLDS = 4, 10
RAREST = 2e-9  # a rate below what the counts can tell
TOP_LEVEL = 60  # SCOWL: words of at least two of twelve dictionaries
KNOWN, UNKNOWN = 1.4, 4.8  # the ratings that stand for a familiarity of 1 and 0
SLACK = 0.07  # a word that its base or spelling tells this exactly is left out
# Who knows a word knows its plural, however seldom that is used.
SLACK_ABOVE = 0.25
FAINT = 0.16  # below this a word is as good as unknown
EVERYDAY = 0.7  # the least for a word of ``british_words.txt``
_WORD = re.compile(r"[a-z]+")
HEAD = """\
# Familiarity of words: a step from 0 (unknown) to 50 (everyone knows it), and the words on it.
# Made by benchmarks/fit_familiarity.py from the Word Complexity Lexicon, copyright (c) 2024
# Mounica Maddela, MIT licence; spacy-lookups-data, copyright (c) 2019 ExplosionAI GmbH, MIT
# licence; SCOWL, copyright 2000-2018 Kevin Atkinson; Britfone, MIT licence. See LICENSE.
"""


class Sources(NamedTuple):
    """What is known of words: people's ratings, rates of use, size levels, British words."""

    ratings: dict[str, list[int]]
    rates: dict[str, float]
    levels: dict[str, int]
    britfone: frozenset[str]


def read_sources(lookups: Path, sets: Path, scowl: Path = SCOWL) -> Sources:
    """Read all sources, in small letters."""
    rates: dict[str, float] = defaultdict(float)
    with gzip.open(lookups / "en_lexeme_prob.json.gz", "rt", encoding="utf-8") as file:
        for word, probability in json.load(file).items():
            rates[word.lower()] += math.exp(probability)
    ratings = read_ratings(sets)
    for american, ours in _pairs(scowl):
        # Both spellings get the use and the ratings of both.
        rates[american] = rates[ours] = rates.get(american, 0) + rates.get(ours, 0)
        both = ratings.get(american, []) + ratings.get(ours, [])
        if both:
            ratings[american] = ratings[ours] = both
    table = (sets / "britfone/britfone.main.3.0.1.csv").read_text(encoding="utf-8")
    spoken = frozenset(re.findall(r"^([\w'-]+)", table.lower(), re.MULTILINE))
    return Sources(ratings, dict(rates), _levels(scowl), spoken)


def read_ratings(sets: Path) -> dict[str, list[int]]:
    """Return every rating of each word of the Word Complexity Lexicon."""
    found: dict[str, list[int]] = defaultdict(list)
    lexicon = sets / "word-complexity-lexicon/word_complexity_lexicon/lexicon_annotations.tsv"
    for line in lexicon.read_text(encoding="utf-8").splitlines():
        word, *ratings = line.split("\t")
        found[word.lower()] += [int(rating) for rating in ratings if int(rating) > 0]
    return {word: ratings for word, ratings in found.items() if ratings}


def _levels(scowl: Path) -> dict[str, int]:
    found: dict[str, int] = {}
    kinds = ("words", "upper", "proper-names", "contractions")
    for region in ("english", "british", "british_variant_1"):
        for path in (path for kind in kinds for path in scowl.glob(f"{region}-{kind}.*")):
            level = int(path.suffix[1:])
            for word in _words(path):
                found[word] = min(level, found.get(word, 99))
    return found


def _words(path: Path) -> Iterator[str]:
    return map(str.lower, path.read_text(encoding="iso-8859-1").split())


def _pairs(scowl: Path) -> Iterator[tuple[str, str]]:
    """Yield American spellings, each with the British one of the same word."""
    ours, theirs = (
        {word for path in scowl.glob(f"{region}*-words.*") for word in _words(path)}
        for region in ("british", "american")
    )
    both = {word for path in scowl.glob("english-words.*") for word in _words(path)}
    for word in sorted(theirs | both):
        twice = (way for once in british(word) for way in (once, *british(once)))
        spelling = next((way for way in twice if way in ours and way not in both), word)
        if spelling != word:
            yield word, spelling


def facts(word: str, sources: Sources) -> list[float]:
    """Return what the expected rating is made from."""
    own, family = (
        max(math.log(sources.rates.get(way, 0) + RAREST) for way in ways)
        for ways in ((word,), (word, *bases(word)))
    )
    level = min(sources.levels.get(word, 80), 80)
    return [own, family, own * own, level / 10, float(word in sources.britfone)]


def expect(sources: Sources) -> tuple[dict[str, float], list[float]]:
    """Return the rating of every word that is in a list, and the weights behind it."""
    rated = sorted(sources.ratings)
    means = [statistics.fmean(sources.ratings[word]) for word in rated]
    rows = [facts(word, sources) for word in rated]
    weights = least_squares(rows, means, -math.inf)
    off = statistics.fmean(
        (mean - predict(weights, row)) ** 2 for mean, row in zip(means, rows, strict=True)
    )
    within = statistics.fmean(
        statistics.variance(ratings) for ratings in sources.ratings.values() if len(ratings) > 1
    )
    listed = {word for word, level in sources.levels.items() if level <= TOP_LEVEL}
    found = {word: predict(weights, facts(word, sources)) for word in sorted(listed | {*rated})}
    for word, mean in zip(rated, means, strict=True):
        trust = len(sources.ratings[word]) * max(off - within / 6, 0.1) / within
        found[word] = (found[word] + trust * mean) / (1 + trust)
    return found, weights


def thin_out(ratings: Mapping[str, float], rated: Container[str]) -> dict[str, float]:
    """Return the familiarity of each word but those that others tell."""
    lines = HERE.with_name("british_words.txt").read_text(encoding="utf-8").splitlines()
    everyday = {word for line in lines if line[0] != "#" for word in line.split()}
    table: dict[str, float] = {}
    for word in sorted({*ratings, *everyday}, key=lambda word: (len(word), word)):
        known = (UNKNOWN - ratings.get(word, UNKNOWN)) / (UNKNOWN - KNOWN)
        if not everyday.isdisjoint((word, *bases(word))):
            known = max(known, EVERYDAY)
        known = round(min(known, 1.0) * STEPS) / STEPS
        above = look_up(word, table) - known
        told = -SLACK <= above <= (SLACK if word in rated else SLACK_ABOVE)
        if known >= FAINT and not told and _WORD.fullmatch(word):
            table[word] = known
    return table


def held_back_correlation(sources: Sources) -> float:
    """Return Spearman's with the ratings of words that the weights have not seen."""
    rated = sorted(sources.ratings)
    means = [statistics.fmean(sources.ratings[word]) for word in rated]
    rows = [facts(word, sources) for word in rated]
    fold = folds(rated, FOLDS, SEED)
    return spearman(means, held_back(rows, means, fold, -math.inf))


def main() -> None:
    """Fit, print what came out, and write the file if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lookups", type=Path)
    parser.add_argument("sets", type=Path)
    parser.add_argument("--scowl", type=Path, default=SCOWL)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    sources = read_sources(options.lookups, options.sets, options.scowl)
    print(f"rated words, held back in {FOLDS} folds: {held_back_correlation(sources):.3f}")
    ratings, weights = expect(sources)
    print("weights", [round(weight, 4) for weight in weights])
    table = thin_out(ratings, sources.ratings)
    print(f"{len(ratings):,} words, {len(table):,} kept")
    print("some:", random.Random(SEED).sample(sorted(table.items()), 12))
    if options.write:
        steps: dict[int, list[str]] = defaultdict(list)
        for word, known in sorted(table.items()):
            steps[round(known * STEPS)].append(word)
        lines = (f"{step} {' '.join(words)}\n" for step, words in sorted(steps.items()))
        OURS.write_text(HEAD + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
