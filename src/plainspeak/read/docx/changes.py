"""Tracked changes: what was put in, taken out or moved, by whom and when."""

from dataclasses import replace
from typing import Final

from lxml import etree

from plainspeak.document import Change
from plainspeak.read.clean import clean
from plainspeak.read.docx import names as names
from plainspeak.read.docx.names import value

_KINDS: Final[dict[str, str]] = {
    **dict.fromkeys(names.INSERTED, "insertion"),
    **dict.fromkeys(names.DELETED, "deletion"),
    **dict.fromkeys(names.MOVED_HERE, "move"),
}


class Changes:
    """Gathers the changes of one paragraph. Word splits one change into many; we join them."""

    __slots__ = ("_end", "found")

    def __init__(self) -> None:
        self.found: list[Change] = []
        self._end = 0

    def add(self, element: etree._Element, text: str, start: int, end: int) -> None:
        """Add a change that takes the pieces from ``start`` to ``end``."""
        if not text or text.isspace() or element.tag in names.MOVED_AWAY:
            return  # what was moved away is told where it is now
        change = change_of(element, text)
        last = self.found[-1] if self.found else None
        if last is not None and start == self._end and replace(last, text=text) == change:
            self.found[-1] = replace(last, text=last.text + text)
        else:
            self.found.append(change)
        self._end = end


def change_of(element: etree._Element, text: str) -> Change:
    """Return the change that a w:ins, w:del or w:moveTo tells of."""
    who, when = value(element, "author"), value(element, "date")
    return Change(_KINDS[element.tag], text, clean(who or ""), clean(when or ""))


def deleted_text(element: etree._Element) -> str:
    """Return the words inside a deletion; paragraphs and cells are parted by a space."""
    texts: list[str] = []
    for inner in element.iter(*names.DELETED_TEXT, *names.PARAGRAPH, *names.CHARACTERS):
        if inner.tag in names.DELETED_TEXT:
            texts.append(clean(inner.text or ""))
        elif texts:
            texts.append(names.CHARACTERS.get(inner.tag, " "))
    return "".join(texts)


def end_is_deleted(paragraph: etree._Element) -> bool:
    """Say whether the end of a paragraph was deleted, so that it runs on into the next."""
    for settings in paragraph.iterchildren(*names.PARAGRAPH_SETTINGS):
        for of_end in settings.iterchildren(*names.RUN_SETTINGS):
            return next(of_end.iterchildren(*names.DELETED), None) is not None
    return False
