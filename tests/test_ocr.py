"""Pages that are pictures are read with Tesseract, and never without saying so."""

import shutil
import zlib
from pathlib import Path

import pypdfium2
import pytest

from commands import plainspeak
from conftest import ROOT

needs_tesseract = pytest.mark.skipif(
    shutil.which("tesseract") is None, reason="Tesseract is not installed"
)


def scan(path: Path) -> None:
    """Write a PDF whose only page is a picture of the first page of an example."""
    with pypdfium2.PdfDocument(ROOT / "examples" / "invitation.pdf") as paper:
        page = paper[0]
        bitmap = page.render(scale=3, grayscale=True)
        rows = (
            bytes(bitmap.buffer)[at * bitmap.stride :][: bitmap.width]
            for at in range(bitmap.height)
        )
        wide, high, data = bitmap.width, bitmap.height, zlib.compress(b"".join(rows))
        bitmap.close()
        page.close()
    head = (
        f"<< /Type /XObject /Subtype /Image /Width {wide} /Height {high} /Length {len(data)}"
        " /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode >>"
    )
    picture = head.encode() + b"\nstream\n" + data + b"\nendstream"
    shown = b"q 595 0 0 842 0 0 cm /Im1 Do Q"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            b" /Resources << /XObject << /Im1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown),
        picture,
    ]
    out = b"%PDF-1.4\n"
    for number, inside in enumerate(objects, 1):
        out += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    path.write_bytes(out + b"trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n")


def test_a_scan_is_not_a_pass_and_says_what_to_do(tmp_path: Path) -> None:
    scan(tmp_path / "scan.pdf")
    answer = plainspeak(tmp_path, "check", "scan.pdf")
    assert (answer.code, answer.out) == (3, "")
    assert "pictures" in answer.err


@needs_tesseract
def test_a_scan_is_read_by_text_recognition_and_marked_so(tmp_path: Path) -> None:
    scan(tmp_path / "scan.pdf")
    answer = plainspeak(tmp_path, "check", "scan.pdf", "--ocr", "--format", "json", "--with-text")
    assert answer.code == 1, answer.err
    words = " ".join(block["text"] for block in answer.paper["blocks"])
    assert "Come and help us plan better care at home" in words
    assert [gap["what"] for gap in answer.paper["gaps"]] == ["page read by text recognition"]


def test_asking_for_text_recognition_where_it_is_missing_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scan(tmp_path / "scan.pdf")
    monkeypatch.setenv("PATH", str(tmp_path))
    answer = plainspeak(tmp_path, "check", "scan.pdf", "--ocr")
    assert answer.code == 3
    assert "Tesseract is not installed" in answer.err
