"""Build zips, Word files and PDFs byte by byte, so that any of their claims can be a lie."""

import struct
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

MIB = 2**20


# Zips


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a zip: its bytes as they lie in the file, and what is claimed of them."""

    name: bytes
    data: bytes
    size: int
    crc: int
    method: int = 8
    flags: int = 0
    mode: int = 0o100644
    packed: int | None = None
    offset: int | None = None
    local_name: bytes | None = None
    extra: bytes = b""


def entry(name: str | bytes, content: bytes, *, stored: bool = False) -> Entry:
    """Return an honest entry; ``dataclasses.replace`` makes a liar of it."""
    name = name.encode() if isinstance(name, str) else name
    data = content if stored else deflated(content)
    return Entry(name, data, len(content), zlib.crc32(content), 0 if stored else 8)


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def repeated(name: str, unit: bytes, times: int, before: bytes = b"", after: bytes = b"") -> Entry:
    """Return an entry that unpacks to a text repeated many times, made without making it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    head = packer.compress(before) + packer.flush(zlib.Z_FULL_FLUSH)
    # After a full flush, each block stands alone: one of them can be copied.
    block = packer.compress(unit) + packer.flush(zlib.Z_FULL_FLUSH)
    tail = packer.compress(after) + packer.flush()
    crc = zlib.crc32(before)
    for _ in range(times):
        crc = zlib.crc32(unit, crc)
    size = len(before) + len(unit) * times + len(after)
    return Entry(name.encode(), head + block * times + tail, size, zlib.crc32(after, crc))


def joined(
    entries: Iterable[Entry],
    *,
    before: bytes = b"",
    count: int | None = None,
    directory: int | None = None,
    comment: bytes = b"",
) -> bytes:
    """Return a zip of these entries; ``count`` and ``directory`` are what its end claims."""
    out, central, number = bytearray(before), bytearray(), 0
    for each in entries:
        number += 1
        place = len(out) if each.offset is None else each.offset
        packed = len(each.data) if each.packed is None else each.packed
        claims = struct.pack("<HHIIII", each.flags, each.method, 0x5A210000, each.crc, packed,
                             each.size)  # fmt: skip
        local = each.name if each.local_name is None else each.local_name
        if each.offset is None:
            out += b"PK\x03\x04\x14\0" + claims + struct.pack("<HH", len(local), len(each.extra))
            out += local + each.extra + each.data
        lengths = struct.pack("<HHHHHII", len(each.name), len(each.extra), 0, 0, 0,
                              (each.mode & 0xFFFF) << 16, place)  # fmt: skip
        central += b"PK\x01\x02\x14\x03\x14\0" + claims + lengths + each.name + each.extra
    number = min(number, 65535) if count is None else count
    start = len(out) if directory is None else directory
    end = struct.pack("<HHHHIIH", 0, 0, number, number, len(central), start, len(comment))
    return bytes(out + central + b"PK\x05\x06" + end + comment)


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """Return an honest zip."""
    return joined(
        entry(name, text.encode() if isinstance(text, str) else text)
        for name, text in files.items()
    )


# Word files

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
WORDS = "We met in May. We read the plan and talked it over with care."
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="text/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def relations(*links: tuple[str, str], mode: str = "") -> str:
    """Return a part of relations, each a kind and a target."""
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


MAIN = relations(("officeDocument", "word/document.xml"))


def p(text: str = WORDS, properties: str = "") -> str:
    """Return a paragraph of a Word file."""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def main_part(body: str) -> str:
    return f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"


def word_parts(
    body: str = "", links: Iterable[tuple[str, str]] = (), **more: str | bytes
) -> dict[str, bytes | str]:
    """Return the parts of a Word file; ``more`` are parts in its folder, without ``.xml``."""
    return {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": MAIN,
        "word/document.xml": main_part(p() + body),
        "word/_rels/document.xml.rels": relations(*links),
        **{f"word/{name}.xml": part for name, part in more.items()},
    }


def word(body: str = "", links: Iterable[tuple[str, str]] = (), **more: str | bytes) -> bytes:
    """Return a Word file with some sound words and then this body."""
    return zipped(word_parts(body, links, **more))


def word_with(changes: Mapping[str, bytes | str | None]) -> bytes:
    """Return a sound Word file in which some parts are others, or not there."""
    parts = {**word_parts(), **changes}
    return zipped({name: part for name, part in parts.items() if part is not None})


def nested(tag: str, depth: int, inside: str = "", more: str = "") -> str:
    """Return an element in itself, many times over."""
    return f"<{tag}{more}>" * depth + inside + f"</{tag}>" * depth


# PDFs

SHOWN = b"BT /F1 12 Tf 72 720 Td (We met in May. We read the plan with care.) Tj ET"
PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
    b" /Resources << /Font << /F1 5 0 R >> %s >> %s >>"
)


def stream(data: bytes, words: bytes = b"") -> bytes:
    """Return a stream object that tells its true length."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), words, data)


SOUND = {
    1: b"<< /Type /Catalog /Pages 2 0 R >>",
    2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: PAGE % (b"", b""),
    4: stream(SHOWN),
    5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
}


def pdf(changes: Mapping[int, bytes] | None = None, trailer: bytes = b"/Root 1 0 R") -> bytes:
    """Return a sound PDF of one page in which some objects are others."""
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    objects = {**SOUND, **(changes or {})}
    for number, inside in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    start, size = len(out), max(number for number in objects if number < 2**20) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    free = b"0000000000 00000 f \n"
    out += b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else free
        for number in range(1, size)
    )
    return bytes(out + b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        size, trailer, start,
    ))  # fmt: skip


def showing(content: bytes, more: Mapping[int, bytes] | None = None, names: bytes = b"") -> bytes:
    """Return a PDF whose page shows this; ``names`` are more resources of the page."""
    return pdf({3: PAGE % (names, b""), 4: stream(SHOWN + b"\n" + content), **(more or {})})


def lying(honest: Entry, **claims: int | bytes) -> Entry:
    """Return an entry that claims something else of itself."""
    return replace(honest, **claims)  # type: ignore[arg-type]


def flate_bomb(mib: int) -> bytes:
    """Return a zlib stream of many zeros, made quickly."""
    packed = repeated("", bytes(MIB), mib).data
    return b"\x78\xda" + packed + struct.pack(">I", zlib.adler32(b""))
