"""Acronym rules: short forms the reader is left alone with."""

from collections.abc import Iterator

from plainspeak.check.paper import Paper
from plainspeak.check.wording import fill
from plainspeak.finding import Finding
from plainspeak.rules import AcronymRule, Rule


def check_acronyms(rule: Rule, paper: Paper) -> Iterator[Finding]:
    """Flag each short form with the rule's status once, at its first use."""
    assert isinstance(rule.data, AcronymRule)
    for short in paper.short_forms:
        if short.status is not rule.data.status:
            continue
        senses = paper.lexicon.glossary.acronym(short.form)
        long = [short.expansion] if short.expansion else [entry.stands_for for entry in senses]
        offered = " or ".join(f"“{words}”" for words in dict.fromkeys(long)) or "its full words"
        yield Finding(
            rule=rule.id,
            group=rule.group,
            severity=rule.severity,
            confidence=rule.confidence,
            span=short.uses[0],
            message=fill(rule.message, found=short.form, long=offered),
            better=tuple(f"{words} ({short.form})" for words in dict.fromkeys(long)),
            entry=senses[0].id if len(senses) == 1 else None,
        )
