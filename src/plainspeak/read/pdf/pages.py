"""Read the pages of a PDF with PDFium and, for damaged files, with pdfminer.six."""

from dataclasses import replace
from typing import NoReturn

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plainspeak.errors import PaperError
from plainspeak.read.limits import in_force
from plainspeak.read.pdf.forms import FormReader
from plainspeak.read.pdf.lines import Page, read_page
from plainspeak.read.pdf.ocr import Ocr, picture_of
from plainspeak.read.pdf.tags import TagReader

# pdfminer is slow, and slower on a large file: a second opinion has to be short.
_LARGEST_SECOND_TRY = 20 * 1024 * 1024
_LOCKED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)


def read_pages(name: str, data: bytes, ocr: Ocr | None = None) -> list[Page]:
    """Return the pages as PDFium reads them, or else as pdfminer.six does."""
    try:
        paper = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in _LOCKED:
            problem, cure = "the file needs a password", "save a copy without a password"
            raise PaperError(name, "password", problem, cure) from error
        return _read_again(name, data)
    try:
        if not len(paper):
            return _read_again(name, data)
        _check_pages(name, len(paper))
        return _Reader(name, paper, ocr).pages()
    finally:
        paper.close()


class _Reader:
    """Reads the pages of one paper, and what hangs on them."""

    def __init__(self, name: str, paper: pdfium.PdfDocument, ocr: Ocr | None) -> None:
        self.name = name
        self.paper = paper
        self.ocr = ocr
        # Forms have to be opened before the first page is.
        self.forms = FormReader(paper)
        self.tags = TagReader(paper)
        self.left = in_force().characters

    def pages(self) -> list[Page]:
        return [self._page(index) for index in range(len(self.paper))]

    def _page(self, index: int) -> Page:
        try:
            page = self.paper[index]
        except pdfium.PdfiumError:
            return Page(index + 1, 0, 0, (), damaged=True)
        try:
            return self._read(page, index + 1)
        except pdfium.PdfiumError:
            return Page(index + 1, 0, 0, (), damaged=True)
        finally:
            page.close()

    def _read(self, page: pdfium.PdfPage, number: int) -> Page:
        sheet, count = read_page(page, number, self.left, self.tags.read(page, number))
        extras = tuple(self.forms.read(page, number))
        self.left -= count + sum(len(block.text) for block in extras)
        if self.left < 0:
            _refuse_long(self.name)
        recognition = None
        if self.ocr and (sheet.picture or sheet.unreadable):
            recognition = self.ocr(picture_of(page))
        # What the page had in letters, such as a stamp, is in its picture too.
        lines = () if recognition else sheet.lines
        return replace(sheet, lines=lines, extras=extras, recognition=recognition)


def _read_again(name: str, data: bytes) -> list[Page]:
    """Return the pages of a file PDFium refused, as pdfminer.six reads them."""
    problem, cure = "the file is damaged", "save the paper as PDF again, or ask for the Word file"
    if len(data) > _LARGEST_SECOND_TRY:
        raise PaperError(name, "damaged", problem, cure)
    # Only a damaged file needs pdfminer, and importing it costs 0.1 s.
    from plainspeak.read.pdf import fallback

    try:
        pages = fallback.read_pages(data, in_force().pages + 1)
    # pdfminer leaks whatever a damaged file makes Python raise: RecursionError,
    # TypeError, AssertionError and more. This and its second opinion are the only
    # broad excepts here.
    except Exception as error:
        raise PaperError(name, "damaged", problem, cure) from error
    if not any(page.lines for page in pages):
        raise PaperError(name, "damaged", problem, cure)
    _check_pages(name, len(pages))
    if sum(len(line.text) for page in pages for line in page.lines) > in_force().characters:
        _refuse_long(name)
    return pages


def _check_pages(name: str, count: int) -> None:
    if count > in_force().pages:
        problem = f"the file has over {in_force().pages:,} pages"
        raise PaperError(name, "too-many-pages", problem, "split it and check the parts")


def _refuse_long(name: str) -> NoReturn:
    problem = f"the file has over {in_force().characters:,} characters of text"
    raise PaperError(name, "too-much-text", problem, "split it and check the parts")
