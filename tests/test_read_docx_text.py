"""The DOCX reader: what text is read, in which order, and what is a gap."""

import pytest

from docx_builder import (
    RELATIONS,
    STRICT_RELATIONS,
    STRICT_WORD,
    WORD,
    cell,
    field,
    kinds,
    p,
    paper,
    parts_of,
    r,
    style,
    styled,
    table,
    texts,
    zipped,
)
from plainspeak.document import BlockKind
from plainspeak.read.clean import clean
from plainspeak.read.docx import read_docx


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
