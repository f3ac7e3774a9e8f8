"""What is drawn on a page besides its words: rules, pictures and coloured ground."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plainspeak.document import Picture
from plainspeak.read.pdf.frame import Box, Frame

# A page with more drawing than this is a chart or a map: its lines are no table.
_MOST_PATHS = 1_500
_MOST_SEGMENTS = 400
_THIN, _SHORT = 5.0, 6.0
# The rule above footnotes: a quarter of the line in Writer, two inches in Word.
_NOTE_RULE = (0.12, 0.4)
_PAGE_SHARE, _PICTURE, _WHOLE = 0.5, 0.1, 0.95
_UNSEEN = raw.FPDF_TEXTRENDERMODE_INVISIBLE


@dataclass(frozen=True, slots=True, order=True)
class Rule:
    """A straight line: its height or its distance from the left, and where it runs."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """The rules of a page across and down, what fills its ground, and how its words are drawn.

    ``unseen`` tells that some words have no ink. ``has_page_picture`` tells that a
    picture fills over half of the page, and ``is_covered`` that it lies on all the words.
    """

    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    ground: tuple[Box, ...] = ()
    count: int = 0
    unseen: bool = False
    has_page_picture: bool = False
    is_covered: bool = False
    images: int = 0

    def note_rule(self, wide: float, high: float) -> float:
        """Return the height of a short rule at the left of a page's lower half, or 0."""
        short = (
            rule
            for rule in self.across
            if _NOTE_RULE[0] * wide < rule.end - rule.start < _NOTE_RULE[1] * wide
            and rule.start < wide / 4
            and rule.at < high / 2
            and not any(abs(down.at - rule.start) < _THIN for down in self.down)
        )
        lowest = min(short, default=None)
        alone = lowest and sum(rule.at <= lowest.at + 1 for rule in self.across) == 1
        return lowest.at if lowest and alone else 0.0

    def pictures(self, page: int) -> tuple[Picture, ...]:
        """Return the pictures, which have no words for people who cannot see them."""
        return (Picture("", page),) * self.images


def read_drawn(page: pdfium.PdfPage, frame: Frame) -> Drawn:
    """Return what is drawn on a page."""
    return _Walk(page, frame).drawn()


def _is_large(box: Box, wide: float, high: float) -> bool:
    """Tell a picture from a bullet, a line or a spot of colour."""
    return box[2] - box[0] > _PICTURE * wide and box[3] - box[1] > _PICTURE / 2 * high


def _is_whole(box: Box, wide: float, high: float) -> bool:
    """Tell whether a picture covers the whole page."""
    return (box[2] - box[0]) * (box[3] - box[1]) > _WHOLE * wide * high


class _Walk:
    """One walk over the objects of a page, through PDFium's own calls for speed."""

    def __init__(self, page: pdfium.PdfPage, frame: Frame) -> None:
        self.page = page.raw
        self.frame = frame
        self.numbers = tuple(ctypes.c_float() for _ in range(4))
        self.mode, self.stroke = ctypes.c_int(), ctypes.c_int()
        self.colour = tuple(ctypes.c_uint() for _ in range(4))
        self.matrix = raw.FS_MATRIX()
        self.across: list[Rule] = []
        self.down: list[Rule] = []
        self.ground: list[Box] = []
        self.paths = 0

    def drawn(self) -> Drawn:
        unseen = has_page_picture = is_covered = False
        text = False
        wide, high = self.frame.size
        count = raw.FPDFPage_CountObjects(self.page)
        others = images = 0
        for index in range(count):
            item = raw.FPDFPage_GetObject(self.page, index)
            kind = raw.FPDFPageObj_GetType(item)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                text, is_covered = True, False
                unseen = unseen or raw.FPDFTextObj_GetTextRenderMode(item) == _UNSEEN
                continue
            others += 1
            if kind == raw.FPDF_PAGEOBJ_PATH:
                self._path(item)
            elif box := self._bounds(item):
                self.ground.append(box)
                images += kind == raw.FPDF_PAGEOBJ_IMAGE and _is_large(box, wide, high)
                fills = (box[2] - box[0]) * (box[3] - box[1]) > _PAGE_SHARE * wide * high
                if fills and kind == raw.FPDF_PAGEOBJ_IMAGE:
                    has_page_picture = True
                    is_covered = text and _is_whole(box, wide, high)
        if self.paths > _MOST_PATHS:
            self.across, self.down = [], []
        return Drawn(
            tuple(self.across), tuple(self.down), tuple(self.ground),
            others, unseen, has_page_picture, is_covered, images,
        )  # fmt: skip

    def _path(self, item: raw.FPDF_PAGEOBJECT) -> None:
        self.paths += 1
        if self.paths > _MOST_PATHS:
            return
        box = self._bounds(item)
        if box is None:
            return
        wide, high = box[2] - box[0], box[3] - box[1]
        if min(wide, high) < _THIN:
            self._rule(box)
            return
        raw.FPDFPath_GetDrawMode(item, self.mode, self.stroke)
        if self.mode.value and self._is_coloured(item):
            self.ground.append(box)
        segments = raw.FPDFPath_CountSegments(item)
        if segments > _MOST_SEGMENTS or min(wide, high) < _SHORT:
            return
        if segments > 6 or self.stroke.value:
            for part in self._parts(item, segments):
                if self.stroke.value or min(part[2] - part[0], part[3] - part[1]) < _THIN:
                    self._rule(part)

    def _rule(self, box: Box) -> None:
        """Keep a thin box as a rule, or the four edges of a larger one."""
        left, bottom, right, top = box
        if top - bottom < _THIN:
            if right - left > _SHORT:
                self.across.append(Rule((top + bottom) / 2, left, right))
        elif right - left < _THIN:
            if top - bottom > _SHORT:
                self.down.append(Rule((left + right) / 2, bottom, top))
        else:
            self.across += [Rule(bottom, left, right), Rule(top, left, right)]
            self.down += [Rule(left, bottom, top), Rule(right, bottom, top)]

    def _parts(self, item: raw.FPDF_PAGEOBJECT, count: int) -> Iterator[Box]:
        """Yield the box round each part of a path, for parts with straight sides only."""
        raw.FPDFPageObj_GetMatrix(item, self.matrix)
        m = self.matrix
        x, y = self.numbers[:2]
        xs: list[float] = []
        ys: list[float] = []
        for index in range(count):
            segment = raw.FPDFPath_GetPathSegment(item, index)
            kind = raw.FPDFPathSegment_GetType(segment)
            if kind == raw.FPDF_SEGMENT_BEZIERTO:
                return
            raw.FPDFPathSegment_GetPoint(segment, x, y)
            if kind == raw.FPDF_SEGMENT_MOVETO and xs:
                yield from self._straight(xs, ys)
                xs, ys = [], []
            xs.append(m.a * x.value + m.c * y.value + m.e)
            ys.append(m.b * x.value + m.d * y.value + m.f)
        yield from self._straight(xs, ys)

    def _straight(self, xs: list[float], ys: list[float]) -> Iterator[Box]:
        box = self.frame.box(min(xs), min(ys), max(xs), max(ys))
        corners = {(round(x), round(y)) for x, y in zip(xs, ys, strict=True)}
        on_edge = all(
            x in {round(min(xs)), round(max(xs))} and y in {round(min(ys)), round(max(ys))}
            for x, y in corners
        )
        thin = min(box[2] - box[0], box[3] - box[1]) < _THIN
        if thin or (len(corners) == 4 and on_edge):
            yield box

    def _bounds(self, item: raw.FPDF_PAGEOBJECT) -> Box | None:
        if not raw.FPDFPageObj_GetBounds(item, *self.numbers):
            return None
        left, bottom, right, top = (number.value for number in self.numbers)
        return self.frame.box(left, bottom, right, top)

    def _is_coloured(self, item: raw.FPDF_PAGEOBJECT) -> bool:
        found = raw.FPDFPageObj_GetFillColor(item, *self.colour)
        red, green, blue, solid = (part.value for part in self.colour)
        return bool(found) and solid > 0 and min(red, green, blue) < 0xE0
