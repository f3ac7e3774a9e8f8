"""Decide whether a line goes on from the one before it."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from plainspeak.read.pdf.kind import begins_in_mid_sentence, is_caption, starts_item
from plainspeak.read.pdf.sheet import Line
from plainspeak.read.pdf.text import BROKEN

_SENTENCE_END = re.compile(r"[.!?:;][\"'”’)\]]*$")
_FIRST_WORD = re.compile(r"(?:[^\w\s(\"'“‘]+ )?\S+")
# Paragraphs are often numbered without a full stop, with the text set in.
_BARE_NUMBER = re.compile(r"\d{1,3}\s+[\"'“‘(]?[A-Z]")
_OPENING = "\"'“‘(["
# How far before and after a line its neighbours tell its column and its leading.
_NEIGHBOURS = 10
# Lines set twice as far apart as usual, as in drafts.
_MOST_LEADING = 2.6


@dataclass(frozen=True, slots=True)
class Place:
    """A line, with the right edge of its column and the usual step to the next line."""

    line: Line
    edge: float
    leading: float


def places(lines: Sequence[Line]) -> list[Place]:
    """Return each line with the edge and the leading that its neighbours show."""
    usual = _usual_leading(lines)
    margin = _margins(lines)
    found = []
    for index, line in enumerate(lines):
        start = max(0, index - _NEIGHBOURS)
        near = [
            other
            for other in lines[start : index + _NEIGHBOURS + 1]
            if other.page == line.page and abs(other.left - line.left) < 5 * line.size
        ]
        edge = _edge(near, line, margin[line.page])
        found.append(Place(line, edge, _leading(near, line, usual, edge)))
    return found


def _edge(near: Sequence[Line], line: Line, margin: float) -> float:
    """Return where the lines near a line end, or the margin where they end anywhere.

    Several lines that end together show the edge of a column. Names and
    addresses, one to a line, do not: their edge is that of the page.
    """
    rights = sorted((other.right for other in near if _same_size(other, line)), reverse=True)
    for end, third in zip(rights, rights[2:], strict=False):
        if end - third < 2.5 * line.size:
            return max(end, line.right)
    # A line whose size is no honest number is not even as large as itself.
    return max(rights[0] if rights else line.right, margin)


def _margins(lines: Sequence[Line]) -> dict[int, float]:
    """Return where the text of each page ends on the right; 0 on pages with columns."""
    pages: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    ends = {page: max(line.right for line in group) for page, group in pages.items()}
    usual = median(ends.values()) if ends else 0.0
    return {
        page: 0.0 if _has_columns(group) else max(ends[page], usual)
        for page, group in pages.items()
    }


def _has_columns(lines: Sequence[Line]) -> bool:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    middle = (left + right) / 2 - 2 * lines[0].size
    return sum(line.left > middle and len(line.text) > 20 for line in lines) >= 8


def _drops(lines: Sequence[Line]) -> Counter[float]:
    """Count the steps down between lines of one size, in half points."""
    return Counter(
        round(2 * (upper.base - lower.base)) / 2
        for upper, lower in pairwise(lines)
        if upper.page == lower.page
        and abs(upper.size - lower.size) < 0.5
        and 0.9 * upper.size < upper.base - lower.base < 2.5 * upper.size
    )


def _usual_leading(lines: Sequence[Line]) -> dict[int, float]:
    """Return the commonest step down for each size of type that has enough lines."""
    by_size: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_size[round(line.size)].append(line)
    counts = {size: _drops(group) for size, group in by_size.items()}
    return {
        size: drops.most_common(1)[0][0] for size, drops in counts.items() if drops.total() >= 12
    }


def _leading(near: Sequence[Line], line: Line, usual: dict[int, float], edge: float) -> float:
    """Return the step down between lines of a paragraph: the paper's or a smaller one.

    Where full lines go on in mid-sentence, the step below them is surely that.
    """
    alike = [other for other in near if abs(other.size - line.size) < 0.5]
    drops = _drops(alike)
    steps = [drop for drop, count in drops.items() if count > 1]
    if (common := usual.get(round(line.size))) is not None:
        steps.append(common)
    least = min(steps, default=1.25 * line.size)
    inside = _drops_inside(alike, edge)
    return max(least, inside) if inside < _MOST_LEADING * line.size else least


def _drops_inside(lines: Sequence[Line], edge: float) -> float:
    """Return the commonest step down below full lines that end in mid-sentence, or 0."""
    drops = Counter(
        round(2 * (upper.base - lower.base)) / 2
        for upper, lower in pairwise(lines)
        if edge - upper.right < 0.1 * (edge - upper.left)
        and lower.text[:1].islower()
        and not _SENTENCE_END.search(upper.text)
    )
    step, count = drops.most_common(1)[0] if drops else (0.0, 0)
    return step if count > 1 else 0.0


def goes_on(run: Sequence[Place], place: Place) -> bool:
    """Tell whether a line belongs to the paragraph that the run has begun."""
    last, line = run[-1].line, place.line
    flows = _flows(run[-1], place)
    if line.page == last.page and line.row == last.row:
        return line.left >= last.right - line.size
    if not _same_type(last, line) and not (flows and _near_size(last, line)):
        return False
    if starts_item(line.text) and not _in_mid_sentence(run, line):
        return False
    drop = last.base - line.base
    if line.page != last.page or drop < 0.3 * line.size:
        return not (last.bold and line.bold) and _resumes_after_break(run, place)
    if drop > 1.28 * max(run[-1].leading, line.size):
        return False
    if is_caption(line.text) and not _is_open(run[-1]):
        return False
    if not _indent_allows(run, place, flows=flows):
        return False
    return flows or _runs_on(last, line) or not _is_short(run[-1], line)


def _in_mid_sentence(run: Sequence[Place], line: Line) -> bool:
    """Tell whether a number that begins a line is no mark, but part of a sentence."""
    first, last = run[0].line, run[-1].line
    if starts_item(first.text) or _SENTENCE_END.search(last.text):
        return False
    return abs(line.left - last.left) < 1 and begins_in_mid_sentence(line.text)


def resumes(place: Place, later: Place) -> bool:
    """Tell whether a paragraph goes on after a figure, a table or a note."""
    last, line = place.line, later.line
    return line.page - last.page <= 1 and _same_type(last, line) and _flows(place, later)


def _resumes_after_break(run: Sequence[Place], later: Place) -> bool:
    """Tell whether a paragraph goes on at the top of the next column or page."""
    place, line = run[-1], later.line
    if line.page - place.line.page > 1 or starts_item(line.text) or is_caption(line.text):
        return False
    if _flows(place, later):
        return True
    return len(run) > 1 and _is_open(place) and not _is_short(place, line)


def _is_open(place: Place) -> bool:
    """Tell whether a line is full and no sentence ends with it."""
    line = place.line
    full = place.edge - line.right < 0.15 * (place.edge - line.left)
    return full and len(line.text) > 25 and not _SENTENCE_END.search(line.text)


def _flows(place: Place, later: Place) -> bool:
    """Tell whether the words run on: no sentence ends, and none begins."""
    last = place.line
    if last.text.endswith(BROKEN):
        return True
    return _runs_on(last, later.line) and place.edge - last.right < 0.35 * (place.edge - last.left)


def _runs_on(last: Line, line: Line) -> bool:
    """Tell whether no sentence ends with one line or begins with the next."""
    starts_low = line.text.lstrip(_OPENING)[:1].islower() and not starts_item(line.text)
    return starts_low and len(last.text) >= 25 and not _SENTENCE_END.search(last.text)


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= 0.06 * max(one.size, other.size)


def _near_size(one: Line, other: Line) -> bool:
    """Tell whether one sentence may be set in the two sizes, as names of things often are."""
    return abs(one.size - other.size) <= 0.2 * max(one.size, other.size)


def _same_type(one: Line, other: Line) -> bool:
    return one.bold == other.bold and _same_size(one, other)


def _is_short(place: Place, following: Line) -> bool:
    """Tell whether the next line's first word would have fitted: then the break was meant.

    Where no sentence ends, the room has to be ample: capitals are wide.
    """
    last = place.line
    # A sign such as ">=" stays with the word after it.
    opening = _FIRST_WORD.match(following.text)
    word = opening[0] if opening else following.text
    letter = (following.right - following.left) / max(1, len(following.text))
    ample = 1.1 if _SENTENCE_END.search(last.text) else 1.8
    return place.edge - last.right > ample * ((len(word) + 1) * letter + 0.5 * last.size)


def _indent_allows(run: Sequence[Place], place: Place, *, flows: bool) -> bool:
    """Tell whether a line starts where the next line of the run may start."""
    last, line = run[-1].line, place.line
    step = line.left - last.left
    em = 0.7 * line.size
    centred = abs(last.left + last.right - line.left - line.right) < line.size
    if abs(step) <= em or centred:
        return True
    if step > 0:
        # After a bullet or a number the text stands further in than its mark.
        marked = starts_item(last.text) or _BARE_NUMBER.match(last.text) is not None
        return flows or (len(run) == 1 and marked and step < 6 * line.size)
    return flows or (len(run) == 1 and not starts_item(last.text) and -step < 5 * line.size)
