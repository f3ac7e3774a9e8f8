"""Name what could not be read in a PDF, and refuse a paper of which nothing could."""

from collections.abc import Iterator, Sequence
from typing import NoReturn

from plainspeak.document import Gap
from plainspeak.errors import PaperError
from plainspeak.read.pdf.lines import Page

CURE = "ask for the Word file, or have the scan read by text recognition (OCR)"
_FONTS = "the fonts on this page do not say which letters they show"
_PICTURE = "a picture of a page, such as a scan: its words cannot be read"


def gaps(pages: Sequence[Page]) -> Iterator[Gap]:
    """Yield what could not be read, page by page, with what to do about it."""
    for page in pages:
        if page.recognition and (page.picture or page.unreadable):
            why = "the page is a picture, and a program made out its words: some may be wrong"
            yield Gap("page read by text recognition", why, page.number, serious=False)
        elif gap := _unread(page):
            yield gap
        if page.recognised:
            why = "a program made out the words of this scan: some may be wrong"
            yield Gap("text recognition layer", why, page.number, serious=False)
        if page.unseen:
            why = "words that nobody can see: without ink, white, or beside the page"
            yield Gap("invisible text", why, page.number, serious=False)


def _unread(page: Page) -> Gap | None:
    if page.damaged:
        why = "this page is damaged and cannot be opened: save the paper as PDF again"
        return Gap("page", why, page.number)
    if page.unreadable:
        return Gap("unreadable-fonts", f"{_FONTS}: {CURE}", page.number)
    if page.picture:
        return Gap("page", f"{_PICTURE}: {CURE}", page.number)
    return None


def refuse_without_text(name: str, pages: Sequence[Page]) -> NoReturn:
    """Refuse a paper that gave no words, and say why it did not."""
    if all(page.damaged for page in pages):
        problem = "no page of the file can be opened"
        raise PaperError(name, "damaged", problem, "save the paper as PDF again")
    if any(page.unreadable for page in pages):
        problem = "the fonts of the file do not say which letters they show"
        raise PaperError(name, "unreadable-fonts", problem, CURE)
    problem = "the pages are pictures or blank: there is no text to check"
    raise PaperError(name, "no-text", problem, CURE)
