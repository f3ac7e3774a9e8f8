"""Hostile PDFs: what their pages show, and their fonts."""

import random
from collections.abc import Callable

from hostile.build import PAGE, SHOWN, pdf, showing, stream

FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 600 850] "


def laughs(levels: int, calls: int) -> bytes:
    """Return a PDF whose page calls a form that calls another many times, and so on down."""
    forms = {}
    for level in range(levels):
        named = b"/Resources << /Font << /F1 5 0 R >> /XObject << /X %d 0 R >> >>" % (11 + level)
        forms[10 + level] = stream(b"/X Do " * calls, FORM + named)
    forms[10 + levels] = stream(SHOWN, FORM + b"/Resources << /Font << /F1 5 0 R >> >>")
    return showing(b"/X Do", forms, b"/XObject << /X 10 0 R >>")


def calling(content: bytes, called: dict[int, bytes], kind: bytes = b"XObject") -> bytes:
    return showing(content, called, b"/%s << /X 10 0 R >>" % kind)


def scattered(letters: int, seed: int) -> bytes:
    """Return a PDF with single letters all over its page."""
    at = random.Random(seed)
    places = ((at.uniform(0, 590), at.uniform(0, 830), at.randint(1, 40)) for _ in range(letters))
    shown = b"".join(b"1 0 0 1 %.1f %.1f Tm /F1 %d Tf (a) Tj\n" % place for place in places)
    return showing(b"BT " + shown + b"ET")


def grid(lines: int) -> bytes:
    """Return a PDF with a table ruled finer than any eye could see."""
    step = 500 / lines
    across = b"".join(b"50 %.3f m 550 %.3f l S\n" % (y, y) for y in _steps(lines, step))
    down = b"".join(b"%.3f 50 m %.3f 550 l S\n" % (x, x) for x in _steps(lines, step))
    return showing(across + down)


def _steps(count: int, step: float) -> list[float]:
    return [50 + step * number for number in range(count)]


def with_font(font: bytes, shown: bytes = b"<00410042>", **more: bytes) -> bytes:
    """Return a PDF that shows a line in this font; ``more`` are objects, as ``o10``."""
    objects = {int(name[1:]): inside for name, inside in more.items()}
    content = b"BT /F2 12 Tf 72 600 Td %s Tj ET" % shown
    named = PAGE.replace(b"/F1 5 0 R", b"/F1 5 0 R /F2 6 0 R") % (b"", b"")
    return pdf({3: named, 4: stream(SHOWN + b"\n" + content), 6: font, **objects})


CID = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H"
    b" /DescendantFonts [7 0 R] %s >>"
)
INNER = (
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X %s"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
)
CMAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n%s\nendcmap end end"
)


def mapped(rules: bytes, shown: bytes = b"<00410042>") -> bytes:
    """Return a PDF whose font says which letters it shows by these rules."""
    return with_font(CID % b"/ToUnicode 8 0 R", shown, o7=INNER % b"", o8=stream(CMAP % rules))


SIMPLE = b"<< /Type /Font /Subtype /TrueType /BaseFont /X %s >>"
FONTS: dict[str, Callable[[], bytes]] = {
    "widths-for-50-million": lambda: with_font(CID % b"", o7=INNER % b"/W [0 50000000 500]"),
    "widths-below-0": lambda: with_font(CID % b"", o7=INNER % b"/W [-5 -2147483648 -1]"),
    "widths-of-a-million": lambda: with_font(
        CID % b"", o7=INNER % (b"/W [0 [%s]]" % (b"1 " * 1_000_000))
    ),
    "widths-are-themselves": lambda: with_font(CID % b"", o7=INNER % b"/W 8 0 R", o8=b"[8 0 R]"),
    "first-letter-below-0": lambda: with_font(
        SIMPLE % b"/FirstChar -2147483648 /LastChar 2147483647 /Widths [1]"
    ),
    "differences-of-a-million": lambda: with_font(
        SIMPLE % (b"/Encoding << /Differences [0 %s] >>" % (b"/A " * 500_000))
    ),
    "descendant-is-itself": lambda: with_font(CID.replace(b"7 0 R", b"6 0 R") % b""),
    "descriptor-is-itself": lambda: with_font(
        SIMPLE % b"/FontDescriptor 8 0 R", o8=b"<< /FontFile2 8 0 R /FontFile 8 0 R >>"
    ),
    "font-of-noise": lambda: with_font(
        SIMPLE % b"/FontDescriptor 8 0 R",
        o8=b"<< /Type /FontDescriptor /FontName /X /Flags 4 /FontFile2 9 0 R >>",
        o9=stream(b"\0\1\0\0" + random.Random(3).randbytes(100_000)),
    ),
    "encoding-is-a-path": lambda: with_font(
        CID.replace(b"/Identity-H", b"/#2Fetc#2Fpasswd") % b"", o7=INNER % b""
    ),
    "encoding-goes-up": lambda: with_font(
        CID.replace(b"/Identity-H", b"/..#2F..#2F..#2Ftmp#2Fx") % b"", o7=INNER % b""
    ),
    "encoding-uses-itself": lambda: with_font(
        CID.replace(b"/Identity-H", b"8 0 R") % b"",
        o7=INNER % b"",
        o8=stream(CMAP % b"/X usecmap", b"/Type /CMap /CMapName /X /UseCMap 8 0 R"),
    ),
    "letters-16-million": lambda: mapped(b"1 beginbfrange <000000> <FFFFFF> <0041> endbfrange"),
    "letters-2-to-32": lambda: mapped(b"1 begincidrange <00000000> <FFFFFFFF> 0 endcidrange"),
    "letters-backwards": lambda: mapped(b"1 beginbfrange <FFFF> <0000> <0041> endbfrange"),
    "letters-of-500-each": lambda: mapped(
        b"1 beginbfchar <0041> <%s> endbfchar" % (b"0041" * 500), b"<%s>" % (b"0041" * 20_000)
    ),
    "letters-that-are-half-pairs": lambda: mapped(
        b"2 beginbfchar <0041> <D800> <0042> <DC00> endbfchar"
    ),
    "letters-that-turn-the-text": lambda: mapped(
        b"2 beginbfchar <0041> <202E001B005B> <0042> <0000000A000D0085> endbfchar"
    ),
    "letters-never-ending": lambda: mapped(b"1 beginbfchar " + b"<0041> <0041 " * 50_000),
    "letters-100000-ranges": lambda: mapped(
        b"100000 beginbfrange " + b"<0000> <FFFF> <0041> " * 100_000 + b"endbfrange"
    ),
    "type3-letter-shows-itself": lambda: with_font(
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0 0 0 0 0 0]"
        b" /CharProcs << /A 8 0 R >> /Encoding << /Differences [65 /A] >> /FirstChar 65"
        b" /LastChar 65 /Widths [9] /Resources << /Font << /F2 6 0 R >> >> >>",
        b"(AAAA)",
        o8=stream(b"9 0 d0 BT /F2 9 Tf (AA) Tj ET"),
    ),
}
SHOWS: dict[str, Callable[[], bytes]] = {
    "forms-10-to-the-10": lambda: laughs(10, 10),
    "forms-2-to-the-20": lambda: laughs(20, 2),
    "form-calls-itself": lambda: calling(
        b"/X Do", {10: stream(b"/X Do", FORM + b"/Resources << /XObject << /X 10 0 R >> >>")}
    ),
    "forms-call-each-other": lambda: calling(
        b"/X Do",
        {
            10: stream(b"/X Do /X Do", FORM + b"/Resources << /XObject << /X 11 0 R >> >>"),
            11: stream(b"/X Do /X Do", FORM + b"/Resources << /XObject << /X 10 0 R >> >>"),
        },
    ),
    "pattern-paints-itself": lambda: calling(
        b"/Pattern cs /X scn 0 0 500 500 re f",
        {
            10: stream(
                b"/Pattern cs /X scn 0 0 9 9 re f",
                b"/PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.0001"
                b" /YStep 0.0001 /Resources << /Pattern << /X 10 0 R >> >>",
            )
        },
        b"Pattern",
    ),
    "mask-is-itself": lambda: calling(
        b"/X gs 0 0 500 500 re f",
        {
            10: b"<< /SMask << /S /Alpha /G 11 0 R >> >>",
            11: stream(b"/X gs", FORM + b"/Resources << /ExtGState << /X 10 0 R >> >>"),
        },
        b"ExtGState",
    ),
    "letters-2000-anywhere": lambda: scattered(2000, 1),
    "letters-10000-anywhere": lambda: scattered(10_000, 2),
    "ruled-200-by-200": lambda: grid(200),
    "ruled-2000-by-2000": lambda: grid(2000),
    "boxes-20000": lambda: showing(
        b"".join(b"%d %d 3 3 re S\n" % (at % 590, at // 590 * 4) for at in range(20_000))
    ),
    "one-line-of-100000": lambda: showing(b"BT /F1 1 Tf (" + b"word " * 20_000 + b") Tj ET"),
    "one-word-of-500000": lambda: showing(b"BT /F1 1 Tf (" + b"w" * 500_000 + b") Tj ET"),
    "text-of-3-million": lambda: showing(b"BT /F1 1 Tf (" + b"words " * 500_000 + b") Tj ET"),
    "text-far-away": lambda: showing(b"BT /F1 12 Tf 1e38 -1e38 Td (a) Tj 1e38 0 Td (b) Tj ET"),
    "text-of-no-size": lambda: showing(
        b"BT /F1 0 Tf (a) Tj /F1 -9 Tf (b) Tj /F1 1e38 Tf (c) Tj ET"
    ),
    "text-in-a-flat-world": lambda: showing(b"0 0 0 0 0 0 cm BT /F1 12 Tf (flat) Tj ET"),
    "text-50000-turned": lambda: showing(
        b"BT /F1 9 Tf " + b"0.7 0.7 -0.7 0.7 300 300 Tm (turned) Tj " * 50_000 + b"ET"
    ),
    "saved-a-million-times": lambda: showing(b"q " * 1_000_000 + SHOWN),
    "restored-a-million-times": lambda: showing(b"Q " * 1_000_000 + SHOWN),
    "begun-100000-times": lambda: showing(b"BT " * 100_000 + b"/P << /MCID 1 >> BDC " * 100_000),
    "arrays-in-the-page-100000-deep": lambda: showing(b"[" * 100_000 + b"] TJ"),
    "operands-a-million": lambda: showing(b"1 " * 1_000_000 + b"Td"),
    "operators-of-noise": lambda: showing(random.Random(4).randbytes(200_000)),
    "picture-in-the-page-never-ends": lambda: showing(b"BI /W 99999 /H 99999 ID " + b"x" * 9999),
}
CASES: dict[str, Callable[[], bytes]] = {
    **{f"font-{name}.pdf": make for name, make in FONTS.items()},
    **{f"{name}.pdf": make for name, make in SHOWS.items()},
}
