"""What stands on the pages of a PDF besides their own words: answers in forms, and notes."""

import ctypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plainspeak.document import Block, BlockKind
from plainspeak.read.pdf.text import clean

_MOST_NOTES = 2_000  # on one page
_LONGEST = 100_000  # characters of one answer or note
_UNSEEN = raw.FPDF_ANNOT_FLAG_HIDDEN | raw.FPDF_ANNOT_FLAG_NOVIEW
_NOTES = frozenset(
    {
        raw.FPDF_ANNOT_TEXT,
        raw.FPDF_ANNOT_FREETEXT,
        raw.FPDF_ANNOT_HIGHLIGHT,
        raw.FPDF_ANNOT_UNDERLINE,
        raw.FPDF_ANNOT_SQUIGGLY,
        raw.FPDF_ANNOT_STRIKEOUT,
        raw.FPDF_ANNOT_CARET,
        raw.FPDF_ANNOT_STAMP,
    }
)
# Boxes that are ticked or not have no words.
_ANSWERS = frozenset(
    {raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX}
)
_HAS_FIELDS = frozenset({raw.FORMTYPE_ACRO_FORM, raw.FORMTYPE_XFA_FOREGROUND})


class FormReader:
    """Reads the answers and the notes of a paper page by page."""

    def __init__(self, paper: pdfium.PdfDocument) -> None:
        self.form = None
        if raw.FPDF_GetFormType(paper.raw) in _HAS_FIELDS:
            paper.init_forms()
            self.form = paper.formenv.raw if paper.formenv else None
        self.seen: set[tuple[str, str]] = set()

    def read(self, page: pdfium.PdfPage, number: int) -> list[Block]:
        """Return the answers on a page, each with the name of its field, and then the notes."""
        count = min(raw.FPDFPage_GetAnnotCount(page.raw), _MOST_NOTES)
        found = [block for index in range(count) for block in self._blocks(page, index, number)]
        return sorted(found, key=lambda block: block.kind is BlockKind.COMMENT)

    def _blocks(self, page: pdfium.PdfPage, index: int, number: int) -> Iterator[Block]:
        with _note(page, index) as note:
            if note is None or raw.FPDFAnnot_GetFlags(note) & _UNSEEN:
                return
            kind = raw.FPDFAnnot_GetSubtype(note)
            if kind in _NOTES:
                text = _text(lambda *rest: raw.FPDFAnnot_GetStringValue(note, b"Contents", *rest))
                if text:
                    yield Block(0, BlockKind.COMMENT, text, page=number)
            elif kind == raw.FPDF_ANNOT_WIDGET and self.form:
                yield from self._answer(note, number)

    def _answer(self, note: raw.FPDF_ANNOTATION, number: int) -> Iterator[Block]:
        form = self.form
        if raw.FPDFAnnot_GetFormFieldType(form, note) not in _ANSWERS:
            return
        value = _text(lambda *rest: raw.FPDFAnnot_GetFormFieldValue(form, note, *rest))
        label = _text(lambda *rest: raw.FPDFAnnot_GetFormFieldAlternateName(form, note, *rest))
        label = label or _text(lambda *rest: raw.FPDFAnnot_GetFormFieldName(form, note, *rest))
        # One field may be shown in several places.
        if value and (label, value) not in self.seen:
            self.seen.add((label, value))
            yield Block(0, BlockKind.PARAGRAPH, value, page=number, label=label)


@contextmanager
def _note(page: pdfium.PdfPage, index: int) -> Iterator[raw.FPDF_ANNOTATION | None]:
    note = raw.FPDFPage_GetAnnot(page.raw, index)
    try:
        yield note or None
    finally:
        if note:
            raw.FPDFPage_CloseAnnot(note)


def _text(ask: Callable[..., int]) -> str:
    """Return a text that PDFium writes to a buffer in UTF-16, cleaned."""
    size = min(ask(None, 0), 2 * _LONGEST)
    if size <= 2:
        return ""
    buffer = (raw.FPDF_WCHAR * (size // 2 + 1))()
    ask(buffer, size)
    data = ctypes.string_at(buffer, size)
    return clean(data.decode("utf-16-le", "replace").rstrip("\0"))
