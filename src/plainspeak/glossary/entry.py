"""One sense of a term, and the collection that finds every sense of a form."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

STALE_AFTER_DAYS = 730  # names and bodies in health and care change about that often


class Status(StrEnum):
    """How far an entry has come."""

    SUGGESTED = "suggested"
    AGREED = "agreed"
    LAY_TESTED = "lay-tested"
    RETIRED = "retired"


class TermKind(StrEnum):
    """Which of its forms a term is found in."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    PHRASE = "phrase"


class PartOfSpeech(StrEnum):
    """The part of speech that decides between an everyday sense and a special one."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"


class Nation(StrEnum):
    """A nation of the UK in which a term is used."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


class Audience(StrEnum):
    """Readers who know a term without help."""

    LAY = "lay"


@dataclass(frozen=True, slots=True)
class LayTest:
    """When, and by how many lay readers, an entry was tried."""

    date: date
    people: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One sense of a term. The fields are those of a glossary file."""

    id: str
    term: str
    means: str
    source: str
    reviewed: date
    status: Status = Status.AGREED
    stands_for: str = ""
    say_instead: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    kind: TermKind = TermKind.NOUN
    only_as: PartOfSpeech | None = None
    exact_case: bool = False
    only_near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    keep_in: tuple[str, ...] = ()
    nation: tuple[Nation, ...] = ()
    audience: tuple[Audience, ...] = ()
    valid_to: date | None = None
    replaced_by: str = ""
    lay_tested: LayTest | None = None
    area: str = ""

    @property
    def is_acronym(self) -> bool:
        """Say whether the term is a short form that stands for longer words."""
        return bool(self.stands_for)

    @property
    def is_well_known(self) -> bool:
        """Say whether at least 8 in 10 lay readers know the term without help."""
        return Audience.LAY in self.audience

    def is_stale(self, today: date | None = None) -> bool:
        """Say whether nobody has looked at the entry for two years."""
        return ((today or date.today()) - self.reviewed).days > STALE_AFTER_DAYS

    @property
    def is_retired(self) -> bool:
        """Say whether the name has ended."""
        return self.status is Status.RETIRED


@dataclass(frozen=True, slots=True)
class Glossary:
    """Entries, and the way from any written form to every sense of it."""

    entries: tuple[Entry, ...] = ()
    _senses: dict[str, tuple[Entry, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        senses: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            for form in dict.fromkeys((entry.term, *entry.also, entry.stands_for)):
                if form:
                    key = form.casefold()
                    senses[key] = (*senses.get(key, ()), entry)
        object.__setattr__(self, "_senses", senses)

    def senses(self, form: str) -> tuple[Entry, ...]:
        """Return every entry with this term, other form or full name, in any case."""
        return self._senses.get(form.casefold(), ())

    def acronym(self, form: str) -> tuple[Entry, ...]:
        """Return every acronym entry written exactly so."""
        return tuple(
            entry
            for entry in self.senses(form)
            if entry.is_acronym and form in (entry.term, *entry.also)
        )

    def laid_over(self, shipped: "Glossary") -> "Glossary":
        """Return a glossary in which these entries replace shipped ones of the same term."""
        ours = {entry.term.casefold() for entry in self.entries}
        kept = (entry for entry in shipped.entries if entry.term.casefold() not in ours)
        return Glossary(_by_id((*kept, *self.entries)))


def _by_id(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: entry.id))
