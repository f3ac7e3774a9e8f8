"""The rows of an OpenDocument table, however they are grouped."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from plainspeak.read.gather import whole_number, words_in
from plainspeak.read.odt.names import full, get, short

_GROUPS: Final = frozenset(
    {"table:table-header-rows", "table:table-rows", "table:table-row-group", "text:soft-page-break"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number; ``header_columns`` is how many of its cells name it."""

    element: etree._Element
    number: int
    is_header: bool
    header_columns: int


def rows(table: etree._Element) -> Iterator[Row]:
    """Yield the rows of a table, but not those of a table inside it."""
    columns = _header_columns(table)
    number = 0
    for element, is_header in _rows(table):
        yield Row(element, number, is_header, columns)
        number += max(1, whole_number(get(element, "table:number-rows-repeated"), 1))


def is_hidden_row(row: etree._Element) -> bool:
    """Say whether a row is not shown, though it has words."""
    hidden = get(row, "table:visibility") in {"collapse", "filter"}
    return hidden and bool(words_in(row))


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    # A stack, as groups may be nested deep.
    waiting = [(child, False) for child in reversed(table)]
    while waiting:
        element, is_header = waiting.pop()
        name = short(element)
        if name == "table:table-row":
            yield element, is_header
        elif name in _GROUPS:
            heads = is_header or name == "table:table-header-rows"
            waiting.extend((child, heads) for child in reversed(element))


def _header_columns(table: etree._Element) -> int:
    count = 0
    for group in table.iterchildren(full("table:table-header-columns")):
        for column in group.iterchildren(full("table:table-column")):
            count += max(1, whole_number(get(column, "table:number-columns-repeated"), 1))
    return count
