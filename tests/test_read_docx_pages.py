"""The DOCX reader: page numbers, and the way back from a block to its runs."""

from io import BytesIO

import docx
import pytest

from docx_builder import (
    RELATIONS,
    cell,
    p,
    paper,
    parts_of,
    r,
    table,
    texts,
    zipped,
)
from plainspeak.document import Block, BlockKind
from plainspeak.read.docx import open_styles, read_docx
from plainspeak.read.docx.package import Package
from plainspeak.read.docx.walk import paragraphs_with_words


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
        Block(2, BlockKind.LIST_ITEM, "A point", section="Budget", level=1, label="•"),
    )
    assert document == read_docx("made.docx", out.getvalue())
    assert (document.format, len(document.sha256)) == ("docx", 64)
