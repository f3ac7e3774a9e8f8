"""What the walk yields: one paragraph with its pieces and all that hangs on it."""

from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from plainspeak.document import BlockKind, Cell, Change


class Piece(NamedTuple):
    """Cleaned text, and the element it came from: as many characters in both.

    A tuple, as a long paper has 100,000 of them and a dataclass takes three times as long.
    """

    text: str
    element: etree._Element


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One w:p: its text in pieces, where it stands, and what in it could not be read.

    ``place`` is PARAGRAPH in the body itself, else the kind of what it stands in.
    ``page`` is where its words begin, ``last_page`` where it ends. A paragraph whose
    end was deleted is joined to the next: ``element`` is then the last, whose settings
    count. In a chart or diagram ``part`` is a part of its own, and ``element`` no w:p.
    """

    part: str
    element: etree._Element
    place: BlockKind
    text: str
    pieces: tuple[Piece, ...]
    page: int | None
    last_page: int | None
    contents: bool = False
    unread: tuple[str, ...] = ()
    cell: Cell | None = None
    changes: tuple[Change, ...] = ()
    pictures: tuple[str, ...] = ()

    @property
    def has_words(self) -> bool:
        """Say whether there is anything to read in it."""
        return bool(self.text) and not self.text.isspace()
