"""The lines of a PDF page as PDFium reads them: words, place, size and weight."""

import ctypes
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median, median_low

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plainspeak.read.pdf.text import BROKEN, BROKEN_MARKS, clean, unreadable_share

_CHUNK = re.compile(f"[^\r\n{BROKEN_MARKS}]+[{BROKEN_MARKS}]?")
_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
_BOLD = re.compile(r"bold|black|heavy|demi|-medi$|cmbx|cmssbx", re.IGNORECASE)
# Numbers that may be the raised mark of a note: after a word or a full stop.
_NOTE_MARK = re.compile(
    r"(?:(?<=[A-Za-z]{3})|(?<=[.,;:)”’])) ?(\d{1,3}(?:[,–-]\d{1,3})*)(?=[\s.,;:)]|$)"
)
# A number, letter or bullet at the start of a line, which a wide gap may follow.
_MARK = re.compile(r"\W{1,2}|\(?\w{1,3}[.)]|\d{1,2}(\.\d{1,2})+\.?|o")

# A gap this many times the type size parts two cells; a narrower one does so
# only where the other gaps of the line are much narrower still.
_WIDE, _NOTABLE = 1.5, 0.8


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page, or the part of one between two wide gaps.

    Parts of one line share a ``row``. A text that ends with ``BROKEN`` goes on
    in the middle of a word. Places are in points from the bottom left corner.
    """

    text: str
    page: int
    row: int
    left: float
    right: float
    base: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its lines in the order of the file, and what could not be read."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    unreadable: bool = False
    picture: bool = False
    damaged: bool = False


def read_page(page: pdfium.PdfPage, number: int, limit: int) -> tuple[Page, int]:
    """Return a page and the count of its characters; no lines when over the limit."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > limit:
            return Page(number, width, height, ()), count
        text = textpage.get_text_range() if count else ""
        lines = tuple(_Sheet(page, textpage, text, count, number).lines()) if text.strip() else ()
    finally:
        textpage.close()
    unreadable = unreadable_share(text) > 0.1
    if unreadable:
        lines = tuple(line for line in lines if unreadable_share(line.text) <= 0.1)
    shown = sum(len(line.text) for line in lines)
    picture = shown < 50 and not unreadable and _has_picture(page, width * height, shown)
    return Page(number, width, height, lines, unreadable, picture), count


def _has_picture(page: pdfium.PdfPage, area: float, shown: int) -> bool:
    """Tell whether a page with few words shows something else.

    With no words, any image or drawing counts. Beside a stamp or a page number,
    only an image over half of the page does: such a page is a scan.
    """
    for item in page.get_objects(max_depth=3):
        if not shown and item.type != raw.FPDF_PAGEOBJ_TEXT:
            return True
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            if (right - left) * (top - bottom) > area / 2:
                return True
    return False


class _Sheet:
    """The characters of one page, with their places as a reader sees the page."""

    def __init__(
        self, page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, text: str, count: int, number: int
    ) -> None:
        self.number = number
        self.text = text
        self.handle = textpage.raw
        self.places = None if count == len(text) else self._char_places()
        self.turn = page.get_rotation() // 90
        self.frame = page.get_bbox()
        self.rect = raw.FS_RECTF()
        self.matrix = raw.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.font = ctypes.create_string_buffer(128)
        self.flags = ctypes.c_int()

    def lines(self) -> Iterator[Line]:
        """Yield the lines of the page in the order of the file, cut at wide gaps."""
        row = 0
        for chunk in _CHUNK.finditer(self.text):
            start = chunk.start() + len(chunk[0]) - len(chunk[0].lstrip())
            end = chunk.start() + len(chunk[0].rstrip())
            broken = chunk[0][-1] in BROKEN_MARKS
            last: Line | None = None
            for first, stop in self._parts(start, end - broken):
                line = self._line(row, first, stop, broken=broken and stop == end - broken)
                if line is None:
                    continue
                # PDFium may run on from a raised sign into the next line.
                if last is not None and line.left < last.left:
                    row += 1
                last = replace(line, row=row)
                yield last
            row += 1

    def _line(self, row: int, start: int, end: int, *, broken: bool) -> Line | None:
        places = self._samples(start, end)
        styles = [self._style(place) for place in places]
        size = median_low(size for size, _ in styles)
        base = median_low(self._origin(place) for place in places)
        text = clean(self._words(start, end, size, base))
        if not text:
            return None
        left, right = self._box(start)[0], self._box(end - 1)[2]
        bold = all(bold for _, bold in styles)
        text += BROKEN if broken else ""
        return Line(text, self.number, row, left, max(left, right), base, size, bold)

    def _samples(self, start: int, end: int) -> set[int]:
        """Return places spread over a line, none on a space: PDFium gives those no size."""
        last = end - 1
        spread = (start + (last - start) * quarter // 4 for quarter in range(5))
        return {
            next(place for place in range(at, end) if not self.text[place].isspace())
            for at in spread
        }

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where to cut a line into parts, at gaps too wide for a space."""
        gaps = []
        for match in _GAP.finditer(self.text, start, end):
            width = self._box(match.end())[0] - self._box(match.start() - 1)[2]
            gaps.append((width, match))
        if not gaps:
            return [(start, end)] if start < end else []
        size = median_low(self._style(place)[0] for place in self._samples(start, end))
        usual = median(width for width, _ in gaps) if len(gaps) > 2 else size * 0.3
        cuts = [start]
        for width, match in gaps:
            wide = width > _WIDE * size or width > max(_NOTABLE * size, 2.5 * usual)
            marked = wide and _MARK.fullmatch(self.text, start, match.start())
            if (wide and not marked) or width < -2 * size:
                cuts += [match.start(), match.end()]
        cuts.append(end)
        return list(zip(cuts[::2], cuts[1::2], strict=True))

    def _words(self, start: int, end: int, size: float, base: float) -> str:
        """Return the text between two places without the raised numbers of notes."""
        text = self.text[start:end]
        for match in reversed(list(_NOTE_MARK.finditer(text))):
            place = start + match.start(1)
            if self._style(place)[0] < 0.8 * size and self._origin(place) > base + 0.15 * size:
                text = text[: match.start()] + text[match.end() :]
        return text

    def _at(self, place: int) -> int:
        return place if self.places is None else self.places[place]

    def _char_places(self) -> Sequence[int]:
        """Return PDFium's number for each character.

        PDFium counts characters that it leaves out of the text, and counts a
        character outside the basic plane as two.
        """
        places, unit = [], 0
        for character in self.text:
            places.append(max(0, raw.FPDFText_GetCharIndexFromTextIndex(self.handle, unit)))
            unit += 2 if character > "\uffff" else 1
        return places

    def _style(self, place: int) -> tuple[float, bool]:
        index = self._at(place)
        raw.FPDFText_GetMatrix(self.handle, index, self.matrix)
        scale = (self.matrix.c**2 + self.matrix.d**2) ** 0.5
        size = raw.FPDFText_GetFontSize(self.handle, index) * scale
        raw.FPDFText_GetFontInfo(self.handle, index, self.font, 128, self.flags)
        name = self.font.value.decode("utf-8", "replace")
        bold = raw.FPDFText_GetFontWeight(self.handle, index) >= 600 or bool(_BOLD.search(name))
        return round(size, 2) or 1.0, bold

    def _origin(self, place: int) -> float:
        raw.FPDFText_GetCharOrigin(self.handle, self._at(place), self.x, self.y)
        return self._seen(self.x.value, self.y.value)[1]

    def _box(self, place: int) -> tuple[float, float, float, float]:
        rect = self.rect
        raw.FPDFText_GetLooseCharBox(self.handle, self._at(place), rect)
        if not self.turn:
            x, y = self.frame[0], self.frame[1]
            return rect.left - x, rect.bottom - y, rect.right - x, rect.top - y
        x0, y0 = self._seen(rect.left, rect.bottom)
        x1, y1 = self._seen(rect.right, rect.top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def _seen(self, x: float, y: float) -> tuple[float, float]:
        """Return a place as the reader sees it, on a page that may be turned."""
        left, bottom, right, top = self.frame
        return (
            (x - left, y - bottom),
            (y - bottom, right - x),
            (right - x, top - y),
            (top - y, x - left),
        )[self.turn]
