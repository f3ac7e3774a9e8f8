"""How hard a sentence or passage is to read, on the scale of people's ratings.

The score is what people would be expected to say of a sentence, from 1 to 6:

1. everyday words in a few short phrases;
2. simple sentences on everyday matters;
3. clear text that most people read with ease;
4. longer or less usual: a reader has to slow down;
5. dense or expert: hard without knowledge of the subject;
6. very hard even for expert readers.

These steps are those of the people who rated 2,526 English sentences for ReadMe++
(T. Naous and others, EMNLP 2024), who went by the six levels of the Common European
Framework, A1 to C2. The score adds up a few things that can be counted. Their weights
are in ``difficulty_weights.toml``, and ``benchmarks/fit_difficulty.py`` fits them; none
is negative, so that each thing counted can only make a sentence harder. What the score
cannot see: whether the text is right, in order, or of use to its reader.
"""

import math
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from plainspeak.language.familiar import familiarity
from plainspeak.language.words import words

EASIEST, HARDEST = 1.0, 6.0
# Below these a word is less usual, unfamiliar to some, and unfamiliar to many.
_BANDS = (0.6, 0.5, 0.4)
# A name stands for itself: "Mr Olusoga" is no harder than a word people half know.
_NAME = 0.5
_FEW_LETTERS = 10  # a word or two
_JOINS = frozenset(
    """after although as because before if since that though unless until when where whereas
    whether which while who whom whose""".split()
)

# What is counted, in the order of ``features``, and what a report calls it.
FEATURES = {
    "letters": "length",
    "less-usual-words": "unfamiliar words",
    "unfamiliar-words": "unfamiliar words",
    "hard-words": "unfamiliar words",
    "mean-unfamiliarity": "unfamiliar words",
    "the": "nouns strung together",
    "of": "nouns strung together",
    "joins": "clauses joined together",
}


def difficulty(text: str) -> float:
    """Return how hard a sentence is, from 1 (easiest) to 6; text without words is 1."""
    return difficulty_of(words(text))


def difficulty_of(sentence: Sequence[str]) -> float:
    """Return how hard a sentence is that has been cut into its words."""
    if not sentence:
        return EASIEST
    base, weights = _weights()
    score = base + sum(map(float.__mul__, weights, features(sentence)))
    return min(max(score, EASIEST), HARDEST)


def passage_difficulty(sentences: Iterable[str]) -> float:
    """Return how hard a passage is: the mean over its words of how hard their sentences are."""
    total = weighed = 0.0
    for sentence in sentences:
        found = words(sentence)
        total += len(found)
        weighed += len(found) * difficulty_of(found)
    return weighed / total if total else EASIEST


def explain(text: str) -> tuple[tuple[str, float], ...]:
    """Return what makes a sentence hard, the most first, with what each adds to the score.

    The parts and the base (``base()``) add up to the difficulty, before it is kept
    between 1 and 6.
    """
    found = words(text)
    if not found:
        return ()
    adds = dict.fromkeys(FEATURES.values(), 0.0)
    for name, weight, value in zip(FEATURES, _weights()[1], features(found), strict=True):
        adds[FEATURES[name]] += weight * value
    return tuple(sorted(adds.items(), key=lambda part: -part[1]))


def base() -> float:
    """Return the score that the parts of ``explain`` are added to."""
    return _weights()[0]


def features(sentence: Sequence[str]) -> list[float]:
    """Return what is counted of the words of a sentence, in the order of ``FEATURES``.

    Counts go in as logarithms: the tenth hard word adds less than the first.
    """
    if not sentence:
        return [0.0] * len(FEATURES)
    unknown, letters, *counts = map(sum, zip(*map(_facts, sentence), strict=True))
    values = [math.log1p(letters / _FEW_LETTERS), *map(math.log1p, counts)]
    values.insert(4, unknown / len(sentence))
    return values


@lru_cache(maxsize=65536)
def _facts(word: str) -> tuple[float, ...]:
    """Return what one word adds to each count; how unknown it is stands first."""
    known = familiarity(word)
    if known < _NAME and word[:1].isupper() and not word.isupper():
        known = _NAME
    plain = word.lower()
    less, some, many = (known < band for band in _BANDS)
    return (1 - known, len(word), less, some, many, plain == "the", plain == "of", plain in _JOINS)


@cache
def _weights() -> tuple[float, tuple[float, ...]]:
    text = files("plainspeak").joinpath("difficulty_weights.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    return float(table["base"]), tuple(float(table["weights"][name]) for name in FEATURES)
