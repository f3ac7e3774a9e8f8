"""Check a document against rules and glossaries."""

from collections.abc import Callable, Iterable, Iterator

from plainspeak.check.acronym import check_acronyms
from plainspeak.check.lexicon import Lexicon
from plainspeak.check.paper import Paper
from plainspeak.check.phrase import check_phrases
from plainspeak.check.score import check_scores
from plainspeak.check.sentence import check_sentences
from plainspeak.check.style import check_style
from plainspeak.check.term import check_terms
from plainspeak.document import Span
from plainspeak.finding import Finding
from plainspeak.rules import Rule
from plainspeak.rules.rule import (
    AcronymRule,
    PhraseRule,
    RuleData,
    ScoreRule,
    SentenceRule,
    StyleRule,
    TermRule,
)

# What looks for the data of each kind. People extend PlainSpeak with files, so
# this map is the whole list.
KINDS: dict[type[RuleData], Callable[[Rule, Paper], Iterator[Finding]]] = {
    PhraseRule: check_phrases,
    TermRule: check_terms,
    AcronymRule: check_acronyms,
    SentenceRule: check_sentences,
    ScoreRule: check_scores,
    StyleRule: check_style,
}
# Kinds that speak of words, where two findings at one place would say it twice.
_OF_WORDS = (PhraseRule, TermRule, AcronymRule)

__all__ = ["KINDS", "Lexicon", "Paper", "check_paper"]


def check_paper(paper: Paper, rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return what the rules find, in reading order; overlapping words are flagged once."""
    words: list[Finding] = []
    others: list[Finding] = []
    for rule in rules:
        into = words if isinstance(rule.data, _OF_WORDS) else others
        into += KINDS[type(rule.data)](rule, paper)
    return tuple(sorted([*_longest_once(words), *others], key=_reading_order))


def _longest_once(findings: list[Finding]) -> Iterator[Finding]:
    """Of findings that overlap, keep the longest; of equals, the gravest."""
    taken: dict[int, list[Span]] = {}
    for finding in sorted(findings, key=_longest_first):
        span = finding.span
        assert span is not None
        beside = taken.setdefault(span.block, [])
        if not any(span.start < other.end and other.start < span.end for other in beside):
            beside.append(span)
            yield finding


def _longest_first(finding: Finding) -> tuple[int, int, str, Span]:
    span = finding.span
    assert span is not None
    return span.start - span.end, finding.severity.rank, finding.rule, span


def _reading_order(finding: Finding) -> tuple[Span, int, str]:
    # A score speaks of the whole paper, so it stands before the first block.
    return finding.span or Span(-1, 0, 0), finding.severity.rank, finding.rule
