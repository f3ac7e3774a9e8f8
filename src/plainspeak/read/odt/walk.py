"""The walk through an OpenDocument text: every paragraph in reading order."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from plainspeak.document import BlockKind, Cell
from plainspeak.read.gather import Gathered, whole_number, words_in
from plainspeak.read.odt.changes import Changes
from plainspeak.read.odt.drawings import Drawings
from plainspeak.read.odt.headings import reads_as_heading
from plainspeak.read.odt.line import Line, LineReader
from plainspeak.read.odt.lists import LEVELS, ListStyles, Numbers
from plainspeak.read.odt.names import full, get, short
from plainspeak.read.odt.styles import Style, Styles
from plainspeak.read.odt.tables import Row, is_hidden_row, rows

# Tables, boxes and lists in one another. Word's reader allows 20 of tables alone.
MAX_NESTING: Final = 60

_HIDDEN: Final = "It is marked as hidden, so it is not on the page."
_LISTED: Final = ("table-of-content", "illustration-index", "table-index", "object-index",
                  "user-index", "alphabetical-index")  # fmt: skip
_NOT_TEXT: Final = (
    "text:tracked-changes", "text:sequence-decls", "text:variable-decls", "text:user-field-decls",
    "text:dde-connection-decls", "text:alphabetical-index-auto-mark-file", "office:forms",
    "text:index-title-template", "text:soft-page-break", "table:table-column", "table:title",
    "table:table-header-columns", "table:table-columns", "table:desc", "office:event-listeners",
    "text:number", *(f"text:{name}-source" for name in (*_LISTED, "bibliography")),
)  # fmt: skip
_BODY: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.TABLE_CELL, BlockKind.TEXT_BOX})
_NOTES: Final = {"footnote": BlockKind.FOOTNOTE, "endnote": BlockKind.ENDNOTE}


@dataclass(slots=True)
class _Item:
    """A list item: its first paragraph takes the number."""

    numbers: Numbers
    style: str
    level: int
    counts: bool = True
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands."""

    kind: BlockKind = BlockKind.PARAGRAPH
    cell: Cell | None = None
    item: _Item | None = None


class Walk:
    """Reads the blocks of one part into what is gathered; notes and comments wait."""

    def __init__(
        self,
        gathered: Gathered,
        styles: Styles,
        lists: ListStyles,
        changes: Changes,
        drawings: Drawings,
    ) -> None:
        self.strong: set[int] = set()
        self._gathered = gathered
        self._styles = styles
        self._list_styles = lists
        self._changes = changes
        self._drawings = drawings
        self._depth = 0
        self._ends: list[tuple[BlockKind, etree._Element]] = []
        self._outline = Numbers(lists)
        self._lists: dict[str, Numbers] = {}
        self._entries: dict[str, Callable[[etree._Element, Place], None]] = {
            **dict.fromkeys(_NOT_TEXT, _nothing),
            **dict.fromkeys((f"text:{name}" for name in _LISTED), self._contents),
            **dict.fromkeys(("text:change", "text:change-start", "text:change-end"), self._mark),
            "text:p": self._paragraph,
            "text:h": self._paragraph,
            "text:list": self._list,
            "text:numbered-paragraph": self._numbered,
            "text:section": self._section,
            "text:bibliography": self._references,
            "table:table": self._table,
        }

    def blocks(self, element: etree._Element, place: Place) -> None:
        """Read every block inside an element."""
        if self._depth == MAX_NESTING:
            self._gathered.gap("text", f"It is nested more than {MAX_NESTING} deep.", serious=True)
            return
        self._depth += 1
        for child in element:
            name = short(child)
            if name.startswith("draw:"):
                self._drawing(child, place)
            elif isinstance(child.tag, str):
                self._entries.get(name, self.blocks)(child, place)
        self._depth -= 1

    def ends(self, *kinds: BlockKind) -> None:
        """Read the notes or comments that the text so far points to."""
        # A note may hold a comment, which then waits its turn at the end.
        for kind, element in self._ends:
            if kind in kinds:
                self.blocks(element, Place(kind))

    def _paragraph(self, element: etree._Element, place: Place) -> None:
        gathered = self._gathered
        style = self._styles.paragraph(get(element, "text:style-name"))
        number = gathered.next
        reader = LineReader(self._styles, self._changes, self._drawings.is_equation, number)
        line = reader.read(element, style)
        self._changes.add("\n")
        if line.hidden:
            gathered.gap("hidden text", _HIDDEN)
        kind, level = self._kind(element, style, place, line)
        # An empty paragraph has no number, and neither has one that is only hidden.
        label = self._label(element, place, kind, line) if line.text.strip() else ""
        added = gathered.add(
            kind, line.text, level=level, label=label, cell=place.cell, language=line.language
        )
        if added and line.strong:
            self.strong.add(number)
        for drawing in line.floating:
            self._drawing(drawing, place, beside=number if added else None)
        for end in line.ends:
            self._keep(end)

    def _kind(
        self, element: etree._Element, style: Style, place: Place, line: Line
    ) -> tuple[BlockKind, int]:
        if place.kind in _BODY and style.kind is BlockKind.CAPTION:
            return BlockKind.CAPTION, 0
        if place.kind is not BlockKind.PARAGRAPH:
            return place.kind, 0
        kind, level = style.kind, style.level
        if short(element) == "text:h" and kind is not BlockKind.TITLE:
            kind = BlockKind.HEADING
            level = whole_number(get(element, "text:outline-level"), level or 1, LEVELS)
        if kind is BlockKind.HEADING:
            numbered = place.item is not None or self._has_number(level)
            if not reads_as_heading(line.text, numbered=numbered):
                kind, level = (BlockKind.LIST_ITEM if numbered else BlockKind.PARAGRAPH), 0
        if place.item and kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            return BlockKind.LIST_ITEM, place.item.level
        return kind, level or int(kind is BlockKind.LIST_ITEM)

    def _has_number(self, level: int) -> bool:
        return bool(self._list_styles.level("", level).sign)

    def _label(self, element: etree._Element, place: Place, kind: BlockKind, line: Line) -> str:
        item = place.item
        if item is None:
            level = whole_number(get(element, "text:outline-level"), 1, LEVELS)
            plain = get(element, "text:is-list-header") == "true"
            if short(element) != "text:h" or plain or place.kind is not BlockKind.PARAGRAPH:
                return line.label
            return line.label or self._outline.next(level)
        if not item.counts:
            return line.label
        item.counts = False
        return line.label or item.numbers.next(item.level, item.start, item.style)

    def _list(self, element: etree._Element, place: Place) -> None:
        outer = place.item
        style = get(element, "text:style-name") or (outer.style if outer else "")
        numbers = outer.numbers if outer else self._numbers(element, style)
        level = min(outer.level + 1 if outer else 1, LEVELS)
        for child in element:
            start = whole_number(get(child, "text:start-value"), -1)
            item = _Item(numbers, style, level, start=start if start >= 0 else None)
            item.counts = short(child) == "text:list-item"
            self.blocks(child, replace(place, item=item))

    def _numbers(self, element: etree._Element, style: str) -> Numbers:
        """Return the count of a list: a new one, or that of the list it goes on."""
        going_on = get(element, "text:continue-list")
        if not going_on and get(element, "text:continue-numbering") == "true":
            going_on = f" {style}"
        numbers = self._lists.get(going_on) or Numbers(self._list_styles, style)
        named = element.get("{http://www.w3.org/XML/1998/namespace}id")
        # No id has a space in it: this is the last list of the style.
        self._lists |= {f" {style}": numbers, **({named: numbers} if named else {})}
        return numbers

    def _numbered(self, element: etree._Element, place: Place) -> None:
        style = get(element, "text:style-name")
        named = get(element, "text:list-id") or f" {style}"
        numbers = self._lists.setdefault(named, Numbers(self._list_styles, style))
        level = whole_number(get(element, "text:level"), 1, LEVELS)
        self.blocks(element, replace(place, item=_Item(numbers, style, level)))

    def _table(self, table: etree._Element, place: Place) -> None:
        number = self._gathered.table()
        kind = BlockKind.TABLE_CELL if place.kind in _BODY else place.kind
        for row in rows(table):
            if is_hidden_row(row.element):
                self._gathered.gap("hidden text", _HIDDEN)
            else:
                self._cells(row, kind, number)

    def _cells(self, row: Row, kind: BlockKind, table: int) -> None:
        column = 0
        for cell in row.element:
            repeated = whole_number(get(cell, "table:number-columns-repeated"), 1)
            if short(cell) == "table:table-cell":
                heads = row.is_header or column < row.header_columns
                self.blocks(cell, Place(kind, Cell(table, row.number, column, heads)))
            if short(cell) in {"table:table-cell", "table:covered-table-cell"}:
                column += max(1, repeated)

    def _section(self, section: etree._Element, place: Place) -> None:
        display = get(section, "text:display")
        hidden = display == "none" or get(section, "text:is-hidden") == "true"
        if hidden and words_in(section):
            self._gathered.gap("hidden text", _HIDDEN)
        elif not hidden:
            self.blocks(section, place)

    def _contents(self, element: etree._Element, place: Place) -> None:
        self.blocks(element, Place(BlockKind.CONTENTS))

    def _references(self, element: etree._Element, place: Place) -> None:
        self.blocks(element, Place(BlockKind.REFERENCE))

    def _mark(self, element: etree._Element, place: Place) -> None:
        self._changes.mark(element, self._gathered.next)

    def _drawing(self, drawing: etree._Element, place: Place, beside: int | None = None) -> None:
        inside = BlockKind.TEXT_BOX if place.kind in _BODY else place.kind
        for box in self._drawings.boxes(drawing, beside):
            self.blocks(box, Place(inside))

    def _keep(self, element: etree._Element) -> None:
        if short(element) == "office:annotation":
            self._ends.append((BlockKind.COMMENT, element))
            return
        kind = _NOTES.get(get(element, "text:note-class"), BlockKind.FOOTNOTE)
        for body in element.iterchildren(full("text:note-body")):
            self._ends.append((kind, body))


def _nothing(element: etree._Element, place: Place) -> None:
    return None
