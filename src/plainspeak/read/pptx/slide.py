"""One slide: its shapes in the order that they are read aloud, with the title first."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from plainspeak.document import BlockKind, Cell
from plainspeak.read.gather import Gathered
from plainspeak.read.parts import Parts
from plainspeak.read.pptx.holders import TITLES, Bullets, kind_of_holder
from plainspeak.read.pptx.names import child, children, is_on, local
from plainspeak.read.pptx.objects import read_object
from plainspeak.read.pptx.words import Labels, words

_ENDS: Final = {"hdr": BlockKind.HEADER, "ftr": BlockKind.FOOTER, "dt": BlockKind.FOOTER}
_HIDDEN: Final = "It is marked as hidden, so it is not shown."
_DECORATIVE: Final = "decorative"


class SlideReader:
    """Reads the shapes of one slide into what is gathered."""

    def __init__(
        self, gathered: Gathered, parts: Parts, path: str, number: int, bullets: Bullets
    ) -> None:
        self._gathered = gathered
        self._parts = parts
        self._path = path
        self._page = number
        self._bullets = bullets

    def read(self, slide: etree._Element) -> None:
        """Read every shape of a slide."""
        shapes = list(_shapes(child(slide, "cSld", "spTree")))
        # The order of a file is that of drawing, in which a title may come last.
        shapes.sort(key=lambda shape: kind_of_holder(shape) not in TITLES)
        before = self._gathered.next
        pictures = False
        for shape in shapes:
            pictures = self._shape(shape) or pictures
        if pictures and self._gathered.next == before:
            why = "It is a picture with no words beside it: the words in a picture are not read."
            self._gathered.gap("slide", why, self._page, serious=True)

    def _shape(self, shape: etree._Element) -> bool:
        """Read one shape, and say whether it is a picture."""
        about = _about(shape)
        if about is not None and is_on(about.get("hidden")):
            if any((text.text or "").strip() for text in shape.iter("{*}t")):
                self._gathered.gap("hidden text", _HIDDEN, self._page)
            return False
        name = local(shape)
        if name == "sp":
            self._text(shape)
        elif name == "pic":
            self._picture(about)
        elif name == "graphicFrame":
            self._frame(shape)
        return name == "pic"

    def _text(self, shape: etree._Element) -> None:
        kind = kind_of_holder(shape)
        if kind == "sldNum":
            return
        labels = Labels()
        for paragraph in children(child(shape, "txBody"), "p"):
            found = words(paragraph)
            if found.equation:
                self._gathered.gap("equation", "Its signs and numbers are not text.", self._page)
            if not found.text.strip():
                continue
            label = labels.next(self._bullets.of(shape, paragraph), found.level)
            block, level = self._kind(kind, label, found.level)
            self._gathered.add(
                block,
                found.text,
                page=self._page,
                level=level,
                label=label if block is BlockKind.LIST_ITEM else "",
                language=found.language,
            )

    def _kind(self, kind: str | None, label: str, level: int) -> tuple[BlockKind, int]:
        if kind in TITLES:
            return (BlockKind.TITLE, 0) if self._page == 1 else (BlockKind.HEADING, 1)
        if kind in _ENDS:
            return _ENDS[kind], 0
        if label:
            return BlockKind.LIST_ITEM, level + 1
        return (BlockKind.TEXT_BOX if kind is None else BlockKind.PARAGRAPH), 0

    def _picture(self, about: etree._Element | None) -> None:
        if about is not None and any(
            local(mark) == _DECORATIVE and is_on(mark.get("val")) for mark in about.iter()
        ):
            return
        alt = "" if about is None else about.get("descr") or about.get("title") or ""
        self._gathered.picture(alt, self._page)

    def _frame(self, frame: etree._Element) -> None:
        data = child(frame, "graphic", "graphicData")
        for inside in () if data is None else data:
            if local(inside) == "tbl":
                self._table(inside)
            else:
                read_object(self._gathered, self._parts, self._path, inside, self._page)

    def _table(self, table: etree._Element) -> None:
        settings = child(table, "tblPr")
        marked = _marks(settings)
        number = self._gathered.table()
        for row, cells in enumerate(children(table, "tr")):
            for column, cell in enumerate(children(cells, "tc")):
                covered = is_on(cell.get("hMerge")) or is_on(cell.get("vMerge"))
                heads = (row == 0 and "firstRow" in marked) or (
                    column == 0 and "firstCol" in marked
                )
                if not covered:
                    self._cell(cell, Cell(number, row, column, heads))

    def _cell(self, cell: etree._Element, place: Cell) -> None:
        for paragraph in children(child(cell, "txBody"), "p"):
            found = words(paragraph)
            self._gathered.add(
                BlockKind.TABLE_CELL,
                found.text,
                page=self._page,
                cell=place,
                language=found.language,
            )


def _marks(settings: etree._Element | None) -> set[str]:
    """Return what a table says of itself, such as that its first row is a header."""
    if settings is None:
        return set()
    return {name for name in ("firstRow", "firstCol") if is_on(settings.get(name))}


def _shapes(tree: etree._Element | None) -> Iterator[etree._Element]:
    """Yield the shapes of a slide, with those of groups in their place, and each once."""
    waiting = [] if tree is None else list(reversed(tree))
    while waiting:
        shape = waiting.pop()
        name = local(shape)
        if name == "AlternateContent":
            # Both versions show the same: the newer one is in the choice.
            version = next(children(shape, "Choice", "Fallback"), None)
            waiting.extend(() if version is None else reversed(version))
        elif name == "grpSp" and not _is_hidden(shape):
            waiting.extend(reversed(shape))
        elif name:
            yield shape


def _is_hidden(shape: etree._Element) -> bool:
    about = _about(shape)
    return about is not None and is_on(about.get("hidden"))


def _about(shape: etree._Element) -> etree._Element | None:
    """Return the name and alternative text of a shape (p:cNvPr)."""
    for settings in shape:
        if local(settings).startswith("nv"):
            return child(settings, "cNvPr")
    return None
