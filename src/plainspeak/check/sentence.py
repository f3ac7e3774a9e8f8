"""Sentence rules: sentences, paragraphs and lists that are too long to hold in mind."""

from collections.abc import Iterator

from plainspeak.check.paper import Paper
from plainspeak.check.wording import fill
from plainspeak.document import Block, BlockKind, Span
from plainspeak.finding import Finding
from plainspeak.language.sentences import sentence_spans
from plainspeak.language.words import words
from plainspeak.readability import PROSE, is_sentence
from plainspeak.rules import Rule, SentenceRule, Unit


def check_sentences(rule: Rule, paper: Paper) -> Iterator[Finding]:
    """Flag what is longer than the rule's limit, and no longer than its upper one."""
    assert isinstance(rule.data, SentenceRule)
    most = rule.data.up_to
    for span, count in _LENGTHS[rule.data.unit](paper):
        if count <= rule.data.over or (most is not None and count > most):
            continue
        yield Finding(
            rule=rule.id,
            group=rule.group,
            severity=rule.severity,
            confidence=rule.confidence,
            span=span,
            message=fill(rule.message, count=str(count), over=str(rule.data.over)),
        )


def _sentences(paper: Paper) -> Iterator[tuple[Span, int]]:
    """Yield each sentence of the prose with its number of words."""
    for block in paper.read_blocks:
        if block.kind not in PROSE:
            continue
        for start, end in sentence_spans(block.text):
            text = block.text[start:end]
            length = len(words(text))
            if is_sentence(text, length):
                yield Span(block.number, start, end), length


def _paragraphs(paper: Paper) -> Iterator[tuple[Span, int]]:
    """Yield each paragraph with its number of sentences."""
    for block in paper.read_blocks:
        if block.kind is BlockKind.PARAGRAPH:
            spans = sentence_spans(block.text)
            if spans:
                yield Span(block.number, spans[0][0], spans[-1][1]), len(spans)


def _lists(paper: Paper) -> Iterator[tuple[Span, int]]:
    """Yield the first item of each list with the number of items at its own level."""
    run: list[Block] = []
    for block in (*paper.read_blocks, None):
        if block is not None and block.kind is BlockKind.LIST_ITEM:
            run.append(block)
            continue
        if run:
            top = min(item.level for item in run)
            first = run[0]
            yield Span(first.number, 0, len(first.text)), sum(item.level == top for item in run)
        run = []


_LENGTHS = {Unit.SENTENCE: _sentences, Unit.PARAGRAPH: _paragraphs, Unit.LIST: _lists}
