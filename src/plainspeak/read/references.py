"""The list of works at the end of a paper: names and titles that are not its own words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from plainspeak.document import HEADINGS, Block, BlockKind

_HEADED: Final = re.compile(
    r"\W*(?:(?:appendix|annex|section)?\s*[\divxa-c.]+\W+)?(?:key |main |list of )?"
    r"(?:references?(?: list)?|bibliography|works cited|literature cited|further reading)"
    r"(?: and (?:notes|bibliography|further reading|sources))?\W*",
    re.IGNORECASE,
)
# What a reference has and a sentence seldom has.
_SIGNS: Final = (
    re.compile(r"\(?\b(?:1[89]|20)\d\d[a-z]?\b\)?"),  # a year
    re.compile(r"https?://|www\.|\bdoi\b|\bISBN\b|\bPMID\b", re.IGNORECASE),
    re.compile(r"\b[A-Z][\w’'-]{1,30},? (?:[A-Z]\.? ?){1,3}(?=[,;.&(]|\band\b|$)"),  # Smith, J.A.
    re.compile(r"\bet al\b|\beds?\.|\bpp?\. ?\d|\bvol\.|\bretrieved\b|\baccessed\b", re.IGNORECASE),
    re.compile(r"\d+\s*\(\d+\)\s*[:,]|;\s*\d+\s*[(:]|\d+\s*[-–]\s*\d+\.?$"),  # 12(3): 45-67
)
_ENOUGH_SIGNS: Final = 2
_ENOUGH_TEXT: Final = 1_000
_LONGEST_HEADING: Final = 80
_ITEMS: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_HALF: Final = 0.5


def mark_references(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with those under a heading such as "References" marked as references.

    The section ends at the next heading of the same level or a higher one. It is left
    as it is where most of it does not look like references.
    """
    section: list[Block] = []
    level: int | None = None
    for block in blocks:
        if block.kind in HEADINGS and (level is None or block.level <= level):
            yield from _marked(section)
            section = []
            level = block.level if _heads_references(block.text) else None
            yield block
        elif level is None:
            yield block
        else:
            section.append(block)
    yield from _marked(section)


def _heads_references(text: str) -> bool:
    return len(text) <= _LONGEST_HEADING and _HEADED.fullmatch(text) is not None


def _marked(section: Sequence[Block]) -> Iterator[Block]:
    items = [block for block in section if block.kind in _ITEMS]
    alike = sum(map(looks_like_reference, (block.text for block in items)))
    are_references = alike > _HALF * len(items)
    for block in section:
        is_item = are_references and block.kind in _ITEMS
        yield replace(block, kind=BlockKind.REFERENCE) if is_item else block


def looks_like_reference(text: str) -> bool:
    """Say whether a text has signs of a reference: a year, an address, initials, pages."""
    start = text[:_ENOUGH_TEXT]
    return sum(sign.search(start) is not None for sign in _SIGNS) >= _ENOUGH_SIGNS
