"""The OpenDocument reader: what is read, what it is called, and what is refused."""

import random
import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Cell, Document
from plainspeak.errors import PaperError
from plainspeak.read.odt import read_odt

OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
PREFIXES = {
        "office": "office", "text": "text", "table": "table", "draw": "drawing",
        "style": "style", "meta": "meta", "fo": "xsl-fo-compatible", "svg": "svg-compatible",
}  # fmt: skip
SPACES = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
SPACES += "".join(f' xmlns:{prefix}="{OASIS}{name}:1.0"' for prefix, name in PREFIXES.items())
TEXT_KIND = "application/vnd.oasis.opendocument.text"


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def parts_of(
    body: str, automatic: str = "", styles: str = "", **beside: str
) -> dict[str, str | bytes]:
    parts: dict[str, str | bytes] = {
        "mimetype": TEXT_KIND,
        "content.xml": (
            f"<office:document-content {SPACES}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>"
        ),
        "styles.xml": f"<office:document-styles {SPACES}>{styles}</office:document-styles>",
    }
    return parts | {name.replace("_", "."): text for name, text in beside.items()}


def paper(body: str, automatic: str = "", styles: str = "", **beside: str) -> Document:
    return read_odt("paper.odt", zipped(parts_of(body, automatic, styles, **beside)))


def p(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def style(name: str, words: str = "", family: str = "paragraph", about: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}" {about}>'
        f"<style:text-properties {words}/></style:style>"
    )


def item(*inside: str, about: str = "") -> str:
    return f"<text:list-item {about}>{''.join(inside)}</text:list-item>"


def listed(*items: str, about: str = "") -> str:
    return f'<text:list text:style-name="L" {about}>{"".join(items)}</text:list>'


NUMBERED = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="("'
    ' style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="&#xf0b7;"/>'
    "</text:list-style>"
)


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str, int]]:
    return [(block.text, block.kind.value, block.level) for block in document.blocks]


def labels(document: Document) -> list[tuple[str, str]]:
    return [(block.label, block.text) for block in document.blocks]


def refusal(data: bytes) -> str:
    with pytest.raises(PaperError) as caught:
        read_odt("paper.odt", data)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("paper.odt: ")
    return caught.value.reason


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("one  \n two", "one two"),
        ("one<text:s/>two<text:s text:c='2'/>three", "one two  three"),
        ("one<text:tab/>two<text:line-break/>three", "one two\nthree"),
        ("one <text:span> two</text:span> three", "one two three"),
        ("go <text:a xlink:href='https://a.uk'>there</text:a> now", "go there now"),
        ("page <text:page-number>4</text:page-number>", "page 4"),
        ("<text:ruby>a<text:ruby-text>b</text:ruby-text></text:ruby>", "a"),
        ("a<!-- note -->b<text:soft-page-break/>c", "abc"),
        ("one\N{NO-BREAK SPACE}two", "one two"),
        ("x<text:s text:c='999999999'/>y", "x" + " " * 20 + "y"),
    ],
)  # fmt: skip
def test_a_paragraph_gives_the_words_on_the_page(inside: str, text: str) -> None:
    assert texts(paper(p(inside))) == [text]


def test_headings_have_their_outline_level_and_the_title_its_style() -> None:
    body = (
        p("The plan", "P1")
        + '<text:h text:outline-level="2" text:style-name="Heading_20_2">Money</text:h>'
        + p("It costs little.")
        + p("A part", "Subtitle")
    )
    about = 'style:parent-style-name="Title"'
    assert kinds(paper(body, style("P1", about=about))) == [
        ("The plan", "title", 0),
        ("Money", "heading", 2),
        ("It costs little.", "paragraph", 0),
        ("A part", "heading", 2),
    ]


def test_a_whole_paragraph_in_a_heading_style_is_no_heading() -> None:
    body = f'<text:h text:outline-level="1">{"word " * 40}</text:h>'
    (block,) = paper(body).blocks
    assert block.kind.value == "paragraph"


def test_a_bold_line_over_text_is_a_heading() -> None:
    bold = style("B", 'fo:font-weight="bold"') + style("T", 'fo:font-weight="bold"', "text")
    body = (
        p("Money", "B")
        + p("<text:span text:style-name='T'>All</text:span> is well.")
        + p("End", "B")
    )
    assert kinds(paper(body, bold)) == [
        ("Money", "heading", 2),
        ("All is well.", "paragraph", 0),
        ("End", "paragraph", 0),
    ]


def test_lists_have_levels_and_the_numbers_their_style_gives() -> None:
    inner = listed(item(p("deep")), item(p("deeper"), listed(item(p("dot")))))
    body = listed(item(p("one"), p("more of one")), item(p("two"), inner), item(p("three")))
    assert labels(paper(body, NUMBERED)) == [
        ("1.", "one"), ("", "more of one"), ("2.", "two"), ("(a)", "deep"), ("(b)", "deeper"),
        ("•", "dot"), ("3.", "three"),
    ]  # fmt: skip
    assert [block.level for block in paper(body, NUMBERED).blocks] == [1, 1, 1, 2, 2, 3, 1]


@pytest.mark.parametrize(
    ("about", "label"),
    [
        ("", "1."),
        ('text:continue-numbering="true"', "3."),
        ('text:continue-list="first"', "3."),
        ('text:continue-list="unknown"', "1."),
    ],
)
def test_a_list_goes_on_only_where_it_says_so(about: str, label: str) -> None:
    first = listed(item(p("one")), item(p("two")), about='xml:id="first"')
    document = paper(first + p("Between.") + listed(item(p("next")), about=about), NUMBERED)
    assert document.blocks[-1].label == label


def test_an_item_may_begin_at_a_number_of_its_own() -> None:
    body = listed(item(p("five"), about='text:start-value="5"'), item(p("six")))
    assert labels(paper(body, NUMBERED)) == [("5.", "five"), ("6.", "six")]


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<office:styles><text:outline-style style:name="Outline">'
        '<text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style></office:styles>"
    )
    heading = '<text:h text:outline-level="{}">{}</text:h>'.format
    body = heading(1, "One") + heading(2, "Part") + heading(2, "Next") + heading(1, "Two")
    assert [block.label for block in paper(body, "", outline).blocks] == ["1", "1.1", "1.2", "2"]


def test_cells_know_their_place_past_repeated_and_covered_ones() -> None:
    def cell(about: str, inside: str) -> str:
        name, _, value = about.partition("=")
        about = f'{name}="{value}"' if name else ""
        return f"<table:table-cell {about}>{inside}</table:table-cell>"

    body = (
        "<table:table><table:table-header-columns><table:table-column/>"
        "</table:table-header-columns><table:table-column/>"
        f"<table:table-header-rows><table:table-row>{cell('', p('Who'))}"
        f"{cell('table:number-columns-spanned=2', p('When'))}<table:covered-table-cell/>"
        "</table:table-row></table:table-header-rows>"
        f"<table:table-row>{cell('', p('Ann'))}"
        f"{cell('table:number-columns-repeated=2', '')}{cell('', p('May') + p('June'))}"
        "</table:table-row></table:table>"
    )
    assert [(block.text, block.cell) for block in paper(body).blocks] == [
        ("Who", Cell(0, 0, 0, is_header=True)),
        ("When", Cell(0, 0, 1, is_header=True)),
        ("Ann", Cell(0, 1, 0, is_header=True)),
        ("May", Cell(0, 1, 3)),
        ("June", Cell(0, 1, 3)),
    ]


def test_a_table_in_a_table_is_a_table_of_its_own() -> None:
    def table(inside: str) -> str:
        cell = f"<table:table-cell>{inside}</table:table-cell>"
        return f"<table:table><table:table-row>{cell}</table:table-row></table:table>"

    blocks = paper(table(p("out") + table(p("in"))) + table(p("next"))).blocks
    assert [(block.text, block.cell and block.cell.table) for block in blocks] == [
        ("out", 0), ("in", 1), ("next", 2),
    ]  # fmt: skip


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = (
        "<draw:frame><draw:text-box>" + p("In the box") + "</draw:text-box>"
        "<draw:image xlink:href='same.png'/></draw:frame>"
    )
    shape = f"<draw:g><draw:custom-shape>{p('In a shape')}</draw:custom-shape></draw:g>"
    assert kinds(paper(p(f"Before {box}after.") + shape)) == [
        ("Before after.", "paragraph", 0),
        ("In the box", "text-box", 0),
        ("In a shape", "text-box", 0),
    ]


def test_notes_comments_and_page_heads_are_read_at_the_end() -> None:
    note = (
        '<text:note text:note-class="{0}"><text:note-citation>1</text:note-citation>'
        "<text:note-body><text:p>A {0}.</text:p></text:note-body></text:note>"
    ).format
    comment = "<dc:creator>Ann</dc:creator><text:p>Is it so?</text:p>"
    comment = f"<office:annotation>{comment}</office:annotation>"
    heads = (
        '<office:master-styles><style:master-page style:name="Standard">'
        "<style:header><text:p>Draft</text:p></style:header>"
        "<style:footer><text:p>Page</text:p></style:footer></style:master-page>"
        '<style:master-page style:name="Unused"><style:header><text:p>Never</text:p>'
        "</style:header></style:master-page></office:master-styles>"
    )
    body = p(f"One{note('endnote')} two{note('footnote')} three{comment}.")
    assert kinds(paper(body, "", heads)) == [
        ("One two three.", "paragraph", 0),
        ("A footnote.", "footnote", 0),
        ("A endnote.", "endnote", 0),
        ("Draft", "header", 0),
        ("Page", "footer", 0),
        ("Is it so?", "comment", 0),
    ]


def test_deleted_words_are_not_read_and_inserted_ones_are() -> None:
    region = (
        '<text:changed-region text:id="{}"><text:{}><office:change-info><dc:creator>Ann'
        "</dc:creator><dc:date>2026-05-01T10:00:00</dc:date></office:change-info>{}</text:{}>"
        "</text:changed-region>"
    ).format
    body = (
        "<text:tracked-changes>"
        + region("a", "insertion", "", "insertion")
        + region("b", "deletion", p("old words"), "deletion")
        + "</text:tracked-changes>"
        + p("First.")
        + p('We <text:change text:change-id="b"/>buy <text:change-start text:change-id="a"/>two')
        + p('new<text:change-end text:change-id="a"/> beds.')
    )
    document = paper(body)
    assert texts(document) == ["First.", "We buy two", "new beds."]
    assert [(one.kind, one.text, one.who, one.when, one.block) for one in document.changes] == [
        ("insertion", "two new", "Ann", "2026-05-01T10:00:00", 1),
        ("deletion", "old words", "Ann", "2026-05-01T10:00:00", 1),
    ]


def test_hidden_words_are_a_gap_and_not_read() -> None:
    hidden = style("H", 'text:display="none"', "text")
    body = p('Seen <text:span text:style-name="H">secret</text:span>') + (
        '<text:section text:display="none">' + p("Also secret") + "</text:section>"
    )
    document = paper(body, hidden)
    assert texts(document) == ["Seen"]
    assert [(gap.what, gap.serious) for gap in document.gaps] == [("hidden text", False)] * 2


def test_contents_captions_quotes_and_references_are_told_apart() -> None:
    def index(name: str, inside: str) -> str:
        source = f"<text:{name}-source><text:p>Not on the page</text:p></text:{name}-source>"
        return f"<text:{name}>{source}<text:index-body>{inside}</text:index-body></text:{name}>"

    body = index("table-of-content", p("Money 4")) + p("Table 1: Beds", "Table")
    body += p("So they said.", "Quotations") + index("bibliography", p("A book"))
    caption = style("Table", about='style:parent-style-name="Caption"')
    assert kinds(paper(body, caption)) == [
        ("Money 4", "contents", 0),
        ("Table 1: Beds", "caption", 0),
        ("So they said.", "quote", 0),
        ("A book", "reference", 0),
    ]


def test_a_paragraph_of_another_language_is_marked() -> None:
    welsh = style("W", 'fo:language="cy" fo:country="GB"', "text")
    body = (
        p('<text:span text:style-name="W">Croeso i bawb</text:span>')
        + p('Welcome, or <text:span text:style-name="W">croeso</text:span>')
        + p('<text:span text:style-name="W">This is the plan for the board</text:span>')
    )
    assert [block.language for block in paper(body, welsh).blocks] == ["cy", "", ""]


def test_pictures_have_their_words_for_people_who_cannot_see_them() -> None:
    words = "<svg:title>Beds</svg:title><svg:desc>by month</svg:desc>"
    picture = f"<draw:frame><draw:image/>{words}</draw:frame>"
    document = paper(p("One.") + p(f"Two {picture}."))
    assert [(one.alt, one.block) for one in document.pictures] == [("Beds by month", 1)]


@pytest.mark.parametrize(
    ("inside", "what", "serious"),
    [
        ("<math xmlns='http://www.w3.org/1998/Math/MathML'/>", "equation", False),
        (f"<office:body {SPACES}><office:chart/></office:body>", "chart", False),
        (f"<office:document-content {SPACES}/>", "embedded file", True),
        ("not XML", "embedded file", True),
    ],
)  # fmt: skip
def test_an_object_that_is_not_read_is_a_gap(inside: str, what: str, serious: bool) -> None:
    frame = "<draw:frame><draw:object xlink:href='./Object 1'/><draw:image/></draw:frame>"
    parts = parts_of(p(f"See{frame}here")) | {"Object 1/content.xml": inside}
    document = read_odt("paper.odt", zipped(parts))
    assert [(gap.what, gap.serious) for gap in document.gaps] == [(what, serious)]
    assert texts(document) == ["See here" if what == "equation" else "Seehere"]


def test_the_pages_are_those_the_file_counted() -> None:
    count = '<meta:document-statistic meta:page-count="12"/>'
    meta = f"<office:document-meta {SPACES}>{count}</office:document-meta>"
    assert paper(p("One."), meta_xml=meta).pages == 12
    assert paper(p("One.")).pages is None


def test_two_lists_of_one_id_are_no_reason_to_refuse_a_paper() -> None:
    twice = listed(item(p("one")), about='xml:id="x"') * 2
    assert texts(paper(twice, NUMBERED)) == ["one", "one"]


def test_what_cannot_be_read_is_refused_with_its_reason() -> None:
    whole = zipped(parts_of(p("One.")))
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    deep = "<text:span>" * 300 + "x" + "</text:span>" * 300
    assert refusal(b"") == "empty"
    assert refusal(b"plain words") == "not-odt"
    assert refusal(whole[: len(whole) // 2]) == "damaged"
    assert refusal(zipped({"mimetype": TEXT_KIND})) == "not-odt"
    assert refusal(zipped(parts_of(p("One.")) | {"META-INF/manifest.xml": manifest})) == "password"
    assert refusal(zipped(parts_of(p("One.")) | {"content.xml": entity})) == "dtd"
    assert refusal(zipped(parts_of(p("One.")) | {"content.xml": entity.encode("utf-16")})) == "dtd"
    assert refusal(zipped(parts_of(p(deep)))) == "too-big"
    assert refusal(zipped(parts_of(p("x" * 70_000_000)))) == "too-big"
    assert refusal(zipped(parts_of(""))) == "no-text"


def test_what_is_nested_too_deep_is_a_serious_gap() -> None:
    document = paper(p("One.") + "<text:section>" * 100 + p("Two.") + "</text:section>" * 100)
    assert texts(document) == ["One."]
    assert [gap.serious for gap in document.gaps] == [True]


GOOD = zipped(
    parts_of(
        p("One <text:span text:style-name='T'>two</text:span>.") + listed(item(p("three"))) * 2,
        NUMBERED + style("T", 'fo:language="cy"', "text"),
    )
)
PLAIN = parts_of(p("One.") + listed(item(p("two"))), NUMBERED)["content.xml"]


def answers(data: bytes) -> None:
    said, numbers = "", []
    try:
        numbers = [block.number for block in read_odt("paper.odt", data).blocks]
    except PaperError as error:
        said = str(error)
    assert "\n" not in said
    assert numbers == list(range(len(numbers)))


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_give_a_document_or_one_line(data: bytes) -> None:
    answers(data)
    answers(b"PK\x03\x04" + data)


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_damaged_file_gives_a_document_or_one_line(at: int, value: int, cut: bool) -> None:
    answers(GOOD[:at] if cut else GOOD[:at] + bytes([value]) + GOOD[at + 1 :])


@given(st.randoms(use_true_random=False))
@settings(max_examples=300, deadline=None)
def test_odd_xml_gives_a_document_or_one_line(chance: random.Random) -> None:
    words: list[str] = list(str(PLAIN))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(words))
        odd: list[str] = ["", "0", "9", " ", "<", "&#1;", words[at] * 3, "text:"]
        words[at] = chance.choice(odd)
    answers(zipped({"mimetype": TEXT_KIND, "content.xml": "".join(words)}))
