"""The inside of one paragraph: its pieces of text, and what hangs on it."""

from collections.abc import Callable
from typing import Final

from lxml import etree

from plainspeak.read.clean import clean
from plainspeak.read.docx import names as names
from plainspeak.read.docx.changes import Changes, deleted_text
from plainspeak.read.docx.fields import Fields, chosen_entry, is_contents
from plainspeak.read.docx.names import is_on, value
from plainspeak.read.docx.pages import NotePages, PageCount, is_page_break
from plainspeak.read.docx.paragraph import Piece
from plainspeak.read.docx.pictures import Pictures
from plainspeak.read.docx.styles import Styles
from plainspeak.read.docx.symbols import symbol

_UNREAD_KINDS: Final = (
    (names.NEW_CHART, "chart"),
    (names.EMBEDDED, "embedded file"),
)


class PieceReader:
    """Reads the paragraphs of one part in turn; fields and pages run on between them."""

    def __init__(
        self, root: etree._Element, styles: Styles, pages: PageCount, notes: NotePages
    ) -> None:
        self.fields = Fields(root)
        self.contents_depth = 0
        self._styles = styles
        self._pages = pages
        self._notes = notes
        self._can_hide = styles.can_hide or next(root.iter(*names.HIDDEN), None) is not None
        self._hidden = False
        self._in_change = False
        self._handlers = self._tag_handlers()
        self._start()

    def _start(self) -> None:
        self.pieces: list[Piece] = []
        self.boxes: list[etree._Element] = []
        self.drawings: list[etree._Element] = []
        self.changes = Changes()
        self.pictures = Pictures()
        # A dict, as a set would put them in another order on each run.
        self.unread: dict[str, None] = {}
        self.page = self._pages.number
        self.contents = False
        self._has_words = False
        self._style_hides = False

    def read(self, paragraph: etree._Element, *, goes_on: bool = False) -> None:
        """Read one w:p, or one more: its pieces and all that hangs on it are then in here."""
        if not goes_on:
            self._start()
        if self._can_hide:
            self._style_hides = self._hiding_style(paragraph)
        self._inside(paragraph)
        if not self._has_words:
            self.contents = self._is_in_contents()

    def _tag_handlers(self) -> dict[str, Callable[[etree._Element], None]]:
        handlers: dict[str, Callable[[etree._Element], None]] = {}

        def on(tags: frozenset[str], handler: Callable[[etree._Element], None]) -> None:
            handlers.update(dict.fromkeys(tags, handler))

        on(names.UNREAD, _pass_over)
        on(names.INSERTED | names.MOVED_HERE, self._put_in)
        on(names.DELETED, self._taken_out)
        on(names.TEXT, self._text)
        on(names.BREAK, self._break)
        on(names.RENDERED_BREAK, lambda _: self._pages.turn(rendered=True))
        on(names.SYMBOL, self._symbol)
        on(names.FIELD_MARK, self._field_mark)
        on(names.FIELD_CODE, lambda code: self.fields.instruct(code.text or ""))
        on(names.SIMPLE_FIELD, self._simple_field)
        on(names.ALTERNATIVES, lambda either: self._inside(either, chosen(either)))
        on(names.TEXT_BOX, self._box)
        on(names.NOTE_REFERENCE, self._note_reference)
        on(names.EQUATION, self._equation)
        on(frozenset(names.CHARACTERS), self._character)
        on(names.CHART | names.DIAGRAM | names.CANVAS_TEXT, self._drawing)
        on(names.PICTURE | names.OLD_PICTURE, self._picture)
        for tags, what in _UNREAD_KINDS:
            on(tags, self._unread_handler(what))
        if self._can_hide:
            on(names.RUN, self._run)
        return handlers

    def _inside(
        self, element: etree._Element, only: tuple[etree._Element, ...] | None = None
    ) -> None:
        """Read the children of an element. One we do not know may hold text, so it is entered."""
        handlers = self._handlers
        inside = self._inside
        for child in element if only is None else only:
            handlers.get(child.tag, inside)(child)

    def _add(self, text: str, element: etree._Element) -> None:
        if self.fields.muted or not text:
            return
        is_blank = text.isspace()
        if self._hidden:
            if not is_blank:
                self.unread["hidden text"] = None
            return
        if not is_blank:
            page = self._pages.see_words()
            if not self._has_words:
                self._has_words = True
                self.page = page
                self.contents = self._is_in_contents()
        self.pieces.append(Piece(text, element))

    def _put_in(self, element: etree._Element) -> None:
        if self._in_change:
            self._inside(element)
            return
        start = len(self.pieces)
        self._in_change = True
        self._inside(element)
        self._in_change = False
        text = "".join([piece.text for piece in self.pieces[start:]])
        self.changes.add(element, text, start, len(self.pieces))

    def _taken_out(self, element: etree._Element) -> None:
        self.changes.add(element, deleted_text(element), len(self.pieces), len(self.pieces))

    def _is_in_contents(self) -> bool:
        return self.contents_depth > 0 or self.fields.in_contents

    def _text(self, element: etree._Element) -> None:
        if element.text:
            self._add(clean(element.text), element)

    def _character(self, element: etree._Element) -> None:
        self._add(names.CHARACTERS[element.tag], element)

    def _symbol(self, element: etree._Element) -> None:
        self._add(symbol(value(element, "font"), value(element, "char")), element)

    def _break(self, element: etree._Element) -> None:
        self._add("\n", element)
        if is_page_break(element):
            self._pages.turn(rendered=False)

    def _equation(self, element: etree._Element) -> None:
        self.unread["equation"] = None
        self._add(" ", element)

    def _field_mark(self, element: etree._Element) -> None:
        entry = chosen_entry(element)
        if entry is not None:
            self._add(clean(value(entry) or ""), entry)
        self.fields.mark(element)

    def _simple_field(self, element: etree._Element) -> None:
        depth = int(is_contents(value(element, "instr") or ""))
        self.contents_depth += depth
        self._inside(element)
        self.contents_depth -= depth

    def _box(self, element: etree._Element) -> None:
        self.boxes.append(element)

    def _drawing(self, element: etree._Element) -> None:
        self.drawings.append(element)

    def _picture(self, element: etree._Element) -> None:
        self.unread["picture"] = None
        self.pictures.add(element)
        self._inside(element)

    def _note_reference(self, element: etree._Element) -> None:
        kind = etree.QName(element).localname.removesuffix("Reference")
        self._notes[kind, value(element, "id")] = self._pages.number

    def _unread_handler(self, what: str) -> Callable[[etree._Element], None]:
        def handler(element: etree._Element) -> None:
            self.unread[what] = None
            self._inside(element)

        return handler

    def _run(self, run: etree._Element) -> None:
        # The marks and codes of a hidden run still count: index entries are hidden.
        self._hidden = self._is_hidden(run)
        self._inside(run)
        self._hidden = False

    def _is_hidden(self, run: etree._Element) -> bool:
        hidden = self._style_hides
        for settings in run.iterchildren(*names.RUN_SETTINGS):
            for child in settings.iterchildren(*names.RUN_STYLE, *names.HIDDEN):
                if child.tag in names.HIDDEN:
                    return is_on(child)
                by_style = self._styles.run(value(child)).hidden
                hidden = hidden if by_style is None else by_style
        return hidden

    def _hiding_style(self, paragraph: etree._Element) -> bool:
        style = next(paragraph.iterchildren(*names.PARAGRAPH_SETTINGS), None)
        named = None if style is None else next(style.iterchildren(*names.PARAGRAPH_STYLE), None)
        style_id = None if named is None else value(named)
        return bool(self._styles.paragraph(style_id).hidden)


def chosen(either: etree._Element) -> tuple[etree._Element, ...]:
    """Return the one version to read of text that a file holds twice, for new and old Words."""
    for tag in (names.CHOICE, names.FALLBACK):
        found = next(either.iterchildren(tag), None)
        if found is not None:
            return (found,)
    return ()


def _pass_over(element: etree._Element) -> None:
    pass
