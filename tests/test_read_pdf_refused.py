"""Files that are no PDF paper, or too much of one, are refused in one line."""

import pypdfium2 as pdfium
import pytest

from conftest import shared
from pdf_builder import PROSE, Text, drawn, lines, made, refusal, texts
from plainspeak.document import Block, BlockKind
from plainspeak.errors import PaperError
from plainspeak.read.limits import Limits, kept
from plainspeak.read.pdf import read_pdf
from plainspeak.read.pdf.text import clean


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 a Word file", "not-pdf"),
        (b" " * 1024 + b"%PDF-1.7", "not-pdf"),
        (b"%PDF-1.7\nnothing more", "damaged"),
        (made([drawn(lines(PROSE, 700))])[:300], "damaged"),
    ],
)
def test_a_file_that_is_no_paper_is_refused(data: bytes, reason: str) -> None:
    error = refusal(data)
    assert error.reason == reason
    assert str(error).startswith("paper.pdf: ")


def test_a_locked_paper_is_refused() -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]"
    data = made([drawn(lines(PROSE, 700))], trailer=lock % (b"AB" * 32, b"CD" * 32))
    assert refusal(data).reason == "password"


def test_too_many_pages_are_refused() -> None:
    with kept(Limits(pages=2)):
        assert refusal(made([drawn(lines(PROSE, 700))] * 3)).reason == "too-many-pages"


def test_too_much_text_is_refused() -> None:
    with kept(Limits(characters=300)):
        assert refusal(made([drawn(lines(PROSE, 700))] * 2)).reason == "too-much-text"


def test_a_file_pdfium_refuses_is_read_by_pdfminer(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: bytes) -> None:
        raise pdfium.PdfiumError("Data format error.", err_code=pdfium.raw.FPDF_ERR_FORMAT)

    data = made([drawn([Text("The new clinic", 72, 780, 20), *lines(PROSE, 700)])])
    monkeypatch.setattr(pdfium, "PdfDocument", refuse)
    document = read_pdf("paper.pdf", data)
    assert texts(document, BlockKind.TITLE) == ["The new clinic"]
    assert texts(document) == [" ".join(PROSE)]


def is_tidy(block: Block) -> bool:
    return bool(block.text) and block.text == clean(block.text)


@pytest.mark.parametrize("folder", [("papers",), ("hostile", "pdf")])
def test_every_paper_from_outside_is_read_or_refused(folder: tuple[str, ...]) -> None:
    for paper in sorted(shared(*folder).glob("*.pdf")):
        try:
            document = read_pdf(paper.name, paper.read_bytes())
        except PaperError:
            continue
        assert all(map(is_tidy, document.blocks)), paper.name
        assert [block.number for block in document.blocks] == [*range(len(document.blocks))]
