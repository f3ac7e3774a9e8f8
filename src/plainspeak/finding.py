"""What a rule has to say about one place in a paper."""

from dataclasses import dataclass
from enum import StrEnum

from plainspeak.document import Span


class Severity(StrEnum):
    """How much a finding matters to a lay reader."""

    MUST = "must"
    SHOULD = "should"
    CONSIDER = "consider"

    @property
    def rank(self) -> int:
        """Return 0 for the gravest, so that sorting puts it first."""
        return list(Severity).index(self)


class FailOn(StrEnum):
    """The least severity that stops a paper."""

    MUST = "must"
    SHOULD = "should"
    CONSIDER = "consider"
    NEVER = "never"


class Confidence(StrEnum):
    """How sure the finding is. Only ``sure`` ones may stop a paper."""

    SURE = "sure"
    LIKELY = "likely"
    ASK = "ask"


class Group(StrEnum):
    """What a finding is about."""

    JARGON = "jargon"
    ACRONYM = "acronym"
    WORDY = "wordy"
    SENTENCE = "sentence"
    PERSON = "person"
    STRUCTURE = "structure"
    CONFIDENTIAL = "confidential"
    HIDDEN = "hidden"
    ACCESSIBLE = "accessible"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a paper where a rule has something to say.

    ``better`` holds wordings that could stand there instead, best first.
    ``entry`` is the id of the glossary entry behind it, if there is one. ``span``
    is None only for a finding about the whole paper, such as a score.
    """

    rule: str
    group: Group
    severity: Severity
    confidence: Confidence
    span: Span | None
    message: str
    better: tuple[str, ...] = ()
    entry: str | None = None
