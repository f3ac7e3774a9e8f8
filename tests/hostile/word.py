"""Hostile Word files: what stands in their text, their tables, styles and lists."""

from collections.abc import Callable
from functools import partial

from hostile.build import WORDS, W, nested, p, word

LOOPED = "<w:p><w:r>%s</w:r></w:p>"
CELL = f"<w:tc>{p('cell')}</w:tc>"


def table(rows: str, columns: int = 2) -> str:
    grid = "<w:gridCol/>" * columns
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def cell(properties: str = "", text: str = "cell") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def deep_tables(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + p() + "</w:tc></w:tr></w:tbl>" * depth


def deep_boxes(depth: int) -> str:
    opened = "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>"
    closed = "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    return opened * depth + p() + closed * depth


def choices(depth: int) -> str:
    """Return text kept twice, in which each version is kept twice, and so on."""
    inside = "<w:r><w:t>word </w:t></w:r>"
    for _ in range(depth):
        inside = (
            f'<mc:AlternateContent><mc:Choice Requires="wps">{inside}</mc:Choice>'
            f"<mc:Fallback>{inside}</mc:Fallback></mc:AlternateContent>"
        )
    return f"<w:p>{inside}</w:p>"


TABLES = {
    "tables-18-deep": deep_tables(18),
    "tables-70-deep": deep_tables(70),
    "tables-5000-deep": deep_tables(5000),
    "span-2-to-31": table(row(cell('<w:gridSpan w:val="2147483648"/>'), cell())),
    "span-of-2-billion": table(row(cell('<w:gridSpan w:val="2000000000"/>')) * 50),
    "span-below-0": table(row(cell('<w:gridSpan w:val="-7"/>'), cell())),
    "span-of-no-number": table(row(cell('<w:gridSpan w:val="wide"/>'), cell())),
    "span-of-5000-figures": table(row(cell(f'<w:gridSpan w:val="{"9" * 5000}"/>'), cell())),
    "row-starts-at-2-to-31": table(
        '<w:tr><w:trPr><w:gridBefore w:val="2147483647"/></w:trPr>' + cell() + "</w:tr>"
    ),
    "merged-down-5000-rows": table(
        row(cell('<w:vMerge w:val="restart"/>'), cell()) + row(cell("<w:vMerge/>"), cell()) * 5000
    ),
    "merged-down-from-nowhere": table(row(cell("<w:vMerge/>"), cell("<w:vMerge/>")) * 100),
    "columns-100000": table(row(CELL * 3), 100_000),
    "cells-20000-in-a-row": table(row(CELL * 20_000)),
    "tables-20000": table(row(CELL)) * 20_000,
    "spans-of-63-in-2000-rows": table(row(*[cell('<w:gridSpan w:val="63"/>')] * 20) * 2000),
    "rows-in-rows": table("<w:tr>" * 90 + CELL + "</w:tr>" * 90),
    "cell-without-a-row": f"<w:tbl>{CELL}</w:tbl>{CELL}<w:tr/>",
}
DEEP = {
    "controls-80-deep": nested("w:sdt", 1, nested("w:sdtContent", 80, p())),
    "controls-nested-100": "<w:sdt><w:sdtContent>" * 100 + p() + "</w:sdtContent></w:sdt>" * 100,
    "controls-nested-50000": nested("w:sdt", 50_000),
    "runs-200-deep": "<w:p>" + nested("w:r", 200, "<w:t>in</w:t>") + "</w:p>",
    "smart-tags-200-deep": "<w:p>" + nested("w:smartTag", 200, "<w:r/>") + "</w:p>",
    "insertions-200-deep": "<w:p>" + nested("w:ins", 200, "<w:r><w:t>in</w:t></w:r>") + "</w:p>",
    "links-200-deep": "<w:p>" + nested("w:hyperlink", 200, "<w:r><w:t>in</w:t></w:r>") + "</w:p>",
    "boxes-30-deep": deep_boxes(30),
    "boxes-40-deep-in-paragraphs": deep_boxes(40),
    "choices-14-deep": choices(14),
    "choices-one-way-90-deep": "<w:p>"
    + '<mc:AlternateContent><mc:Choice Requires="x">' * 90
    + "</mc:Choice></mc:AlternateContent>" * 90
    + "</w:p>",
    "equations-200-deep": "<w:p>" + nested("m:oMath", 200, "<m:t>x</m:t>") + "</w:p>",
    "unknown-200-deep": nested("w:thing", 200, p()),
    "unknown-100000-deep": nested("w:thing", 100_000, p()),
    "paragraphs-in-paragraphs": nested("w:p", 200, "<w:r><w:t>in</w:t></w:r>"),
    "fields-5000-deep": "<w:p>"
    + '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF </w:instrText></w:r>' * 5000
    + "</w:p>",
    "simple-fields-200-deep": "<w:p>" + nested("w:fldSimple", 200, "<w:r/>") + "</w:p>",
}
WIDE = {
    "paragraphs-60000": "<w:p/>" * 60_000 + p(),
    "paragraphs-60000-with-words": p("ward") * 60_000,
    "tags-3-million": "<w:p/>" * 3_100_000,
    "runs-100000-in-a-paragraph": "<w:p>" + "<w:r><w:t>a </w:t></w:r>" * 100_000 + "</w:p>",
    "text-of-3-million": p("words " * 500_000),
    "text-node-of-11-million": p("x" * 11_000_000),
    "one-word-of-a-million": p("w" * 1_000_000),
    "underscores-100000": p("_" * 100_000),
    "marks-of-all-kinds": p("(_*!?\"=£" * 10_000),
    "accents-200000": p("e" + "\u0301" * 200_000),
    "spaces-a-million": p(" " * 1_000_000 + "end"),
    "tabs-100000": LOOPED % ("<w:tab/>" * 100_000),
    "breaks-100000": LOOPED % ("<w:br/>" * 100_000 + "<w:cr/>"),
    "pages-200000": LOOPED % ('<w:lastRenderedPageBreak/><w:br w:type="page"/>' * 200_000),
    "sections-5000": "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * 5000,
    "attribute-of-1-mib": f'<w:p w:rsidR="{"A" * 2**20}"/>',
    "attribute-of-11-mib": f'<w:p w:rsidR="{"A" * 11 * 2**20}"/>',
    "attributes-50000": "<w:p " + " ".join(f'a{n}="1"' for n in range(50_000)) + "/>",
    "namespaces-5000": "<w:p " + " ".join(f'xmlns:n{n}="u:{n}"' for n in range(5000)) + "/>",
    "changes-30000": "<w:p>"
    + '<w:ins w:author="A" w:date="x"><w:r><w:t>in </w:t></w:r></w:ins>'
    '<w:del w:author="" w:date="-9"><w:r><w:delText>out </w:delText></w:r></w:del>' * 30_000
    + "</w:p>",
    "moves-never-ending": '<w:moveFromRangeStart w:id="1" w:name="m"/>' * 20_000 + p(),
    "deletion-in-an-insertion": "<w:p><w:ins><w:del><w:ins><w:del><w:r><w:delText>x</w:delText>"
    "</w:r></w:del></w:ins></w:del></w:ins></w:p>",
    "field-begins-50000": LOOPED % ('<w:fldChar w:fldCharType="begin"/>' * 50_000),
    "field-ends-50000": LOOPED % ('<w:fldChar w:fldCharType="end"/>' * 50_000),
    "field-code-of-1-mib": LOOPED % f"<w:instrText>{'TOC ' * 2**18}</w:instrText>",
    "symbols-that-are-none": LOOPED
    % "".join(f'<w:sym w:font="Wingdings" w:char="{char}"/>'
              for char in ("FFFFFFFF", "zz", "", "-1", "D800", "110000", "0", "F" * 5000)),
    "language-of-1-mib": f'<w:p><w:r><w:rPr><w:lang w:val="{"cy-" * 2**18}"/></w:rPr>'
    "<w:t>gair</w:t></w:r></w:p>",
    "picture-words-of-1-mib": LOOPED
    % f'<w:drawing><wp:inline><wp:docPr id="1" descr="{"word " * 2**18}"/></wp:inline></w:drawing>',
    "pictures-20000": LOOPED
    % ('<w:drawing><wp:inline><wp:docPr descr="a"/></wp:inline></w:drawing>' * 20_000),
    "picture-not-there": LOOPED
    % '<w:drawing><a:blip r:embed="rId404" r:link="rId405"/></w:drawing>',
    "object-not-there": LOOPED % '<w:object><v:imagedata r:id="rId404"/></w:object>',
    "part-from-elsewhere": '<w:altChunk r:id="rId404"/><w:subDoc r:id="rId405"/>',
    "text-that-turns": p("\u202e\u2066\u200f\u2069 drowssap \u202c" * 100),
    "characters-that-are-none": p("\ufffe\uffff\ue000\U0010ffff"),
}  # fmt: skip


def styled(styles: str, body: str = "") -> bytes:
    part = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    shown = p(properties='<w:pPr><w:pStyle w:val="s0"/></w:pPr>')
    return word(shown + body, [("styles", "styles.xml")], styles=part)


def style(name: str, based: str, more: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:link w:val="{based}"/><w:next w:val="{name}"/>'
        f"{more}</w:style>"
    )


STYLES: dict[str, Callable[[], bytes]] = {
    "based-on-itself": lambda: styled(style("s0", "s0")),
    "based-in-a-ring": lambda: styled(style("s0", "s1") + style("s1", "s2") + style("s2", "s0")),
    "based-on-nothing": lambda: styled(style("s0", "gone")),
    "based-20000-deep": lambda: styled("".join(style(f"s{n}", f"s{n + 1}") for n in range(20_000))),
    "of-one-name-20000": lambda: styled(style("s0", "s0") * 20_000),
    "without-a-name": lambda: styled('<w:style><w:basedOn w:val=""/></w:style><w:style/>'),
    "name-of-1-mib": lambda: styled(
        f'<w:style w:styleId="s0"><w:name w:val="{"h" * 2**20}"/></w:style>'
    ),
    "level-2-to-31": lambda: styled(
        style("s0", "", '<w:pPr><w:outlineLvl w:val="2147483648"/></w:pPr>')
    ),
    "level-of-no-number": lambda: styled(
        style("s0", "", '<w:pPr><w:outlineLvl w:val="x"/></w:pPr>')
    ),
    "heading-99": lambda: styled(
        '<w:style w:styleId="s0"><w:name w:val="heading 99999999"/></w:style>'
    ),
}


def listed(lists: str, number: str = "1", level: str = "0", times: int = 3) -> bytes:
    part = f'<w:numbering xmlns:w="{W}">{lists}</w:numbering>'
    where = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    body = p(WORDS, f"<w:pPr>{where}</w:pPr>") * times
    return word(body, [("numbering", "numbering.xml")], numbering=part)


def one_list(start: str = "1", form: str = "decimal", text: str = "%1.", more: str = "") -> str:
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{more}{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )


RING = (
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="s0"/></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="s0"/><w:numStyleLink w:val="s0"/>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
)
LISTS: dict[str, Callable[[], bytes]] = {
    "in-a-ring": lambda: listed(RING, "2"),
    "not-there": lambda: listed("", "404"),
    "without-a-level": lambda: listed('<w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>'),
    "level-2-to-31": lambda: listed(one_list(), level="2147483648"),
    "level-below-0": lambda: listed(one_list(), level="-1"),
    "level-of-no-number": lambda: listed(one_list(), level="one"),
    "starts-at-2-to-63": lambda: listed(one_list("9223372036854775808")),
    "starts-below-0": lambda: listed(one_list("-99")),
    "starts-at-5000-figures": lambda: listed(one_list("9" * 5000)),
    "roman-thousand-million": lambda: listed(one_list("999999999", "lowerRoman"), times=500),
    "letters-thousand-million": lambda: listed(one_list("999999999", "upperLetter"), times=500),
    "form-that-is-none": lambda: listed(one_list("1", "chineseLegalSimplified" * 99)),
    "label-of-1-mib": lambda: listed(one_list(text="%1 and " * 2**17), times=2000),
    "label-of-all-levels": lambda: listed(one_list(text="%9%0%%%8%99" * 1000), times=100),
    "lists-20000": lambda: listed(one_list() * 20_000),
    "restarts-20000": lambda: listed(
        one_list() + '<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>' * 20_000
    ),
}
NOTE = '<w:r><w:footnoteReference w:id="%s"/></w:r>'


def noted(body: str, notes: str) -> bytes:
    part = f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>'
    return word(f"<w:p>{body}</w:p>", [("footnotes", "footnotes.xml")], footnotes=part)


NOTES: dict[str, Callable[[], bytes]] = {
    "point-at-themselves": lambda: noted(
        NOTE % 2, f'<w:footnote w:id="2"><w:p>{NOTE % 2}<w:r><w:t>in</w:t></w:r></w:p></w:footnote>'
    ),
    "pointed-at-50000-times": lambda: noted(
        NOTE % 2 * 50_000, f'<w:footnote w:id="2">{p()}</w:footnote>'
    ),
    "not-there": lambda: noted(NOTE % 404, ""),
    "of-one-number-20000": lambda: noted(
        NOTE % 2, f'<w:footnote w:id="2">{p("n")}</w:footnote>' * 20_000
    ),
    "number-2-to-63": lambda: noted(NOTE % 2**63, f'<w:footnote w:id="{2**63}">{p()}</w:footnote>'),
    "number-is-a-word": lambda: noted(NOTE % "two", f'<w:footnote w:id="two">{p()}</w:footnote>'),
}
CASES: dict[str, Callable[[], bytes]] = {
    **{f"{name}.docx": partial(word, body) for name, body in (DEEP | WIDE | TABLES).items()},
    **{f"styles-{name}.docx": make for name, make in STYLES.items()},
    **{f"list-{name}.docx": make for name, make in LISTS.items()},
    **{f"notes-{name}.docx": make for name, make in NOTES.items()},
}
