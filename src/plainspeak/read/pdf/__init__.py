"""Read a PDF paper to a Document, with PDFium and, for damaged files, pdfminer.six."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NoReturn

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from plainspeak.document import Document, Gap, number_blocks
from plainspeak.errors import PaperError
from plainspeak.read.pdf.layout import blocks
from plainspeak.read.pdf.lines import Page, read_page

MOST_PAGES = 2_000
MOST_TEXT = 2_000_000
# pdfminer is slow, and slower on a large file: a second opinion has to be short.
_LARGEST_SECOND_TRY = 20 * 1024 * 1024

_LOCKED = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
_SCAN_CURE = "ask for the Word file, or have the scan read by text recognition (OCR)"


def read_pdf(name: str, data: bytes) -> Document:
    """Return a PDF paper as blocks in reading order, with its gaps named."""
    if not data:
        raise PaperError(name, "empty", "the file is empty", "save the paper again and send that")
    if b"%PDF-" not in data[:1024]:
        raise PaperError(
            name, "not-pdf", "this is not a PDF file", "save the paper as PDF or as Word (.docx)"
        )
    pages = _read(name, data)
    found = tuple(number_blocks(blocks(pages)))
    if not found:
        _refuse_without_text(name, pages)
    digest = sha256(data).hexdigest()
    return Document(name, "pdf", digest, found, tuple(_gaps(pages)), len(pages))


def _read(name: str, data: bytes) -> list[Page]:
    """Return the pages as PDFium reads them, or else as pdfminer.six does."""
    try:
        paper = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in _LOCKED:
            raise PaperError(
                name, "password", "the file needs a password", "save a copy without a password"
            ) from error
        return _read_again(name, data)
    try:
        if not len(paper):
            return _read_again(name, data)
        _check_pages(name, len(paper))
        return _read_pages(name, paper)
    finally:
        paper.close()


def _read_pages(name: str, paper: pdfium.PdfDocument) -> list[Page]:
    pages = []
    left = MOST_TEXT
    for index in range(len(paper)):
        try:
            page = paper[index]
        except pdfium.PdfiumError:
            pages.append(Page(index + 1, 0, 0, (), damaged=True))
            continue
        try:
            sheet, count = read_page(page, index + 1, left)
        except pdfium.PdfiumError:
            sheet, count = Page(index + 1, 0, 0, (), damaged=True), 0
        finally:
            page.close()
        left -= count
        if left < 0:
            _refuse_long(name)
        pages.append(sheet)
    return pages


def _read_again(name: str, data: bytes) -> list[Page]:
    """Return the pages of a file PDFium refused, as pdfminer.six reads them."""
    problem, cure = "the file is damaged", "save the paper as PDF again, or ask for the Word file"
    if len(data) > _LARGEST_SECOND_TRY:
        raise PaperError(name, "damaged", problem, cure)
    # Only a damaged file needs pdfminer, and importing it costs 0.1 s.
    from plainspeak.read.pdf.fallback import read_pages

    try:
        pages = read_pages(data, MOST_PAGES + 1)
    # The one broad except of the project: pdfminer leaks whatever a damaged file
    # makes Python raise (RecursionError, TypeError, AssertionError and more).
    except Exception as error:
        raise PaperError(name, "damaged", problem, cure) from error
    if not any(page.lines for page in pages):
        raise PaperError(name, "damaged", problem, cure)
    _check_pages(name, len(pages))
    if sum(len(line.text) for page in pages for line in page.lines) > MOST_TEXT:
        _refuse_long(name)
    return pages


def _check_pages(name: str, count: int) -> None:
    if count > MOST_PAGES:
        problem = f"the file has over {MOST_PAGES:,} pages"
        raise PaperError(name, "too-many-pages", problem, "split it and check the parts")


def _refuse_long(name: str) -> NoReturn:
    problem = f"the file has over {MOST_TEXT:,} characters of text"
    raise PaperError(name, "too-much-text", problem, "split it and check the parts")


def _refuse_without_text(name: str, pages: Sequence[Page]) -> NoReturn:
    if all(page.damaged for page in pages):
        raise PaperError(
            name, "damaged", "no page of the file can be opened", "save the paper as PDF again"
        )
    if any(page.unreadable for page in pages):
        problem = "the fonts of the file do not say which letters they show"
        raise PaperError(name, "unreadable-fonts", problem, _SCAN_CURE)
    problem = "the pages are pictures or blank: there is no text to check"
    raise PaperError(name, "no-text", problem, _SCAN_CURE)


def _gaps(pages: Sequence[Page]) -> Iterator[Gap]:
    for page in pages:
        if page.damaged:
            yield Gap("page", "this page is damaged and cannot be opened", page=page.number)
        elif page.unreadable:
            why = "the fonts on this page do not say which letters they show"
            yield Gap("unreadable-fonts", why, page=page.number)
        elif page.picture:
            why = "a picture of a page, such as a scan: its words cannot be read"
            yield Gap("page", why, page=page.number)
