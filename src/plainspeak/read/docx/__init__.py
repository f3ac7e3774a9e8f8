"""The DOCX reader: a Word document's bytes to a Document."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final

from plainspeak.document import Block, BlockKind, Document, Gap, number_blocks
from plainspeak.read.docx.kinds import Kinds
from plainspeak.read.docx.package import Package
from plainspeak.read.docx.styles import Styles
from plainspeak.read.docx.walk import Paragraph, walk

_WHY: Final = {
    "hidden text": "It is marked as hidden in Word, so it is not on the page.",
    "equation": "Its signs and numbers are not text.",
    "chart": "The words in a chart are not read.",
    "diagram": "The words in a diagram are not read.",
    "embedded file": "The words in another kind of file are not read.",
    "picture": "The paper has pictures and no text: the words in a picture are not read.",
}
# The rest stand beside the words or are not shown at all: worth saying, but no
# reason to call the paper unread.
_SERIOUS: Final = frozenset({"embedded file", "picture"})
_BODY: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.TABLE_CELL})
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
    kinds = Kinds(styles, package.relative(package.main, "numbering"))
    blocks = tuple(number_blocks(_blocks(items, kinds)))
    gaps = tuple(_gaps(items, has_text=bool(blocks)))
    reached = (item.last_page or 0 for item in items if isinstance(item, Paragraph))
    counted = max(reached, default=0)
    own = _own_count(package, blocks)
    if counted < own * _FULLY_MARKED:
        blocks = tuple(replace(block, page=None) for block in blocks)
        gaps = tuple(replace(gap, page=None) for gap in gaps)
    return Document(
        name=name,
        format="docx",
        sha256=sha256(data).hexdigest(),
        blocks=blocks,
        gaps=gaps,
        pages=max(counted, own) or None,
    )


def open_styles(package: Package) -> Styles:
    """Return the styles of a paper, which the walk needs."""
    return Styles(package.relative(package.main, "styles"))


def _blocks(items: Sequence[Paragraph | Gap], kinds: Kinds) -> Iterator[Block]:
    paragraphs = [item for item in items if isinstance(item, Paragraph) and item.has_words]
    for index, paragraph in enumerate(paragraphs):
        after = (later for later in paragraphs[index + 1 : index + 20] if later.place in _BODY)
        kind, level = kinds.of(paragraph, next(after, None))
        yield Block(0, kind, paragraph.text, paragraph.page, level=level)


def _gaps(items: Sequence[Paragraph | Gap], *, has_text: bool) -> Iterator[Gap]:
    block = 0
    for item in items:
        if isinstance(item, Gap):
            yield item
            continue
        number = block if item.has_words else None
        for what in item.unread:
            # A picture beside text may be a logo: only a paper of nothing else is suspect.
            if what != "picture" or not has_text:
                yield Gap(what, _WHY[what], item.page, number, serious=what in _SERIOUS)
        block += item.has_words


def _own_count(package: Package, blocks: Sequence[Block]) -> int:
    """Return the number of pages Word last counted, or 0 where it is not there or is stale."""
    properties = package.relative("", "extended-properties", "extendedProperties")
    if properties is None:
        return 0
    kept = [properties.findtext(f"{{*}}{name}") or "" for name in ("Pages", "Words")]
    pages, words = (int(text) if _COUNT.fullmatch(text) else 0 for text in kept)
    ours = sum(len(block.text.split()) for block in blocks)
    return pages if words <= ours * _STALE and ours <= words * _STALE else 0
