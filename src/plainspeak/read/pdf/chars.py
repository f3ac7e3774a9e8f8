"""The characters of a PDF page as PDFium has them: place, size, weight, ink and tag."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plainspeak.read.pdf.frame import Box, Frame
from plainspeak.read.pdf.tags import Tag

_BOLD = re.compile(r"bold|black|heavy|demi|-medi$|cmbx|cmssbx", re.IGNORECASE)
_BLACK = (0, 0, 0)
_UNSEEN = raw.FPDF_TEXTRENDERMODE_INVISIBLE


class Chars:
    """The characters of one page; a place is an index into ``text``."""

    def __init__(self, textpage: pdfium.PdfTextPage, text: str, count: int) -> None:
        self.text = text
        self.handle = textpage.raw
        self.places = None if count == len(text) else self._char_places()
        self.rect = raw.FS_RECTF()
        self.matrix = raw.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.font = ctypes.create_string_buffer(128)
        self.flags = ctypes.c_int()
        self.styles: dict[int, tuple[float, bool, str]] = {}
        self.colour = tuple(ctypes.c_uint() for _ in range(4))

    def style(self, place: int) -> tuple[float, bool, str]:
        """Return the size of a character's type, whether it is bold, and the name of its font."""
        if place not in self.styles:
            self.styles[place] = self._style(place)
        return self.styles[place]

    def _style(self, place: int) -> tuple[float, bool, str]:
        index = self._at(place)
        raw.FPDFText_GetMatrix(self.handle, index, self.matrix)
        scale = (self.matrix.c**2 + self.matrix.d**2) ** 0.5
        size = raw.FPDFText_GetFontSize(self.handle, index) * scale
        raw.FPDFText_GetFontInfo(self.handle, index, self.font, 128, self.flags)
        name, bold = _named(self.font.value)
        bold = bold or raw.FPDFText_GetFontWeight(self.handle, index) >= 600
        return round(size, 2) or 1.0, bold, name

    def quarter(self, place: int) -> int:
        """Return by how many quarters a character is turned on its page, against the clock."""
        raw.FPDFText_GetMatrix(self.handle, self._at(place), self.matrix)
        return round(math.atan2(self.matrix.b, self.matrix.a) / (math.pi / 2)) % 4

    def usual_quarter(self, most: int = 40) -> int:
        """Return by how many quarters most of the words are turned on the page."""
        step = max(1, len(self.text) // most)
        places = (at for at in range(0, len(self.text), step) if self.text[at].isalnum())
        turns = Counter(map(self.quarter, places))
        return turns.most_common(1)[0][0] if turns else 0

    def base(self, place: int, frame: Frame) -> float:
        """Return the height of the line that a character stands on."""
        raw.FPDFText_GetCharOrigin(self.handle, self._at(place), self.x, self.y)
        return frame.seen(self.x.value, self.y.value)[1]

    def box(self, place: int, frame: Frame) -> Box:
        """Return the box round a character."""
        rect = self.rect
        raw.FPDFText_GetLooseCharBox(self.handle, self._at(place), rect)
        return frame.box(rect.left, rect.bottom, rect.right, rect.top)

    def has_no_ink(self, place: int) -> bool:
        """Tell whether a character is written in the mode that shows nothing."""
        item = raw.FPDFText_GetTextObject(self.handle, self._at(place))
        return bool(item) and raw.FPDFTextObj_GetTextRenderMode(item) == _UNSEEN

    def ink(self, place: int) -> tuple[int, int, int] | None:
        """Return the colour of a character: red, green and blue, or None where it has none."""
        if not raw.FPDFText_GetFillColor(self.handle, self._at(place), *self.colour):
            return _BLACK
        red, green, blue, solid = (part.value for part in self.colour)
        return (red, green, blue) if solid else None

    def has_doubt(self, place: int) -> bool:
        """Tell whether the font does not say for sure which letter it shows."""
        return bool(raw.FPDFText_HasUnicodeMapError(self.handle, self._at(place)) == 1)

    def tag(self, place: int, tags: dict[int, Tag]) -> Tag | None:
        """Return the tag of a character."""
        item = raw.FPDFText_GetTextObject(self.handle, self._at(place))
        return tags.get(raw.FPDFPageObj_GetMarkedContentID(item)) if item else None

    def usual_tag(self, places: Iterable[int], tags: dict[int, Tag]) -> Tag | None:
        """Return the commonest tag of some characters."""
        return Counter(self.tag(place, tags) for place in sorted(places)).most_common(1)[0][0]

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


@cache
def _named(font: bytes) -> tuple[str, bool]:
    """Return the name of a font, and whether it says that the font is bold."""
    name = font.decode("utf-8", "replace")
    return name, bool(_BOLD.search(name))


@cache
def family(name: str) -> str:
    """Return the family of a font, and its slant: "ABCDEF+Arial-BoldMT" is "arial"."""
    plain = name.partition("+")[2] or name
    slant = "/italic" if re.search(r"ital|obli", plain, re.IGNORECASE) else ""
    return re.split(r"[-,]|(?:PS)?MT$", plain)[0].lower() + slant
