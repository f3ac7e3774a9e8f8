"""The characters of a PDF page with their places, cut into lines and parts of lines."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median, median_low

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plainspeak.document import Cell
from plainspeak.read.pdf.drawn import Drawn
from plainspeak.read.pdf.frame import Box, Frame
from plainspeak.read.pdf.ruled import Grid, cell_at, parted_at
from plainspeak.read.pdf.tags import Tag
from plainspeak.read.pdf.text import BROKEN, BROKEN_MARKS, clean

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
_WHITE = 0xF4
_UNSEEN = raw.FPDF_TEXTRENDERMODE_INVISIBLE


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a page, or the part of one between two wide gaps.

    Parts of one line share a ``row``. A text that ends with ``BROKEN`` goes on
    in the middle of a word. Places are in points from the bottom left corner.
    ``cell`` is the cell the line stands in, its table counted within the page.
    """

    text: str
    page: int
    row: int
    left: float
    right: float
    base: float
    size: float
    bold: bool
    cell: Cell | None = None
    tag: Tag | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands behind and round the words of a page, and what they are tagged as."""

    frame: Frame
    drawn: Drawn
    grids: Sequence[Grid] = ()
    tags: dict[int, Tag] | None = None


class Sheet:
    """The characters of one page, with their places as a reader sees the page.

    ``unseen`` counts the characters that nobody can see: they are no part of the lines.
    """

    def __init__(
        self, textpage: pdfium.PdfTextPage, text: str, count: int, number: int, ground: Ground
    ) -> None:
        self.number = number
        self.text = text
        self.handle = textpage.raw
        self.places = None if count == len(text) else self._char_places()
        self.ground = ground
        self.frame = ground.frame
        self.rect = raw.FS_RECTF()
        self.matrix = raw.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.font = ctypes.create_string_buffer(128)
        self.flags = ctypes.c_int()
        self.colour = tuple(ctypes.c_uint() for _ in range(4))
        self.unseen = 0
        self.doubted = 0

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
        left, right = self._box(start)[0], self._box(end - 1)[2]
        if self._is_unseen(start, (left, base, right, base + size)):
            self.unseen += end - start
            return None
        text = clean(self._words(start, end, size, base))
        if not text:
            return None
        self.doubted += len(text) * self._has_doubt(start)
        bold = all(bold for _, bold in styles)
        text += BROKEN if broken else ""
        tag = self._tag_of(places) if self.ground.tags else None
        middle = (left + right) / 2, base + size / 3
        cell = (tag and tag.cell) or cell_at(self.ground.grids, *middle)
        right = max(left, right)
        return Line(text, self.number, row, left, right, base, size, bold, cell, tag)

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
        rules = parted_at(self.ground.grids, self._origin(start) + size / 3)
        cuts = [start]
        for width, match in gaps:
            wide = width > _WIDE * size or width > max(_NOTABLE * size, 2.5 * usual)
            marked = wide and _MARK.fullmatch(self.text, start, match.start())
            apart = (wide and not marked) or width < -2 * size
            if apart or (rules and self._crosses(match, rules)) or self._changes_cell(match):
                cuts += [match.start(), match.end()]
        cuts.append(end)
        return list(zip(cuts[::2], cuts[1::2], strict=True))

    def _crosses(self, gap: re.Match[str], rules: Sequence[float]) -> bool:
        """Tell whether a rule of a table stands in a gap between words."""
        left, right = self._box(gap.start() - 1)[2], self._box(gap.end())[0]
        return any(left - 1 < rule < right + 1 for rule in rules)

    def _changes_cell(self, gap: re.Match[str]) -> bool:
        """Tell whether the words on the two sides of a gap are tagged as two cells."""
        if not self.ground.tags:
            return False
        before, after = self._tag(gap.start() - 1), self._tag(gap.end())
        return before is not None and after is not None and before.cell != after.cell

    def _words(self, start: int, end: int, size: float, base: float) -> str:
        """Return the text between two places without the raised numbers of notes."""
        text = self.text[start:end]
        for match in reversed(list(_NOTE_MARK.finditer(text))):
            place = start + match.start(1)
            if self._style(place)[0] < 0.8 * size and self._origin(place) > base + 0.15 * size:
                text = text[: match.start()] + text[match.end() :]
        return text

    def _is_unseen(self, place: int, box: Box) -> bool:
        """Tell whether words have no ink, stand beside the page, or are white on white."""
        drawn = self.ground.drawn
        if drawn.unseen and not drawn.has_page_picture:
            item = raw.FPDFText_GetTextObject(self.handle, self._at(place))
            if item and raw.FPDFTextObj_GetTextRenderMode(item) == _UNSEEN:
                return True
        wide, high = self.frame.size
        left, bottom, right, top = box
        if right < 0 or left > wide or top < 0 or bottom > high:
            return True
        raw.FPDFText_GetFillColor(self.handle, self._at(place), *self.colour)
        red, green, blue, solid = (part.value for part in self.colour)
        if solid and min(red, green, blue) < _WHITE:
            return False
        x, y = (left + min(right, wide)) / 2, (bottom + top) / 2
        return not any(g[0] <= x <= g[2] and g[1] <= y <= g[3] for g in drawn.ground)

    def _has_doubt(self, place: int) -> bool:
        """Tell whether the font does not say for sure which letter it shows."""
        return raw.FPDFText_HasUnicodeMapError(self.handle, self._at(place)) == 1

    def _tag(self, place: int) -> Tag | None:
        item = raw.FPDFText_GetTextObject(self.handle, self._at(place))
        mark = raw.FPDFPageObj_GetMarkedContentID(item) if item else -1
        return self.ground.tags.get(mark) if self.ground.tags else None

    def _tag_of(self, places: set[int]) -> Tag | None:
        """Return the commonest tag of some places."""
        return Counter(self._tag(place) for place in sorted(places)).most_common(1)[0][0]

    def turned(self, most: int = 200) -> int:
        """Return by how many quarters most words are turned against the page, clockwise."""
        step = max(1, len(self.text) // most)
        angles = Counter(
            round(raw.FPDFText_GetCharAngle(self.handle, self._at(place)) / (math.pi / 2)) % 4
            for place in range(0, len(self.text), step)
            if not self.text[place].isspace()
        )
        return angles.most_common(1)[0][0] if angles else 0

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
        return self.frame.seen(self.x.value, self.y.value)[1]

    def _box(self, place: int) -> Box:
        rect = self.rect
        raw.FPDFText_GetLooseCharBox(self.handle, self._at(place), rect)
        return self.frame.box(rect.left, rect.bottom, rect.right, rect.top)
