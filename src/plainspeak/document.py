"""The paper as values: blocks of text with addresses, and what could not be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of text is for in its paper."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    CAPTION = "caption"
    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    HEADER = "header"
    FOOTER = "footer"
    TEXT_BOX = "text-box"
    QUOTE = "quote"
    CODE = "code"
    CONTENTS = "contents"
    REFERENCE = "reference"
    COMMENT = "comment"


HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})

# Read for their place in the file, but no part of what the author says: a page
# number repeated forty times is not forty sentences.
SET_ASIDE = frozenset(
    {BlockKind.HEADER, BlockKind.FOOTER, BlockKind.CONTENTS, BlockKind.COMMENT, BlockKind.CODE}
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """An address in a paper: characters ``start`` to ``end`` of one block's text."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a table cell stands: its table, row and column, all counted from 0.

    ``is_header`` says that the cell names its column or row.
    """

    table: int
    row: int
    column: int
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or table cell, in reading order.

    ``number`` is its index in ``Document.blocks``. ``page`` counts from 1 and is
    None where the file does not say. ``level`` is the depth of a heading or list
    item, from 1. ``section`` is the heading the block stands under. ``offset``
    is the block's character offset in the file, for plain text files only.
    ``label`` is the number or bullet of a list item or heading that the file makes
    by itself, and so is no part of ``text``. ``language`` is a language tag, such as
    ``cy``, where the file marks the block as another language than English.
    """

    number: int
    kind: BlockKind
    text: str
    page: int | None = None
    section: str | None = None
    level: int = 0
    offset: int | None = None
    label: str = ""
    cell: Cell | None = None
    language: str = ""

    @property
    def is_english(self) -> bool:
        """Say whether the file does not mark the block as another language."""
        return not self.language or self.language.lower().startswith("en")


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: what was done to which words, by whom and when.

    ``kind`` is ``insertion``, ``deletion`` or ``move``. ``when`` is the date and time
    as the file has them.
    """

    kind: str
    text: str
    who: str = ""
    when: str = ""
    block: int | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture and its words for people who cannot see it; "" where there are none."""

    alt: str
    page: int | None = None
    block: int | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Something in the paper that could not be read, where it is, and why.

    ``serious`` is False for what is worth knowing but does not leave a part of the
    paper unchecked, such as an equation.
    """

    what: str
    why: str
    page: int | None = None
    block: int | None = None
    serious: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper as it was read: text with addresses, and what is missing.

    ``pages`` is None where the file does not say. ``sha256`` is the hash of the
    file's bytes, so that a report can be tied to the version it speaks of.
    ``mended`` counts what the reader put right in the text, by name, such as
    ``("glued sentences", 3)``.
    """

    name: str
    format: str
    sha256: str
    blocks: tuple[Block, ...]
    gaps: tuple[Gap, ...] = ()
    pages: int | None = None
    changes: tuple[Change, ...] = ()
    pictures: tuple[Picture, ...] = ()
    mended: tuple[tuple[str, int], ...] = ()

    def text_at(self, span: Span) -> str:
        """Return exactly the words a span names."""
        return self.blocks[span.block].text[span.start : span.end]


def number_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks numbered in reading order, each with the heading it stands under."""
    section: str | None = None
    for number, block in enumerate(blocks):
        if block.kind in HEADINGS:
            section = " ".join(block.text.split())
        yield replace(block, number=number, section=section)
