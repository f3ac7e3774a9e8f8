"""The languages that a paper's paragraphs are marked with, where it is not English."""

import re
from collections import Counter
from typing import Final

from lxml import etree

from plainspeak.read.docx import names as names
from plainspeak.read.docx.looks import Line
from plainspeak.read.docx.names import value
from plainspeak.read.docx.package import Package
from plainspeak.read.docx.styles import Styles

_TAG: Final = re.compile("([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE)
# Marks that name no language.
_NONE: Final = frozenset({"zxx", "und", "mul"})
_ENGLISH: Final = frozenset("the and of to for with that this from by are was".split())
_ENGLISH_SHARE: Final = 0.1
_WORD: Final = re.compile(r"[^\W\d_]+")


class Languages:
    """Tells the language of paragraphs. Most papers have no mark but English, and cost nothing."""

    __slots__ = ("_by_style", "_has_marks", "_package", "_styles")

    def __init__(self, package: Package, styles: Styles) -> None:
        self._package = package
        self._styles = styles
        self._by_style = any(map(primary, styles.languages))
        self._has_marks: dict[str, bool] = {}

    def of(self, line: Line) -> str:
        """Return the language most of a paragraph is marked with, or "" for English or none."""
        if not self._by_style and not self._part_has_marks(line.paragraph.part):
            return ""
        signs: Counter[str] = Counter()
        by_style = primary(line.style.language)
        for piece in line.paragraph.pieces:
            run = piece.element.getparent()
            marked = by_style if run is None else self._of_run(run, by_style)
            signs[marked] += len(piece.text.strip())
        language, count = signs.most_common(1)[0] if signs else ("", 0)
        if not language or 2 * count <= signs.total() or _is_english(line.paragraph.text):
            return ""
        return language

    def _part_has_marks(self, part: str) -> bool:
        if part not in self._has_marks:
            root = self._package.tree(part)
            marks = () if root is None else root.iter(*names.LANGUAGE)
            self._has_marks[part] = any(primary(value(mark)) for mark in marks)
        return self._has_marks[part]

    def _of_run(self, run: etree._Element, by_style: str) -> str:
        language = by_style
        for settings in run.iterchildren(*names.RUN_SETTINGS):
            for child in settings.iterchildren(*names.RUN_STYLE, *names.LANGUAGE):
                if child.tag in names.LANGUAGE:
                    return primary(value(child))
                of_style = self._styles.run(value(child)).language
                language = language if of_style is None else primary(of_style)
        return language


def primary(tag: str | None) -> str:
    """Return the language of a tag, "cy" of "cy-GB"; "" for English and for no language."""
    found = _TAG.fullmatch(tag or "")
    language = found[1].lower() if found else ""
    return "" if language == "en" or language in _NONE else language


def _is_english(text: str) -> bool:
    """Say whether a text is plainly English. Word's marks are often left over from elsewhere."""
    words = _WORD.findall(text.lower())
    found = [word for word in words if word in _ENGLISH]
    return len(set(found)) > 1 and len(found) >= _ENGLISH_SHARE * len(words)
