"""The words in charts and diagrams, which stand in parts of their own."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from lxml import etree

from plainspeak.document import BlockKind
from plainspeak.errors import PaperError
from plainspeak.read.clean import clean
from plainspeak.read.docx import names as names
from plainspeak.read.docx.names import relation_id
from plainspeak.read.docx.package import Package
from plainspeak.read.docx.paragraph import Piece

# Points of a diagram that only say how it is laid out.
_LAYOUT: Final = frozenset({"pres", "parTrans", "sibTrans"})


class Drawn(NamedTuple):
    """A line of words in a chart or diagram, to be read as a paragraph."""

    part: str
    element: etree._Element
    place: BlockKind
    pieces: tuple[Piece, ...]


class Drawings:
    """Finds the parts that the charts and diagrams of one part point to."""

    __slots__ = ("_package", "_part", "_read", "_targets")

    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._part = part
        self._targets: dict[str, str] | None = None
        self._read: set[str] = set()

    def lines(self, drawing: etree._Element) -> tuple[Drawn, ...] | None:
        """Return the lines of words in a drawing, or None where there are none to be read.

        A part that is pointed to twice is read once.
        """
        if drawing.tag in names.CANVAS_TEXT:
            return tuple(_told_once(_paragraphs(self._part, drawing, BlockKind.TEXT_BOX)))
        is_chart = drawing.tag in names.CHART
        part = self._target(relation_id(drawing, "id" if is_chart else "dm") or "")
        if part in self._read:
            return ()
        self._read.add(part)
        try:
            root = self._package.tree(part)
        except PaperError:
            return None  # the rest of the paper can still be read
        if root is None:
            return None
        lines = _chart(part, root) if is_chart else _diagram(part, root)
        return tuple(_told_once(lines)) or None

    def _target(self, relation: str) -> str:
        if self._targets is None:
            self._targets = {each.id: each.target for each in self._package.related(self._part)}
        return self._targets.get(relation, "")


def _chart(part: str, root: etree._Element) -> Iterator[Drawn]:
    for holder in _outermost(root, names.CHART_TITLE | names.CHART_NAMES):
        around = holder.getparent()
        is_title = holder.tag in names.CHART_TITLE
        is_title = is_title and around is not None and around.tag in names.CHART
        place = BlockKind.CAPTION if is_title else BlockKind.TEXT_BOX
        yield from _paragraphs(part, holder, place)
        for element in holder.iter(*names.CHART_VALUE):
            yield _drawn(part, element, place, (element,))


def _diagram(part: str, root: etree._Element) -> Iterator[Drawn]:
    for point in _outermost(root, names.DIAGRAM_POINT):
        if point.get("type") not in _LAYOUT:
            yield from _paragraphs(part, point, BlockKind.TEXT_BOX)


def _paragraphs(part: str, around: etree._Element, place: BlockKind) -> Iterator[Drawn]:
    for paragraph in _outermost(around, names.DRAWN_PARAGRAPH):
        yield _drawn(part, paragraph, place, tuple(paragraph.iter(*names.DRAWN_TEXT)))


def _outermost(around: etree._Element, tags: frozenset[str]) -> Iterator[etree._Element]:
    """Yield elements that stand in no other of their kind: a file may nest them 200 deep."""
    for element in around.iter(*tags):
        if next(element.iterancestors(*tags), None) is None:
            yield element


def _drawn(
    part: str, element: etree._Element, place: BlockKind, holders: tuple[etree._Element, ...]
) -> Drawn:
    pieces = tuple(Piece(clean(each.text), each) for each in holders if each.text)
    return Drawn(part, element, place, pieces)


def _told_once(lines: Iterator[Drawn]) -> Iterator[Drawn]:
    """Yield the lines that have letters, each once: a chart keeps its names with every series."""
    told: set[str] = set()
    for line in lines:
        text = "".join(piece.text for piece in line.pieces)
        if text not in told and any(map(str.isalpha, text)):
            told.add(text)
            yield line
