"""The one walk through a DOCX file: every paragraph in reading order, with its pieces.

``walk`` is used to read a paper and to write the annotated copy. Both see the
same paragraphs with the same pieces, and each piece holds the lxml element it
came from, so a span of a block leads back to its runs. A block of the document
is a paragraph of this walk that has words, in the same order:
``paragraphs_with_words`` counts them as the reader does.
"""

from collections.abc import Callable, Iterator
from typing import Final

from lxml import etree

from plainspeak.document import BlockKind, Change, Gap
from plainspeak.read.docx import names as names
from plainspeak.read.docx.changes import change_of, deleted_text, end_is_deleted
from plainspeak.read.docx.drawn import Drawings, Drawn
from plainspeak.read.docx.names import value
from plainspeak.read.docx.package import Package
from plainspeak.read.docx.pages import NotePages, PageCount
from plainspeak.read.docx.paragraph import Paragraph
from plainspeak.read.docx.parts import parts_beside
from plainspeak.read.docx.pieces import PieceReader, chosen
from plainspeak.read.docx.styles import Styles
from plainspeak.read.docx.tables import Tables

# Tables in tables, and boxes in boxes. The deepest honest one had five.
MAX_NESTING: Final = 20

_IN_MERGED: Final = "It is in a merged table cell that Word does not show."
_BOXED: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.TABLE_CELL, BlockKind.TEXT_BOX})
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})


Item = Paragraph | Gap | Change
_Blocks = Iterator[Item]


def walk(package: Package, styles: Styles) -> Iterator[Item]:
    """Yield every paragraph in reading order, and a gap for what the walk cannot enter.

    A change is yielded for a row that was taken out of a table; other changes are
    kept with their paragraphs.
    """
    notes: NotePages = {}
    root = package.tree(package.main)
    # The package has no main part without having read it.
    assert root is not None
    tables = Tables(styles)
    shared = (package, styles, notes, tables)
    body = _Story(package.main, root, shared, PageCount(root))
    yield from body.blocks(root, BlockKind.PARAGRAPH)
    for kind, part in parts_beside(package, root):
        tree = package.tree(part)
        if tree is None:
            yield Gap(kind.value, "The file points to it, but does not hold it.")
        else:
            yield from _Story(part, tree, shared, PageCount(None)).blocks(tree, kind)


def paragraphs_with_words(package: Package, styles: Styles) -> Iterator[Paragraph]:
    """Yield the paragraphs that are blocks of the document: the first is block 0."""
    for item in walk(package, styles):
        if isinstance(item, Paragraph) and item.has_words:
            yield item


class _Story:
    """One part of the file, walked from its root down; "story" is Word's name for it."""

    def __init__(
        self,
        part: str,
        root: etree._Element,
        shared: tuple[Package, Styles, NotePages, Tables],
        pages: PageCount,
    ) -> None:
        package, styles, self._notes, self._tables = shared
        self._part = part
        self._pages = pages
        self._reader = PieceReader(root, styles, pages, self._notes)
        self._drawings = Drawings(package, part)
        self._goes_on = False
        self._may_go_on = next(root.iter(*names.DELETED), None) is not None
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
        reader.read(element, goes_on=self._goes_on)
        self._goes_on = self._may_go_on and end_is_deleted(element) and _next_is_paragraph(element)
        if self._goes_on:
            return
        boxes = reader.boxes
        drawn = [line for drawing in reader.drawings for line in self._lines(drawing)]
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
            cell=self._tables.cell,
            changes=tuple(reader.changes.found),
            pictures=tuple(reader.pictures.alts),
        )
        for line in drawn:
            yield self._drawn(line)
        for box in boxes:
            self._tables.begin(None)
            yield from self._nested(box, BlockKind.TEXT_BOX if place in _BOXED else place)
            self._tables.end()

    def _lines(self, drawing: etree._Element) -> tuple[Drawn, ...]:
        lines = self._drawings.lines(drawing)
        if lines is None:
            self._reader.unread["chart" if drawing.tag in names.CHART else "diagram"] = None
        return lines or ()

    def _drawn(self, line: Drawn) -> Paragraph:
        text = "".join([piece.text for piece in line.pieces])
        page = self._pages.number
        return Paragraph(line.part, line.element, line.place, text, line.pieces, page, page)

    def _nested(self, element: etree._Element, place: BlockKind) -> _Blocks:
        if self._depth == MAX_NESTING:
            why = f"It is nested more than {MAX_NESTING} deep."
            yield Gap("table or text box", why, self._pages.number)
            return
        self._depth += 1
        yield from self.blocks(element, place)
        self._depth -= 1

    def _table(self, table: etree._Element, place: BlockKind) -> _Blocks:
        self._tables.begin(table)
        yield from self._nested(table, BlockKind.TABLE_CELL if place in _BOXED else place)
        self._tables.end()

    def _row(self, row: etree._Element, place: BlockKind) -> _Blocks:
        for settings in row.iterchildren(*names.ROW_SETTINGS):
            for deleted in settings.iterchildren(*names.DELETED):
                text = deleted_text(row).strip()
                if text:
                    yield change_of(deleted, text)
                return
        self._tables.begin_row(row)
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
        self._tables.begin_cell(cell)
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


def _next_is_paragraph(paragraph: etree._Element) -> bool:
    """Say whether the next thing on the page is a paragraph, and no table or end of a cell."""
    following = paragraph.getnext()
    while following is not None and following.tag not in names.PARAGRAPH | names.TABLE:
        if next(following.iter(*names.PARAGRAPH), None) is not None:
            return False
        following = following.getnext()
    return following is not None and following.tag in names.PARAGRAPH


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
