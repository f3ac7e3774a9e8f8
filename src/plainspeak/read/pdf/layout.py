"""Put the lines of a PDF together to the blocks of a paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plainspeak.document import HEADINGS, Block, BlockKind
from plainspeak.read.pdf.furniture import Furniture, set_aside
from plainspeak.read.pdf.grid import cells, contents, footnotes, without_leaders
from plainspeak.read.pdf.join import Place, goes_on, places, resumes
from plainspeak.read.pdf.kind import Type, body_type, is_caption, kind_of, without_bullet
from plainspeak.read.pdf.lines import Line, Page
from plainspeak.read.pdf.order import in_reading_order
from plainspeak.read.pdf.text import Vocabulary, join_lines, vocabulary


@dataclass(frozen=True, slots=True)
class Run:
    """The lines of one block, what the block is, and its words."""

    kind: BlockKind
    lines: tuple[Line, ...]
    text: str
    level: int = 0

    @property
    def order(self) -> tuple[int, float, float]:
        """Where the block begins in the paper."""
        return self.lines[0].page, self.lines[0].row, self.lines[0].left

    @property
    def looks(self) -> tuple[float, bool]:
        """The size and weight that rank a heading."""
        first = self.lines[0]
        return round(first.size), first.bold


def blocks(pages: Sequence[Page]) -> list[Block]:
    """Return the blocks of a paper in reading order, not yet numbered."""
    lines = [line for page in pages for line in page.lines]
    if not lines:
        return []
    body = body_type(lines)
    furniture, pages = set_aside([in_reading_order(page, body) for page in pages])
    lines = [line for page in pages for line in page.lines]
    made = [(_edge_order(item), _edge_block(item)) for item in furniture]
    if lines:
        known = vocabulary(line.text for line in lines)
        apart = list(_apart(pages, body, known))
        taken = {line for run in apart for line in run.lines}
        prose = _prose([line for line in lines if line not in taken], body, known)
        runs = sorted([*apart, *prose], key=lambda run: run.order)
        ranked = _with_item_levels(_with_heading_levels(_with_title(runs)))
        made += [(run.order, _block(run)) for run in ranked]
    return [block for _, block in sorted(made, key=lambda pair: pair[0])]


def _apart(pages: Sequence[Page], body: Type, known: Vocabulary) -> Iterator[Run]:
    """Yield what is not running prose: contents, notes and the cells of tables."""
    taken: set[Line] = set()
    for row in contents([line for page in pages for line in page.lines]):
        taken.update(row)
        yield Run(BlockKind.CONTENTS, row, without_leaders(_text(row, known)))
    for page in pages:
        rest = [line for line in page.lines if line not in taken]
        for cell in cells(rest):
            taken.update(cell)
            if any(map(str.isalnum, text := _text(cell, known))):
                yield Run(BlockKind.TABLE_CELL, cell, text)
        rest = [line for line in rest if line not in taken]
        for note in footnotes(rest, page.height, body.size):
            yield Run(BlockKind.FOOTNOTE, note, _text(note, known))


def _prose(lines: Sequence[Line], body: Type, known: Vocabulary) -> Iterator[Run]:
    """Yield the paragraphs, headings, list items and captions."""
    for group in _groups(places(lines)):
        together = tuple(place.line for place in group)
        text = _text(together, known)
        kind = kind_of(together, text, body)
        if kind is BlockKind.LIST_ITEM:
            text = without_bullet(text)
        # A mark or a rule drawn by itself says nothing.
        if any(map(str.isalnum, text)):
            yield Run(kind, together, text)


def _groups(lines: Iterable[Place]) -> list[list[Place]]:
    """Return the lines in groups, one for each block."""
    groups: list[list[Place]] = []
    for place in lines:
        if groups and (goes_on(groups[-1], place) or resumes(groups[-1][-1], place)):
            groups[-1].append(place)
        elif len(groups) > 1 and _is_aside(groups[-1]) and resumes(groups[-2][-1], place):
            groups[-2].append(place)
        else:
            groups.append([place])
    return groups


def _is_aside(group: Sequence[Place]) -> bool:
    return is_caption(group[0].line.text)


def _with_title(runs: list[Run]) -> list[Run]:
    """Make the largest heading of the first page the title."""
    first = runs[0].lines[0].page
    heads = [r for r in runs if r.kind is BlockKind.HEADING and r.lines[0].page == first]
    if not heads:
        return runs
    title = max(heads, key=lambda run: run.looks[0])
    return [replace(r, kind=BlockKind.TITLE) if r is title else r for r in runs]


def _with_heading_levels(runs: Iterable[Run]) -> list[Run]:
    """Rank the headings by size, and bold above light; the title is at the top."""
    runs = list(runs)
    looks = sorted({r.looks for r in runs if r.kind is BlockKind.HEADING}, reverse=True)
    rank = {look: level for level, look in enumerate(looks, start=1)}
    return [replace(r, level=rank.get(r.looks, 1)) if r.kind in HEADINGS else r for r in runs]


def _with_item_levels(runs: Iterable[Run]) -> Iterator[Run]:
    """Give each list item its depth, from how far in its mark stands."""
    depths: list[float] = []
    for run in runs:
        if run.kind is BlockKind.LIST_ITEM:
            left, size = run.lines[0].left, run.lines[0].size
            depths = [depth for depth in depths if depth < left - 0.5 * size]
            depths.append(left)
            yield replace(run, level=len(depths))
        else:
            if run.kind in HEADINGS:
                depths = []
            yield run


def _text(lines: Iterable[Line], known: Vocabulary) -> str:
    return join_lines((line.text for line in lines), known)


def _block(run: Run) -> Block:
    return Block(0, run.kind, run.text, page=run.lines[0].page, level=run.level)


def _edge_block(item: Furniture) -> Block:
    return Block(0, item.kind, item.text, page=item.page)


def _edge_order(item: Furniture) -> tuple[int, float, float]:
    """Put a running head before the rest of its page, and a foot after it."""
    return item.page, -1.0 if item.kind is BlockKind.HEADER else float("inf"), 0.0
