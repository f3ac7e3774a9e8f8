"""The readability formulas, each fed with counts: its source, its unit and its range.

All but Flesch's ease and LIX give a school year of the United States, where a child
of six is in year 1. Texts can fall outside the range a formula was made for; then
its number says no more than "very easy" or "very hard".
"""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are fed: totals over the sentences that were scored.

    ``letters`` counts letters and figures. ``polysyllables`` are words of three
    syllables or more; ``complex_words`` leaves out of those the names and the words
    that have three only by an ending. ``long_words`` have over six letters.
    ``unfamiliar`` are words that few lay readers are sure to know. ``over_20`` and
    ``over_25`` are sentences with more words than that.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    letters: int = 0
    polysyllables: int = 0
    complex_words: int = 0
    long_words: int = 0
    unfamiliar: int = 0
    over_20: int = 0
    over_25: int = 0


def flesch_reading_ease(counts: Counts) -> float:
    """Return Flesch's reading ease: about 0 (very hard) to 100 (very easy), no unit.

    R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948).
    """
    syllables = 84.6 * counts.syllables / counts.words
    return 206.835 - 1.015 * counts.words / counts.sentences - syllables


def flesch_kincaid_grade(counts: Counts) -> float:
    """Return the Flesch-Kincaid grade: a school year, about 0 to 18.

    J. P. Kincaid and others, Research Branch Report 8-75, US Navy (1975).
    """
    syllables = 11.8 * counts.syllables / counts.words
    return 0.39 * counts.words / counts.sentences + syllables - 15.59


def smog_grade(counts: Counts) -> float:
    """Return the SMOG grade: a school year, about 5 to 18, made for 30 sentences or more.

    G. H. McLaughlin, SMOG grading: a new readability formula, Journal of Reading 12
    (1969), in the exact form of his regression.
    """
    return 1.0430 * math.sqrt(counts.polysyllables * 30 / counts.sentences) + 3.1291


def gunning_fog(counts: Counts) -> float:
    """Return the fog index: a school year, about 6 to 17.

    R. Gunning, The technique of clear writing (1952): names, and words that reach
    three syllables only by -es, -ed or -ing, are not counted as complex.
    """
    complex_share = 100 * counts.complex_words / counts.words
    return 0.4 * (counts.words / counts.sentences + complex_share)


def automated_readability_index(counts: Counts) -> float:
    """Return the automated readability index: a school year, about 1 to 14.

    R. J. Senter and E. A. Smith, AMRL-TR-66-220, US Air Force (1967).
    """
    return 4.71 * counts.letters / counts.words + 0.5 * counts.words / counts.sentences - 21.43


def coleman_liau_index(counts: Counts) -> float:
    """Return the Coleman-Liau index: a school year, about 1 to 16.

    M. Coleman and T. L. Liau, A computer readability formula designed for machine
    scoring, Journal of Applied Psychology 60 (1975).
    """
    letters = 100 * counts.letters / counts.words
    sentences = 100 * counts.sentences / counts.words
    return 0.0588 * letters - 0.296 * sentences - 15.8


def dale_chall(counts: Counts) -> float:
    """Return the Dale-Chall score: 4.9 or less is for year 4, 9.0 or more for college.

    E. Dale and J. S. Chall, A formula for predicting readability, Educational Research
    Bulletin 27 (1948). Their list of 3,000 words is not free to share, and is of
    American children of the 1940s; our own measure of familiar words stands in for it.
    """
    share = 100 * counts.unfamiliar / counts.words
    raw = 0.1579 * share + 0.0496 * counts.words / counts.sentences
    return raw + 3.6365 if share > 5 else raw


def linsear_write(counts: Counts) -> float:
    """Return the Linsear Write score: a school year, about 4 to 18.

    J. O'Hayre, Gobbledygook has gotta go, US Bureau of Land Management (1966): 1 for
    an easy word and 3 for a hard one, over the sentences, halved; here over all of
    the text and not over 100 words of it.
    """
    points = counts.words + 2 * counts.polysyllables
    raw = points / counts.sentences
    return raw / 2 if raw > 20 else raw / 2 - 1


def lix(counts: Counts) -> float:
    """Return the LIX: about 20 (very easy) to 60 (very hard), no unit.

    C. H. Björnsson, Läsbarhet (1968): words of a sentence plus the percentage of
    words over six letters.
    """
    return counts.words / counts.sentences + 100 * counts.long_words / counts.words


# In the order they are shown. The names are those of the wire form.
FORMULAS = {
    "flesch-reading-ease": flesch_reading_ease,
    "flesch-kincaid-grade": flesch_kincaid_grade,
    "smog-grade": smog_grade,
    "gunning-fog": gunning_fog,
    "automated-readability-index": automated_readability_index,
    "coleman-liau-index": coleman_liau_index,
    "dale-chall": dale_chall,
    "linsear-write": linsear_write,
    "lix": lix,
}
# The reading age is a range over the formulas that agree best with each other and
# with the unit of a school year. The others measure something else, or run high.
OF_READING_AGE = (
    "flesch-kincaid-grade",
    "automated-readability-index",
    "coleman-liau-index",
)
YEARS_OLDER = 5  # a child in year 1 in the United States is six


def scores(counts: Counts) -> dict[str, float]:
    """Return every score by name, rounded to one decimal place."""
    found = {name: round(formula(counts), 1) for name, formula in FORMULAS.items()}
    found["reading-age"] = round(max(found["flesch-kincaid-grade"], 0.0) + YEARS_OLDER, 1)
    found["words-per-sentence"] = round(counts.words / counts.sentences, 1)
    found["share-over-20"] = round(100 * counts.over_20 / counts.sentences, 1)
    found["share-over-25"] = round(100 * counts.over_25 / counts.sentences, 1)
    return found


def reading_age(found: dict[str, float]) -> tuple[float, float]:
    """Return the lowest and highest UK reading age that the chosen formulas give."""
    ages = [max(found[name], 0.0) + YEARS_OLDER for name in OF_READING_AGE]
    return min(ages), max(ages)
