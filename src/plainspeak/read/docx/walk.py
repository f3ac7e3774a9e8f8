"""The one walk through a DOCX file: every paragraph in reading order, with its pieces.

``walk`` is used to read a paper and to write the annotated copy. Both see the
same paragraphs with the same pieces, and each piece holds the lxml element it
came from, so a span of a block leads back to its runs. A block of the document
is a paragraph of this walk that has words, in the same order:
``paragraphs_with_words`` counts them as the reader does.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from lxml import etree

from plainspeak.document import BlockKind, Gap
from plainspeak.read.docx import names as names
from plainspeak.read.docx.names import value
from plainspeak.read.docx.package import Package
from plainspeak.read.docx.pages import NotePages, PageCount
from plainspeak.read.docx.pieces import Piece, PieceReader, chosen
from plainspeak.read.docx.styles import Styles

# Tables in tables, and boxes in boxes. The deepest honest one had five.
MAX_NESTING: Final = 20

_IN_MERGED: Final = "It is in a merged table cell that Word does not show."
_BOXED: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.TABLE_CELL, BlockKind.TEXT_BOX})
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One w:p: its text in pieces, where it stands, and what in it could not be read.

    ``place`` is PARAGRAPH in the body itself, else the kind of what it stands in.
    ``page`` is where its words begin, ``last_page`` where it ends.
    """

    part: str
    element: etree._Element
    place: BlockKind
    text: str
    pieces: tuple[Piece, ...]
    page: int | None
    last_page: int | None
    contents: bool
    unread: tuple[str, ...]

    @property
    def has_words(self) -> bool:
        """Say whether there is anything to read in it."""
        return bool(self.text) and not self.text.isspace()


_Blocks = Iterator[Paragraph | Gap]


def walk(package: Package, styles: Styles) -> Iterator[Paragraph | Gap]:
    """Yield every paragraph in reading order, and a gap for what the walk cannot enter."""
    notes: NotePages = {}
    root = package.tree(package.main)
    # The package has no main part without having read it.
    assert root is not None
    body = _Story(package.main, root, styles, notes, PageCount(root))
    yield from body.blocks(root, BlockKind.PARAGRAPH)
    for kind, part in _parts_beside(package, root):
        tree = package.tree(part)
        if tree is None:
            yield Gap(kind.value, "The file points to it, but does not hold it.")
        else:
            yield from _Story(part, tree, styles, notes, PageCount(None)).blocks(tree, kind)


def paragraphs_with_words(package: Package, styles: Styles) -> Iterator[Paragraph]:
    """Yield the paragraphs that are blocks of the document: the first is block 0."""
    for item in walk(package, styles):
        if isinstance(item, Paragraph) and item.has_words:
            yield item


def _parts_beside(package: Package, root: etree._Element) -> Iterator[tuple[BlockKind, str]]:
    """Yield the parts that are not the body, each once: notes, then headers and footers."""
    relations = tuple(package.related(package.main))
    by_id = {relation.id: relation.target for relation in relations}

    def related(kind: str) -> list[str]:
        return [relation.target for relation in relations if relation.kind == kind]

    # One search for both, as each goes through the whole body.
    ends = tuple(root.iter(*names.HEADER_REFERENCE, *names.FOOTER_REFERENCE))

    def referred(tags: frozenset[str]) -> list[str]:
        ids = (names.relation_id(element) or "" for element in ends if element.tag in tags)
        return [by_id[relation_id] for relation_id in ids if relation_id in by_id]

    found = chain(
        ((BlockKind.FOOTNOTE, part) for part in related("footnotes")),
        ((BlockKind.ENDNOTE, part) for part in related("endnotes")),
        ((BlockKind.HEADER, part) for part in referred(names.HEADER_REFERENCE)),
        ((BlockKind.FOOTER, part) for part in referred(names.FOOTER_REFERENCE)),
        ((BlockKind.COMMENT, part) for part in related("comments")),
    )
    yield from dict.fromkeys(found)


class _Story:
    """One part of the file, walked from its root down; "story" is Word's name for it."""

    def __init__(
        self,
        part: str,
        root: etree._Element,
        styles: Styles,
        notes: NotePages,
        pages: PageCount,
    ) -> None:
        self._part = part
        self._notes = notes
        self._pages = pages
        self._reader = PieceReader(root, styles, pages, notes)
        self._depth = 0
        self._row_pages: tuple[int | None, int | None] = (pages.number, pages.number)
        self._entries: dict[str, Callable[[etree._Element, BlockKind], _Blocks]] = {
            **dict.fromkeys(names.UNREAD, _nothing),
            **dict.fromkeys(names.PARAGRAPH, self._paragraph),
            **dict.fromkeys(names.TABLE, self._table),
            **dict.fromkeys(names.ROW, self._row),
            **dict.fromkeys(names.CELL, self._cell),
            **dict.fromkeys(names.CONTROL, self._control),
            **dict.fromkeys(names.NOTE, self._note),
            **dict.fromkeys(names.INSERTED_FILE, self._inserted_file),
            **dict.fromkeys(names.ALTERNATIVES, self._alternatives),
        }

    def blocks(self, container: etree._Element, place: BlockKind) -> _Blocks:
        """Yield the paragraphs in an element, in order and at any depth."""
        entries = self._entries
        for child in container:
            yield from entries.get(child.tag, self.blocks)(child, place)

    def _paragraph(self, element: etree._Element, place: BlockKind) -> _Blocks:
        reader = self._reader
        reader.read(element)
        boxes = reader.boxes
        yield Paragraph(
            part=self._part,
            element=element,
            place=place,
            text="".join([piece.text for piece in reader.pieces]),
            pieces=tuple(reader.pieces),
            page=reader.page,
            last_page=self._pages.number,
            contents=reader.contents,
            unread=tuple(reader.unread),
        )
        for box in boxes:
            inside = BlockKind.TEXT_BOX if place in _BOXED else place
            yield from self._nested(box, inside)

    def _nested(self, element: etree._Element, place: BlockKind) -> _Blocks:
        if self._depth == MAX_NESTING:
            why = f"It is nested more than {MAX_NESTING} deep."
            yield Gap("table or text box", why, self._pages.number)
            return
        self._depth += 1
        yield from self.blocks(element, place)
        self._depth -= 1

    def _table(self, table: etree._Element, place: BlockKind) -> _Blocks:
        yield from self._nested(table, BlockKind.TABLE_CELL if place in _BOXED else place)

    def _row(self, row: etree._Element, place: BlockKind) -> _Blocks:
        for settings in row.iterchildren(*names.ROW_SETTINGS):
            if next(settings.iterchildren(*names.DELETED), None) is not None:
                return
        first = next(row.iter(*names.RENDERED_BREAK, *names.TEXT), None)
        if first is not None and first.tag in names.RENDERED_BREAK:
            # The whole row is on a new page, though only its first cell says so.
            self._pages.turn(rendered=True)
            self._pages.pass_next_mark()
        around = self._row_pages
        self._row_pages = (self._pages.number, self._pages.number)
        yield from self.blocks(row, place)
        start, last = self._row_pages
        self._pages.go_to(last)
        if last != start:
            self._pages.pass_next_mark()
        self._row_pages = around

    def _cell(self, cell: etree._Element, place: BlockKind) -> _Blocks:
        if _is_covered(cell):
            if any(text.text and text.text.strip() for text in cell.iter(*names.TEXT)):
                yield Gap("hidden text", _IN_MERGED, self._pages.number, serious=False)
            return
        start, last = self._row_pages
        self._pages.go_to(start)
        yield from self.blocks(cell, place)
        reached = self._pages.number
        if reached != start:
            self._pages.pass_next_mark()
        self._row_pages = (start, reached if last is None else max(last, reached or last))

    def _control(self, control: etree._Element, place: BlockKind) -> _Blocks:
        depth = int(_is_table_of_contents(control))
        self._reader.contents_depth += depth
        yield from self.blocks(control, place)
        self._reader.contents_depth -= depth

    def _note(self, note: etree._Element, place: BlockKind) -> _Blocks:
        if value(note, "type") not in _SEPARATORS:
            self._pages.go_to(self._notes.get((place.value, value(note, "id"))))
            yield from self.blocks(note, place)

    def _inserted_file(self, element: etree._Element, place: BlockKind) -> _Blocks:
        yield Gap("inserted file", "It is a file of its own, kept apart.", self._pages.number)

    def _alternatives(self, either: etree._Element, place: BlockKind) -> _Blocks:
        for version in chosen(either):
            yield from self.blocks(version, place)


def _is_covered(cell: etree._Element) -> bool:
    """Say whether a cell lies under one it is merged with, above it or before it."""
    for settings in cell.iterchildren(*names.CELL_SETTINGS):
        for merged in settings.iterchildren(*names.MERGED):
            if value(merged) != "restart":
                return True
    return False


def _is_table_of_contents(control: etree._Element) -> bool:
    for settings in control.iterchildren(*names.CONTROL_SETTINGS):
        for gallery in settings.iter(*names.GALLERY):
            if value(gallery) == "Table of Contents":
                return True
    return False


def _nothing(element: etree._Element, place: BlockKind) -> _Blocks:
    return iter(())
