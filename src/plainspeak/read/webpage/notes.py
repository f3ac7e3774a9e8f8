"""The small raised numbers of notes, which are no part of the words beside them."""

import re
from typing import Final

from lxml import etree

from plainspeak.document import BlockKind
from plainspeak.read.gather import words_in

_MARK: Final = re.compile(
    r"[\[(]?(?:\d{1,3}|[ivx]{1,5}|[a-z])[\])]?|[*†‡§]{1,3}|[↩↑^]\ufe0e?", re.IGNORECASE
)
_ROLES: Final = frozenset({"doc-noteref", "doc-backlink"})
# What Word, LibreOffice and the writers of Markdown call the box of a note.
_NOTE: Final = re.compile(r"(?:_?ftn|sdfootnote|fn:?-?|footnote-?)\d+", re.IGNORECASE)
_ENDNOTE: Final = re.compile(r"(?:_?edn|sdendnote|endnote-?)\d+", re.IGNORECASE)


def is_mark(link: etree._Element, place: BlockKind) -> bool:
    """Say whether a link only shows the number of a note, or leads back from one."""
    if link.get("role") in _ROLES:
        return True
    if not (link.get("href") or "").startswith("#") or not _MARK.fullmatch(words_in(link)):
        return False
    around = link.getparent()
    raised = around is not None and around.tag == "sup"
    inside = next(link.iterchildren("sup"), None) is not None
    return raised or inside or place in {BlockKind.FOOTNOTE, BlockKind.ENDNOTE}


def kind_of_note(element: etree._Element) -> BlockKind | None:
    """Return the kind of note that an element holds, by its name; None where it holds none."""
    if element.tag not in {"div", "li", "aside", "p"}:
        return None
    named = element.get("id") or ""
    if _NOTE.fullmatch(named):
        return BlockKind.FOOTNOTE
    return BlockKind.ENDNOTE if _ENDNOTE.fullmatch(named) else None
