"""Hostile zips: bombs, lies about sizes, tricks with the list of entries, odd names."""

import random
import struct
from collections.abc import Callable
from functools import partial

from hostile.build import (
    MIB,
    SPACES,
    Entry,
    entry,
    joined,
    lying,
    main_part,
    p,
    repeated,
    word,
    word_parts,
    zipped,
)

START = f"<w:document {SPACES}><w:body>".encode()
END = b"</w:body></w:document>"
SOUND = zipped(word_parts())
TEXT = b"We met in May. We read the plan and talked it over with care.\n"


def with_main(*others: Entry) -> bytes:
    """Return a Word file whose main part, and more, are these entries."""
    names = {each.name for each in others}
    kept = [
        entry(name, part.encode() if isinstance(part, str) else part)
        for name, part in word_parts().items()
        if name.encode() not in names
    ]
    return joined([*kept, *others])


def main_of(unit: str, times: int) -> Entry:
    return repeated("word/document.xml", unit.encode(), times, START, END)


MAIN = entry("word/document.xml", main_part(p()).encode())
STORED = entry("word/document.xml", main_part(p()).encode(), stored=True)


def overlapping(count: int) -> bytes:
    """Return a Word file with many names for the same bytes, all of them large."""
    big = repeated("media/0.bin", bytes(MIB), 60)
    kept = [entry(name, str(part).encode()) for name, part in word_parts().items()]
    # The large one stands first, so that all its other names can point to the start.
    others = (lying(big, name=b"media/%d.bin" % number, offset=0) for number in range(1, count))
    return joined([big, *kept, *others])


LIES = {
    "says-100-bytes": lying(main_of("<w:p/>" * 10_000, 400), size=100),
    "says-no-bytes": lying(MAIN, size=0),
    "says-4-gib": lying(MAIN, size=0xFFFFFFFF),
    "says-packed-4-gib": lying(MAIN, packed=0xFFFFFFFF),
    "says-packed-nothing": lying(MAIN, packed=0),
    "says-another-sum": lying(MAIN, crc=1),
    "says-stored": lying(MAIN, method=0),
    "says-packed-but-is-stored": lying(STORED, method=8),
    "stored-shorter-than-it-says": lying(STORED, size=10**6, packed=10**6),
    "is-locked": lying(MAIN, flags=1),
    "is-locked-strongly": lying(MAIN, flags=0x41),
    "tells-sizes-later": lying(MAIN, flags=8),
    "is-a-patch": lying(MAIN, flags=0x20),
    "packed-by-aes": lying(MAIN, method=99),
    "packed-by-deflate64": lying(MAIN, method=9),
    "packed-by-bzip2": lying(MAIN, method=12),
    "packed-by-lzma": lying(MAIN, method=14),
    "packed-by-number-65535": lying(MAIN, method=65535),
    "packed-noise": lying(MAIN, data=random.Random(7).randbytes(5000)),
    "packed-cut-short": lying(MAIN, data=MAIN.data[:50]),
    "is-a-link": lying(entry("word/document.xml", b"/etc/passwd"), mode=0o120777),
    "is-a-pipe": lying(MAIN, mode=0o010644),
    "named-otherwise-inside": lying(MAIN, local_name=b"word/other.xml"),
    "named-longer-inside": lying(MAIN, local_name=b"A" * 60_000),
    "extra-of-60000": lying(MAIN, extra=b"\x01\0" + struct.pack("<H", 59_996) + bytes(59_996)),
    "extra-cut-short": lying(MAIN, extra=b"\x01\0\xff\xff\0"),
    "extra-of-16-exabytes": lying(
        MAIN, size=0xFFFFFFFF, extra=struct.pack("<HHQ", 1, 8, 2**64 - 1)
    ),
    "stands-at-the-start": lying(MAIN, offset=0),
    "stands-beyond-the-end": lying(MAIN, offset=0xFFFFFF00),
}
NAMES: dict[str, bytes] = {
    "absolute": b"/etc/passwd",
    "going-up": b"../../../../tmp/plainspeak-was-here",
    "going-up-backwards": b"..\\..\\..\\tmp\\plainspeak-was-here",
    "with-a-drive": b"C:\\Windows\\win.ini",
    "with-a-null": b"word/document.xml\0.png",
    "empty": b"",
    "of-60000": b"a/" * 30_000,
    "not-utf-8": b"\xff\xfe\xc0.xml",
    "with-terminal-codes": b"\x1b[31mred\x1b[0m\r\n\x07.txt",
    "that-turns": "\u202etxt.exe".encode(),
    "of-a-folder": b"word/document.xml/",
    "in-capitals": b"WORD/DOCUMENT.XML",
    "twice": b"word/document.xml",
    "of-a-device": b"CON",
}


def named(name: bytes) -> bytes:
    more = lying(entry(name, TEXT), flags=0x800)
    return joined([*(entry(key, str(part).encode()) for key, part in word_parts().items()), more])


def nested_zips(depth: int, each: int) -> bytes:
    inside = zipped({"paper.txt": TEXT * 100})
    for _ in range(depth):
        inside = joined(entry(f"{n}.zip", inside) for n in range(each))
    return inside


def of_texts(count: int, text: bytes = TEXT) -> bytes:
    return joined(entry(f"papers/{n}.txt", text) for n in range(count))


def end_of(data: bytes) -> int:
    return data.rindex(b"PK\x05\x06")


def spoilt(kind: str, seed: int) -> bytes:
    data, at = bytearray(SOUND), random.Random(seed)
    if kind == "cut":
        return bytes(data[: at.randrange(10, len(data))])
    for _ in range(at.randint(1, 20)):
        data[at.randrange(4, len(data))] = at.randrange(256)
    return bytes(data)


BOMBS: dict[str, Callable[[], bytes]] = {
    "bomb-of-paragraphs.docx": lambda: with_main(main_of(p("word word ") * 500, 4000)),
    "bomb-of-empty-paragraphs.docx": lambda: with_main(main_of("<w:p/>" * 10_000, 3500)),
    "bomb-of-60-mib-of-words.docx": lambda: with_main(main_of(p("word word ") * 500, 1400)),
    "bomb-of-spaces.docx": lambda: with_main(main_of(" " * MIB, 300)),
    "bomb-in-the-types.docx": lambda: with_main(repeated("[Content_Types].xml", b" " * MIB, 300)),
    "bomb-in-a-picture.docx": lambda: with_main(repeated("word/media/a.png", bytes(MIB), 900)),
    "bomb-in-many-parts.docx": lambda: with_main(
        *(repeated(f"word/header{n}.xml", b" " * MIB, 60) for n in range(12))
    ),
    "parts-3000.docx": lambda: with_main(*(entry(f"word/{n}.xml", b"") for n in range(3000))),
    "parts-70000.docx": lambda: with_main(
        *(entry(f"{n}", b"", stored=True) for n in range(70_000))
    ),
    "parts-overlap.docx": partial(overlapping, 1500),
    "zip-of-3000-texts.zip": partial(of_texts, 3000),
    "zip-of-1000-texts.zip": partial(of_texts, 1000),
    "zip-of-300-large-texts.zip": partial(of_texts, 300, TEXT * 2000),
    "zip-of-a-text-of-900-mib.zip": lambda: joined([repeated("a.txt", TEXT * 16000, 900)]),
    "zip-of-texts-of-60-mib.zip": lambda: joined(
        repeated(f"{n}.txt", TEXT * 16000, 60) for n in range(20)
    ),
    "zip-in-zips-20-deep.zip": partial(nested_zips, 20, 1),
    "zip-in-zips-10-to-the-4.zip": partial(nested_zips, 3, 10),
    "zip-in-zips-bomb.zip": lambda: zipped(
        {"a.zip": joined([repeated("a.txt", TEXT * 16000, 500)])}
    ),
    "zip-of-word-bombs.zip": lambda: joined(
        entry(f"{n}.docx", BOMBS["bomb-of-empty-paragraphs.docx"](), stored=True)
        for n in range(6)
    ),
    "zip-of-hostile-names.zip": lambda: joined(
        lying(entry(name + b".txt", TEXT), flags=0x800) for name in NAMES.values()
    ),
    "zip-of-links.zip": lambda: joined(
        [lying(entry("a.txt", b"/etc/passwd"), mode=0o120777), entry("b.txt", TEXT)]
    ),
    "zip-of-an-empty-name.zip": lambda: joined([entry("", TEXT), entry("a.txt", TEXT)]),
    "zip-locked.zip": lambda: joined([lying(entry("a.txt", TEXT), flags=1)]),
    "zip-of-nothing.zip": lambda: joined([]),
    "zip-of-pictures.zip": lambda: zipped({"a.png": b"\x89PNG", "b.jpg": b"\xff\xd8"}),
    "zip-of-itself-again.zip": lambda: zipped(
        {"a.docx": SOUND, "A.docx": SOUND, "b/a.docx": SOUND}
    ),
    "word-in-a-word-file.docx": lambda: with_main(entry("word/embeddings/a.docx", SOUND)),
    "two-main-parts.docx": lambda: with_main(MAIN, lying(MAIN, data=entry("", END).data)),
}  # fmt: skip
ENDS: dict[str, Callable[[], bytes]] = {
    "end-missing": lambda: SOUND[: end_of(SOUND)],
    "end-only": lambda: SOUND[end_of(SOUND) :],
    "end-twice": lambda: SOUND + SOUND[end_of(SOUND) :],
    "end-says-no-parts": lambda: joined([MAIN], count=0),
    "end-says-65535-parts": lambda: joined([MAIN], count=65535),
    "end-far-away": lambda: joined([MAIN], directory=0xFFFFFFF0),
    "end-before-the-start": lambda: joined([MAIN], directory=0),
    "end-in-a-comment": lambda: joined([MAIN], comment=SOUND[end_of(SOUND) :] * 50),
    "end-comment-of-60000": lambda: joined([MAIN], comment=b"PK\x05\x06" * 15_000),
    "after-a-program": lambda: b"MZ" + bytes(60_000) + SOUND,
    "after-a-picture": lambda: b"\xff\xd8\xff\xe0" + bytes(999) + SOUND,
    "after-a-pdf-head": lambda: b"%PDF-1.7\n" + SOUND,
    "then-noise": lambda: SOUND + random.Random(8).randbytes(70_000),
    "twice": lambda: SOUND * 2,
    "of-another-disk": lambda: SOUND[: end_of(SOUND) + 4]
    + b"\x09\0\x09\0"
    + SOUND[end_of(SOUND) + 8 :],
    "head-only": lambda: b"PK\x03\x04",
    "heads-1000": lambda: b"PK\x03\x04" * 1000,
    "list-of-30000-heads": lambda: b"PK\x03\x04" + b"PK\x01\x02" * 30_000,
    "with-a-large-end-of-nothing": lambda: SOUND[: end_of(SOUND)]
    + b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, *[2**63] * 4)
    + b"PK\x06\x07" + struct.pack("<IQI", 0, end_of(SOUND), 1) + SOUND[end_of(SOUND) :],
    "old-word-file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + random.Random(9).randbytes(9999),
    "locked": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
    "words-again": lambda: word(p() * 3),
}  # fmt: skip
CASES: dict[str, Callable[[], bytes]] = {
    **BOMBS,
    **{f"part-{name}.docx": partial(with_main, lie) for name, lie in LIES.items()},
    **{f"name-{name}.docx": partial(named, name_) for name, name_ in NAMES.items()},
    **{f"zip-{name}.docx": make for name, make in ENDS.items()},
    **{
        f"zip-{kind}-{seed}.docx": partial(spoilt, kind, seed)
        for kind in ("cut", "flipped")
        for seed in range(10)
    },
}
