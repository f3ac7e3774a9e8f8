"""Phrase rules: words that have better ones."""

from collections.abc import Iterator

from plainspeak.check.lexicon import Wording
from plainspeak.check.paper import Paper, Place
from plainspeak.check.wording import fill, with_capital_of
from plainspeak.finding import Finding
from plainspeak.language.inflect import Form
from plainspeak.rules import Rule

_AUXILIARIES = frozenset(
    """has have had having be is are was were been being am get gets got isn't aren't wasn't
    weren't hasn't haven't hadn't""".split()
)
_BASE_AFTER = frozenset(
    "to will would can could should may might must shall do does did cannot".split()
)
_REACH = 3  # words back to look for an auxiliary: "has not yet been", "was later"


def check_phrases(rule: Rule, paper: Paper) -> Iterator[Finding]:
    """Flag the words of a phrase rule, with better words in the same form."""
    for place, wording in paper.wordings.get(rule.id, ()):
        form = _form_here(wording, place)
        better = tuple(
            with_capital_of(place, wording.replacement(words, form)) for words in wording.better
        )
        offered = " or ".join(f"“{words}”" for words in better)
        yield Finding(
            rule=rule.id,
            group=rule.group,
            severity=rule.severity,
            confidence=rule.confidence,
            span=place.span,
            message=fill(rule.message, found=place.text, better=offered.strip("“”")),
            better=better,
        )


def _form_here(wording: Wording, place: Place) -> Form:
    """Choose among the forms a word can be by the words in front of it."""
    forms = wording.forms
    if len(forms) == 1:
        return forms[0]
    before = [token.norm for token in place.tokens[max(0, place.first - _REACH) : place.first]]
    after = place.tokens[place.last].norm if place.last < len(place.tokens) else ""
    if Form.BASE in forms and before and before[-1] in _BASE_AFTER:
        return Form.BASE
    if Form.PARTICIPLE in forms and (_AUXILIARIES.intersection(before) or after == "by"):
        return Form.PARTICIPLE
    return Form.BASE if Form.BASE in forms else Form.PAST
