"""How a page is turned: places in the file become places as a reader sees them."""

from dataclasses import dataclass
from typing import Self

import pypdfium2 as pdfium

Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a page that is shown, and how many quarters it is turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @classmethod
    def of(cls, page: pdfium.PdfPage) -> Self:
        """Return the frame of a page."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation() // 90)

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Return a place as the reader sees it, from the bottom left corner."""
        if not self.turn:
            return x - self.left, y - self.bottom
        return (
            (y - self.bottom, self.right - x),
            (self.right - x, self.top - y),
            (self.top - y, x - self.left),
        )[self.turn - 1]

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return a box as the reader sees it."""
        if not self.turn:
            return left - self.left, bottom - self.bottom, right - self.left, top - self.bottom
        x0, y0 = self.seen(left, bottom)
        x1, y1 = self.seen(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    @property
    def size(self) -> tuple[float, float]:
        """Return the width and height of the page as the reader sees it."""
        wide, high = self.right - self.left, self.top - self.bottom
        return (high, wide) if self.turn % 2 else (wide, high)
