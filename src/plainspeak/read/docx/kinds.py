"""What each paragraph is for: heading, list item, caption and so on."""

import re
from typing import Final

from lxml import etree

from plainspeak.document import BlockKind
from plainspeak.read.docx import names as names
from plainspeak.read.docx.names import is_on, value
from plainspeak.read.docx.styles import Style, Styles, settings_level
from plainspeak.read.docx.walk import Paragraph

_BOLD_LEVEL: Final = 2
_BOLD_WORDS: Final = 12
# Whole paragraphs are given heading styles for the sake of their numbers: "2.1" is
# the number of a sentence as often as of a heading.
_HEADING_WORDS: Final = 30
_SENTENCE_WORDS: Final = 12
_LABEL: Final = re.compile(r"\s*(?:table|figure|chart|graph|box)\s+\d", re.IGNORECASE)

Kind = tuple[BlockKind, int]


class Kinds:
    """Tells what paragraphs are for, from their styles, settings and looks."""

    __slots__ = ("_bullets", "_styles")

    def __init__(self, styles: Styles, numbering: etree._Element | None) -> None:
        self._styles = styles
        self._bullets = _bullets(numbering)

    def of(self, paragraph: Paragraph, following: Paragraph | None) -> Kind:
        """Return the kind and level of a paragraph, given the next one of the body."""
        in_body = paragraph.place in {
            BlockKind.PARAGRAPH, BlockKind.TABLE_CELL, BlockKind.TEXT_BOX
        }  # fmt: skip
        if paragraph.contents and in_body:
            return BlockKind.CONTENTS, 0
        if paragraph.place is not BlockKind.PARAGRAPH:
            return paragraph.place, 0
        style = self._style(paragraph)
        in_list = style.list_id is not None
        if style.kind is BlockKind.HEADING and not _reads_as_heading(paragraph.text, in_list):
            return (BlockKind.LIST_ITEM, style.level) if in_list else (BlockKind.PARAGRAPH, 0)
        if self._may_be_heading(style) and self._stands_out(paragraph, following):
            is_label = _LABEL.match(paragraph.text) is not None
            return (BlockKind.CAPTION, 0) if is_label else (BlockKind.HEADING, _BOLD_LEVEL)
        return style.kind, style.level

    def _style(self, paragraph: Paragraph) -> Style:
        settings = next(paragraph.element.iterchildren(*names.PARAGRAPH_SETTINGS), None)
        if settings is None:
            return self._styles.paragraph(None)
        named = next(settings.iterchildren(*names.PARAGRAPH_STYLE), None)
        style = self._styles.paragraph(None if named is None else value(named))
        return settings_level(settings, style)

    def _may_be_heading(self, style: Style) -> bool:
        """Say whether a bold line of this style may head a section: text, or a numbered line."""
        if style.kind is BlockKind.LIST_ITEM:
            numbered = style.list_id is not None and style.list_id not in self._bullets
            return numbered and style.level == 1
        return style.kind is BlockKind.PARAGRAPH

    def _stands_out(self, paragraph: Paragraph, following: Paragraph | None) -> bool:
        text = paragraph.text.strip()
        return (
            following is not None
            and not text.endswith((".", ";", ","))
            and len(text.split()) <= _BOLD_WORDS
            and any(map(str.isalpha, text))
            and self._is_bold(paragraph)
            and (following.place is BlockKind.TABLE_CELL or not self._is_bold(following))
        )

    def _is_bold(self, paragraph: Paragraph) -> bool:
        by_style = self._style(paragraph).bold or False
        runs = (piece.element.getparent() for piece in paragraph.pieces if piece.text.strip())
        return all(run is not None and self._is_bold_run(run, by_style) for run in runs)

    def _is_bold_run(self, run: etree._Element, by_style: bool) -> bool:
        bold = by_style
        for settings in run.iterchildren(*names.RUN_SETTINGS):
            for child in settings.iterchildren(*names.RUN_STYLE, *names.BOLD):
                if child.tag in names.BOLD:
                    return is_on(child)
                of_style = self._styles.run(value(child)).bold
                bold = bold if of_style is None else of_style
        return bold


def _reads_as_heading(text: str, in_list: bool) -> bool:
    """Say whether words in a heading style are short enough, and no sentence in a numbered list."""
    words = len(text.split())
    is_sentence = text.rstrip().endswith((".", ":", ";"))
    return words <= (_SENTENCE_WORDS if is_sentence else _HEADING_WORDS) and not (
        is_sentence and in_list
    )


def _bullets(root: etree._Element | None) -> frozenset[str]:
    """Return the ids of the lists whose first level has bullets, not numbers."""
    if root is None:
        return frozenset()
    bulleted = {
        value(abstract, "abstractNumId")
        for abstract in root.iterchildren(*names.w("abstractNum"))
        if _has_bullets(abstract)
    }
    return frozenset(
        value(number, "numId") or ""
        for number in root.iterchildren(*names.w("num"))
        for link in number.iterchildren(*names.w("abstractNumId"))
        if value(link) in bulleted
    )


def _has_bullets(abstract: etree._Element) -> bool:
    level = next(abstract.iterchildren(*names.w("lvl")), None)
    formats = () if level is None else level.iterchildren(*names.w("numFmt"))
    return any(value(number_format) in {"bullet", "none"} for number_format in formats)
