"""A second opinion on PDFs that PDFium refuses: the lines as pdfminer.six reads them."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from statistics import median
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTContainer, LTPage, LTTextLine

from plainspeak.read.pdf.lines import Page
from plainspeak.read.pdf.sheet import Line
from plainspeak.read.pdf.text import BROKEN, clean, unreadable_share

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)


def read_pages(data: bytes, most_pages: int) -> list[Page]:
    """Return the pages of a damaged PDF, as far as pdfminer.six can find them.

    Sorting boxes by how they flow is what makes pdfminer slow: it is left off.
    """
    sheets = extract_pages(BytesIO(data), maxpages=most_pages, laparams=LAParams(boxes_flow=None))
    return [_page(sheet, number) for number, sheet in enumerate(sheets, start=1)]


def read_some(data: bytes, numbers: Sequence[int]) -> list[Page]:
    """Return only the pages with these numbers."""
    sheets = extract_pages(
        BytesIO(data),
        page_numbers=[number - 1 for number in numbers],
        laparams=LAParams(boxes_flow=None),
    )
    return [_page(sheet, number) for sheet, number in zip(sheets, numbers, strict=False)]


def _page(sheet: LTPage, number: int) -> Page:
    found = [
        line for row, item in enumerate(_text_lines(sheet)) if (line := _line(item, number, row))
    ]
    unreadable = unreadable_share("\n".join(line.text for line in found)) > 0.1
    if unreadable:
        found = [line for line in found if unreadable_share(line.text) <= 0.1]
    picture = not found and not unreadable and any(True for _ in sheet)
    return Page(number, sheet.width, sheet.height, tuple(found), unreadable, picture)


def _text_lines(item: LTContainer[Any]) -> Iterator[LTTextLine]:
    for part in item:
        if isinstance(part, LTTextLine):
            yield part
        elif isinstance(part, LTContainer):
            yield from _text_lines(part)


def _line(item: LTTextLine, number: int, row: int) -> Line | None:
    characters = [part for part in item if isinstance(part, LTChar)]
    text = clean(item.get_text())
    if not text or not characters:
        return None
    # pdfminer has no mark for a broken word: a hyphen after a letter is taken for one.
    if re.search(r"[^\W\d_]-$", text):
        text = text[:-1] + BROKEN
    size = median(character.size for character in characters)
    bold = all(_BOLD.search(character.fontname) for character in characters)
    return Line(text, number, row, item.x0, item.x1, item.y0, size, bold)
