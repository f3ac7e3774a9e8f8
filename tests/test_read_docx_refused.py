"""The DOCX reader: what is refused, and why."""

import pytest

from docx_builder import (
    p,
    paper,
    parts_of,
    r,
    refusal,
    texts,
    zipped,
)
from plainspeak.read.docx import package as docx_package
from plainspeak.read.limits import MIB, Limits, kept

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
GOOD = zipped(parts_of(p(r("text"))))
DTD = '<!DOCTYPE w [<!ENTITY a "b">]><w/>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"%PDF-1.7", "not-docx"),
        (zipped({"a.txt": "x"}), "not-docx"),
        (zipped({"[Content_Types].xml": "<Types/>"}), "not-docx"),
        (OLE + bytes(600), "old-doc"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (GOOD[: len(GOOD) // 2], "damaged"),
        (GOOD.replace(b"PK\x03\x04", b"PK\x03\x05"), "damaged"),
        (zipped(parts_of(p(r("text"))) | {"text/body.xml": "<w:document"}), "damaged"),
        (zipped(parts_of("") | {"TEXT/body.xml": "<a/>"}), "damaged"),
        (zipped(parts_of("") | {"text/body.xml": DTD}), "dtd"),
        (zipped(parts_of("") | {"text/body.xml": DTD.encode("utf-16")}), "dtd"),
        (zipped(parts_of("<a>" * 300 + "</a>" * 300)), "too-big"),
        (zipped(parts_of("<w:p/>" * 2_000_000)), "too-big"),
        (zipped({f"{n}": "" for n in range(2_001)}), "too-many-parts"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


def test_locked_zip_entry_is_a_password() -> None:
    data = bytearray(GOOD)
    place = -1
    while (place := data.find(b"PK\x01\x02", place + 1)) >= 0:
        data[place + 8] |= 1
    assert refusal(bytes(data)) == "password"


def test_limits_count_the_bytes_that_come_out(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(parts_of(p(r(" " * 12 * MIB))))
    assert refusal(bomb) == "too-big"
    large = zipped(parts_of(p(r("word " * (MIB // 4)))))
    for limits in (Limits(part_mb=1), Limits(parts_mb=1)):
        with kept(limits):
            assert refusal(large) == "too-big"
    monkeypatch.setattr(docx_package, "MAX_TAGS", 3)
    assert refusal(GOOD) == "too-big"


def test_nesting_just_within_the_limit_of_the_parser_is_read() -> None:
    deep = p("<w:smartTag>" * 240 + r("deep") + "</w:smartTag>" * 240)
    wrapped = "<w:customXml>" * 240 + p(r("wrapped")) + "</w:customXml>" * 240
    assert texts(paper(deep + wrapped)) == ["deep", "wrapped"]
