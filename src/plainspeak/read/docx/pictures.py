"""Pictures, and the words that stand in for them."""

from collections.abc import Iterator

from lxml import etree

from plainspeak.read.clean import clean
from plainspeak.read.docx import names as names


class Pictures:
    """Gathers the alternative texts of the pictures of one paragraph."""

    __slots__ = ("_placed", "alts")

    def __init__(self) -> None:
        self.alts: list[str] = []
        self._placed: set[etree._Element] = set()

    def add(self, picture: etree._Element) -> None:
        """Add a picture, but for one that is only there for looks or shows an inserted file."""
        if next(picture.iterancestors(*names.OBJECT), None) is not None:
            return
        placed = next(picture.iterancestors(*names.PLACED), None)
        if placed is None:
            self.alts.append(_old_alt(picture))
            return
        # Pictures in one group are one picture to the reader, with one text.
        if placed in self._placed:
            return
        self._placed.add(placed)
        if next(placed.iter(names.DECORATIVE), None) is not None:
            return
        texts = (clean(text).strip() for text in _alts(placed, picture))
        self.alts.append(next(filter(None, texts), ""))


def _alts(placed: etree._Element, picture: etree._Element) -> Iterator[str]:
    properties = (
        *placed.iterchildren(*names.PLACED_PROPERTIES),
        *picture.iter(*names.PICTURE_PROPERTIES),
    )
    for name in ("descr", "title"):
        for element in properties:
            yield element.get(name, "")


def _old_alt(picture: etree._Element) -> str:
    shape = picture.getparent()
    return "" if shape is None else clean(shape.get("alt", "")).strip()
