"""The DOCX reader: tracked changes, pictures, languages, charts, diagrams and form fields."""

import pytest

from docx_builder import cell, p, paper, parts_of, r, style, styled, table, texts, zipped
from plainspeak.document import Change, Picture
from plainspeak.read.docx import open_styles, read_docx
from plainspeak.read.docx.package import Package
from plainspeak.read.docx.walk import paragraphs_with_words

BY = 'w:author="Ann" w:date="2026-05-03T10:00:00Z"'
WHO = ("Ann", "2026-05-03T10:00:00Z")
DELETED_END = f"<w:rPr><w:del {BY}/></w:rPr>"


def gone(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def test_changes_are_kept_with_who_and_when() -> None:
    added = f"<w:ins {BY}>{r('new ')}</w:ins><w:ins {BY}>{r('words')}</w:ins>"
    moved = f"<w:moveTo {BY}>{r('here')}</w:moveTo>"
    document = paper(
        p(r("plain"))
        + p(r("a ") + gone("old ") + added)
        + p(moved)
        + p(f"<w:moveFrom {BY}>{r('here')}</w:moveFrom>" + gone("all of it"))
    )
    assert texts(document) == ["plain", "a new words", "here"]
    assert document.changes == (
        Change("deletion", "old ", *WHO, block=1),
        Change("insertion", "new words", *WHO, block=1),
        Change("move", "here", *WHO, block=2),
        Change("deletion", "all of it", *WHO, block=None),
    )


def test_change_by_nobody_and_of_nothing() -> None:
    document = paper(p(f"<w:ins>{r('x')}</w:ins><w:ins {BY}/><w:del {BY}/>"))
    assert document.changes == (Change("insertion", "x", block=0),)


def test_deleted_row_is_a_change() -> None:
    taken = f"<w:trPr><w:del {BY}/></w:trPr>" + cell(p(r("one"))) + cell(p(r("two")))
    document = paper(table(cell(p(r("stays"))), taken))
    assert texts(document) == ["stays"]
    (change,) = document.changes
    assert (change.kind, change.text.split(), change.who) == ("deletion", ["one", "two"], "Ann")


def test_paragraph_whose_end_was_deleted_is_joined_to_the_next() -> None:
    body = (
        p(r("We have ") + gone("not "), DELETED_END)
        + p(r("met "), DELETED_END)
        + "<w:bookmarkStart/>"
        + p(r("our aim."), '<w:pStyle w:val="Heading2"/>')
        + p(r("Next."))
    )
    document = paper(body)
    assert [(block.text, block.kind.value, block.level) for block in document.blocks] == [
        ("We have met our aim.", "heading", 2),
        ("Next.", "paragraph", 0),
    ]
    package = Package("p.docx", zipped(parts_of(body)))
    first = next(paragraphs_with_words(package, open_styles(package)))
    assert "".join(piece.text for piece in first.pieces) == first.text == "We have met our aim."


@pytest.mark.parametrize("after", ["", table(cell(p(r("x"))))])
def test_deleted_end_before_a_table_or_the_end_joins_nothing(after: str) -> None:
    assert texts(paper(p(r("last"), DELETED_END) + after))[0] == "last"
    in_cell = table(cell(p(r("a"), DELETED_END)) + cell(p(r("b"))))
    assert texts(paper(in_cell)) == ["a", "b"]


def picture(alt: str, inside: str = "") -> str:
    properties = f'<wp:docPr id="1" name="Picture 1" descr="{alt}">{inside}</wp:docPr>'
    return f"<w:r><w:drawing><wp:inline>{properties}<pic:pic/></wp:inline></w:drawing></w:r>"


def test_pictures_are_kept_with_their_alternative_text() -> None:
    old = '<w:r><w:pict><v:shape alt="A map"><v:imagedata/></v:shape></w:pict></w:r>'
    titled = picture("").replace('descr=""', 'descr="" title="A chart of falls"')
    document = paper(
        p(r("x") + picture("Our nurses")) + p(picture("")) + p(old) + p(titled + r("y"))
    )
    assert document.pictures == (
        Picture("Our nurses", block=0),
        Picture(""),
        Picture("A map"),
        Picture("A chart of falls", block=1),
    )
    assert document.gaps == ()


def test_pictures_for_looks_and_of_inserted_files_need_no_words() -> None:
    for_looks = picture("", '<adec:decorative val="1"/>')
    of_file = "<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>"
    assert paper(p(r("x") + for_looks + of_file)).pictures == ()


def lang(tag: str) -> str:
    return f'<w:lang w:val="{tag}"/>'


@pytest.mark.parametrize(
    ("inside", "language"),
    [
        (r("Croeso i bawb", lang("cy-GB")), "cy"),
        (r("Croeso i bawb yma", lang("cy-GB")) + r(" all"), "cy"),
        (r("Hi ", lang("cy-GB")) + r("to everybody"), ""),
        (r("Welcome", lang("en-US")), ""),
        (r("Welcome", lang("x-none")), ""),
        (r("The name of the team and the aim of it", lang("fr-FR")), ""),
    ],
)
def test_paragraph_mostly_in_another_language_says_which(inside: str, language: str) -> None:
    assert paper(p(inside)).blocks[0].language == language


def test_language_may_come_from_a_style() -> None:
    welsh = style("Cym", "Cymraeg", f"<w:rPr>{lang('cy-GB')}</w:rPr>")
    document = paper(styled("Croeso", "Cym") + p(r("Hi")), styles=welsh)
    assert [block.language for block in document.blocks] == ["cy", ""]


CHART = (
    "<c:chartSpace><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Falls </a:t></a:r><a:r>"
    "<a:t>by ward</a:t></a:r></a:p></c:rich></c:tx></c:title><c:ser><c:tx><c:v>Last year</c:v>"
    "</c:tx><c:cat><c:v>Elm</c:v><c:v>2021</c:v></c:cat><c:val><c:v>7</c:v></c:val></c:ser>"
    "<c:ser><c:cat><c:v>Elm</c:v></c:cat></c:ser></c:chart></c:chartSpace>"
)
HAS_CHART = p(r("See:") + '<w:r><w:drawing><c:chart r:id="chart1"/></w:drawing></w:r>')


def test_names_in_a_chart_are_read_once_and_its_figures_are_not() -> None:
    document = paper(HAS_CHART, chart1=CHART)
    assert [(block.text, block.kind.value) for block in document.blocks] == [
        ("See:", "paragraph"),
        ("Falls by ward", "caption"),
        ("Last year", "text-box"),
        ("Elm", "text-box"),
    ]
    assert document.gaps == ()


@pytest.mark.parametrize("chart", [None, "<broken", "<c:chartSpace><c:chart/></c:chartSpace>"])
def test_chart_that_cannot_be_read_is_a_gap_and_the_rest_is_read(chart: str | None) -> None:
    parts = parts_of(HAS_CHART, chart1=CHART)
    del parts["text/chart1.xml"]
    if chart is not None:
        parts["text/chart1.xml"] = chart
    document = read_docx("p.docx", zipped(parts))
    assert texts(document) == ["See:"]
    assert [(gap.what, gap.serious) for gap in document.gaps] == [("chart", False)]


def test_words_of_a_diagram_are_read() -> None:
    def point(text: str, kind: str) -> str:
        words = f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
        return f'<dgm:pt type="{kind}"><dgm:t>{words}</dgm:t></dgm:pt>'

    data = f"<dgm:dataModel>{point('Ask', 'node')}{point('Layout', 'pres')}</dgm:dataModel>"
    drawing = '<w:r><w:drawing><dgm:relIds r:dm="diagramData1"/></w:drawing></w:r>'
    document = paper(p(drawing), diagramData1=data)
    assert [(block.text, block.kind.value) for block in document.blocks] == [("Ask", "text-box")]


@pytest.mark.parametrize(
    ("result", "text"),
    [
        ('<w:result w:val="1"/>', "Agreed: Yes"),
        ("", "Agreed: No"),
        ('<w:result w:val="9"/>', "Agreed: "),
        ('<w:result w:val="odd"/>', "Agreed: No"),
    ],
)
def test_entry_chosen_from_a_drop_down_list_is_read(result: str, text: str) -> None:
    entries = "".join(f'<w:listEntry w:val="{word}"/>' for word in ("No", "Yes"))
    data = f"<w:ffData><w:ddList>{result}{entries}</w:ddList></w:ffData>"
    begin = f'<w:r><w:fldChar w:fldCharType="begin">{data}</w:fldChar></w:r>'
    code = "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert texts(paper(p(r("Agreed: ") + begin + code + end))) == [text]
