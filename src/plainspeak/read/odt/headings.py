"""Which paragraphs are headings: those that say so, and strong lines that look it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from plainspeak.document import Block, BlockKind

_STRONG_LEVEL: Final = 2
_STRONG_WORDS: Final = 20
_STRONG_LINES: Final = 3
_SENTENCE_WORDS: Final = 12
_HEADING_WORDS: Final = 30
_LABEL: Final = re.compile(r"\s*(?:table|figure|chart|graph|box)\s+\d", re.IGNORECASE)
_BODY: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_CELL})


def reads_as_heading(text: str, *, numbered: bool) -> bool:
    """Say whether words in a heading style are short enough, and no sentence of their own.

    Whole paragraphs are given heading styles for the sake of their numbers.
    """
    words = len(text.split())
    is_sentence = text.rstrip().endswith((".", ":", ";"))
    return words <= (_SENTENCE_WORDS if is_sentence else _HEADING_WORDS) and not (
        is_sentence and numbered
    )


def with_strong_headings(blocks: list[Block], strong: frozenset[int]) -> Iterator[Block]:
    """Yield the blocks, with strong lines that stand over text as headings or captions."""
    heads = {number for number in strong if _may_head(blocks[number])}
    plain = _next_plain(blocks, heads)
    for number, block in enumerate(blocks):
        if number in heads and number in plain and _begins_short_run(number, heads):
            is_label = _LABEL.match(block.text) is not None
            kind = BlockKind.CAPTION if is_label else BlockKind.HEADING
            block = replace(block, kind=kind, level=0 if is_label else _STRONG_LEVEL)
        yield block


def _next_plain(blocks: list[Block], heads: set[int]) -> set[int]:
    """Return the blocks that have text or a table somewhere below them."""
    last = max(
        (at for at, block in enumerate(blocks) if block.kind in _BODY and at not in heads),
        default=0,
    )
    return set(range(last))


def _begins_short_run(number: int, heads: set[int]) -> bool:
    """Say whether a line is one of few strong ones, or the last of many."""
    first = last = number
    while number - first < _STRONG_LINES and first - 1 in heads:
        first -= 1
    while last - number < _STRONG_LINES and last + 1 in heads:
        last += 1
    return last - first < _STRONG_LINES or number == last


def _may_head(block: Block) -> bool:
    text = block.text
    bulleted = bool(block.label) and not any(map(str.isalnum, block.label))
    listed = block.kind is BlockKind.LIST_ITEM and not bulleted
    return (
        (block.kind is BlockKind.PARAGRAPH or listed)
        and not text.endswith((".", ";", ","))
        and len(text.split()) <= _STRONG_WORDS
        and any(map(str.isalpha, text))
    )
