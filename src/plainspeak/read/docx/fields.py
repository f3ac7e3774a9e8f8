"""Complex fields: which of their runs are instruction, and which are result."""

from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml import etree

from plainspeak.read.docx.names import (
    CHOSEN_FROM,
    DELETED,
    FALLBACK,
    FIELD_MARK,
    child_value,
    value,
    w,
)

# Tables of contents, of figures and of authorities, and the index.
_CONTENTS: Final = frozenset({"TOC", "TOA", "INDEX"})
_DIGITS: Final = 6


def is_contents(code: str) -> bool:
    """Say whether a field's instruction makes a table of contents or an index."""
    return code.strip().partition(" ")[0].upper() in _CONTENTS


def chosen_entry(begin: etree._Element) -> etree._Element | None:
    """Return the entry chosen from a drop-down list, which a form keeps in the field's mark.

    Word shows its words, but they stand in no run.
    """
    for entries in begin.iter(*CHOSEN_FROM):
        result = child_value(entries, w("result")) or child_value(entries, w("default")) or "0"
        place = int(result) if result.isdecimal() and len(result) < _DIGITS else 0
        return next(islice(entries.iterchildren(*w("listEntry")), place, None), None)
    return None


@dataclass(slots=True)
class _Field:
    begin: etree._Element
    around: "_Field | None"
    code: str = ""
    shows: bool = False
    # Worked out once from the fields around, as fields may be nested very deep.
    outer_muted: bool = False
    outer_contents: bool = False


class Fields:
    """The complex fields open at one place of a part; they nest, and cross paragraphs.

    A begin mark without an end is left out: it would hide the rest of the paper.
    """

    __slots__ = ("_begins", "_open")

    def __init__(self, root: etree._Element) -> None:
        self._open: _Field | None = None
        self._begins = _pairs(root)

    @property
    def muted(self) -> bool:
        """Say whether the text here is part of an instruction."""
        field = self._open
        return field is not None and (field.outer_muted or not field.shows)

    @property
    def in_contents(self) -> bool:
        """Say whether the text here is part of a table of contents."""
        field = self._open
        return field is not None and (field.outer_contents or is_contents(field.code))

    def mark(self, element: etree._Element) -> None:
        """Take note of a w:fldChar: the begin, the separator or the end of a field."""
        begin = self._begins.get(element)
        if begin is element:
            self._open = _Field(
                begin, self._open, outer_muted=self.muted, outer_contents=self.in_contents
            )
        elif begin is not None:
            self._close(begin)
        elif self._open is not None and value(element, "fldCharType") == "separate":
            self._open.shows = True

    def instruct(self, code: str) -> None:
        """Take note of a piece of instruction."""
        if self._open is not None and not self._open.shows:
            self._open.code += code

    def _close(self, begin: etree._Element) -> None:
        field = self._open
        while field is not None and field.begin is not begin:
            field = field.around
        if field is not None:
            self._open = field.around


def _pairs(root: etree._Element) -> dict[etree._Element, etree._Element]:
    """Map each begin mark to itself and each end mark to its begin, where both are there.

    The elements are kept as keys: lxml makes a new object for an element that
    nobody holds.
    """
    pairs: dict[etree._Element, etree._Element] = {}
    begun: list[etree._Element] = []
    for mark in root.iter(*FIELD_MARK):
        if next(mark.iterancestors(FALLBACK, *DELETED), None) is not None:
            continue
        kind = value(mark, "fldCharType")
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begin = begun.pop()
            pairs[begin] = pairs[mark] = begin
    return pairs
