"""The DOCX reader: where the cells of tables stand, and which of them are headers."""

import pytest

from docx_builder import cell, p, paper, r, table
from plainspeak.document import Cell, Document

BOLD = "<w:b/>"
LOOKED = (
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/></w:style>'
    '<w:style w:type="table" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="Grid"/>'
    '<w:tblStylePr w:type="firstRow"/><w:tblStylePr w:type="firstCol"/></w:style>'
)


def places(document: Document) -> dict[str, Cell | None]:
    return {block.text: block.cell for block in document.blocks}


def headers(document: Document) -> list[str]:
    return [block.text for block in document.blocks if block.cell and block.cell.is_header]


def row(*texts: str, bold: bool = False) -> str:
    return "".join(cell(p(r(text, BOLD if bold else ""))) for text in texts)


def test_cells_know_their_table_row_and_column() -> None:
    document = paper(p(r("before")) + table(row("a", "b"), row("c", "d")) + table(row("e")))
    assert places(document) == {
        "before": None,
        "a": Cell(0, 0, 0),
        "b": Cell(0, 0, 1),
        "c": Cell(0, 1, 0),
        "d": Cell(0, 1, 1),
        "e": Cell(1, 0, 0),
    }


def test_merged_cells_take_up_the_columns_they_cover() -> None:
    wide = cell(p(r("wide")), '<w:gridSpan w:val="2"/>')
    tall = cell(p(r("tall")), '<w:vMerge w:val="restart"/>')
    under = cell(p(""), "<w:vMerge/>")
    indented = '<w:trPr><w:gridBefore w:val="3"/></w:trPr>'
    document = paper(table(tall + wide + row("a"), under + row("b", "c", "d"), indented + row("e")))
    columns = {text: place.column for text, place in places(document).items() if place}
    assert columns == {"tall": 0, "wide": 1, "a": 3, "b": 1, "c": 2, "d": 3, "e": 3}


def test_cell_that_claims_a_great_width_is_as_wide_as_word_allows() -> None:
    wide = cell(p(r("wide")), '<w:gridSpan w:val="2000000000"/>')
    assert places(paper(table(wide + row("next"))))["next"] == Cell(0, 0, 63)


def test_table_in_a_table_is_one_of_its_own_and_the_outer_goes_on() -> None:
    inner = table(row("in"))
    document = paper(table(cell(p(r("out")) + inner + p(r("after"))) + row("beside")))
    assert places(document) == {
        "out": Cell(0, 0, 0),
        "in": Cell(1, 0, 0),
        "after": Cell(0, 0, 0),
        "beside": Cell(0, 0, 1),
    }


def test_text_box_in_a_cell_is_in_no_cell() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p(r('boxed'))}</w:txbxContent></w:pict></w:r>"
    found = places(paper(table(cell(p(r("x") + box) + p(r("y"))))))
    assert found == {"x": Cell(0, 0, 0), "boxed": None, "y": Cell(0, 0, 0)}


def test_rows_repeated_on_each_page_are_headers_from_the_top_only() -> None:
    mark = "<w:trPr><w:tblHeader/></w:trPr>"
    off = '<w:trPr><w:tblHeader w:val="0"/></w:trPr>'
    assert headers(paper(table(mark + row("a"), mark + row("b"), row("c"), mark + row("d")))) == [
        "a",
        "b",
    ]
    assert headers(paper(table(off + row("a"), row("b")))) == []


@pytest.mark.parametrize(
    ("style", "look", "found"),
    [
        ("Mine", 'w:firstRow="1" w:firstColumn="0"', ["a", "b"]),
        ("Mine", 'w:firstRow="1" w:firstColumn="1"', ["a", "b", "c"]),
        ("Mine", 'w:val="0020"', ["a", "b"]),
        ("Mine", 'w:val="0080"', ["a", "c"]),
        ("Mine", 'w:val="odd"', []),
        ("Grid", 'w:firstRow="1" w:firstColumn="1"', []),
        ("Lost", 'w:firstRow="1"', []),
    ],
)
def test_first_row_and_column_are_headers_where_the_style_makes_them_stand_out(
    style: str, look: str, found: list[str]
) -> None:
    settings = f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblLook {look}/></w:tblPr>'
    body = table(row("a", "b"), row("c", "d")).replace("<w:tbl>", f"<w:tbl>{settings}")
    assert headers(paper(body, styles=LOOKED)) == found
    one_row = table(row("a", "b")).replace("<w:tbl>", f"<w:tbl>{settings}")
    assert headers(paper(one_row, styles=LOOKED)) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (table(row("a", "b", bold=True), row("c", "d")), ["a", "b"]),
        (table(row("a", bold=True) + row("b"), row("c", "d")), []),
        (table(row("a", "b", bold=True), row("c", "d", bold=True)), []),
        (table(row("a", bold=True), row("c")), []),
        (table(row("a", "b", bold=True)), []),
    ],
)
def test_bold_first_row_over_a_plain_one_is_a_header(body: str, found: list[str]) -> None:
    assert headers(paper(body)) == found
