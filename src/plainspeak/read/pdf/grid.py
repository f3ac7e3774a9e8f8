"""Find what is not running prose: cells of tables, contents, footnotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import fmean

from plainspeak.document import Cell
from plainspeak.read.pdf.kind import starts_bullet
from plainspeak.read.pdf.sheet import Line

_LEADER = re.compile(r"(?:\.\s?){4,}|(?:…\s?){2,}|(?:_\s?){6,}")
_ENDS_WITH_PAGE = re.compile(r"(?:\s|\.|…)(\d{1,4}|[ivxl]{1,6})$")
_CONTENTS = re.compile(r"(?:table of |list of )?(?:contents|figures|tables|annexes|appendices)\W*")
_NOTE = re.compile(r"(?:\[?\d{1,3}\]?[.)]?|[*†‡§¶]+|\(\d{1,2}\))\s*[^\W\d_]{2}")


# Tables with rules are counted from 0: these come after them.
_FIRST_TABLE = 1_000

_NOTE_SIZE = 0.95
# A number beside a line this long is the number of a paragraph.
_PROSE_LINE = 40
_NOTE_NUMBER = re.compile(r"(\[?\d{1,3}\]?|[*†‡§¶]+|\(\d{1,2}\))[.)]?\s*(?=[^\W\d_]{2}|[\"'“‘])")


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines that stand one under the other, with nothing between them."""

    lines: tuple[Line, ...]

    @property
    def left(self) -> float:
        """Where the cell begins."""
        return min(line.left for line in self.lines)

    @property
    def right(self) -> float:
        """Where its longest line ends."""
        return max(line.right for line in self.lines)

    @property
    def is_prose(self) -> bool:
        """Long enough, and wide enough, to be a column of text."""
        return len(self.lines) >= 4 and fmean(len(line.text) for line in self.lines) >= 25

    def is_label(self, other: "Stack") -> bool:
        """Tell whether this is a few words in the type of a cell, and no sentence."""
        mine, its = self.lines[0], other.lines[0]
        same_type = abs(mine.size - its.size) < 0.5 and mine.bold <= its.bold
        words = sum(len(line.text.split()) for line in self.lines)
        return same_type and words <= 12 and not self.lines[-1].text.endswith((".", ":"))


def with_cells(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, those in a table without rules with their cells."""
    stacks = [Stack(tuple(stack)) for stack in _stacks(lines)]
    gridded = {
        place
        for index, (one, other) in enumerate(pairwise(stacks))
        if _beside(one, other) and not (one.is_prose and other.is_prose)
        for place in (index, index + 1)
    }
    # A line by itself between two rows is the table's own heading for those rows.
    for index in range(1, len(stacks) - 1):
        if {index - 1, index + 1} <= gridded and stacks[index].is_label(stacks[index - 1]):
            gridded.add(index)
    placed: dict[Line, Line] = {}
    for number, group in enumerate(_neighbours(sorted(gridded))):
        placed_cells = list(_cells([stacks[index] for index in group], _FIRST_TABLE + number))
        # Two pieces at one height are a line with a wide gap, such as "Name     Date".
        if len({cell.row for _, cell in placed_cells}) == 1:
            continue
        for stack, cell in placed_cells:
            placed |= {line: replace(line, cell=cell) for line in stack.lines}
    return [placed.get(line, line) for line in lines]


def _neighbours(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Yield the runs of numbers that follow each other without a gap."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        yield [number for _, number in group]


def _cells(stacks: Sequence[Stack], table: int) -> Iterator[tuple[Stack, Cell]]:
    """Yield each stack with its cell: the fullest row says where the columns are."""
    rows: list[list[Stack]] = []
    for stack in stacks:
        first = stack.lines[0]
        level = rows and abs(rows[-1][0].lines[0].base - first.base) < 0.6 * first.size
        beside = rows and stack.left >= rows[-1][-1].right and _beside(rows[-1][-1], stack)
        if level or beside:
            rows[-1].append(stack)
        else:
            rows.append([stack])
    columns = sorted((stack.left, stack.right) for stack in max(rows, key=len))
    for number, row in enumerate(rows):
        free = list(range(len(columns)))
        for stack in sorted(row, key=lambda stack: stack.left):
            column = max(free or [len(columns) - 1], key=lambda at: _overlap(stack, columns[at]))
            free = [at for at in free if at > column]
            yield stack, Cell(table, number, column)


def _overlap(stack: Stack, column: tuple[float, float]) -> float:
    """Return how far a stack reaches over a column; below 0 for how far it is from it."""
    return min(stack.right, column[1]) - max(stack.left, column[0])


def _stacks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    stack: list[Line] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else line
        room = after.left if after.row == line.row and after.left > line.right else float("inf")
        if stack and not (_under(stack[-1], line) and stack[-1].right < room):
            yield stack
            stack = []
        stack.append(line)
    if stack:
        yield stack


def _under(upper: Line, lower: Line) -> bool:
    drop = upper.base - lower.base
    if upper.row == lower.row or not 0 < drop <= 1.6 * max(upper.size, lower.size):
        return False
    if abs(upper.size - lower.size) > 0.06 * upper.size:
        return False
    aligned = abs(upper.left - lower.left) < 3 * upper.size
    centred = abs(upper.left + upper.right - lower.left - lower.right) < 2 * upper.size
    return (aligned or centred) and lower.left < upper.right and upper.left < lower.right


def _beside(one: Stack, other: Stack) -> bool:
    """Tell whether a cell stands to the right of another, at the same height."""
    size = other.lines[0].size
    mark, words = one.lines[0].text, other.lines[0].text
    if starts_bullet(mark) or (mark.strip("().").isdecimal() and len(words) >= _PROSE_LINE):
        return False
    if other.left < one.right + 0.3 * size:
        return False
    return (
        other.lines[0].base > one.lines[-1].base - 0.5 * size
        and other.lines[-1].base < one.lines[0].base + 0.5 * size
    )


def contents(lines: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the rows of a table of contents: entries that end with their page."""
    rows = [tuple(group) for _, group in groupby(lines, key=lambda line: (line.page, line.row))]
    texts = [" ".join(part.text for part in row) for row in rows]
    inside = False
    held: tuple[Line, ...] = ()
    for index, (row, text) in enumerate(zip(rows, texts, strict=True)):
        after = texts[index + 1] if index + 1 < len(texts) else ""
        led = bool(_LEADER.search(text)) and len(text) < 300
        if _CONTENTS.fullmatch(text.lower()):
            inside = True
        elif (led or inside) and _ENDS_WITH_PAGE.search(text):
            yield held + row
            inside, held = True, ()
        # A long entry takes two lines, and only the second has the page.
        elif inside and not held and _ENDS_WITH_PAGE.search(after):
            held = row
        else:
            inside, held = False, ()


def without_leaders(text: str) -> str:
    """Return a contents entry with its row of dots made short."""
    return " ".join(_LEADER.sub(" … ", text).split())


def footnotes(
    lines: Sequence[Line], height: float, body: float, separator: float
) -> Iterator[tuple[Line, ...]]:
    """Yield the notes at the foot of a page: small type, or what stands below a short rule."""
    below = [line for line in lines if line.base < separator]
    first = max(below, key=lambda line: line.base, default=None)
    if first is None or not (first.size < _NOTE_SIZE * body or _NOTE.match(first.text)):
        below, separator = [], 0.0
    foot: list[Line] = []
    for line in sorted(lines, key=lambda line: line.base):
        if line.base > separator and (line.size > 0.93 * body or line.base > height / 2):
            break
        foot.append(line)
    note: list[Line] = []
    for line in sorted(foot, key=lambda line: (line.row, line.left)):
        if _NOTE.match(line.text):
            if note:
                yield tuple(note)
            note = [line]
        elif note or line in below:
            note.append(line)
    if note:
        yield tuple(note)


def split_note(text: str) -> tuple[str, str]:
    """Return the number of a note and its words."""
    mark = _NOTE_NUMBER.match(text)
    return (mark[1], text[mark.end() :]) if mark else ("", text)
