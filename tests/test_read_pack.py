"""Papers in a zip, and what kind of file some bytes are."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Document
from plainspeak.errors import PaperError
from plainspeak.read.kind import kind_of
from plainspeak.read.limits import MIB, Limits, kept
from plainspeak.read.pack import papers_in_zip
from plainspeak.read.text import read_text

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le")


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def read_one(name: str, data: bytes) -> Document:
    """Read plain papers, and refuse all others as a reader would."""
    if kind_of(name, data) != "txt":
        raise PaperError(name, "damaged", "is damaged", "send it again")
    return read_text(name, data)


def names(data: bytes) -> list[str]:
    found = []
    for paper in papers_in_zip("pack.zip", data, read_one):
        if isinstance(paper, PaperError):
            assert "\n" not in str(paper)
            assert str(paper).startswith(f"{paper.name}: ")
            found.append(f"{paper.name}: {paper.reason}")
        else:
            found.append(paper.name)
    return found


def refusal(data: bytes) -> str:
    with pytest.raises(PaperError) as caught:
        names(data)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def word_file() -> bytes:
    out = BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def locked(data: bytes) -> bytes:
    """Return a zip whose entries all say that they are locked."""
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data = data[: start + at] + b"\x01\x00" + data[start + at + 2 :]
            start = data.find(mark, start + 1)
    return data


def test_every_paper_is_read_in_the_order_of_names_and_the_rest_is_left_out() -> None:
    parts: dict[str, str | bytes] = {
        "b/second.txt": "Two.",
        "a.txt": "One.",
        "empty folder/": "",
        "__MACOSX/a.txt": "x",
        "b/~$second.txt": "x",
        ".hidden/a.txt": "x",
        "b/.hidden.txt": "x",
        "photo.jpg": b"\xff\xd8",
        "sums.xlsx": b"PK",
    }
    assert names(zipped(parts)) == ["pack.zip/a.txt", "pack.zip/b/second.txt"]


def test_what_cannot_be_read_in_a_zip_is_said_one_by_one() -> None:
    parts: dict[str, str | bytes] = {
        "a.zip": zipped({"x.txt": "One."}),
        "b.doc": OLE + b"\0" * 600,
        "c.docx": b"not Word",
        "d.rtf": b"{\\rtf1 words}",
        "e.txt": "Five.",
    }
    assert names(zipped(parts)) == [
        "pack.zip/a.zip: zip-in-zip",
        "pack.zip/b.doc: old-office",
        "pack.zip/c.docx: damaged",
        "pack.zip/d.rtf: unknown-kind",
        "pack.zip/e.txt",
    ]


def test_a_mail_in_a_zip_gives_its_papers() -> None:
    mail = b"Subject: x\nMIME-Version: 1.0\n\nThe plan.\n"
    assert names(zipped({"a.eml": mail})) == ["pack.zip/a.eml"]


def test_names_are_only_shown_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = zipped({"../../up.txt": "One.", "/etc/root.txt": "Two.", "line\nend.txt": "Three."})
    assert names(data) == [
        "pack.zip/../../up.txt", "pack.zip//etc/root.txt", "pack.zip/line end.txt",
    ]  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_a_locked_paper_is_named_with_its_reason() -> None:
    assert names(locked(zipped({"a.txt": "One."}))) == ["pack.zip/a.txt: password"]


def test_a_zip_that_cannot_be_read_is_refused_with_its_reason() -> None:
    whole = zipped({"a.txt": "One."})
    assert refusal(b"") == "empty"
    assert refusal(b"words") == "not-zip"
    assert refusal(whole[:-5]) == "damaged"
    assert refusal(zipped({})) == "no-papers"
    assert refusal(zipped({"photo.jpg": b"x"})) == "no-papers"
    assert refusal(zipped({f"{at}.txt": "" for at in range(2_001)})) == "too-many-parts"


def test_a_paper_that_is_too_big_when_unpacked_does_not_stop_the_others() -> None:
    data = zipped({"a.txt": "x" * (MIB + 1), "b.txt": "Two."})
    with kept(Limits(part_mb=1)):
        assert names(data) == ["pack.zip/a.txt: too-big", "pack.zip/b.txt"]


def test_all_papers_together_have_a_limit() -> None:
    data = zipped(dict.fromkeys(("a.txt", "b.txt"), "word " * (MIB // 8)))
    with kept(Limits(parts_mb=1)):
        assert names(data) == ["pack.zip/a.txt", "pack.zip/b.txt: too-big"]


ODT = zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"})
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
SHEETS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MAIL = b"Received: from a\n by b\nSubject: x\nMIME-Version: 1.0\n\nThe plan.\n"


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", word_file(), "docx"),
        ("a.pdf", word_file(), "docx"),
        ("a.txt", word_file(), "docx"),
        ("a", word_file(), "docx"),
        ("a.docx", b"%PDF-1.7\n", "pdf"),
        ("a.docx", b"\n\n%PDF-1.7\n", "pdf"),
        ("a.docx", ODT, "odt"),
        ("a.odt", zipped({"mimetype": "application/vnd.oasis.opendocument.graphics"}), "unknown"),
        ("a.odt", zipped({"mimetype": "application/epub+zip"}), "unknown"),
        ("a.zip", zipped({"[Content_Types].xml": SLIDES}), "pptx"),
        ("a.docx", zipped({"[Content_Types].xml": SHEETS}), "unknown"),
        ("a.docx", zipped({"[Content_Types].xml": "<Types/>"}), "docx"),
        ("a.docx", zipped({"_rels/.rels": "<x/>"}), "docx"),
        ("a.zip", zipped({"a.txt": "One."}), "zip"),
        ("a.docx", zipped({"a.txt": "One."}), "zip"),
        ("a.zip", zipped({}), "zip"),
        ("a.docx", word_file()[:500], "docx"),
        ("a.zip", b"PK\x03\x04 broken", "zip"),
        ("a.docx", OLE + b"\0" * 600, "old-office"),
        ("a.doc", OLE + b"\0" * 600, "old-office"),
        ("a.docx", LOCKED, "docx"),
        ("a.pptx", LOCKED, "pptx"),
        ("a.doc", b"{\\rtf1 words}", "rtf"),
        ("a.doc", b"\n<!-- x --><html><p>One.", "html"),
        ("a", b"\xef\xbb\xbf<!DOCTYPE HTML><p>One.", "html"),
        ("a.html", b"<p>One.", "html"),
        ("a.htm", b"words", "html"),
        ("a.md", b"<html> in Markdown", "md"),
        ("a.txt", b"From: Ann\nTo: all\nSubject: x\n\nA memo.", "txt"),
        ("a.eml", b"Subject: x\n\nwords", "eml"),
        ("a", MAIL, "eml"),
        ("a", MAIL.replace(b"\n", b"\r\n"), "eml"),
        ("a", b"From: Ann\nTo: all\nSubject: x\n\nA memo.", "unknown"),
        ("a.TXT", b"words", "txt"),
        ("a.md", "words".encode("utf-16"), "md"),
        ("a.txt", b"\0\1\2", "txt"),
        ("a.docx", b"words", "docx"),
        ("a.pdf", b"words", "pdf"),
        ("a.csv", b"a,b", "unknown"),
        ("a", b"", "unknown"),
        ("a.bin", b"\0\1\2", "unknown"),
    ],
)  # fmt: skip
def test_a_file_is_told_by_what_it_holds(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


KINDS = {
    "docx", "pdf", "odt", "pptx", "html", "md", "txt", "eml", "zip", "rtf", "old-office", "unknown",
}  # fmt: skip
STARTS = (b"", b"PK\x03\x04", b"PK\x05\x06", OLE, b"{\\rtf", b"%PDF-", b"<html>", b"Received: x\n")


@given(st.sampled_from(["a", "a.docx", "a.zip", "a.txt"]), st.sampled_from(STARTS), st.binary())
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_of_some_kind(name: str, start: bytes, data: bytes) -> None:
    assert kind_of(name, start + data) in KINDS


def test_a_file_of_many_comments_is_told_at_once() -> None:
    assert kind_of("a", b"<!-- x -->" * 100_000) == "unknown"
    assert kind_of("a", b"a: b\n c\n" * 100_000) == "unknown"


GOOD = zipped({"a.txt": "One.", "b/c.txt": "Two."})


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.booleans())
@settings(max_examples=400, deadline=None)
def test_a_damaged_zip_gives_papers_or_one_line(at: int, value: int, cut: bool) -> None:
    said = ""
    try:
        names(GOOD[:at] if cut else GOOD[:at] + bytes([value]) + GOOD[at + 1 :])
    except PaperError as error:
        said = str(error)
    assert "\n" not in said
