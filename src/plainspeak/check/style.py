"""Style rules: turns of phrase that hide who does what."""

from collections.abc import Iterator

from plainspeak.check.paper import Paper
from plainspeak.check.wording import fill
from plainspeak.document import Span
from plainspeak.finding import Finding
from plainspeak.language.patterns import double_negatives, nominalisations, noun_strings
from plainspeak.readability import PROSE
from plainspeak.rules import Rule, Style, StyleRule

_FINDS = {
    Style.NOMINALISATION: nominalisations,
    Style.NOUN_STRING: noun_strings,
    Style.DOUBLE_NEGATIVE: double_negatives,
}


def check_style(rule: Rule, paper: Paper) -> Iterator[Finding]:
    """Flag a turn of style in the prose of a paper."""
    assert isinstance(rule.data, StyleRule)
    find = _FINDS[rule.data.finds]
    for block in paper.read_blocks:
        if block.kind not in PROSE:
            continue
        for start, end in find(block.text):
            yield Finding(
                rule=rule.id,
                group=rule.group,
                severity=rule.severity,
                confidence=rule.confidence,
                span=Span(block.number, start, end),
                message=fill(rule.message, found=block.text[start:end]),
            )
