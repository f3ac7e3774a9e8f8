"""Frames, shapes, pictures and objects of an OpenDocument text."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from plainspeak.errors import PaperError
from plainspeak.read.gather import Gathered
from plainspeak.read.odt.names import full, get, short
from plainspeak.read.parts import Parts, path_inside

_OBJECTS: Final = frozenset({"draw:object", "draw:object-ole", "draw:plugin", "draw:applet"})
_WHY: Final = {
    "equation": "Its signs and numbers are not text.",
    "chart": "The words in a chart are not read.",
    "embedded file": "The words in another kind of file are not read.",
}
_DESCRIBED: Final = (full("svg:title"), full("svg:desc"))


class Drawings:
    """Tells what is in a drawing, and gathers its pictures and gaps."""

    def __init__(self, gathered: Gathered, parts: Parts) -> None:
        self._gathered = gathered
        self._parts = parts
        self._objects: dict[str, str] = {}

    def boxes(self, drawing: etree._Element, beside: int | None) -> Iterator[etree._Element]:
        """Yield what has paragraphs in a drawing; groups are opened, from the back to the front."""
        waiting = [drawing]
        while waiting:
            element = waiting.pop()
            name = short(element)
            if name in {"draw:g", "draw:a"}:
                waiting.extend(reversed(element))
            elif name == "draw:frame":
                yield from self._frame(element, beside)
            elif name.startswith("draw:"):
                yield element

    def is_equation(self, drawing: etree._Element) -> bool:
        """Say whether a frame shows an equation, for which the text needs a space."""
        return any(
            short(child) == "draw:object" and self._what(child) == "equation" for child in drawing
        )

    def _frame(self, frame: etree._Element, beside: int | None) -> Iterator[etree._Element]:
        """Yield the box of a frame: its first version only, as the others show the same."""
        for child in frame:
            name = short(child)
            if name in {"draw:text-box", "table:table"}:
                # A table is read as the only thing in its frame.
                yield child if name == "draw:text-box" else frame
                return
            if name in _OBJECTS:
                what = self._what(child)
                self._gathered.gap(what, _WHY[what], serious=what == "embedded file")
                return
            if name == "draw:image":
                words = (described.text or "" for described in frame.iterchildren(*_DESCRIBED))
                self._gathered.picture(" ".join(words), block=beside)
                return

    def _what(self, element: etree._Element) -> str:
        """Return what an object is, by its own main part."""
        path = path_inside("", get(element, "xlink:href"))
        if short(element) != "draw:object":
            return "embedded file"
        if path not in self._objects:
            self._objects[path] = self._opened(element, path)
        return self._objects[path]

    def _opened(self, element: etree._Element, path: str) -> str:
        try:
            root = self._parts.tree(f"{path}/content.xml") if path else next(iter(element), None)
        except PaperError:
            return "embedded file"
        if root is None:
            return "embedded file"
        if str(root.tag).endswith("}math"):
            return "equation"
        is_chart = next(root.iter(full("office:chart")), None) is not None
        return "chart" if is_chart else "embedded file"
