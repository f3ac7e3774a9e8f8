"""Where the cells of a table stand, and which of them name a column or a row."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml import etree

from plainspeak.document import Cell
from plainspeak.read.docx import names as names
from plainspeak.read.docx.looks import Line
from plainspeak.read.docx.names import child_value, is_on, value
from plainspeak.read.docx.styles import Styles

_MOST_COLUMNS: Final = 63  # in Word; a file may claim two thousand million
_FIRST_ROW, _FIRST_COLUMN = "firstRow", "firstCol"
# The attributes that say so in newer files, and the bits that do in older ones.
_LOOKS: Final = ((_FIRST_ROW, "firstRow", 0x20), (_FIRST_COLUMN, "firstColumn", 0x80))


@dataclass(slots=True)
class _Table:
    number: int
    looks: frozenset[str]
    row: int = -1
    column: int = 0
    next_column: int = 0
    in_header: bool = True


class Tables:
    """The tables open at one place of the walk; they nest, and are counted as they begin."""

    __slots__ = ("_count", "_open", "_styles")

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._count = 0
        self._open: list[_Table | None] = []

    @property
    def cell(self) -> Cell | None:
        """The cell we are in; None outside of tables and in text boxes."""
        table = self._open[-1] if self._open else None
        if table is None:
            return None
        by_look = (table.row == 0 and _FIRST_ROW in table.looks) or (
            table.column == 0 and _FIRST_COLUMN in table.looks
        )
        return Cell(table.number, max(table.row, 0), table.column, table.in_header or by_look)

    def begin(self, element: etree._Element | None) -> None:
        """Go into a table; None is a text box, which stands in no cell."""
        if element is None:
            self._open.append(None)
            return
        self._open.append(_Table(self._count, self._looks(element)))
        self._count += 1

    def end(self) -> None:
        """Leave the table or text box."""
        self._open.pop()

    def begin_row(self, row: etree._Element) -> None:
        """Go to the next row."""
        table = self._open[-1] if self._open else None
        if table is None:
            return
        before, repeats = 0, False
        for settings in row.iterchildren(*names.ROW_SETTINGS):
            before = _count(child_value(settings, names.COLUMNS_BEFORE), 0)
            repeats = any(map(is_on, settings.iterchildren(*names.HEADER_ROW)))
        table.row += 1
        table.next_column = before
        table.in_header = table.in_header and repeats

    def begin_cell(self, cell: etree._Element) -> None:
        """Go to the next cell of the row."""
        table = self._open[-1] if self._open else None
        if table is None:
            return
        table.column = table.next_column
        settings = next(cell.iterchildren(*names.CELL_SETTINGS), None)
        span = None if settings is None else child_value(settings, names.COLUMNS)
        table.next_column += _count(span, 1)

    def _looks(self, table: etree._Element) -> frozenset[str]:
        """Return which parts of a table are made to stand out by its style."""
        settings = next(table.iterchildren(*names.TABLE_SETTINGS), None)
        look = None if settings is None else next(settings.iterchildren(*names.TABLE_LOOK), None)
        # A table of one row is a frame around text, and has nothing to name.
        if settings is None or look is None or _has_one_row(table):
            return frozenset()
        wanted = frozenset(name for name, attribute, bit in _LOOKS if _is_set(look, attribute, bit))
        return wanted & self._styles.table_parts(child_value(settings, names.TABLE_STYLE))


def bold_headers(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the tables that have no other headers, but a bold first row."""
    headed: set[int] = set()
    first: dict[int, list[Line]] = {}
    plain: set[int] = set()
    for line in lines:
        cell = line.paragraph.cell
        if cell is None or cell.is_header:
            headed.update(() if cell is None else (cell.table,))
        elif cell.row == 0:
            first.setdefault(cell.table, []).append(line)
        elif cell.table not in plain and not line.is_strong:
            plain.add(cell.table)
    return frozenset(
        table
        for table, cells in first.items()
        if table in plain - headed and _columns(cells) > 1 and all(cell.is_strong for cell in cells)
    )


def _columns(cells: Sequence[Line]) -> int:
    return len({line.paragraph.cell.column for line in cells if line.paragraph.cell})


def _has_one_row(table: etree._Element) -> bool:
    return len(list(islice(table.iterchildren(*names.ROW, *names.CONTROL), 2))) == 1


def _is_set(look: etree._Element, attribute: str, bit: int) -> bool:
    said = value(look, attribute)
    if said is not None:
        return said in {"1", "true", "on"}
    try:
        return bool(int(value(look) or "0", 16) & bit)
    except ValueError:
        return False


def _count(text: str | None, otherwise: int) -> int:
    return (
        min(int(text), _MOST_COLUMNS) if text and text.isdecimal() and len(text) < 12 else otherwise
    )
