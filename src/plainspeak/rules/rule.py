"""A rule as values: who says so, why, and the data of its kind."""

from dataclasses import dataclass
from enum import StrEnum

from plainspeak.finding import Confidence, Group, Severity


class Kind(StrEnum):
    """The kinds of rule there are."""

    PHRASE = "phrase"
    TERM = "term"
    ACRONYM = "acronym"
    SENTENCE = "sentence"
    SCORE = "score"
    STYLE = "style"


class Inflect(StrEnum):
    """Which word of a phrase changes its form."""

    VERB = "verb"
    NOUN = "noun"
    NONE = "none"


class AcronymStatus(StrEnum):
    """What a paper does with a short form. The words of the wire form."""

    UNDEFINED = "undefined"
    DEFINED = "defined"
    LATE = "late"
    WELL_KNOWN = "well-known"
    INITIALS = "initials"
    NAME = "name"
    CODE = "code"
    SHOUTING = "shouting"


class Unit(StrEnum):
    """What a sentence rule measures: words of a sentence, sentences of a paragraph, or items."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"
    LIST = "list"


class Measure(StrEnum):
    """A score that a rule may set a limit on."""

    LONG_SHARE = "share-over-25"
    READING_AGE = "reading-age"
    READING_EASE = "flesch-reading-ease"
    GRADE = "flesch-kincaid-grade"


class Style(StrEnum):
    """A turn of style that hides who does what."""

    NOMINALISATION = "nominalisation"
    NOUN_STRING = "noun-string"
    DOUBLE_NEGATIVE = "double-negative"


@dataclass(frozen=True, slots=True)
class PhraseRule:
    """Words to avoid with better ones, best first; none at all means: leave them out."""

    swaps: tuple[tuple[str, tuple[str, ...]], ...]
    inflect: Inflect
    keep_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TermRule:
    """Terms of the glossaries: the retired ones, or all the others."""

    retired: bool


@dataclass(frozen=True, slots=True)
class AcronymRule:
    """Short forms with one status."""

    status: AcronymStatus


@dataclass(frozen=True, slots=True)
class SentenceRule:
    """Something longer than ``over`` and, if ``up_to`` is given, no longer than that."""

    unit: Unit
    over: int
    up_to: int | None = None


@dataclass(frozen=True, slots=True)
class ScoreRule:
    """A score beyond a limit."""

    measure: Measure
    over: float | None = None
    under: float | None = None


@dataclass(frozen=True, slots=True)
class StyleRule:
    """A turn of style, found by patterns and not by a list of words."""

    finds: Style


RuleData = PhraseRule | TermRule | AcronymRule | SentenceRule | ScoreRule | StyleRule


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a paper and the words a rule flags in it: none, where it leaves it alone.

    A score speaks of the whole text, so its example only says that it flags.
    """

    text: str
    flags: bool
    at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """What to look for, how much it matters, and why."""

    id: str
    group: Group
    severity: Severity
    confidence: Confidence
    message: str
    why: str
    source: str
    data: RuleData
    examples: tuple[Example, ...] = ()
