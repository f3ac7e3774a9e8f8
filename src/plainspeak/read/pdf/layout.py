"""Put the lines of a PDF together to the blocks of a paper."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from plainspeak.document import HEADINGS, Block, BlockKind
from plainspeak.read.pdf.furniture import Furniture, set_aside
from plainspeak.read.pdf.grid import contents, footnotes, split_note, with_cells, without_leaders
from plainspeak.read.pdf.kind import Type, body_type, tagged_kind, without_bullet
from plainspeak.read.pdf.lines import Page
from plainspeak.read.pdf.mend import Mender
from plainspeak.read.pdf.order import in_reading_order
from plainspeak.read.pdf.runs import Order, Run, by_tag, grouped
from plainspeak.read.pdf.sheet import Line
from plainspeak.read.pdf.tables import joined_overleaf, table_runs, tables
from plainspeak.read.pdf.text import Vocabulary, clean, join_lines, vocabulary
from plainspeak.read.references import mark_references

_LAST_LINE = 1_000_000.0


def blocks(pages: Sequence[Page], mender: Mender) -> list[Block]:
    """Return the blocks of a paper in reading order, not yet numbered."""
    made = [(after(page.number, 1), block) for page in pages for block in _beside(page)]
    lines = [line for page in pages for line in page.lines]
    if lines:
        body = body_type(lines)
        furniture, pages = set_aside([in_reading_order(page, body) for page in pages])
        made += [(_edge_order(item), _edge_block(item)) for item in furniture]
        made += _words(pages, body, mender)
    found = [block for _, block in sorted(made, key=lambda pair: pair[0])]
    return mender.blocks(mark_references(found))


def _words(pages: Sequence[Page], body: Type, mender: Mender) -> Iterator[tuple[Order, Block]]:
    """Yield the blocks that the lines of the pages make, each with its place."""
    lines = [line for page in pages for line in page.lines]
    known = vocabulary((line.text for line in lines), mender)
    apart, rest = _apart(pages, body, known)
    runs = sorted([*apart, *_prose(rest, body, known)], key=lambda run: run.order)
    for run in _with_item_levels(_with_heading_levels(_with_title(runs))):
        yield run.order, _block(run)
    seen: set[str] = set()
    for page in pages:
        for run in _prose(page.sideways, body, known):
            # A stamp across every page, such as "Draft", is said once.
            if run.text not in seen:
                seen.add(run.text)
                sideways = replace(run, kind=BlockKind.PARAGRAPH, level=0)
                yield after(page.number, 0), _block(sideways)


def _beside(page: Page) -> Iterator[Block]:
    """Yield what does not stand in the lines of a page: recognised words, answers and notes."""
    for text in re.split(r"\n\s*\n", page.recognition or ""):
        if any(map(str.isalnum, words := clean(text))):
            yield Block(0, BlockKind.PARAGRAPH, words, page=page.number)
    yield from page.extras


def _apart(pages: Sequence[Page], body: Type, known: Vocabulary) -> tuple[list[Run], list[Line]]:
    """Return what is not running prose (contents, tables, notes), and the lines left."""
    every = [line for page in pages for line in page.lines]
    runs = [_entry(group, known) for group in by_tag(every, BlockKind.CONTENTS)]
    runs += [_note(group, known) for group in by_tag(every, BlockKind.FOOTNOTE)]
    taken = {line for run in runs for line in run.lines}
    left = [line for line in every if line not in taken]
    for row in contents([line for line in left if line.cell is None]):
        taken.update(row)
        runs.append(_entry(row, known))
    rest: list[Line] = []
    for page in pages:
        lines = [line for line in page.lines if line not in taken]
        lines = lines if page.tagged else _untagged(lines)
        rest += lines
        if not page.tagged:
            outside = [line for line in lines if line.cell is None]
            for note in footnotes(outside, page.height, body.size, page.separator):
                taken.update(note)
                runs.append(_note(note, known))
    rest = [line for line in rest if line not in taken]
    runs += joined_overleaf(list(table_runs(tables(rest), rest, known)), known)
    return runs, [line for line in rest if line.cell is None]


def _entry(lines: tuple[Line, ...], known: Vocabulary) -> Run:
    return Run(BlockKind.CONTENTS, lines, without_leaders(_text(lines, known)))


def _note(lines: tuple[Line, ...], known: Vocabulary) -> Run:
    label, text = split_note(_text(lines, known))
    return Run(BlockKind.FOOTNOTE, lines, text, label=label)


def _untagged(lines: list[Line]) -> list[Line]:
    """Look for tables without rules, between those that have them."""
    return [
        line
        for ruled, group in groupby(lines, key=lambda line: line.cell is not None)
        for line in (group if ruled else with_cells(list(group)))
    ]


def _prose(lines: Sequence[Line], body: Type, known: Vocabulary) -> Iterator[Run]:
    """Yield the paragraphs, headings, list items and captions."""
    for group in grouped(lines):
        text = _text(group, known)
        kind, level = tagged_kind(group, text, body)
        if kind is BlockKind.LIST_ITEM:
            text = without_bullet(text)
        # A mark or a rule drawn by itself says nothing.
        if any(map(str.isalnum, text)):
            yield Run(kind, group, text, level)


def _with_title(runs: list[Run]) -> list[Run]:
    """Make the largest heading of the first page the title."""
    if not runs:
        return runs
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
    return [
        replace(r, level=rank.get(r.looks, 1)) if r.kind in HEADINGS and not r.level else r
        for r in runs
    ]


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
    page = run.lines[0].page
    return Block(
        0, run.kind, run.text, page=page, level=run.level,
        label=run.label, cell=run.cell, language=run.language,
    )  # fmt: skip


def _edge_block(item: Furniture) -> Block:
    return Block(0, item.kind, item.text, page=item.page)


def after(page: int, place: int) -> Order:
    """Return a place after all lines of a page and before its running foot."""
    return page, _LAST_LINE, place


def _edge_order(item: Furniture) -> Order:
    """Put a running head before the rest of its page, and a foot after it."""
    return item.page, -1.0 if item.kind is BlockKind.HEADER else float("inf"), 0.0
