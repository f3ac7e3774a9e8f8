"""Cut the characters of a PDF page into lines, and lines into parts at wide gaps and rules."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from statistics import median, median_low

from plainspeak.document import Cell
from plainspeak.read.pdf.chars import Chars, family
from plainspeak.read.pdf.drawn import Drawn
from plainspeak.read.pdf.frame import Box, Frame
from plainspeak.read.pdf.ruled import Grid, cell_at, parted_at
from plainspeak.read.pdf.tags import Tag
from plainspeak.read.pdf.text import BROKEN, BROKEN_MARKS, clean

_CHUNK = re.compile(f"[^\r\n{BROKEN_MARKS}]+[{BROKEN_MARKS}]?")
_GAP = re.compile(r"(?<=\S)\s+(?=\S)")
# Numbers that may be the raised mark of a note: after a word or a full stop.
_NOTE_MARK = re.compile(
    r"(?:(?<=[A-Za-z]{3})|(?<=[.,;:)”’])) ?(\d{1,3}(?:[,–-]\d{1,3})*)(?=[\s.,;:)]|$)"
)
# Numbers whose last figures may be such a mark: "in 2016" with a raised 4 after it.
_NUMBER = re.compile(r"\d{2,}(?=[\s.,;:)]|$)")
# A number, letter or bullet at the start of a line, which a wide gap may follow.
_MARK = re.compile(r"\W{1,2}|\(?\w{1,3}[.)]|\d{1,2}(\.\d{1,2})+\.?|o")

# A gap this many times the type size parts two cells; a narrower one does so
# only where the other gaps of the line are much narrower still.
_WIDE, _NOTABLE = 1.5, 0.8
_WHITE = 0xF4
# A heading is no longer, in points; and a page with more rules is a drawing.
_MOST_UNDERLINED, _MOST_RULES = 480.0, 300


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
    font: str = ""
    ink: tuple[int, int, int] = (0, 0, 0)
    underlined: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """What stands behind and round the words of a page, and what they are tagged as."""

    frame: Frame
    drawn: Drawn
    grids: Sequence[Grid] = ()
    tags: dict[int, Tag] = field(default_factory=dict)


class Sheet:
    """The lines of one page.

    ``unseen`` counts the characters that nobody can see: they are no part of the
    lines. ``doubted`` counts those whose font does not say which letters they are.
    ``sideways`` keeps the lines that run up or down the page, as if it were turned.
    """

    def __init__(self, chars: Chars, number: int, ground: Ground) -> None:
        self.number = number
        self.chars = chars
        self.text = chars.text
        self.ground = ground
        self.frame = ground.frame
        self.has_cells = any(tag.cell for tag in ground.tags.values())
        self.unseen = 0
        self.doubted = 0
        self.sideways: list[Line] = []

    def lines(self) -> list[Line]:
        """Return the lines of the page in the order of the file, cut at wide gaps."""
        found: list[Line] = []
        row = 0
        for chunk in _CHUNK.finditer(self.text):
            if not chunk[0].strip():
                continue
            start = chunk.start() + len(chunk[0]) - len(chunk[0].lstrip())
            turn = self.chars.quarter(start)
            upright = turn == self.ground.frame.turn
            self.frame = self.ground.frame if upright else replace(self.ground.frame, turn=turn)
            lines = list(self._chunk(row, start, chunk))
            (found if upright else self.sideways).extend(lines)
            row = lines[-1].row + 1 if lines else row
        return found

    def _chunk(self, row: int, start: int, chunk: re.Match[str]) -> Iterator[Line]:
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
                line = replace(line, row=row)
            last = line
            yield line

    def _line(self, row: int, start: int, end: int, *, broken: bool) -> Line | None:
        places = self._samples(start, end)
        styles = [self.chars.style(place) for place in places]
        size = median_low(size for size, _, _ in styles)
        base = median_low(self.chars.base(place, self.frame) for place in places)
        left, right = self._box(start)[0], self._box(end - 1)[2]
        ink = self.chars.ink(start)
        if self._is_unseen(start, ink, (left, base, max(left, right), base + size)):
            self.unseen += end - start
            return None
        text = clean(self._words(start, end, size, base))
        if not text:
            return None
        self.doubted += len(text) * self.chars.has_doubt(start)
        bold = all(bold for _, bold, _ in styles)
        font = family(styles[0][2]) if len({name for _, _, name in styles}) == 1 else ""
        text += BROKEN if broken else ""
        tag, cell = self._standing(start, end, ((left + right) / 2, base + size / 3))
        right = max(left, right)
        return Line(
            text, self.number, row, left, right, base, size, bold, cell, tag, font,
            ink or (0, 0, 0), self._is_underlined(left, right, base, size),
        )  # fmt: skip

    def _standing(
        self, start: int, end: int, middle: tuple[float, float]
    ) -> tuple[Tag | None, Cell | None]:
        """Return the tag of a line, and the cell of a ruled table that it stands in."""
        if self.frame is not self.ground.frame:
            return None, None
        tags = self.ground.tags
        tag = self.chars.usual_tag((start, (start + end) // 2, end - 1), tags) if tags else None
        return tag, cell_at(self.ground.grids, *middle)

    def _samples(self, start: int, end: int) -> set[int]:
        """Return places spread over a line, none on a space: PDFium gives those no size."""
        last = end - 1
        found = set()
        for quarter in range(5):
            place = start + (last - start) * quarter // 4
            while self.text[place].isspace():
                place += 1
            found.add(place)
        return found

    def _parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return where to cut a line into parts, at gaps too wide for a space."""
        gaps = [
            (match, self._box(match.start() - 1)[2], self._box(match.end())[0])
            for match in _GAP.finditer(self.text, start, end)
        ]
        if not gaps:
            return [(start, end)] if start < end else []
        size = median_low(self.chars.style(place)[0] for place in self._samples(start, end))
        usual = median(right - left for _, left, right in gaps) if len(gaps) > 2 else size * 0.3
        rules = parted_at(self.ground.grids, self.chars.base(start, self.frame) + size / 3)
        cuts = [start]
        for match, left, right in gaps:
            width = right - left
            wide = width > _WIDE * size or width > max(_NOTABLE * size, 2.5 * usual)
            marked = wide and _MARK.fullmatch(self.text, start, match.start())
            apart = (wide and not marked) or width < -2 * size
            ruled = any(left - 1 < rule < right + 1 for rule in rules)
            if apart or ruled or self._changes_cell(match):
                cuts += [match.start(), match.end()]
        cuts.append(end)
        return list(zip(cuts[::2], cuts[1::2], strict=True))

    def _changes_cell(self, gap: re.Match[str]) -> bool:
        """Tell whether the words on the two sides of a gap are tagged as two cells."""
        if not self.has_cells:
            return False
        before = self.chars.tag(gap.start() - 1, self.ground.tags)
        after = self.chars.tag(gap.end(), self.ground.tags)
        return before is not None and after is not None and before.cell != after.cell

    def _words(self, start: int, end: int, size: float, base: float) -> str:
        """Return the text between two places without the raised numbers of notes."""
        text = self.text[start:end]
        cuts = {
            match.start(): match.end()
            for match in _NOTE_MARK.finditer(text)
            if self._is_raised(start + match.start(1), size, base)
        }
        for match in _NUMBER.finditer(text):
            first = match.end()
            while first > match.start() and self._is_raised(start + first - 1, size, base):
                first -= 1
            if match.start() < first < match.end():
                cuts[first] = match.end()
        for first, last in sorted(cuts.items(), reverse=True):
            text = text[:first] + text[last:]
        return text

    def _is_raised(self, place: int, size: float, base: float) -> bool:
        raised = self.chars.base(place, self.frame) > base + 0.15 * size
        return raised and self.chars.style(place)[0] < 0.8 * size

    def _is_unseen(self, place: int, ink: tuple[int, int, int] | None, box: Box) -> bool:
        """Tell whether words have no ink, stand beside the page, or are white on white."""
        drawn = self.ground.drawn
        if drawn.unseen and not drawn.has_page_picture and self.chars.has_no_ink(place):
            return True
        wide, high = self.frame.size
        left, bottom, right, top = box
        if right < 0 or left > wide or top < 0 or bottom > high:
            return True
        if (ink and min(ink) < _WHITE) or self.frame is not self.ground.frame:
            return False
        x, y = (left + min(right, wide)) / 2, (bottom + top) / 2
        return not any(g[0] <= x <= g[2] and g[1] <= y <= g[3] for g in drawn.ground)

    def _is_underlined(self, left: float, right: float, base: float, size: float) -> bool:
        """Tell whether a rule runs close under the whole of a line, and no further."""
        rules = self.ground.drawn.across
        if right - left > _MOST_UNDERLINED or len(rules) > _MOST_RULES:
            return False
        return any(
            -0.05 * size < base - rule.at < 0.35 * size
            and abs(rule.start - left) < size
            and abs(rule.end - right) < size
            for rule in rules
        )

    def _box(self, place: int) -> Box:
        return self.chars.box(place, self.frame)
