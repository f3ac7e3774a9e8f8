"""Tables drawn with rules: find the grid, and the cell each line of text stands in."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from plainspeak.document import Cell
from plainspeak.read.pdf.drawn import Drawn, Rule

# Rules this near to each other, in points, are one rule or touch.
_NEAR = 3.0
_MOST_CROSSINGS = 20_000
_FRAME_SHARE, _FRAME_ROWS = 0.8, 3


@dataclass(frozen=True, slots=True)
class Grid:
    """The rules of one table, and where its columns and rows begin and end."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def place(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the row and column of the cell round a place, or None outside the table."""
        if not (self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1]):
            return None
        left = max((r.at for r in self.down if r.at <= x and _covers(r, y)), default=self.xs[0])
        top = min((r.at for r in self.across if r.at >= y and _covers(r, x)), default=self.ys[-1])
        return len(self.ys) - 1 - _index(self.ys, top), _index(self.xs, left)


def grids(drawn: Drawn, height: float) -> list[Grid]:
    """Return the tables drawn on a page, from the top down."""
    across, down = _merged(drawn.across), _merged(drawn.down)
    if not across or not down or len(across) * len(down) > _MOST_CROSSINGS:
        return []
    found = [_grid(*parts) for parts in _touching(across, down)]
    tables = [grid for grid in found if _is_table(grid, height)]
    return sorted(tables, key=lambda grid: -grid.ys[-1])


def cell_at(found: Sequence[Grid], x: float, y: float) -> Cell | None:
    """Return the cell at a place on a page, its table counted from the top of the page."""
    inside = [(grid.xs[-1] - grid.xs[0], number) for number, grid in enumerate(found)
              if grid.place(x, y)]  # fmt: skip
    if not inside:
        return None
    # A table inside another is the narrower one.
    number = min(inside)[1]
    place = found[number].place(x, y)
    return Cell(number, *place) if place else None


def parted_at(found: Iterable[Grid], y: float) -> list[float]:
    """Return the places where a rule of a table crosses a height."""
    return [rule.at for grid in found for rule in grid.down if _covers(rule, y)]


def _is_table(grid: Grid, height: float) -> bool:
    """Tell a table from a box round some text, and from a frame round a page."""
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    if columns == 1:
        fills = grid.ys[-1] - grid.ys[0] > _FRAME_SHARE * height
        return rows > 1 and not (fills and rows <= _FRAME_ROWS)
    return columns * rows > 1


def _covers(rule: Rule, place: float) -> bool:
    return rule.start - _NEAR < place < rule.end + _NEAR


def _index(places: Sequence[float], place: float) -> int:
    """Return which of some sorted places is nearest."""
    after = min(bisect_left(places, place), len(places) - 1)
    before = max(after - 1, 0)
    return min((before, after), key=lambda index: abs(places[index] - place))


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Join the pieces of rules that lie in one line and touch."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules):
        if lines and rule.at - lines[-1][0].at < _NEAR:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    return [joined for line in lines for joined in _joined(line)]


def _joined(line: list[Rule]) -> Iterator[Rule]:
    at = sum(rule.at for rule in line) / len(line)
    pieces = sorted((rule.start, rule.end) for rule in line)
    start, end = pieces[0]
    for first, last in pieces[1:]:
        if first > end + _NEAR:
            yield Rule(at, start, end)
            start, end = first, last
        end = max(end, last)
    yield Rule(at, start, end)


def _touching(
    across: Sequence[Rule], down: Sequence[Rule]
) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the rules in groups that hang together."""
    left = set(range(len(down)))
    todo = set(range(len(across)))
    while todo:
        rows, columns = {todo.pop()}, set[int]()
        fresh = set(rows)
        while fresh:
            met = {j for j in left if any(_touch(across[i], down[j]) for i in fresh)}
            left -= met
            columns |= met
            fresh = {i for i in todo if any(_touch(across[i], down[j]) for j in met)}
            todo -= fresh
            rows |= fresh
        if columns:
            yield [across[i] for i in rows], [down[j] for j in columns]


def _touch(across: Rule, down: Rule) -> bool:
    return _covers(across, down.at) and _covers(down, across.at)


def _grid(across: list[Rule], down: list[Rule]) -> Grid:
    xs = [rule.at for rule in down]
    ys = [rule.at for rule in across]
    xs += [min(rule.start for rule in across), max(rule.end for rule in across)]
    ys += [min(rule.start for rule in down), max(rule.end for rule in down)]
    return Grid(tuple(across), tuple(down), _distinct(xs), _distinct(ys))


def _distinct(places: Iterable[float]) -> tuple[float, ...]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] >= 2 * _NEAR:
            found.append(place)
    return tuple(found)
