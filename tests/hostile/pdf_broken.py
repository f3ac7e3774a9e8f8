"""Hostile PDFs: the tree of tags behind their pages, and how their bytes are broken."""

import random
from collections.abc import Callable
from functools import partial

from hostile.build import PAGE, SHOWN, SOUND, pdf, stream


def tagged(tree: bytes, more: dict[int, bytes], mark: bytes = b"0") -> bytes:
    """Return a PDF with a tree of tags, of which this is the root."""
    catalog = (
        b"<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> /StructTreeRoot 6 0 R >>"
    )
    shown = stream(b"/P << /MCID %s >> BDC %s EMC" % (mark, SHOWN))
    page = PAGE % (b"", b"/StructParents 0")
    return pdf({1: catalog, 3: page, 4: shown, 6: tree, **more})


def tags_in_tags(depth: int) -> bytes:
    chain = {
        number: b"<< /S /Sect /P %d 0 R /K %d 0 R >>" % (number - 1, number + 1)
        for number in range(10, 10 + depth)
    }
    last = {10 + depth: b"<< /S /P /Pg 3 0 R /K 0 >>"}
    return tagged(b"<< /Type /StructTreeRoot /K 10 0 R >>", {**chain, **last})


ROOT = b"<< /Type /StructTreeRoot /K 10 0 R %s >>"
TAGS: dict[str, Callable[[], bytes]] = {
    "in-a-ring": lambda: tagged(ROOT % b"", {10: b"<< /S /P /Pg 3 0 R /P 10 0 R /K [10 0 R 0] >>"}),
    "root-holds-itself": lambda: tagged(b"<< /Type /StructTreeRoot /K [6 0 R 6 0 R] >>", {}),
    "200-deep": lambda: tags_in_tags(200),
    "20000-deep": lambda: tags_in_tags(20_000),
    "roles-in-a-ring": lambda: tagged(
        ROOT % b"/RoleMap << /A /B /B /C /C /A >>", {10: b"<< /S /A /Pg 3 0 R /K 0 >>"}
    ),
    "kids-of-a-million": lambda: tagged(
        ROOT % b"", {10: b"<< /S /P /Pg 3 0 R /K [%s] >>" % (b"0 " * 1_000_000)}
    ),
    "kids-doubled-30-times": lambda: tagged(
        ROOT % b"",
        {at: b"<< /S /P /Pg 3 0 R /K [%d 0 R %d 0 R] >>" % (at + 1, at + 1) for at in range(10, 40)}
        | {40: b"<< /S /P /Pg 3 0 R /K 0 >>"},
    ),
    "mark-of-2-to-31": lambda: tagged(
        ROOT % b"/ParentTree 11 0 R",
        {10: b"<< /S /P /Pg 3 0 R /K 2147483647 >>", 11: b"<< /Kids [11 0 R] /Nums [0 11 0 R] >>"},
        b"2147483647",
    ),
}


def broken(kind: str, seed: int) -> bytes:
    """Return a sound PDF that was spoilt on its way, the same way for the same seed."""
    data, at = bytearray(pdf()), random.Random(seed)
    if kind == "cut":
        return bytes(data[: at.randrange(10, len(data))])
    if kind == "hole":
        start = at.randrange(len(data))
        return bytes(data[:start] + data[start + at.randrange(1, 200) :])
    for _ in range(at.randint(1, 30)):
        data[at.randrange(9, len(data))] = at.randrange(256)
    return bytes(data)


BROKEN: dict[str, Callable[[], bytes]] = {
    **{
        f"{kind}-{seed}": partial(broken, kind, seed)
        for kind in ("cut", "hole", "flipped")
        for seed in range(8)
    },
    "head-only": lambda: b"%PDF-1.7",
    "head-of-version-99": lambda: pdf().replace(b"%PDF-1.7", b"%PDF-99."),
    "head-missing": lambda: pdf()[9:],
    "head-late": lambda: b"\n" * 1000 + pdf(),
    "head-too-late": lambda: b"\n" * 2000 + pdf(),
    "head-twice": lambda: b"%PDF-1.4\n" + pdf(),
    "twice": lambda: pdf() * 2,
    "backwards": lambda: b"%PDF-1.7" + pdf()[::-1],
    "sent-as-text": lambda: pdf().replace(b"\n", b"\r\n"),
    "sent-as-utf-8": lambda: pdf().decode("latin-1").encode(),
    "table-missing": lambda: pdf().replace(b"xref", b"zref"),
    "table-far-away": lambda: pdf().replace(b"startxref\n", b"startxref\n9999999999999"),
    "table-of-2-to-32": lambda: pdf().replace(b"xref\n0 6", b"xref\n0 4294967295"),
    "objects-never-end": lambda: pdf().replace(b"endobj", b""),
    "then-noise": lambda: pdf() + random.Random(6).randbytes(2**20),
    "then-zeros": lambda: pdf() + bytes(2**20),
    "then-a-page-of-html": lambda: pdf() + b"<html><script>while(1);</script>",
    "objects-100000-empty": lambda: pdf(dict.fromkeys(range(10, 100_000), b"null")),
    "objects-of-noise": lambda: pdf({**dict.fromkeys(SOUND, b"<< /A [ ( < >>")}),
}
CASES: dict[str, Callable[[], bytes]] = {
    **{f"tags-{name}.pdf": make for name, make in TAGS.items()},
    **{f"broken-{name}.pdf": make for name, make in BROKEN.items()},
}
