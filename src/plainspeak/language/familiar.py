"""How many people know a word, and the common words of English.

The figures come from people's ratings of 15,180 words and from how often words are
used, with British and American spellings counted as one. ``benchmarks/fit_familiarity.py``
makes them, and says how.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import repeat

from plainspeak.language.words import norm

STEPS = 50  # the file holds familiarity in fiftieths
_LONGEST = 40  # longer ones are addresses or noise
_DERIVED = 0.85  # "unpaid" is a little harder than "paid"

_PARTS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")

# Ending, and what stands in its place in the word that was inflected.
_ENDINGS = (
    ("ies", "y"),
    ("es", ""),
    ("s", ""),
    ("ied", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ier", "y"),
    ("er", ""),
    ("er", "e"),
    ("iest", "y"),
    ("est", ""),
    ("est", "e"),
)
# Words made from other words; a reader who knows the one can work out the other.
_DERIVATIONS = (("ily", "y"), ("bly", "ble"), ("ly", ""), ("ness", ""), ("less", ""))
_PREFIXES = ("non", "un", "re", "pre", "over", "mis")

# American spellings, each with the British one the figures are kept under. Tried only
# on words that have no figure of their own.
_BRITISH = tuple(
    (re.compile(american), british)
    for american, british in (
        (r"iz(e[ds]?|ers?|ing|ations?|able)$", r"is\1"),
        (r"yz(e[ds]?|ers?|ing)$", r"ys\1"),
        (r"(?<=..)or(s|ed|ing|able|abl[ey]|ful|hoods?|less|ites?)?$", r"our\1"),
        (r"ter(s?)$", r"tre\1"),
        (r"tered$", "tred"),
        (r"log(s?)$", r"logue\1"),
        (r"ens(es?)$", r"enc\1"),
        (r"(?<=[aeiou])l(ed|ing|ers?|or)$", r"ll\1"),
        (r"ll(s|ments?|ful)?$", r"l\1"),
        (r"emi(a|as|c)$", r"aemi\1"),
        (r"he(m|mo[a-z]+|ma[a-z]+)$", r"hae\1"),
        (r"p(a?)ed(i|o)", r"paed\2"),
        (r"nesth", "naesth"),
        (r"gynec", "gynaec"),
        (r"rrhe", "rrhoe"),
        (r"^(?=e(?:soph|dem|str))", "o"),
        (r"fetus|fetal", lambda found: "foet" + found.group()[3:]),
        (r"gment", "gement"),
        (r"gram(s?)$", r"gramme\1"),
        (r"^gray", "grey"),
        (r"(?<=m)ol(?=[dt])", "oul"),
        (r"plow", "plough"),
        (r"inum$", "inium"),
        (r"zy$", "sy"),
    )
)


@cache
def common_words() -> frozenset[str]:
    """Return some 12,000 common English words in small letters, read once when first asked for."""
    return frozenset(line for line in _lines("common_words.txt") if not line.startswith("#"))


@lru_cache(maxsize=65536)
def familiarity(word: str) -> float:
    """Return how familiar a word is, from 0 (unknown) to 1 (everyone knows it).

    At 0.5 people rate a word halfway between simple and complex. Inflected forms that
    have no figure of their own take the one of their base, and American spellings that
    of the British one. Words joined by hyphens are as hard as their hardest part;
    figures are known to all.
    """
    plain = norm(word)
    if len(plain) > _LONGEST:
        return 0.0
    parts = _PARTS.findall(plain)
    known = look_up("-".join(parts), _table()) if len(parts) > 1 else 0.0
    # A single letter belongs to a number ("£1.5m") or a name, and says nothing.
    return known or min((look_up(part, _table()) for part in parts if len(part) > 1), default=1.0)


def look_up(word: str, table: Mapping[str, float]) -> float:
    """Return the figure of a word in small letters, or of what it is made from; 0 for none."""
    if word.endswith("n't"):
        return 1.0
    stem, mark, rest = word.partition("'")
    if mark and len(stem) < 2:
        stem = rest  # "o'clock", "d'you"
    if stem in table:
        return table[stem]
    if len(stem) < 4:
        return 0.0
    known = max((table.get(base, 0.0) for base in bases(stem)), default=0.0)
    known = known or max((_respelt(way, table) for way in british(stem)), default=0.0)
    return known or _DERIVED * max(
        (table.get(source, 0.0) for source in _sources(stem)), default=0.0
    )


def _respelt(word: str, table: Mapping[str, float]) -> float:
    return table.get(word) or max((table.get(base, 0.0) for base in bases(word)), default=0.0)


def bases(word: str) -> Iterator[str]:
    """Yield what a word may be an inflected form of, in small letters: "planned" of "plan"."""
    for ending, instead in _ENDINGS:
        if word.endswith(ending):
            base = word[: -len(ending)] + instead
            if len(base) >= 3:
                yield base
            if not instead and len(base) > 3 and base[-1] == base[-2]:
                yield base[:-1]


def british(word: str) -> Iterator[str]:
    """Yield the British spellings that an American one may stand for: "colour" for "color"."""
    for pattern, instead in _BRITISH:
        changed, number = pattern.subn(instead, word, count=1)
        if number:
            yield changed


def _sources(word: str) -> Iterator[str]:
    for ending, instead in _DERIVATIONS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            yield word[: -len(ending)] + instead
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 4:
            yield word.removeprefix(prefix)


@cache
def _table() -> dict[str, float]:
    """Read the figures: each line is a step, and the words that stand on it."""
    table: dict[str, float] = {}
    for line in _lines("familiarity.txt"):
        step, _, words = line.partition(" ")
        if step != "#":
            table.update(zip(words.split(), repeat(int(step) / STEPS)))
    return table


def _lines(name: str) -> list[str]:
    return files("plainspeak.language").joinpath(name).read_text(encoding="utf-8").splitlines()
