"""The DOCX reader: what is read, what it is called, and what is refused."""

import time
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest

from plainspeak.document import Block, BlockKind, Document
from plainspeak.errors import PaperError
from plainspeak.read.docx import open_styles, read_docx
from plainspeak.read.docx import package as docx_package
from plainspeak.read.docx import zip as docx_zip
from plainspeak.read.docx.clean import clean
from plainspeak.read.docx.package import Package
from plainspeak.read.docx.walk import paragraphs_with_words

SHARED = Path(__file__).parents[2] / "shared"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
NOTES = {"footnotes": "footnote", "endnotes": "endnote", "comments": "comment"}


def r(text: str, settings: str = "") -> str:
    return f'<w:r><w:rPr>{settings}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str, settings: str = "") -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr>{inside}</w:p>"


def styled(text: str, style: str) -> str:
    return p(r(text), f'<w:pStyle w:val="{style}"/>')


def style(style_id: str, name: str, inside: str = "") -> str:
    start = f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
    return f"{start}{inside}</w:style>"


def cell(inside: str, settings: str = "") -> str:
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    text = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark("begin") + text + mark("separate") + result + mark("end")


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def parts_of(body: str, **beside: str) -> dict[str, str | bytes]:
    """Return the parts of a paper whose main part has a name of its own."""
    parts: dict[str, str | bytes] = {}
    pointers = ""
    for kind, inside in beside.items():
        base = kind.rstrip("0123456789")
        pointers += f'<Relationship Id="{kind}" Type="{RELATIONS}/{base}" Target="{kind}.xml"/>'
        parts[f"text/{kind}.xml"] = f"<w:{base} {SPACES}>{inside}</w:{base}>"
    first = f'<Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="/text/body.xml"/>'
    return parts | {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f"<Relationships>{first}</Relationships>",
        "text/_rels/body.xml.rels": f"<Relationships>{pointers}</Relationships>",
        "text/body.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }


def paper(body: str, **beside: str) -> Document:
    return read_docx("paper.docx", zipped(parts_of(body, **beside)))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str, int]]:
    return [(block.text, block.kind.value, block.level) for block in document.blocks]


def refusal(data: bytes) -> str:
    with pytest.raises(PaperError) as caught:
        read_docx("paper.docx", data)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("paper.docx: ")
    return caught.value.reason


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r("one ") + r("two"), "one two"),
        (
            f"<w:ins>{r('added')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
            "added",
        ),
        (f"<w:moveTo>{r('here')}</w:moveTo><w:moveFrom>{r('there')}</w:moveFrom>", "here"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{r('control')}</w:sdtContent></w:sdt>", "control"),
        (f"<w:smartTag>{r('tag')}</w:smartTag><w:customXml>{r('xml')}</w:customXml>", "tagxml"),
        (f'<w:fldSimple w:instr="DATE">{r("3 May")}</w:fldSimple>', "3 May"),
        (field("DATE", r("4 May")), "4 May"),
        (
            field(f"IF </w:instrText></w:r>{field('DATE', r('no'))}<w:r><w:instrText>", r("yes")),
            "yes",
        ),
        (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{r("never ended")}', "never ended"),
        (f'<w:hyperlink r:id="x">{r("link")}</w:hyperlink>', "link"),
        (
            "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>",
            "a b\nc\nd",
        ),
        ("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/></w:r>", "co-op\u00ad"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>done</w:t></w:r>', "✓done"),
        ('<w:r><w:sym w:font="Symbol" w:char="F061"/><w:t>x</w:t></w:r>', "αx"),
        (
            '<w:r><w:sym w:font="Odd" w:char="F099"/><w:sym w:char="zz"/><w:t>x</w:t></w:r>',
            "\ufffd\ufffdx",
        ),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>say</w:t></w:r></w:rt><w:rubyBase>"
            + r("word")
            + "</w:rubyBase></w:ruby></w:r>",
            "word",
        ),
        (r("no\u00a0break\u2003space\u200b\ufeff."), "no break space  ."),
    ],
)
def test_text_of_a_paragraph_is_what_word_shows(inside: str, text: str) -> None:
    assert texts(paper(p(inside))) == [text]


def test_empty_paragraphs_give_no_block() -> None:
    assert texts(paper(p("") + p(r(" \u00a0")) + p("<w:r><w:br/></w:r>") + p(r("x")))) == ["x"]


def test_cleaning_keeps_every_offset() -> None:
    odd = "".join(map(chr, range(0x3100))) + "\ud800\ufffe\ufeff"
    assert len(clean(odd)) == len(odd)
    assert clean("\ud800a\x07b\u2028c\td\n") == " a b\nc d "


def test_strict_files_are_read() -> None:
    parts = parts_of(p(r("Strict")) + table(cell(p(r("cell")))))
    strict = {
        name: str(text).replace(WORD, STRICT_WORD).replace(RELATIONS, STRICT_RELATIONS)
        for name, text in parts.items()
    }
    assert kinds(read_docx("s.docx", zipped({**strict}))) == [
        ("Strict", "paragraph", 0),
        ("cell", "table-cell", 0),
    ]


def test_main_part_is_found_by_content_type_when_nothing_points_to_it() -> None:
    parts = parts_of(p(r("Found")))
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    override = f'<Override PartName="/text/body.xml" ContentType="{kind}"/>'
    parts |= {
        "_rels/.rels": "<Relationships/>",
        "[Content_Types].xml": f"<Types>{override}</Types>",
    }
    assert texts(read_docx("p.docm", zipped(parts))) == ["Found"]


def test_order_is_the_body_with_boxes_then_notes_headers_footers_and_comments() -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent>{p(r(text))}</w:txbxContent>"

    anchor = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box('in a box')}</mc:Choice>"
        f"<mc:Fallback>{box('in a box')}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    old = f"<w:r><w:pict><v:textbox>{box('old box')}</v:textbox></w:pict></w:r>"
    ends = (
        '<w:sectPr><w:headerReference r:id="header1"/>'
        '<w:footerReference r:id="footer1"/></w:sectPr>'
        '<w:sectPr><w:headerReference r:id="header1"/><w:headerReference r:id="lost"/></w:sectPr>'
    )
    separator = f'<w:footnote w:type="separator">{p(r("----"))}</w:footnote>'
    document = paper(
        p(r("before ") + anchor + r("after")) + p(old) + p(r("last"), ends),
        comments=f"<w:comment>{p(r('comment'))}</w:comment>",
        footer1=table(cell(p(r("footer")))),
        header1=p(r("header")),
        endnotes=f"<w:endnote>{p(r('endnote'))}</w:endnote>",
        footnotes=f"{separator}<w:footnote>{p(r('footnote'))}</w:footnote>",
    )
    assert [(block.text, block.kind.value) for block in document.blocks] == [
        ("before after", "paragraph"),
        ("in a box", "text-box"),
        ("old box", "text-box"),
        ("last", "paragraph"),
        *((kind, kind) for kind in ("footnote", "endnote", "header", "footer", "comment")),
    ]


def test_each_paragraph_of_a_cell_is_a_block() -> None:
    nested = table(cell(p(r("inner"))))
    row_control = f"<w:sdt><w:sdtContent><w:tr>{cell(p(r('row')))}</w:tr></w:sdtContent></w:sdt>"
    in_control = f"<w:sdt><w:sdtContent>{cell(p(r('in control')))}</w:sdtContent></w:sdt>"
    body = table(cell(p(r("one")) + p(r("two")), '<w:gridSpan w:val="2000000000"/>') + in_control)
    body += f"<w:sdt><w:sdtContent>{p(r('block'))}</w:sdtContent></w:sdt>"
    body += f"<w:tbl>{row_control}</w:tbl>" + table(cell(nested + p("")))
    document = paper(body)
    assert texts(document) == ["one", "two", "in control", "block", "row", "inner"]
    cells = [block.text for block in document.blocks if block.kind is BlockKind.TABLE_CELL]
    assert cells == ["one", "two", "in control", "row", "inner"]


def test_cells_covered_by_a_merge_and_deleted_rows_are_not_read() -> None:
    top = cell(p(r("seen")), '<w:vMerge w:val="restart"/>')
    under = cell(p(r("covered")), "<w:vMerge/>") + cell(p(r("beside")))
    document = paper(table(top, under, f"<w:trPr><w:del/></w:trPr>{cell(p(r('gone')))}"))
    assert texts(document) == ["seen", "beside"]
    assert [gap.what for gap in document.gaps] == ["hidden text"]


def test_tables_nested_too_deep_are_a_gap() -> None:
    body = p(r("deep"))
    for _ in range(25):
        body = table(cell(body))
    document = paper(body + p(r("after")))
    assert texts(document) == ["after"]
    assert [gap.what for gap in document.gaps] == ["table or text box"]


def test_hidden_text_is_a_gap_and_index_marks_are_not() -> None:
    hidden = "<w:vanish/>"
    mark = '<w:r><w:rPr><w:vanish/></w:rPr><w:fldChar w:fldCharType="{}"/></w:r>'.format
    entry = f"{mark('begin')}<w:r><w:instrText>XE word</w:instrText></w:r>{mark('end')}"
    styles = style("H", "Secret", f"<w:rPr>{hidden}</w:rPr>")
    shown = p(r("shown", '<w:vanish w:val="0"/>'), '<w:pStyle w:val="H"/>')
    document = paper(
        p(r("seen ") + r("unseen", hidden))
        + p(entry + r("indexed"))
        + shown
        + styled("all hidden", "H"),
        styles=styles,
    )
    assert texts(document) == ["seen ", "indexed", "shown"]
    assert [(gap.what, gap.block) for gap in document.gaps] == [
        ("hidden text", 0),
        ("hidden text", None),
    ]


def test_equations_charts_and_inserted_files_are_gaps() -> None:
    equation = "<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>"
    body = p(r("where") + equation + r("holds")) + p("<w:r><w:drawing><c:chart/></w:drawing></w:r>")
    document = paper(body + '<w:altChunk r:id="x"/>')
    assert texts(document) == ["where holds"]
    assert [(gap.what, gap.block) for gap in document.gaps] == [
        ("equation", 0),
        ("chart", None),
        ("inserted file", None),
    ]


def test_pictures_are_a_gap_only_where_there_is_nothing_else() -> None:
    picture = p("<w:r><w:drawing><pic:pic/></w:drawing></w:r>")
    assert paper(p(r("text")) + picture).gaps == ()
    assert [gap.what for gap in paper(picture).gaps] == ["picture"]


def test_note_parts_that_are_not_there_are_gaps_and_other_broken_relations_are_let_be() -> None:
    parts = parts_of(p(r("text")), footnotes="", styles="")
    del parts["text/footnotes.xml"], parts["text/styles.xml"]
    document = read_docx("p.docx", zipped(parts))
    assert texts(document) == ["text"]
    assert [gap.what for gap in document.gaps] == ["footnote"]


STYLES = (
    style("Titel", "Title")
    + style("berschrift2", "heading 2")
    + style("Mine", "Our heading", '<w:basedOn w:val="berschrift2"/>')
    + style("Out", "Outline", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
    + style(
        "Body",
        "Body of heading",
        '<w:basedOn w:val="Out"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
    )
    + style("Ring", "Ring", '<w:basedOn w:val="Ring2"/>')
    + style("Ring2", "Ring 2", '<w:basedOn w:val="Ring"/>')
    + style(
        "Num",
        "Numbered",
        '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>',
    )
    + style("LB3", "List Bullet 3")
    + style("Cap", "caption")
    + style("Q", "Intense Quote")
    + style("T1", "toc 1")
    + style("HP", "HTML Preformatted")
    + style("Bib", "Bibliography")
)


@pytest.mark.parametrize(
    ("paragraph", "kind", "level"),
    [
        (styled("x", "Titel"), "title", 0),
        (styled("x", "berschrift2"), "heading", 2),
        (styled("x", "Mine"), "heading", 2),
        (styled("x", "Out"), "heading", 3),
        (styled("x", "Body"), "paragraph", 0),
        (styled("x", "Ring"), "paragraph", 0),
        (styled("x", "Heading4"), "heading", 4),
        (p(r("x"), '<w:outlineLvl w:val="0"/>'), "heading", 1),
        (p(r("x"), '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>'), "list-item", 3),
        (styled("x", "Num"), "list-item", 2),
        (
            p(r("x"), '<w:pStyle w:val="Num"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
            "paragraph",
            0,
        ),
        (styled("x", "LB3"), "list-item", 3),
        (styled("x", "Cap"), "caption", 0),
        (styled("x", "Q"), "quote", 0),
        (styled("x", "T1"), "contents", 0),
        (styled("x", "HP"), "code", 0),
        (styled("x", "Bib"), "reference", 0),
        (styled("word " * 40, "berschrift2"), "paragraph", 0),
        (table(cell(styled("x", "berschrift2"))), "table-cell", 0),
    ],
)
def test_kind_comes_from_style_or_settings(paragraph: str, kind: str, level: int) -> None:
    (block,) = paper(paragraph, styles=STYLES).blocks
    assert (block.kind.value, block.level) == (kind, level)


def test_sentence_in_a_numbered_heading_style_is_a_list_item() -> None:
    numbered = '<w:pStyle w:val="Heading2"/><w:numPr><w:numId w:val="1"/></w:numPr>'
    assert kinds(paper(p(r("We agreed it."), numbered) + p(r("Costs"), numbered))) == [
        ("We agreed it.", "list-item", 2),
        ("Costs", "heading", 2),
    ]


BOLD = "<w:b/>"
AFTER = p(r("Then text."))
NUMBERED = p(r("x", BOLD), '<w:numPr><w:numId w:val="{}"/></w:numPr>').format
LISTS = "".join(
    f'<w:abstractNum w:abstractNumId="{n}">'
    f'<w:lvl><w:numFmt w:val="{name}"/></w:lvl></w:abstractNum>'
    f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>'
    for n, name in ((1, "decimal"), (2, "bullet"))
)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (p(r("Next steps", BOLD)) + AFTER, "heading"),
        (styled("Next steps", "Strong line") + AFTER, "heading"),
        (p(r("Next steps", BOLD)) + table(cell(p(r("x", BOLD)))), "heading"),
        (p(r("Table 2: money", BOLD)) + AFTER, "caption"),
        (NUMBERED(1) + AFTER, "heading"),
        (NUMBERED(2) + AFTER, "list-item"),
        (p(r("Next ", BOLD) + r("steps")) + AFTER, "paragraph"),
        (p(r("Next steps", '<w:b w:val="0"/>')) + AFTER, "paragraph"),
        (p(r("Next steps.", BOLD)) + AFTER, "paragraph"),
        (p(r("word " * 13, BOLD)) + AFTER, "paragraph"),
        (p(r("----", BOLD)) + AFTER, "paragraph"),
        (p(r("Next", BOLD)) + p(r("Steps", BOLD)) + AFTER, "paragraph"),
        (p(r("Jane Smith", BOLD)), "paragraph"),
    ],
)
def test_short_bold_line_before_plain_text_is_a_heading(body: str, kind: str) -> None:
    strong = style("Strong line", "Strong line", f"<w:rPr>{BOLD}</w:rPr>")
    first = paper(body, styles=strong, numbering=LISTS).blocks[0]
    assert (first.kind.value, first.level == 2) == (kind, kind == "heading")


def test_contents_are_known_by_field_control_or_style() -> None:
    toc = field("TOC \\o", r("Chapter 1") + "</w:p><w:p>" + r("Chapter 2")).removesuffix("</w:r>")
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    gallery = f"<w:sdtPr>{gallery}</w:sdtPr>"
    control = f"<w:sdt>{gallery}<w:sdtContent>{p(r('In control'))}</w:sdtContent></w:sdt>"
    document = paper(p(toc + "</w:r>" + "</w:p><w:p>" + r("After")) + control + p(r("Body")))
    assert [(block.text, block.kind.value) for block in document.blocks] == [
        ("Chapter 1", "contents"),
        ("Chapter 2", "contents"),
        ("After", "paragraph"),
        ("In control", "contents"),
        ("Body", "paragraph"),
    ]


def pages(body: str) -> list[int | None]:
    return [block.page for block in paper(body).blocks]


RENDERED = "<w:r><w:lastRenderedPageBreak/></w:r>"
HARD = '<w:r><w:br w:type="page"/></w:r>'


def test_pages_are_counted_from_hard_and_rendered_breaks_once_each() -> None:
    assert pages(p(r("a")) + p(r("b"))) == [None, None]
    assert pages(p(r("a")) + p(HARD) + p(RENDERED + r("b")) + p(r("c") + RENDERED + r("d"))) == [
        1,
        2,
        2,
    ]
    assert pages(p(r("a") + RENDERED + r("b")) + p(r("c"))) == [1, 2]
    assert paper(p(r("a")) + p(HARD)).pages == 2


def test_row_over_a_page_counts_once_however_many_cells_say_so() -> None:
    tall = cell(p(r("a") + RENDERED + r("b")))
    assert pages(table(tall + tall, cell(p(RENDERED + r("c")))) + p(r("d"))) == [1, 1, 2, 2]
    assert pages(table(cell(p(r("a"))), cell(p(RENDERED + r("b"))) + cell(p(r("c"))))) == [1, 2, 2]


def test_notes_are_on_the_page_that_points_to_them() -> None:
    body = p(r("a") + RENDERED + r("b") + '<w:r><w:footnoteReference w:id="7"/></w:r>')
    document = paper(body, footnotes=f'<w:footnote w:id="7">{p(r("note"))}</w:footnote>')
    assert [block.page for block in document.blocks] == [1, 2]


@pytest.mark.parametrize(("own", "page", "total"), [(1, 1, 2), (9, None, 9)])
def test_page_numbers_are_left_out_where_word_counted_far_more(
    own: int, page: int | None, total: int
) -> None:
    parts = parts_of(p(r("one two") + RENDERED + r(" three")))
    kind = f"{RELATIONS}/extended-properties"
    first = str(parts["_rels/.rels"]).removesuffix("</Relationships>")
    parts["_rels/.rels"] = f'{first}<Relationship Type="{kind}" Target="app.xml"/></Relationships>'
    parts["app.xml"] = f"<Properties><Pages>{own}</Pages><Words>3</Words></Properties>"
    document = read_docx("p.docx", zipped(parts))
    assert (document.blocks[0].page, document.pages) == (page, total)


def test_pieces_lead_back_to_the_runs_character_for_character() -> None:
    data = zipped(parts_of(p(r("a\u00a0b") + "<w:r><w:tab/></w:r>" + r("c")) + p("") + p(r("d"))))
    package = Package("p.docx", data)
    found = list(paragraphs_with_words(package, open_styles(package)))
    assert tuple(each.text for each in found) == tuple(texts(read_docx("p.docx", data)))
    for paragraph in found:
        assert "".join(piece.text for piece in paragraph.pieces) == paragraph.text
        assert all(len(piece.text) == len(piece.element.text or " ") for piece in paragraph.pieces)
    assert package.tree(package.main) is package.tree(package.main)


def test_paper_made_by_python_docx_is_read_with_its_sections() -> None:
    made = docx.Document()
    made.add_heading("Budget", 1)
    made.add_paragraph("We spent less.")
    made.add_paragraph("A point", style="List Bullet")
    out = BytesIO()
    made.save(out)
    document = read_docx("made.docx", out.getvalue())
    assert document.blocks == (
        Block(0, BlockKind.HEADING, "Budget", section="Budget", level=1),
        Block(1, BlockKind.PARAGRAPH, "We spent less.", section="Budget"),
        Block(2, BlockKind.LIST_ITEM, "A point", section="Budget", level=1),
    )
    assert document == read_docx("made.docx", out.getvalue())
    assert (document.format, len(document.sha256)) == ("docx", 64)


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
    bomb = zipped(parts_of(p(r(" " * 12 * docx_zip.MIB))))
    assert refusal(bomb) == "too-big"
    monkeypatch.setattr(docx_zip, "MAX_PART", 100)
    assert refusal(GOOD) == "too-big"
    monkeypatch.undo()
    monkeypatch.setattr(docx_zip, "MAX_TOTAL", 300)
    assert refusal(GOOD) == "too-big"
    monkeypatch.undo()
    monkeypatch.setattr(docx_package, "MAX_TAGS", 3)
    assert refusal(GOOD) == "too-big"


def test_nesting_just_within_the_limit_of_the_parser_is_read() -> None:
    deep = p("<w:smartTag>" * 240 + r("deep") + "</w:smartTag>" * 240)
    wrapped = "<w:customXml>" * 240 + p(r("wrapped")) + "</w:customXml>" * 240
    assert texts(paper(deep + wrapped)) == ["deep", "wrapped"]


def shared(folder: str) -> list[Path]:
    return sorted((SHARED / folder).glob("*.do[ct]*"))


@pytest.mark.skipif(not shared("papers"), reason="the shared folder of real papers is not here")
def test_every_real_paper_is_read() -> None:
    for path in shared("papers"):
        document = read_docx(path.name, path.read_bytes())
        assert sum(len(block.text.split()) for block in document.blocks) > 100, path.name
        assert [block.number for block in document.blocks] == list(range(len(document.blocks)))


@pytest.mark.skipif(not shared("hostile/docx"), reason="the shared difficult files are not here")
def test_every_difficult_file_gives_a_document_or_one_clear_line() -> None:
    reasons = set()
    for path in shared("hostile/docx"):
        started = time.process_time()
        try:
            read_docx(path.name, path.read_bytes())
        except PaperError as error:
            reasons.add(error.reason)
        assert time.process_time() - started < 5, path.name
    assert reasons <= docx_zip.REFUSALS.keys()
