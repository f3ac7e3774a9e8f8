"""Put the lines of a page in reading order, and mend those drawn in pieces."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import fmean, median

from plainspeak.read.pdf.kind import Type
from plainspeak.read.pdf.lines import Page
from plainspeak.read.pdf.sheet import Line

_MARK = re.compile(r"[^\w\s.,;:]|\(?\w{1,4}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|o")
_NOTE_SIZE = 0.93
_NOTE_MARK = re.compile(r"[\d\s,–-]+|[*†‡§¶]+")


def in_reading_order(page: Page, body: Type) -> Page:
    """Return a page with its lines in reading order, where the file's is clearly not."""
    lines = list(_marks_joined(_raised_joined(page.lines, body), body))
    if _is_scrambled(lines):
        lines.sort(key=lambda line: (-round(line.base), line.left))
        lines = list(_one_row(lines))
    lines = _columns_parted(lines)
    return replace(page, lines=tuple(lines))


def _raised_joined(lines: Iterable[Line], body: Type) -> Iterator[Line]:
    """Mend lines that are broken at a raised or lowered sign, such as the th of 8th."""
    held: Line | None = None
    sign: Line | None = None
    for line in lines:
        if held is None:
            held = line
        elif sign is None and _is_sign(held, line):
            sign = line
        elif sign is None and _is_rest(held, held, line):
            held = _with_rest(held, held, line)
        elif sign is not None and _is_rest(held, sign, line):
            held, sign = _with_rest(held, sign, line), None
        elif sign is None and _is_sign(line, held) and _NOTE_MARK.fullmatch(held.text):
            # The number before a note, or one that fell to the start of a line of its own.
            is_note = line.size < _NOTE_SIZE * body.size
            text = f"{held.text} {line.text}" if is_note else line.text
            held = replace(line, text=text, left=held.left)
        else:
            yield _with_sign(held, sign) if sign else held
            held, sign = line, None
    if held is not None:
        yield _with_sign(held, sign) if sign else held


def _is_sign(line: Line, small: Line) -> bool:
    """Tell whether a few small characters stand at the end, or the start, of a line."""
    shift = abs(small.base - line.base)
    if line.cell != small.cell:
        return False
    if len(small.text) > 12 or small.size > 0.85 * line.size or not 0 < shift < 0.7 * line.size:
        return False
    return min(abs(small.left - line.right), abs(line.left - small.right)) < 0.5 * line.size


def _with_sign(line: Line, sign: Line) -> Line:
    """Return a line with its sign, unless the sign is the number of a note."""
    after_word = re.search(r"[^\W\d_]{3}$|[^\w\s]$", line.text)
    if after_word and sign.base > line.base and _NOTE_MARK.fullmatch(sign.text):
        return replace(line, right=sign.right)
    return replace(line, text=line.text + sign.text, right=sign.right)


def _is_rest(line: Line, sign: Line, rest: Line) -> bool:
    """Tell whether a line goes on after its sign, at the same height."""
    return (
        abs(rest.base - line.base) < 0.2 * line.size
        and rest.row != line.row
        and rest.cell == line.cell
        and -1 < rest.left - sign.right < 0.6 * line.size
    )


def _with_rest(line: Line, sign: Line, rest: Line) -> Line:
    first = line if sign is line else _with_sign(line, sign)
    apart = rest.left - sign.right > 0.12 * line.size and rest.text[0] not in ".,;:)"
    text = f"{first.text} {rest.text}" if apart else first.text + rest.text
    return replace(first, text=text, right=rest.right)


def _marks_joined(lines: Iterable[Line], body: Type) -> Iterator[Line]:
    """Join a bullet or a number that is drawn by itself to the text beside it."""
    held: Line | None = None
    for line in lines:
        if held is not None:
            beside = abs(held.base - line.base) < 0.4 * line.size and line.left >= held.right - 1
            is_mark = _MARK.fullmatch(held.text) or body.stands_out(line)
            near = line.left - held.right < 5 * line.size and line.cell == held.cell
            if is_mark and beside and near:
                line = replace(line, text=f"{held.text} {line.text}", left=held.left)
            else:
                yield held
            held = None
        if _MARK.fullmatch(line.text) or (body.stands_out(line) and line.text.isdecimal()):
            held = line
        else:
            yield line
    if held is not None:
        yield held


def _is_scrambled(lines: Sequence[Line]) -> bool:
    """Tell whether lines often go up the page within one column."""
    up = sum(
        b.base > a.base + a.size and b.left < a.right and a.left < b.right
        for a, b in pairwise(lines)
    )
    return up >= 10 and up > 0.4 * len(lines)


def _one_row(lines: Iterable[Line]) -> Iterator[Line]:
    """Number sorted lines again, those at one height as one row."""
    row, base = -1, float("inf")
    for line in lines:
        if base - line.base > 1:
            row, base = row + 1, line.base
        yield replace(line, row=row)


def _columns_parted(lines: list[Line]) -> list[Line]:
    """Put a page that was written straight across two columns back in order."""
    rows = [tuple(group) for _, group in groupby(lines, key=lambda line: line.row)]
    pairs = [row for row in rows if len(row) == 2 and min(len(part.text) for part in row) >= 15]
    if len(pairs) < 8 or fmean(len(part.text) for row in pairs for part in row) < 28:
        return lines
    gutter = median((left.right + right.left) / 2 for left, right in pairs)
    within = [row for row in pairs if row[0].right < gutter < row[1].left]
    if len(within) < 0.8 * len(pairs) or len(pairs) < 0.6 * sum(len(row) > 1 for row in rows):
        return lines
    first, last = rows.index(within[0]), rows.index(within[-1])
    middle = [line for row in rows[first : last + 1] for line in row]
    if any(line.left < gutter - line.size < line.right - 2 * line.size for line in middle):
        return lines
    ordered = [
        *(line for row in rows[:first] for line in row),
        *(line for line in middle if line.left < gutter),
        *(line for line in middle if line.left >= gutter),
        *(line for row in rows[last + 1 :] for line in row),
    ]
    return [replace(line, row=row) for row, line in enumerate(ordered)]
