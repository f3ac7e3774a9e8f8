"""Put the cells of tables together: rows, columns, header rows, tables that go on overleaf."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plainspeak.document import BlockKind, Cell
from plainspeak.read.pdf.kind import without_bullet
from plainspeak.read.pdf.runs import Run, grouped
from plainspeak.read.pdf.sheet import Line
from plainspeak.read.pdf.text import Vocabulary, join_lines

_SAME_EDGE = 12.0  # points
_ENDS = re.compile(r"[.!?:;][\"'”’)\]]*$")
# A table is on its page: the number that its lines carry is counted from the page's top.
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of one table on one page."""

    page: int
    rows: dict[int, dict[int, tuple[Line, ...]]]
    first: int
    last: int
    left: float

    @property
    def columns(self) -> int:
        """Return the number of columns."""
        return 1 + max(column for row in self.rows.values() for column in row)

    def texts(self, row: int) -> tuple[str, ...]:
        """Return the words of one row, to tell a header row that comes again."""
        cells = self.rows[row]
        return tuple(" ".join(line.text for line in cells[column]) for column in sorted(cells))

    def is_bold(self, row: int) -> bool:
        """Tell whether a row is bold throughout."""
        return all(line.bold for cell in self.rows[row].values() for line in cell)


def tables(lines: Iterable[Line]) -> list[Table]:
    """Return the tables that lines stand in, in the order of the paper."""
    found: defaultdict[Key, defaultdict[int, defaultdict[int, list[Line]]]]
    found = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for line in lines:
        if line.cell:
            found[line.page, line.cell.table][line.cell.row][line.cell.column].append(line)
    made = []
    for (page, _), rows in found.items():
        inside = [line for row in rows.values() for cell in row.values() for line in cell]
        numbers = [line.row for line in inside]
        cells = {
            number: {column: tuple(cell) for column, cell in row.items()}
            for number, row in sorted(rows.items())
        }
        left = min(line.left for line in inside)
        made.append(Table(page, cells, min(numbers), max(numbers), left))
    return sorted(made, key=lambda table: (table.page, table.first))


def table_runs(found: Sequence[Table], lines: Sequence[Line], known: Vocabulary) -> Iterator[Run]:
    """Yield a run for each paragraph of each cell; a table that goes on overleaf is one."""
    ends = {page: (first, last) for page, first, last in _ends(lines)}
    chain: list[Table] = []
    number = -1
    offset = 0
    for table in found:
        if chain and _continues(chain[-1], table, ends):
            offset += 1 + max(chain[-1].rows)
            table = _without_head(table, chain[0])
            chain.append(table)
        else:
            chain, offset, number = [table], 0, number + 1
        head = _head(chain[0]) if table is chain[0] else -1
        yield from _runs(table, number, offset, head, known)


def _ends(lines: Iterable[Line]) -> Iterator[tuple[int, int, int]]:
    rows: defaultdict[int, list[int]] = defaultdict(list)
    for line in lines:
        rows[line.page].append(line.row)
    for page, numbers in rows.items():
        yield page, min(numbers), max(numbers)


def _continues(upper: Table, lower: Table, ends: dict[int, tuple[int, int]]) -> bool:
    """Tell whether a table at the top of a page goes on from the page before."""
    return (
        lower.page == upper.page + 1
        and lower.columns == upper.columns
        and abs(lower.left - upper.left) < _SAME_EDGE
        and upper.last >= ends[upper.page][1]
        and lower.first <= ends[lower.page][0]
    )


def _without_head(table: Table, first: Table) -> Table:
    """Leave out the header rows that a table shows again on each page."""
    rows = dict(table.rows)
    for mine, its in zip(sorted(table.rows), sorted(first.rows), strict=False):
        if table.texts(mine) != first.texts(its) or len(rows) == 1:
            break
        del rows[mine]
    return replace(table, rows=rows)


def _head(table: Table) -> int:
    """Return the number of a header row that only its type shows, or -1."""
    first, *rest = sorted(table.rows)
    plain = any(not table.is_bold(row) for row in rest)
    return first if plain and table.is_bold(first) and len(table.rows[first]) > 1 else -1


def _runs(table: Table, number: int, offset: int, head: int, known: Vocabulary) -> Iterator[Run]:
    for row, cells in sorted(table.rows.items()):
        for column, lines in sorted(cells.items()):
            place = lines[0].cell
            is_header = row == head or bool(place and place.is_header)
            cell = Cell(number, row + offset, column, is_header)
            for group in grouped(lines):
                text = without_bullet(join_lines((line.text for line in group), known))
                if any(map(str.isalnum, text)):
                    within = table.first, 1 + row, column
                    yield Run(BlockKind.TABLE_CELL, group, text, cell=cell, within=within)


def joined_overleaf(runs: Sequence[Run], known: Vocabulary) -> list[Run]:
    """Join the two parts of a cell that is cut by the end of a page."""
    kept: list[Run] = []
    last: dict[tuple[int, int], int] = {}
    for run in runs:
        cell = run.cell
        assert cell is not None
        before = last.get((cell.table, cell.column))
        if before is not None and _is_cut(kept[before], run):
            upper = kept[before]
            lines = upper.lines + run.lines
            text = join_lines((line.text for line in lines), known)
            kept[before] = replace(upper, lines=lines, text=without_bullet(text))
            continue
        last[cell.table, cell.column] = len(kept)
        kept.append(run)
    return kept


def _is_cut(upper: Run, lower: Run) -> bool:
    next_page = lower.lines[0].page == upper.lines[-1].page + 1
    return next_page and lower.text[:1].islower() and not _ENDS.search(upper.text)
