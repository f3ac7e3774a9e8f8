"""The DOCX reader: a Word document's bytes to a Document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final

from plainspeak.document import (
    Block,
    Cell,
    Change,
    Document,
    Gap,
    Picture,
    number_blocks,
)
from plainspeak.read.docx.contents import mark_typed_contents
from plainspeak.read.docx.kinds import Kinds
from plainspeak.read.docx.labels import Labels
from plainspeak.read.docx.languages import Languages
from plainspeak.read.docx.lists import Lists
from plainspeak.read.docx.looks import Line
from plainspeak.read.docx.package import Package
from plainspeak.read.docx.paragraph import Paragraph
from plainspeak.read.docx.styles import Styles
from plainspeak.read.docx.tables import bold_headers
from plainspeak.read.docx.walk import Item, walk
from plainspeak.read.references import mark_references

_WHY: Final = {
    "hidden text": "It is marked as hidden in Word, so it is not on the page.",
    "equation": "Its signs and numbers are not text.",
    "chart": "The words in this chart are not read.",
    "diagram": "The words in this diagram are not read.",
    "embedded file": "The words in another kind of file are not read.",
    "picture": "The paper has pictures and no text: the words in a picture are not read.",
}
# The rest stand beside the words or are not shown at all: worth saying, but no
# reason to call the paper unread.
_SERIOUS: Final = frozenset({"embedded file", "picture"})
# Word's count of words differs from ours a little; a stale one differs more.
_STALE: Final = 2
_COUNT: Final = re.compile("[0-9]{1,6}")
# Word saves a paper before it has laid all of it out, and then marks only the
# first pages. No page number is better than a wrong one.
_FULLY_MARKED: Final = 0.75


def read_docx(name: str, data: bytes) -> Document:
    """Read a Word document; raises PaperError where it cannot be read."""
    package = Package(name, data)
    styles = open_styles(package)
    items = list(walk(package, styles))
    read = mark_typed_contents(tuple(_blocks(items, package, styles)))
    blocks = tuple(number_blocks(mark_references(read)))
    reached = (item.last_page or 0 for item in items if isinstance(item, Paragraph))
    counted = max(reached, default=0)
    own = _own_count(package, blocks)
    document = Document(
        name=name,
        format="docx",
        sha256=sha256(data).hexdigest(),
        blocks=blocks,
        gaps=tuple(_gaps(items, has_text=bool(blocks))),
        pages=max(counted, own) or None,
        changes=tuple(_changes(items)),
        pictures=tuple(_pictures(items)),
    )
    return document if counted >= own * _FULLY_MARKED else _without_pages(document)


def open_styles(package: Package) -> Styles:
    """Return the styles of a paper, which the walk needs."""
    return Styles(package.relative(package.main, "styles"))


def _blocks(items: Sequence[Item], package: Package, styles: Styles) -> Iterator[Block]:
    lists = Lists(package.relative(package.main, "numbering"))
    everything = [Line(item, styles) for item in items if isinstance(item, Paragraph)]
    lines = [line for line in everything if line.paragraph.has_words]
    kinds, labels = Kinds(lines, lists), Labels(lists)
    languages = Languages(package, styles)
    bold = bold_headers(lines)
    number = 0
    for line in everything:
        style, paragraph = line.style, line.paragraph
        # An empty item has a number too, so the next one is one more.
        label = "" if style.list_id is None else labels.next(style.list_id, kinds.depth(style))
        if not paragraph.has_words:
            continue
        kind, level = kinds.of(number)
        number += 1
        yield Block(
            0,
            kind,
            paragraph.text,
            paragraph.page,
            level=level,
            label=label,
            cell=_headed(paragraph.cell, bold),
            language=languages.of(line),
        )


def _headed(cell: Cell | None, bold: frozenset[int]) -> Cell | None:
    if cell is not None and cell.row == 0 and cell.table in bold:
        return replace(cell, is_header=True)
    return cell


def _numbered(items: Sequence[Item]) -> Iterator[tuple[Item, int | None]]:
    """Yield each item, with the number of its block if it is one."""
    number = 0
    for item in items:
        is_block = isinstance(item, Paragraph) and item.has_words
        yield item, number if is_block else None
        number += is_block


def _gaps(items: Sequence[Item], *, has_text: bool) -> Iterator[Gap]:
    for item, number in _numbered(items):
        if isinstance(item, Gap):
            yield item
        if not isinstance(item, Paragraph):
            continue
        for what in item.unread:
            # A picture beside text may be a logo: only a paper of nothing else is suspect.
            if what != "picture" or not has_text:
                yield Gap(what, _WHY[what], item.page, number, serious=what in _SERIOUS)


def _changes(items: Sequence[Item]) -> Iterator[Change]:
    for item, number in _numbered(items):
        if isinstance(item, Change):
            yield item
        elif isinstance(item, Paragraph):
            yield from (replace(change, block=number) for change in item.changes)


def _pictures(items: Sequence[Item]) -> Iterator[Picture]:
    for item, number in _numbered(items):
        if isinstance(item, Paragraph):
            yield from (Picture(alt, item.page, number) for alt in item.pictures)


def _without_pages(document: Document) -> Document:
    return replace(
        document,
        blocks=tuple(replace(block, page=None) for block in document.blocks),
        gaps=tuple(replace(gap, page=None) for gap in document.gaps),
        pictures=tuple(replace(picture, page=None) for picture in document.pictures),
    )


def _own_count(package: Package, blocks: Sequence[Block]) -> int:
    """Return the number of pages Word last counted, or 0 where it is not there or is stale."""
    properties = package.relative("", "extended-properties", "extendedProperties")
    if properties is None:
        return 0
    kept = [properties.findtext(f"{{*}}{name}") or "" for name in ("Pages", "Words")]
    pages, words = (int(text) if _COUNT.fullmatch(text) else 0 for text in kept)
    ours = sum(len(block.text.split()) for block in blocks)
    return pages if words <= ours * _STALE and ours <= words * _STALE else 0
