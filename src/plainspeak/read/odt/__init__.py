"""The OpenDocument reader: the bytes of an .odt file to a Document."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from plainspeak.document import BlockKind, Document
from plainspeak.read.gather import Gathered, whole_number
from plainspeak.read.odt.changes import Changes
from plainspeak.read.odt.drawings import Drawings
from plainspeak.read.odt.headings import with_strong_headings
from plainspeak.read.odt.lists import ListStyles
from plainspeak.read.odt.names import full, get, short
from plainspeak.read.odt.styles import Styles
from plainspeak.read.odt.walk import Place, Walk
from plainspeak.read.parts import Parts, Words

WORDS: Final = Words("an OpenDocument text (.odt)", "not-odt")

_ENDS: Final = {
    "style:header": BlockKind.HEADER,
    "style:header-left": BlockKind.HEADER,
    "style:header-first": BlockKind.HEADER,
    "style:footer": BlockKind.FOOTER,
    "style:footer-left": BlockKind.FOOTER,
    "style:footer-first": BlockKind.FOOTER,
}


@dataclass(frozen=True, slots=True)
class _Styled:
    """The two parts that have styles, and the page styles that are in use."""

    content: etree._Element
    styles: etree._Element | None


def read_odt(name: str, data: bytes) -> Document:
    """Read an OpenDocument text; raises PaperError where it cannot be read."""
    parts = Parts(name, data, WORDS)
    # The list of parts may have a DOCTYPE in old files: it is searched, and not parsed.
    if b"encryption-data" in parts.bytes_of("META-INF/manifest.xml"):
        raise WORDS.refusal(name, "password")
    content = parts.tree("content.xml")
    body = None if content is None else content.find(f"{full('office:body')}/{full('office:text')}")
    if content is None or body is None:
        raise WORDS.refusal(name, "not-odt")
    gathered = Gathered(name, data, "odt")
    changes = Changes(body)
    walk = _read(gathered, _Styled(content, parts.tree("styles.xml")), body, changes, parts)
    gathered.blocks[:] = with_strong_headings(gathered.blocks, frozenset(walk.strong))
    return gathered.document(_pages(parts), changes.all())


def _read(
    gathered: Gathered, styled: _Styled, body: etree._Element, changes: Changes, parts: Parts
) -> Walk:
    """Read the text, then its notes, headers and footers, and comments."""
    drawings = Drawings(gathered, parts)
    common = _children(styled.styles, "office:styles")
    automatic = _children(styled.content, "office:automatic-styles")
    styles = Styles(*common, *automatic)
    lists = ListStyles(*common, *automatic)
    walk = Walk(gathered, styles, lists, changes, drawings)
    walk.blocks(body, Place())
    walk.ends(BlockKind.FOOTNOTE)
    walk.ends(BlockKind.ENDNOTE)
    own = _children(styled.styles, "office:automatic-styles")
    beside = Walk(gathered, Styles(*common, *own), ListStyles(*common, *own), changes, drawings)
    for kind, element in _headers(styled.styles, set(styles.masters())):
        beside.blocks(element, Place(kind))
    walk.ends(BlockKind.COMMENT)
    return walk


def _headers(
    styles: etree._Element | None, begun: set[str]
) -> Iterator[tuple[BlockKind, etree._Element]]:
    """Yield the headers, then the footers, of the page styles that are in use."""
    masters = {
        get(master, "style:name"): master
        for group in _children(styles, "office:master-styles")
        for master in group.iterchildren(full("style:master-page"))
    }
    # The first page has the first style, unless the text begins another. Each may
    # name the style of the page after it.
    waiting = [*begun, next(iter(masters), "")]
    used: dict[str, etree._Element] = {}
    while waiting:
        name = waiting.pop()
        if name in masters and name not in used:
            used[name] = masters[name]
            waiting.append(get(masters[name], "style:next-style-name"))
    for kind in (BlockKind.HEADER, BlockKind.FOOTER):
        for name, master in masters.items():
            for child in master if name in used else ():
                if _ENDS.get(short(child)) is kind and get(child, "style:display") != "false":
                    yield kind, child


def _children(root: etree._Element | None, name: str) -> tuple[etree._Element, ...]:
    return () if root is None else tuple(root.iterchildren(full(name)))


def _pages(parts: Parts) -> int | None:
    """Return the number of pages that the program which saved the file counted."""
    meta = parts.tree("meta.xml")
    found = () if meta is None else meta.iter(full("meta:document-statistic"))
    return next((whole_number(get(each, "meta:page-count"), 0) for each in found), 0) or None
