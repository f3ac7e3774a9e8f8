"""Running heads, running feet and page numbers: found and set aside."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from plainspeak.document import BlockKind
from plainspeak.read.pdf.lines import Page
from plainspeak.read.pdf.sheet import Line

# The parts of a page, from each edge, where running heads and feet stand.
_BAND = 0.12
# A deep head or foot: only the outermost lines, and only where they come back.
_WIDE_BAND, _OUTER = 0.2, 4
_SHARE = 0.6
_FEWEST = 3
_FIXED_WORDS = 4

_NUMBER = r"(?:\d{1,4}|[ivxl]{1,6})"
_PAGE_NUMBER = re.compile(
    rf"[-–—|\[(\s]*(?:page|p\.?|pg\.?)?\s*{_NUMBER}\s*(?:(?:of|/|out of)\s*\d{{1,4}})?"
    rf"(?:\s*\|?\s*page)?[-–—|\])\s]*",
    re.IGNORECASE,
)
_SAYS_PAGE = re.compile(r"\bpage\s+\d+(\s+of\s+\d+)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Furniture:
    """A running head or foot, with the first page that carries it."""

    kind: BlockKind
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class _Row:
    """A whole line of a page: its parts, its words, and the edge it stands near.

    ``is_outside`` says that it stands where running text seldom does.
    """

    parts: tuple[Line, ...]
    text: str
    kind: BlockKind
    is_outside: bool

    @property
    def pattern(self) -> tuple[BlockKind, str]:
        return self.kind, re.sub(r"\d+", "#", self.text.lower())


def set_aside(pages: Sequence[Page]) -> tuple[list[Furniture], list[Page]]:
    """Return what repeats at the page edges, once each, and the pages without it."""
    rows = [row for page in pages for row in _edge_rows(page)]
    repeated = _repeated(rows, pages)
    numbered = _has_numbers([row for row in rows if row.is_outside])
    found: dict[tuple[BlockKind, str], Furniture] = {}
    dropped: set[Line] = set()
    sound = {page.number for page in pages if page.tagged}
    for row in rows:
        # What a tagged page leaves out of its tags is an artifact: a head, a foot, a stamp.
        artifact = row.parts[0].page in sound and all(part.tag is None for part in row.parts)
        says_page = row.is_outside and _says_page(row.text)
        says_page = says_page and (numbered or _clear(row.text))
        if artifact or row.pattern in repeated or says_page:
            dropped.update(row.parts)
            found.setdefault(row.pattern, Furniture(row.kind, row.text, row.parts[0].page))
    kept = [
        replace(page, lines=tuple(line for line in page.lines if line not in dropped))
        for page in pages
    ]
    return list(found.values()), kept


def _edge_rows(page: Page) -> Iterable[_Row]:
    """Yield the lines that stand near the top or bottom of a page."""
    rows = [tuple(group) for _, group in groupby(page.lines, key=lambda line: line.row)]
    for number, parts in enumerate(sorted(rows, key=lambda parts: -parts[0].base)):
        text = " ".join(part.text for part in parts)
        middle = parts[0].base + parts[0].size / 2
        is_full = len(rows) > 3 * _OUTER
        at_top = is_full and number < _OUTER and middle > page.height * (1 - _WIDE_BAND)
        at_foot = is_full and number >= len(rows) - _OUTER and middle < page.height * _WIDE_BAND
        if middle > page.height * (1 - _BAND) or at_top:
            yield _Row(parts, text, BlockKind.HEADER, middle > page.height * (1 - _BAND))
        elif middle < page.height * _BAND or at_foot:
            yield _Row(parts, text, BlockKind.FOOTER, middle < page.height * _BAND)


def _repeated(rows: Iterable[_Row], pages: Sequence[Page]) -> set[tuple[BlockKind, str]]:
    """Return the patterns on enough pages, or on enough left or right hand pages."""
    where: defaultdict[tuple[BlockKind, str], set[int]] = defaultdict(set)
    heights: defaultdict[tuple[BlockKind, str], set[int]] = defaultdict(set)
    for row in rows:
        where[row.pattern].add(row.parts[0].page)
        heights[row.pattern].add(round(row.parts[0].base))
    filled = {page.number for page in pages if page.lines}
    hands = [filled, {n for n in filled if n % 2}, {n for n in filled if not n % 2}]
    # A short paper whose first page has no running head shows it only twice.
    after_first = filled - {min(filled, default=0)}
    return {
        pattern
        for pattern, seen in where.items()
        if any(len(seen & hand) >= max(_FEWEST, _SHARE * len(hand)) for hand in hands)
        or (len(after_first) == _FEWEST - 1 and seen >= after_first)
        # In a very short paper, the same words at the same height on two pages.
        or (len(seen) == 2 and len(filled) <= _FEWEST and _is_fixed(pattern[1], heights[pattern]))
    }


def _is_fixed(text: str, heights: set[int]) -> bool:
    return len(heights) == 1 and len(text.split()) >= _FIXED_WORDS


def _has_numbers(rows: Iterable[_Row]) -> bool:
    """Tell whether bare numbers at the page edges count the pages."""
    numbers = {
        row.parts[0].page: int(row.text) for row in rows if re.fullmatch(r"\d{1,4}", row.text)
    }
    steps = [numbers[page + 1] - number for page, number in numbers.items() if page + 1 in numbers]
    return steps.count(1) >= 1 or any(page == number for page, number in numbers.items())


def _says_page(text: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(text)) or _clear(text)


def _clear(text: str) -> bool:
    """Tell whether a short line says "page 3" in so many words."""
    return bool(_SAYS_PAGE.search(text)) and len(text.split()) <= 12 and text[-1:] not in ".:;"
