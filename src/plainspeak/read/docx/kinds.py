"""What each paragraph is for: heading, list item, caption and so on."""

import re
from collections.abc import Sequence
from typing import Final

from plainspeak.document import BlockKind
from plainspeak.read.docx.lists import Lists
from plainspeak.read.docx.looks import Line, body_size
from plainspeak.read.docx.styles import Style

_STRONG_LEVEL: Final = 2
# A heading may take a few strong lines: "Annex A", "The money", "2026 to 2027". More in
# a row are an address or a list of names.
_STRONG_LINES: Final = 3
# Whole paragraphs are given heading styles for the sake of their numbers: "2.1" is
# the number of a sentence as often as of a heading.
_HEADING_WORDS: Final = 30
_SENTENCE_WORDS: Final = 12
_CAPTION: Final = re.compile(r"\s*(?:table|figure|chart|graph|box)\s+\d", re.IGNORECASE)
_AHEAD: Final = 20
_BOXED: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.TABLE_CELL, BlockKind.TEXT_BOX})

Kind = tuple[BlockKind, int]


class Kinds:
    """Tells what the paragraphs of a paper are for, from styles, settings and looks."""

    __slots__ = ("_body_size", "_lines", "_lists", "_titles")

    def __init__(self, lines: Sequence[Line], lists: Lists) -> None:
        self._lines = lines
        self._lists = lists
        body = (line for line in lines if line.paragraph.place is BlockKind.PARAGRAPH)
        self._body_size = body_size(body)
        self._titles = self._opening_titles()

    def of(self, index: int) -> Kind:
        """Return the kind and level of a paragraph, given those around it."""
        line = self._lines[index]
        paragraph, style = line.paragraph, line.style
        if paragraph.contents and paragraph.place in _BOXED:
            return BlockKind.CONTENTS, 0
        if paragraph.place is not BlockKind.PARAGRAPH:
            return paragraph.place, self._list_level(style)
        in_list = style.list_id is not None
        if style.kind is BlockKind.HEADING and not _reads_as_heading(paragraph.text, in_list):
            return (
                (BlockKind.LIST_ITEM, self._list_level(style))
                if in_list
                else (BlockKind.PARAGRAPH, 0)
            )
        if index < self._titles:
            return BlockKind.TITLE, 0
        if self._stands_out(index):
            is_caption = _CAPTION.match(paragraph.text) is not None
            return (BlockKind.CAPTION, 0) if is_caption else (BlockKind.HEADING, _STRONG_LEVEL)
        is_item = style.kind is BlockKind.LIST_ITEM and in_list
        return style.kind, self._list_level(style) if is_item else style.level

    def depth(self, style: Style) -> int:
        """Return the level, from 0, of a paragraph of this style in its list."""
        if style.list_level is not None or style.list_id is None:
            return style.list_level or 0
        return self._lists.level_of(style.list_id, style.list_style)

    def _list_level(self, style: Style) -> int:
        if style.list_id is None:
            return 0
        level = self.depth(style) + 1
        # "List Bullet 3" says its level itself where its list has one level only.
        return level if style.list_level is not None else max(level, style.level)

    def _may_be_heading(self, line: Line) -> bool:
        """Say whether a strong line of this style may head a section: text, or a numbered line."""
        style = line.style
        if line.paragraph.place is not BlockKind.PARAGRAPH or line.paragraph.contents:
            return False
        if style.kind is BlockKind.LIST_ITEM:
            # "List Paragraph" without a list is plain text with an indent.
            in_list = style.list_id or ""
            return not self._lists.has_bullets(in_list, self.depth(style))
        return style.kind is BlockKind.PARAGRAPH

    def _stands_out(self, index: int) -> bool:
        """Say whether a line is strong, and heads plain text, a table or another heading."""
        if not self._is_strong(index):
            return False
        first = last = index
        while index - first < _STRONG_LINES and self._is_strong(first - 1):
            first -= 1
        while last - index < _STRONG_LINES and self._is_strong(last + 1):
            last += 1
        ahead = self._lines[last + 1 : last + _AHEAD]
        body = {BlockKind.PARAGRAPH, BlockKind.TABLE_CELL}
        heads_something = any(line.paragraph.place in body for line in ahead)
        return heads_something and (last - first < _STRONG_LINES or index == last)

    def _is_strong(self, index: int) -> bool:
        if not 0 <= index < len(self._lines):
            return False
        line = self._lines[index]
        return self._may_be_heading(line) and line.is_strong_line(self._body_size)

    def _opening_titles(self) -> int:
        """Return how many large strong lines open a paper that has no title by style."""
        if any(line.style.kind is BlockKind.TITLE for line in self._lines):
            return 0
        count = 0
        while self._is_strong(count) and self._lines[count].is_larger(self._body_size):
            count += 1
        return count if count < len(self._lines) else 0


def _reads_as_heading(text: str, in_list: bool) -> bool:
    """Say whether words in a heading style are short enough, and no sentence in a numbered list."""
    words = len(text.split())
    is_sentence = text.rstrip().endswith((".", ":", ";"))
    return words <= (_SENTENCE_WORDS if is_sentence else _HEADING_WORDS) and not (
        is_sentence and in_list
    )
