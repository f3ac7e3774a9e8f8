"""Read a PDF paper to a Document, with PDFium and, for damaged files, pdfminer.six."""

from hashlib import sha256

from plainspeak.document import Document, number_blocks
from plainspeak.errors import PaperError
from plainspeak.read.pdf.doubt import doubts
from plainspeak.read.pdf.gaps import gaps, refuse_without_text
from plainspeak.read.pdf.layout import blocks
from plainspeak.read.pdf.mend import LIGATURES, Mender
from plainspeak.read.pdf.ocr import Ocr
from plainspeak.read.pdf.pages import read_pages


def read_pdf(
    name: str, data: bytes, *, ocr: Ocr | None = None, words: frozenset[str] | None = None
) -> Document:
    """Return a PDF paper as blocks in reading order, with its gaps named.

    ``ocr`` makes out the words of a page that is a picture; ``plainspeak.read.pdf.ocr``
    has one. ``words`` are those that a broken word is looked up in.
    """
    if not data:
        raise PaperError(name, "empty", "the file is empty", "save the paper again and send that")
    if b"%PDF-" not in data[:1024]:
        problem, cure = "this is not a PDF file", "save the paper as PDF or as Word (.docx)"
        raise PaperError(name, "not-pdf", problem, cure)
    pages = read_pages(name, data, ocr)
    mender = Mender(words)
    found = tuple(number_blocks(blocks(pages, mender)))
    if not found:
        refuse_without_text(name, pages)
    mender.counts[LIGATURES] += sum(page.ligatures for page in pages)
    return Document(
        name,
        "pdf",
        sha256(data).hexdigest(),
        found,
        gaps=(*gaps(pages), *doubts(pages, data, mender)),
        pages=len(pages),
        pictures=tuple(picture for page in pages for picture in page.pictures),
        mended=tuple(sorted(item for item in mender.counts.items() if item[1])),
    )
