"""The page numbers of a DOCX file, as far as it says."""

from typing import Final

from lxml import etree

from plainspeak.read.docx.names import BREAK, RENDERED_BREAK, value

# Where each footnote, endnote and comment is pointed to from: its kind and id.
NotePages = dict[tuple[str, str | None], int | None]

_PAGE: Final = "page"


class PageCount:
    """The page reached so far; None where the file has no page breaks at all.

    Word marks where pages began when it last laid the paper out. It marks a page
    that a hard break began as well, but not if that page begins with an empty
    line, so both kinds are counted, and a mark straight after a hard break is not.
    After a table cell that runs over a page, the next cell or row may begin with a
    second mark for the same page, which is not counted either.
    """

    __slots__ = ("_turned", "number")

    def __init__(self, root: etree._Element | None) -> None:
        self.number = 1 if root is not None and _has_breaks(root) else None
        self._turned = False

    def turn(self, *, rendered: bool) -> None:
        """Go to the next page."""
        if self.number is not None and not (rendered and self._turned):
            self.number += 1
        self._turned = not rendered

    def see_words(self) -> int | None:
        """Take note that this page has words on it, and return its number."""
        self._turned = False
        return self.number

    def go_to(self, number: int | None) -> None:
        """Go to a page, as the cells of one row each count from the page the row starts on."""
        self.number = number

    def pass_next_mark(self) -> None:
        """Do not count a mark that comes before any more words."""
        self._turned = True


def is_page_break(element: etree._Element) -> bool:
    """Say whether a w:br begins a new page."""
    return value(element, "type") == _PAGE


def _has_breaks(root: etree._Element) -> bool:
    if next(root.iter(*RENDERED_BREAK), None) is not None:
        return True
    return any(map(is_page_break, root.iter(*BREAK)))
