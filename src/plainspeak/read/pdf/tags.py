"""The structure tree of a tagged PDF: what each piece of marked content is for."""

import ctypes
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plainspeak.document import BlockKind, Cell, Picture

# PDFium walks the whole tree again for each page: the time grows with the square
# of the pages. After this long, the rest is read by its looks.
MOST_SECONDS = 1.0
MOST_PAGES = 120
_DEEPEST, _MOST_ELEMENTS = 60, 20_000

_KINDS = {
    "Title": BlockKind.TITLE,
    "P": BlockKind.PARAGRAPH,
    "LI": BlockKind.LIST_ITEM,
    "TD": BlockKind.TABLE_CELL,
    "TH": BlockKind.TABLE_CELL,
    "Caption": BlockKind.CAPTION,
    "Note": BlockKind.FOOTNOTE,
    "FENote": BlockKind.FOOTNOTE,
    "TOCI": BlockKind.CONTENTS,
    "BlockQuote": BlockKind.QUOTE,
    "Code": BlockKind.CODE,
    "BibEntry": BlockKind.REFERENCE,
}
_HEADING = re.compile("H([1-6]?)")
# A paragraph inside one of these is what the outer one says.
_HOLDERS = frozenset(_KINDS) - {"P", "Title"}
_PICTURES = frozenset({"Figure", "Formula"})


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of the structure tree: its number in the paper, and what it is for.

    ``kind`` is None for words in a picture, which only their places explain.
    """

    number: int
    kind: BlockKind | None
    level: int = 0
    cell: Cell | None = None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Tags:
    """The tags of a page by the number of their marked content, and its pictures."""

    by_mark: dict[int, Tag] = field(default_factory=dict)
    pictures: tuple[Picture, ...] = ()


class TagReader:
    """Reads the tags of a paper page by page, for as long as that is cheap."""

    def __init__(self, paper: pdfium.PdfDocument) -> None:
        self.left = MOST_SECONDS if len(paper) <= MOST_PAGES else 0.0
        if not raw.FPDFCatalog_IsTagged(paper.raw):
            self.left = 0.0
        self.numbers = 0

    def read(self, page: pdfium.PdfPage, number: int) -> Tags | None:
        """Return the tags of a page, or None where there are none or it takes too long."""
        if self.left <= 0:
            return None
        start = time.monotonic()
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        try:
            walk = _Walk(number, self.numbers)
            if tree:
                walk.tree(tree)
        finally:
            if tree:
                raw.FPDF_StructTree_Close(tree)
        self.numbers = walk.numbers
        self.left -= time.monotonic() - start
        return Tags(walk.found, tuple(walk.pictures)) if walk.found else None


class _Walk:
    """A walk down the tree of one page."""

    def __init__(self, page: int, numbers: int) -> None:
        self.page = page
        self.numbers = numbers
        self.found: dict[int, Tag] = {}
        self.pictures: list[Picture] = []
        self.tables = 0
        self.elements = 0
        self.buffer = ctypes.create_string_buffer(512)

    def tree(self, tree: raw.FPDF_STRUCTTREE) -> None:
        for index in range(raw.FPDF_StructTree_CountChildren(tree)):
            if child := raw.FPDF_StructTree_GetChildAtIndex(tree, index):
                self._element(child, None, 0, 0)

    def _element(
        self, element: raw.FPDF_STRUCTELEMENT, tag: Tag | None, lists: int, depth: int
    ) -> None:
        self.elements += 1
        if depth > _DEEPEST or self.elements > _MOST_ELEMENTS:
            return
        kind = self._text(raw.FPDF_StructElement_GetType, element)
        if kind == "Table":
            self._table(element, lists, depth)
            return
        if kind in _PICTURES:
            alt = self._text(raw.FPDF_StructElement_GetAltText, element)
            self.pictures.append(Picture(" ".join(alt.split()), self.page))
        tag = self._tag(element, kind, tag, lists)
        self._children(element, tag, lists + (kind == "L"), depth, kind)

    def _children(
        self,
        element: raw.FPDF_STRUCTELEMENT,
        tag: Tag | None,
        lists: int,
        depth: int,
        kind: str,
    ) -> None:
        first = True
        for index in range(raw.FPDF_StructElement_CountChildren(element)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                below = tag
                if kind in {"LBody", "TD", "TH"} and tag and not first:
                    # Each paragraph after the first is a block of its own.
                    below = self._numbered(tag)
                self._element(child, below, lists, depth + 1)
                first = False
                continue
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if mark >= 0 and tag:
                self.found[mark] = tag

    def _table(self, table: raw.FPDF_STRUCTELEMENT, lists: int, depth: int) -> None:
        number, taken = self.tables, set[tuple[int, int]]()
        self.tables += 1
        row = -1
        for kind, element, in_head in self._rows(table, "", depth):
            if kind != "TR":
                self._element(element, None, lists, depth + 1)
                continue
            row += 1
            column = 0
            for cell in _elements(element):
                while (row, column) in taken:
                    column += 1
                what = self._text(raw.FPDF_StructElement_GetType, cell)
                wide, high = self._span(cell, "ColSpan"), self._span(cell, "RowSpan")
                taken |= {(row + y, column + x) for y in range(high) for x in range(wide)}
                place = Cell(number, row, column, what == "TH" or in_head)
                tag = self._numbered(Tag(0, BlockKind.TABLE_CELL, cell=place))
                self._children(cell, tag, lists, depth + 1, "TD")

    def _rows(
        self, table: raw.FPDF_STRUCTELEMENT, within: str, depth: int
    ) -> Iterator[tuple[str, raw.FPDF_STRUCTELEMENT, bool]]:
        """Yield the rows of a table, and what else it holds, such as its caption."""
        for element in _elements(table):
            kind = self._text(raw.FPDF_StructElement_GetType, element)
            if kind in {"THead", "TBody", "TFoot"} and not within:
                yield from self._rows(element, kind, depth + 1)
            else:
                yield kind, element, within == "THead"

    def _tag(
        self, element: raw.FPDF_STRUCTELEMENT, kind: str, tag: Tag | None, lists: int
    ) -> Tag | None:
        """Return the tag for what an element holds: its own, or that of what it stands in."""
        heading = _HEADING.fullmatch(kind)
        if kind in _PICTURES and tag is None:
            return self._numbered(Tag(0, None))
        if heading and (tag is None or tag.kind is not BlockKind.TABLE_CELL):
            tag = self._numbered(Tag(0, BlockKind.HEADING, level=int(heading[1] or 1)))
        elif kind in _KINDS and (tag is None or kind in _HOLDERS):
            level = max(1, lists) if kind == "LI" else 0
            cell = tag.cell if tag else None
            what = BlockKind.TABLE_CELL if cell else _KINDS[kind]
            tag = self._numbered(Tag(0, what, level=level, cell=cell))
        if tag and (language := self._text(raw.FPDF_StructElement_GetLang, element)):
            tag = replace(tag, language="" if language.lower().startswith("en") else language)
        return tag

    def _numbered(self, tag: Tag) -> Tag:
        self.numbers += 1
        return replace(tag, number=self.numbers)

    def _text(self, ask: object, element: raw.FPDF_STRUCTELEMENT) -> str:
        """Return one of an element's texts, which PDFium writes in UTF-16."""
        assert callable(ask)
        size = ask(element, self.buffer, 512)
        if size > 512:
            self.buffer = ctypes.create_string_buffer(size)
            ask(element, self.buffer, size)
        text = self.buffer.raw[: max(0, size - 2)].decode("utf-16-le", "replace") if size else ""
        self.buffer = self.buffer if size <= 512 else ctypes.create_string_buffer(512)
        return text

    def _span(self, cell: raw.FPDF_STRUCTELEMENT, name: str) -> int:
        """Return how many rows or columns a cell covers."""
        number = ctypes.c_float()
        for index in range(raw.FPDF_StructElement_GetAttributeCount(cell)):
            group = raw.FPDF_StructElement_GetAttributeAtIndex(cell, index)
            value = raw.FPDF_StructElement_Attr_GetValue(group, name.encode())
            if value and raw.FPDF_StructElement_Attr_GetNumberValue(value, number):
                return min(max(1, int(number.value)), 63)
        return 1


def _elements(element: raw.FPDF_STRUCTELEMENT) -> Iterator[raw.FPDF_STRUCTELEMENT]:
    for index in range(raw.FPDF_StructElement_CountChildren(element)):
        if child := raw.FPDF_StructElement_GetChildAtIndex(element, index):
            yield child
