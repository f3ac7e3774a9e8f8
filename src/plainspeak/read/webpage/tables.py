"""Where the cells of a web page's tables stand."""

from lxml import etree

from plainspeak.document import Cell
from plainspeak.read.gather import whole_number
from plainspeak.read.webpage.names import LAYOUT

_MOST_SPAN = 1000  # the most columns that browsers allow a cell


class Table:
    """Gives each cell of one table its row and column, past those that reach into its row."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._row = -1
        self._column = 0
        self._reaching: dict[int, int] = {}

    def row(self) -> None:
        """Begin a row."""
        self._row += 1
        self._column = 0
        self._reaching = {at: to for at, to in self._reaching.items() if to >= self._row}

    def cell(self, element: etree._Element) -> Cell:
        """Return the place of the next cell."""
        self._row = max(self._row, 0)
        while self._column in self._reaching:
            self._column += 1
        column = self._column
        wide = max(1, whole_number(element.get("colspan"), 1, _MOST_SPAN))
        high = max(1, whole_number(element.get("rowspan"), 1))
        if high > 1:
            # Cells far to the right of any honest table hold nothing in the rows below.
            reached = range(column, min(column + wide, _MOST_SPAN))
            self._reaching.update(dict.fromkeys(reached, self._row + high - 1))
        self._column = column + wide
        return Cell(self._number, self._row, column, is_header=_is_header(element))


def is_layout(table: etree._Element) -> bool:
    """Say whether a table only puts things in their place, as in most mails.

    It says so, or has tables inside it, or a single cell, and nothing that names
    a row or column.
    """
    if table.get("role") in LAYOUT:
        return True
    if any(_table_of(head) is table for head in table.iter("th", "caption", "thead")):
        return False
    cells = table.iter("td")
    next(cells, None)
    is_single = next(cells, None) is None
    return is_single or next(table.iterdescendants("table"), None) is not None


def _table_of(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors("table"), None)


def _is_header(element: etree._Element) -> bool:
    around = next(element.iterancestors("thead", "table"), element)
    return element.tag == "th" or around.tag == "thead"
