"""How a paragraph looks on the page: bold, underlined or large from end to end, or plain."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import Final

from lxml import etree

from plainspeak.read.docx import names as names
from plainspeak.read.docx.names import is_on, value
from plainspeak.read.docx.paragraph import Paragraph
from plainspeak.read.docx.styles import Style, Styles, half_points, settings_level

_LINE_WORDS: Final = 20
# The size of the text is known well enough from this many paragraphs.
_SAMPLE: Final = 300
_LARGER: Final = 1.15
_ADDRESS: Final = re.compile(r"\S@\S|www\.|://")
_LINK: Final = names.w("hyperlink")


class Line:
    """A paragraph with its style, and with its looks once somebody asks for them."""

    __slots__ = ("_is_strong", "_size", "_styles", "paragraph", "style")

    def __init__(self, paragraph: Paragraph, styles: Styles) -> None:
        self.paragraph = paragraph
        self.style = _style(paragraph, styles)
        self._styles = styles
        self._is_strong: bool | None = None
        self._size: int | None = None

    @property
    def size(self) -> int:
        """The size of its smallest letters, in half points."""
        if self._size is None:
            sizes = (self._size_of(run) for run in self._runs() if run is not None)
            self._size = min(sizes, default=self._styles.default_size)
        return self._size

    def is_larger(self, body: int) -> bool:
        """Say whether all of it is larger than the text of the paper."""
        return self.size >= body * _LARGER

    @property
    def is_strong(self) -> bool:
        """Say whether it is bold, or underlined, from end to end."""
        if self._is_strong is None:
            self._is_strong = self._all_strong()
        return self._is_strong

    def is_strong_line(self, body: int) -> bool:
        """Say whether it is a short line, strong or larger than the text, and no sentence."""
        text = self.paragraph.text.strip()
        return (
            not text.endswith((".", ";", ","))
            and len(text.split()) <= _LINE_WORDS
            and any(map(str.isalpha, text))
            and not _ADDRESS.search(text)
            and (self.is_strong or self.is_larger(body))
        )

    def _runs(self) -> list[etree._Element | None]:
        return [piece.element.getparent() for piece in self.paragraph.pieces if piece.text.strip()]

    def _size_of(self, run: etree._Element) -> int:
        size = self.style.size
        for settings in run.iterchildren(*names.RUN_SETTINGS):
            for child in settings.iterchildren(*names.RUN_STYLE, *names.SIZE):
                if child.tag in names.SIZE:
                    size = half_points(value(child)) or size
                else:
                    size = self._styles.run(value(child)).size or size
        return size or self._styles.default_size

    def _all_strong(self) -> bool:
        runs = self._runs()
        return any(
            all(run is not None and self._has(run, mark) for run in runs)
            for mark in (names.BOLD, names.UNDERLINE)
        )

    def _has(self, run: etree._Element, mark: frozenset[str]) -> bool:
        is_bold = mark is names.BOLD
        if not is_bold and _is_link(run):
            return False
        on = (self.style.bold if is_bold else self.style.underlined) or False
        for settings in run.iterchildren(*names.RUN_SETTINGS):
            for child in settings.iterchildren(*names.RUN_STYLE, *mark):
                if child.tag in mark:
                    return is_on(child)
                style = self._styles.run(value(child))
                of_style = style.bold if is_bold else style.underlined
                on = on if of_style is None else of_style
        return on


def body_size(lines: Iterable[Line]) -> int:
    """Return the size of most letters of a paper's text, in half points."""
    sizes: Counter[int] = Counter()
    for line in islice(lines, _SAMPLE):
        sizes[line.size] += len(line.paragraph.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _style(paragraph: Paragraph, styles: Styles) -> Style:
    settings = next(paragraph.element.iterchildren(*names.PARAGRAPH_SETTINGS), None)
    if settings is None:
        return styles.paragraph(None)
    named = next(settings.iterchildren(*names.PARAGRAPH_STYLE), None)
    style = styles.paragraph(None if named is None else value(named))
    return settings_level(settings, style)


def _is_link(run: etree._Element) -> bool:
    around = run.getparent()
    return around is not None and around.tag in _LINK
