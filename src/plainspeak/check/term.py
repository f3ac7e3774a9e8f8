"""Term rules: words from the glossaries that a lay reader may not know."""

from collections.abc import Iterator

from plainspeak.check.paper import Paper, TermPlace
from plainspeak.check.wording import fill, with_capital_of
from plainspeak.finding import Confidence, Finding
from plainspeak.glossary import Entry
from plainspeak.rules import Rule, TermRule


def check_terms(rule: Rule, paper: Paper) -> Iterator[Finding]:
    """Flag the glossary terms a rule asks for: retired names, or all the others."""
    assert isinstance(rule.data, TermRule)
    for found in paper.terms:
        entries = [term.entry for term in found.senses]
        entry = entries[0]
        if entry.is_retired is not rule.data.retired or _is_left_alone(found):
            continue
        better = tuple(
            with_capital_of(found.place, found.senses[0].replacement(words))
            for words in entry.say_instead
        )
        yield Finding(
            rule=rule.id,
            group=rule.group,
            severity=rule.severity,
            confidence=rule.confidence if found.sure else Confidence.ASK,
            span=found.place.span,
            message=fill(
                rule.message,
                found=found.place.text,
                means=_meaning(entries),
                replaced_by=entry.replaced_by,
            ),
            better=better if found.sure else (),
            entry=entry.id,
        )


def _is_left_alone(found: TermPlace) -> bool:
    """Say whether the place is no term to explain: a short form, or somebody's name."""
    term = found.senses[0]
    if term.entry.is_well_known:
        return True
    if term.entry.is_acronym and not term.long:
        # Short forms have rules of their own; a retired name is still worth saying.
        return not term.entry.is_retired
    capitals = [word[:1].isupper() for word in found.place.text.split() if len(word) > 3]
    return term.long and all(capitals)


def _meaning(entries: list[Entry]) -> str:
    meanings = dict.fromkeys(entry.means for entry in entries)
    return " Or: ".join(meanings)
