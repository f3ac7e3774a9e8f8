"""Hostile PDFs: how the file hangs together, what its streams hold, and how it is broken."""

import random
import zlib
from collections.abc import Callable
from functools import partial

from hostile.build import PAGE, SHOWN, SOUND, flate_bomb, pdf, stream

WITH = {
    "root-is-itself": {1: b"1 0 R"},
    "root-is-a-number": {1: b"7"},
    "root-is-a-page": {1: SOUND[3]},
    "root-has-no-pages": {1: b"<< /Type /Catalog >>"},
    "root-pages-loop": {1: b"<< /Type /Catalog /Pages 1 0 R >>"},
    "references-in-a-ring": {4: b"6 0 R", 6: b"7 0 R", 7: b"4 0 R"},
    "page-tree-holds-itself": {2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"},
    "page-tree-ring": {
        2: b"<< /Type /Pages /Kids [6 0 R 3 0 R] /Count 2 >>",
        6: b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 6 0 R 3 0 R] /Count 9 >>",
    },
    "page-count-2-to-30": {2: b"<< /Type /Pages /Kids [3 0 R] /Count 1073741824 >>"},
    "page-count-2-to-31": {2: b"<< /Type /Pages /Kids [3 0 R] /Count 2147483648 >>"},
    "page-count-below-0": {2: b"<< /Type /Pages /Kids [3 0 R] /Count -1 >>"},
    "page-count-is-itself": {2: b"<< /Type /Pages /Kids [3 0 R] /Count 2 0 R >>"},
    "one-page-20000-times": {
        2: b"<< /Type /Pages /Kids [%s] /Count 20000 >>" % (b"3 0 R " * 20000)
    },
    "kids-is-a-name": {2: b"<< /Type /Pages /Kids /Kids /Count 1 >>"},
    "kids-that-are-not-there": {2: b"<< /Type /Pages /Kids [99 0 R 98 0 R] /Count 2 >>"},
    "page-is-its-own-parent": {3: b"<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>"},
    "page-without-a-box": {3: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>"},
    "contents-is-itself": {4: b"4 0 R"},
    "contents-holds-itself": {4: b"[4 0 R 4 0 R]"},
    "contents-of-100000-streams": {3: PAGE.replace(b"4 0 R", b"[%s]" % (b"4 0 R " * 100_000))},
    "length-of-a-terabyte": {4: b"<< /Length 999999999999 >>\nstream\n" + SHOWN + b"\nendstream"},
    "length-2-to-31": {4: b"<< /Length 2147483647 >>\nstream\n" + SHOWN + b"\nendstream"},
    "length-below-0": {4: b"<< /Length -5 >>\nstream\n" + SHOWN + b"\nendstream"},
    "length-too-short": {4: b"<< /Length 3 >>\nstream\n" + SHOWN + b"\nendstream"},
    "length-is-the-stream": {4: b"<< /Length 4 0 R >>\nstream\n" + SHOWN + b"\nendstream"},
    "length-in-a-ring": {
        4: b"<< /Length 6 0 R >>\nstream\n" + SHOWN + b"\nendstream", 6: b"7 0 R", 7: b"6 0 R",
    },
    "stream-without-an-end": {4: b"<< /Length 99 >>\nstream\n" + SHOWN},
    "filter-unknown": {4: stream(SHOWN, b"/Filter /NoSuchDecode")},
    "filter-is-itself": {4: stream(SHOWN, b"/Filter 4 0 R")},
    "filter-1000-times": {4: stream(SHOWN, b"/Filter [%s]" % (b"/FlateDecode " * 1000))},
    "hex-1000-times": {4: stream(b"41" * 5000, b"/Filter [%s]" % (b"/ASCIIHexDecode " * 1000))},
    "flate-of-noise": {4: stream(random.Random(1).randbytes(5000), b"/Filter /FlateDecode")},
    "flate-cut-short": {4: stream(zlib.compress(SHOWN)[:20], b"/Filter /FlateDecode")},
    "lzw-of-noise": {4: stream(random.Random(2).randbytes(50_000), b"/Filter /LZWDecode")},
    "predictor-of-2-to-31-columns": {
        4: stream(
            zlib.compress(SHOWN),
            b"/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2147483647 >>",
        )
    },
    "predictor-of-no-columns": {
        4: stream(
            zlib.compress(SHOWN),
            b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 0 /Colors 99999 >>",
        )
    },
    "box-of-nothing": {3: SOUND[3].replace(b"[0 0 595 842]", b"[0 0 0 0]")},
    "box-of-a-universe": {3: SOUND[3].replace(b"[0 0 595 842]", b"[-1e38 -1e38 1e38 1e38]")},
    "box-is-a-name": {3: SOUND[3].replace(b"[0 0 595 842]", b"/Wide")},
    "box-is-the-page": {3: SOUND[3].replace(b"[0 0 595 842]", b"3 0 R")},
    "turned-by-45": {3: PAGE % (b"", b"/Rotate 45 /UserUnit 1e30")},
    "outline-ring": {
        1: b"<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
        6: b"<< /First 7 0 R /Last 7 0 R /Count 2147483647 >>",
        7: b"<< /Title (x) /Next 7 0 R /Prev 7 0 R /First 6 0 R /Parent 7 0 R >>",
    },
    "names-ring": {
        1: b"<< /Type /Catalog /Pages 2 0 R /Names << /Dests 6 0 R /EmbeddedFiles 6 0 R >> >>",
        6: b"<< /Kids [6 0 R 6 0 R] /Limits [(a) (z)] >>",
    },
    "form-field-ring": {
        1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] /XFA 6 0 R >> >>",
        6: b"<< /T (x) /FT /Tx /Kids [6 0 R] /Parent 6 0 R /V 6 0 R >>",
    },
    "layer-ring": {
        1: b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [6 0 R] /D 6 0 R >> >>",
        6: b"<< /Type /OCMD /OCGs 6 0 R /Order [6 0 R] /VE [/Not 6 0 R] >>",
    },
    "javascript-on-opening": {
        1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R /AA << /WC 6 0 R >> >>",
        6: b"<< /S /JavaScript /JS (while(1){app.alert(1)}) /Next 6 0 R >>",
    },
    "launch-on-opening": {
        1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction 6 0 R >>",
        6: b"<< /S /Launch /F (/bin/sh) /Unix << /F (sh -c id) >> >>",
    },
    "notes-100000": {3: PAGE % (b"", b"/Annots [%s]" % (b"6 0 R " * 100_000)),
                     6: b"<< /Type /Annot /Subtype /Text /Contents (x) /Rect [0 0 9 9]"
                        b" /Popup 6 0 R /IRT 6 0 R /AP << /N 6 0 R >> >>"},
    "metadata-of-laughs": {
        1: b"<< /Type /Catalog /Pages 2 0 R /Metadata 6 0 R >>",
        6: stream(b'<!DOCTYPE a [<!ENTITY a "%s">]><a>&a;</a>' % (b"ha" * 9999)),
    },
    "arrays-100000-deep": {6: b"[" * 100_000 + b"]" * 100_000,
                           3: PAGE % (b"", b"/X 6 0 R")},
    "page-of-arrays-100000-deep": {3: PAGE % (b"", b"/Annots " + b"[" * 100_000 + b"]" * 100_000)},
    "dictionaries-50000-deep": {3: PAGE % (b"", b"/X " + b"<</X " * 50_000 + b">>" * 50_000)},
    "arrays-never-closed": {3: PAGE % (b"", b"/X " + b"[" * 200_000)},
    "string-never-closed": {5: b"<< /Type /Font /BaseFont (" + b"(" * 100_000},
    "name-of-1-mib": {5: b"<< /Type /Font /Subtype /Type1 /BaseFont /" + b"A" * 2**20 + b" >>"},
    "number-of-1-mib": {2: b"<< /Type /Pages /Kids [3 0 R] /Count " + b"9" * 2**20 + b" >>"},
    "comment-of-1-mib": {2: b"%" + b"x" * 2**20 + b"\n" + SOUND[2]},
    "dictionary-of-odd-words": {2: b"<< /Type /Pages /Kids [3 0 R] /Count >>"},
    "object-number-2-to-32": {4294967296: SOUND[4], 2: SOUND[2].replace(b"3 0", b"4294967299 0")},
    "prints-to-a-picture-of-60000": {
        3: PAGE % (b"/XObject << /X 6 0 R >>", b""),
        4: stream(SHOWN + b" q 500 0 0 500 0 0 cm /X Do Q"),
        6: stream(b"", b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000"
                       b" /ColorSpace /DeviceRGB /BitsPerComponent 16 /SMask 6 0 R"),
    },
}  # fmt: skip
TRAILERS = {
    "encrypt-is-itself": (b"/Root 1 0 R /Encrypt 6 0 R", {6: b"6 0 R"}),
    "encrypt-in-a-ring": (
        b"/Root 1 0 R /Encrypt 6 0 R",
        {6: b"<< /Filter 6 0 R /V 6 0 R /R 6 0 R /O 6 0 R /U 6 0 R /P 6 0 R >>"},
    ),
    "encrypt-of-version-9": (
        b"/Root 1 0 R /Encrypt << /Filter /Standard /V 9 /R 9 /Length 2147483647 >>",
        {},
    ),
    "encrypt-without-keys": (b"/Root 1 0 R /Encrypt << /Filter /Standard /V 5 /R 6 >>", {}),
    "encrypt-keys-of-1-mib": (
        b"/Root 1 0 R /Encrypt << /Filter /Standard /V 5 /R 6 /O (%s) /U () /P 0 >> /ID [() ()]"
        % (b"A" * 2**20),
        {},
    ),
    "trailer-without-a-root": (b"", {}),
    "trailer-root-not-there": (b"/Root 99 0 R", {}),
    "trailer-before-is-itself": (b"/Root 1 0 R /Prev 0 /Prev 9 /XRefStm 9", {}),
    "trailer-size-2-to-31": (b"/Root 1 0 R /Size 2147483647", {}),
}


def xref_stream(words: bytes, data: bytes = bytes(60)) -> bytes:
    """Return a PDF whose table of objects is a stream with these claims."""
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    table = stream(data, b"/Type /XRef /Root 1 0 R " + words)
    return body + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(body))


XREFS = {
    "widths-of-nothing": b"/W [0 0 0] /Index [0 4000000000] /Size 4000000000",
    "widths-of-8": b"/W [8 8 8] /Index [0 2147483647] /Size 2147483647",
    "widths-of-2-to-31": b"/W [2147483647 2147483647 2147483647] /Size 5",
    "widths-below-0": b"/W [-1 -2 -1] /Size 9",
    "widths-missing": b"/Size 9",
    "index-below-0": b"/W [1 2 1] /Index [-9 -9] /Size 9",
    "index-of-100000": b"/W [1 2 1] /Index [%s] /Size 9" % (b"0 9 " * 100_000),
    "before-is-itself": b"/W [1 2 1] /Size 9 /Prev 58",
    "size-2-to-63": b"/W [1 2 1] /Size 9223372036854775807",
}


def in_object_stream(words: bytes, inside: bytes) -> bytes:
    """Return a PDF whose pages stand in a stream of objects, of which this is claimed."""
    holder = stream(inside, b"/Type /ObjStm " + words)
    start = b"%PDF-1.7\n8 0 obj\n" + holder + b"\nendobj\n"
    rows = [b"\0\0\0\0", *(b"\2\0\10" + bytes([at]) for at in range(7)), b"\1\0\11\0"]
    rows.append(b"\1" + len(start).to_bytes(2, "big") + b"\0")
    table = stream(b"".join(rows), b"/Type /XRef /W [1 2 1] /Size 10 /Root 1 0 R")
    return start + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table, len(start))


OBJECT_STREAMS = {
    "within-itself": (b"/N 2 /First 10", b"8 0 1 20  << /Type /ObjStm /N 1 >> 8 0 R"),
    "of-2-to-31": (b"/N 2147483647 /First 5", b"1 0 2 9 << >>"),
    "first-far-away": (b"/N 2 /First 2147483647", b"1 0 2 9 << >>"),
    "below-0": (b"/N -3 /First -3", b"1 0 2 9 << >>"),
    "goes-on-in-itself": (b"/N 1 /First 4 /Extends 8 0 R", b"1 0 << /Pages 8 0 R >>"),
    "offsets-backwards": (b"/N 3 /First 12", b"1 -9 2 -99 3 1 << /Pages 1 0 R >>"),
}


def deep_page_tree(depth: int) -> bytes:
    """Return a PDF whose page hangs at the end of a chain of page trees."""
    kids = {
        number: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 /Parent %d 0 R >>"
        % (number + 1, number - 1)
        for number in range(10, 10 + depth)
    }
    return pdf({2: kids.pop(10).replace(b"9 0 R", b"1 0 R"), **kids, 10 + depth: SOUND[3]})


def many_pages(count: int) -> bytes:
    """Return a PDF of so many true pages."""
    pages = dict.fromkeys(range(10, 10 + count), SOUND[3])
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    return pdf({2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count), **pages})


def updated(times: int) -> bytes:
    """Return a PDF that was saved again many times, each with its own small table."""
    out, before = pdf(), pdf().rfind(b"xref\n0")
    for _ in range(times):
        start = len(out)
        table = b"xref\n0 0\ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\n" % before
        out += table + b"startxref\n%d\n%%%%EOF\n" % start
        before = start
    return out


def bomb(mib: int, *, double: bool) -> bytes:
    """Return a PDF whose page unpacks to zeros, once or twice packed."""
    packed = flate_bomb(mib)
    if double:
        return pdf({4: stream(zlib.compress(packed), b"/Filter [/FlateDecode /FlateDecode]")})
    return pdf({4: stream(packed, b"/Filter /FlateDecode")})


def run_length_bomb() -> bytes:
    packed = zlib.compress(b"\x81a" * 500_000)
    return pdf({4: stream(packed, b"/Filter [/FlateDecode /RunLengthDecode]")})


CASES: dict[str, Callable[[], bytes]] = {
    **{f"{name}.pdf": partial(pdf, changes) for name, changes in WITH.items()},
    **{f"{name}.pdf": partial(pdf, more, words) for name, (words, more) in TRAILERS.items()},
    **{f"xref-{name}.pdf": partial(xref_stream, words) for name, words in XREFS.items()},
    **{f"objects-{name}.pdf": partial(in_object_stream, *each)
       for name, each in OBJECT_STREAMS.items()},
    "page-tree-5000-deep.pdf": partial(deep_page_tree, 5000),
    "pages-1900.pdf": partial(many_pages, 1900),
    "pages-20000.pdf": partial(many_pages, 20_000),
    "updated-5000-times.pdf": partial(updated, 5000),
    "flate-bomb.pdf": partial(bomb, 600, double=False),
    "flate-bomb-packed-twice.pdf": partial(bomb, 1024, double=True),
    "run-length-bomb.pdf": run_length_bomb,
}  # fmt: skip
