"""Group the lines of a paper, one group for each of its blocks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plainspeak.document import BlockKind, Cell
from plainspeak.read.pdf.join import Place, goes_on, places, resumes
from plainspeak.read.pdf.kind import is_caption
from plainspeak.read.pdf.sheet import Line

Order = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """The lines of one block, what the block is, and its words.

    ``within`` is the place of its table in the page, and of its cell in the table.
    """

    kind: BlockKind
    lines: tuple[Line, ...]
    text: str
    level: int = 0
    cell: Cell | None = None
    within: Order = ()
    label: str = ""

    @property
    def order(self) -> Order:
        """Where the block begins in the paper."""
        first = self.lines[0]
        return first.page, *(self.within or (first.row, 0, 0)), first.row, first.left

    @property
    def looks(self) -> tuple[float, bool]:
        """The size and weight that rank a heading."""
        first = self.lines[0]
        return round(first.size), first.bold

    @property
    def language(self) -> str:
        """The language the file marks the block as, where it is not English."""
        tag = self.lines[0].tag
        return tag.language if tag else ""


def grouped(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Return lines in groups, one for each block."""
    if len(lines) == 1:
        return [tuple(lines)]
    groups: list[list[Place]] = []
    for place in places(lines):
        if groups and _belongs(groups[-1], place):
            groups[-1].append(place)
        elif len(groups) > 1 and _is_aside(groups[-1]) and _runs_on(groups[-2], place):
            groups[-2].append(place)
        else:
            groups.append([place])
    return [tuple(place.line for place in group) for group in groups]


def _belongs(group: Sequence[Place], place: Place) -> bool:
    tag, mine = group[-1].line.tag, place.line.tag
    if tag is None and mine is None:
        return goes_on(group, place) or resumes(group[-1], place)
    if tag is not None and mine is not None and tag.number == mine.number and mine.kind:
        return True
    return _runs_on(group, place)


def _runs_on(group: Sequence[Place], place: Place) -> bool:
    """Tell whether a paragraph goes on in a line after a picture, a note or the page's end."""
    last, line = group[-1].line, place.line
    if last.tag is None and line.tag is None:
        return resumes(group[-1], place)
    kinds = {last.tag.kind if last.tag else None, line.tag.kind if line.tag else None}
    if kinds == {None}:
        return goes_on(group, place)
    if BlockKind.HEADING in kinds:
        return False
    return line.page != last.page and resumes(group[-1], place)


def _is_aside(group: Sequence[Place]) -> bool:
    tag = group[0].line.tag
    return is_caption(group[0].line.text) or bool(tag and tag.kind is BlockKind.CAPTION)


def by_tag(lines: Iterable[Line], kind: BlockKind) -> list[tuple[Line, ...]]:
    """Return the lines tagged as one kind, in groups by their element."""
    groups: dict[int, list[Line]] = {}
    for line in lines:
        if line.tag and line.tag.kind is kind:
            groups.setdefault(line.tag.number, []).append(line)
    return [tuple(group) for group in groups.values()]
