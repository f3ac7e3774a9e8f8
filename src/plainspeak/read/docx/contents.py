"""Lists of contents that somebody typed by hand, which no field or style tells of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from plainspeak.document import HEADINGS, Block, BlockKind

_HEADED: Final = re.compile(r"\W*(?:table of |list of )?contents(?: page)?\W*", re.IGNORECASE)
_PAGE: Final = re.compile(r"(?:[\s.…]+\d{1,3}|\.{3,}.*)\s*$")
_WORD: Final = re.compile(r"[^\W_]+")
_LINES: Final = HEADINGS | {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}
_FEWEST: Final = 3
# Lines in between that are not found again, such as the name of a part.
_BETWEEN: Final = 3
_LONGEST: Final = 200  # characters


def mark_typed_contents(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks with the lines of a typed list of contents marked as contents.

    A line is only marked if the paper has it again further on, and so is still read.
    """
    last = {_words(block.text): index for index, block in enumerate(blocks) if _is_line(block)}
    listed: set[int] = set()
    for index, block in enumerate(blocks):
        if index not in listed and _is_line(block) and _HEADED.fullmatch(block.text):
            listed |= _listed(blocks, index + 1, last)
    for index, block in enumerate(blocks):
        yield replace(block, kind=BlockKind.CONTENTS, level=0) if index in listed else block


def _is_line(block: Block) -> bool:
    return block.kind in _LINES and len(block.text) <= _LONGEST


def _listed(blocks: Sequence[Block], start: int, last: Mapping[str, int]) -> frozenset[int]:
    """Return which blocks after a heading "Contents" are lines of the list.

    ``last`` has the number of the last line of the paper with the same words.
    """
    found: dict[int, str] = {}
    latest = start
    for index in range(start, len(blocks)):
        block = blocks[index]
        if not _is_line(block):
            break
        name = _words(_unpaged(block.text))
        # The first line coming again begins the text itself.
        begins = found and name == next(iter(found.values()))
        if begins or index - latest > _BETWEEN:
            break
        if max(last.get(name, 0), last[_words(block.text)]) > index:
            found[index] = name
            latest = index
    return frozenset(found) if len(found) >= _FEWEST else frozenset()


def _unpaged(text: str) -> str:
    return _PAGE.sub("", text)


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
