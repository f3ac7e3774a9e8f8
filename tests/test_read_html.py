"""The reader of web pages: what is read, as what, and in which letters."""

import codecs
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Cell, Document
from plainspeak.errors import PaperError
from plainspeak.read.html import read_html


def page(body: str, head: str = "", about: str = "") -> Document:
    text = f"<!DOCTYPE html><html {about}><head>{head}</head><body>{body}</body></html>"
    return read_html("page.html", text.encode())


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str, int]]:
    return [(block.text, block.kind.value, block.level) for block in document.blocks]


def refusal(data: bytes) -> str:
    with pytest.raises(PaperError) as caught:
        read_html("page.html", data)
    assert "\n" not in str(caught.value)
    return caught.value.reason


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ("<p>one\n  <b>two</b> three</p>", ["one two three"]),
        (
            "loose <i>words</i><p>and a paragraph</p>more",
            ["loose words", "and a paragraph", "more"],
        ),
        ("<p>one<p>two", ["one", "two"]),
        ("one<br>two<br><br>three", ["one\ntwo", "three"]),
        ("<p>one&nbsp;two &amp; three &pound;4</p>", ["one two & three £4"]),
        ("<p>be<b>for</b>e</p>", ["before"]),
        ("<div>one<div>two</div>three</div>", ["one", "two", "three"]),
        ("<p>seen<script>x</script><style>y</style><template>z</template>", ["seen"]),
        ("<p>seen<!-- not --><noscript>no</noscript><textarea>no</textarea>", ["seen"]),
        ("<dl><dt>word<dd>meaning</dl>", ["word", "meaning"]),
        ("<pre>one\n  two</pre>", ["one\n  two"]),
    ],
)
def test_the_words_on_the_page_are_read(body: str, read: list[str]) -> None:
    assert texts(page(body)) == read


def test_headings_have_their_level_and_the_title_stands_in_for_none() -> None:
    head = "<title>The plan - Trust</title>"
    assert kinds(page("<h1>The plan</h1><h3>Money</h3>", head)) == [
        ("The plan", "heading", 1),
        ("Money", "heading", 3),
    ]
    assert kinds(page("<h2>Money</h2>", head)) == [
        ("The plan - Trust", "title", 0),
        ("Money", "heading", 2),
    ]
    assert kinds(page('<div role="heading" aria-level="4">Beds</div>')) == [("Beds", "heading", 4)]


def test_lists_have_levels_and_the_numbers_the_page_gives() -> None:
    body = (
        '<ol start="3" type="a"><li>three<ul><li>inner</ul><li value="7">seven<p>more</ol>'
        "<ol reversed><li>two<li>one</ol><ul><li>dot</ul>"
    )
    assert [(b.label, b.text, b.level) for b in page(body).blocks] == [
        ("c.", "three", 1), ("•", "inner", 2), ("g.", "seven", 1), ("", "more", 1),
        ("2.", "two", 1), ("1.", "one", 1), ("•", "dot", 1),
    ]  # fmt: skip


def test_cells_know_their_place_past_those_that_reach_down() -> None:
    body = (
        "<table><caption>Beds</caption><thead><tr><td>Where<th>When</thead>"
        "<tr><th rowspan=2>North<td>May<tr><td colspan=2>June<td>July</table>"
    )
    assert [(block.text, block.cell) for block in page(body).blocks] == [
        ("Beds", None),
        ("Where", Cell(0, 0, 0, is_header=True)),
        ("When", Cell(0, 0, 1, is_header=True)),
        ("North", Cell(0, 1, 0, is_header=True)),
        ("May", Cell(0, 1, 1)),
        ("June", Cell(0, 2, 1)),
        ("July", Cell(0, 2, 3)),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td>words</table>",
        "<table role=presentation><tr><td>words<td></table>",
        "<table><tr><td>words</td><td><table><tr><td></table></td></table>",
    ],
)
def test_a_table_that_only_puts_things_in_place_makes_no_cells(body: str) -> None:
    assert kinds(page(body)) == [("words", "paragraph", 0)]


def test_the_parts_of_a_page_are_told_apart() -> None:
    body = (
        "<header>Trust<nav>Home</nav></header><main><header><h1>Plan</h1><p>By Ann</header>"
        "<blockquote><p>So they said.</blockquote><figure><figcaption>Fig</figcaption></figure>"
        "<section role=doc-endnotes><ol><li>A note.</ol></section></main>"
        "<div role=contentinfo>Contact</div><footer>End</footer>"
    )
    assert [(text, kind) for text, kind, _ in kinds(page(body))] == [
        ("Trust", "header"), ("Home", "contents"), ("Plan", "heading"), ("By Ann", "paragraph"),
        ("So they said.", "quote"), ("Fig", "caption"), ("A note.", "endnote"),
        ("Contact", "footer"), ("End", "footer"),
    ]  # fmt: skip


def test_the_raised_numbers_of_notes_are_not_words() -> None:
    body = (
        "<p>The trust<sup><a href=#fn1>1</a></sup> met<a href=#_ftn2><sup>[2]</sup></a>. "
        "See <a href=#b>3</a> and CO<sub>2</sub>, m<sup>2</sup>."
        "<div id=ftn1><p><a href=#r1>1</a> A note. <a href=#x role=doc-backlink>back</a></div>"
        "<ol><li id=fn1>Another. <a href=#fnref1>↩</a></ol>"
    )
    assert kinds(page(body)) == [
        ("The trust met. See 3 and CO2, m2.", "paragraph", 0),
        ("A note.", "footnote", 0),
        ("Another.", "footnote", 0),
    ]


@pytest.mark.parametrize(
    "hidden",
    ["hidden", 'style="color: red; display : none"', 'aria-hidden="true"', 'style="mso-hide:all"'],
)
def test_hidden_words_are_one_gap_and_not_read(hidden: str) -> None:
    document = page(f"<p>seen<p {hidden}>secret<b>er</b></p><span {hidden}>too</span>")
    assert texts(document) == ["seen"]
    assert [(gap.what, gap.serious) for gap in document.gaps] == [("hidden text", False)]


def test_struck_out_words_are_a_change_and_not_read() -> None:
    document = page('<p>first<p>We buy <del datetime="2026-05-01">two</del><ins>three</ins> beds.')
    assert texts(document) == ["first", "We buy three beds."]
    (change,) = document.changes
    assert (change.kind, change.text, change.when, change.block) == (
        "deletion", "two", "2026-05-01", 1,
    )  # fmt: skip


def test_words_of_another_language_are_marked() -> None:
    body = "<p>Welcome <i lang=cy>nawr</i><p lang=cy-GB>Croeso i bawb<div lang=cy><p>Nawr</div>"
    assert [block.language for block in page(body, "", 'lang="en-GB"').blocks] == ["", "cy", "cy"]
    assert [block.language for block in page("<p>Nawr", "", "lang=cy").blocks] == ["cy"]


def test_pictures_have_their_words_and_decoration_is_left_out() -> None:
    document = page('<p>one<p>two <img alt="A  ward"><img src=x><img alt="">')
    assert [(one.alt, one.block) for one in document.pictures] == [("A ward", 1), ("", 1)]


def test_what_stands_in_a_page_and_is_not_read_is_a_gap() -> None:
    document = page("<p>one <math><mi>x</mi></math>two<iframe>no</iframe>")
    assert texts(document) == ["one two"]
    assert [gap.what for gap in document.gaps] == ["equation", "another page"]


@pytest.mark.parametrize(
    "data",
    [
        "<p>café – “plan”".encode(),
        codecs.BOM_UTF8 + "<meta charset=latin-1><p>café – “plan”".encode(),
        "<p>café – “plan”".encode("utf-16"),
        "<p>café – “plan”".encode("cp1252"),
        "<meta charset='iso-8859-1'><p>café – “plan”".encode("cp1252"),
        "<meta charset='no-such-thing'><p>café – “plan”".encode("cp1252"),
        "<meta charset='utf-16'><p>café – “plan”".encode(),
        "<meta content='text/html; charset=mac-roman'><p>café – “plan”".encode("mac-roman"),
        '<?xml version="1.0" encoding="utf-8"?><p>café – “plan”'.encode(),
        "<meta charset='utf-8'><p>café – “plan”".encode("cp1252"),
    ],
)
def test_letters_are_read_as_the_writer_meant_them(data: bytes) -> None:
    assert texts(read_html("page.html", data)) == ["café – “plan”"]


def test_what_cannot_be_read_is_refused_with_its_reason() -> None:
    assert refusal(b"") == "no-text"
    assert refusal(b"<script>only()</script>") == "no-text"
    assert refusal(b"\x00\x01\x02") == "not-html"
    assert refusal(b"<p>" + b"<b>x" * 400) == "too-big"
    assert refusal(b"<div>" * 100_000) == "too-big"
    assert refusal(b"<p>" * 1_000_001) == "too-big"
    assert refusal(b"word " * 450_000) == "too-much-text"


def test_entities_that_a_page_declares_are_not_made() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "x"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    document = read_html("page.html", f"{bomb}<p>one &a; &b; two".encode())
    assert document.blocks[-1].text == "one &a; &b; two"


def test_a_page_of_many_tables_is_read_in_time() -> None:
    began = time.perf_counter()
    body = "<table><tr><td>" * 60 + "<table><tr><td>x<td>y</table>" * 5_000
    assert len(page(body).blocks) == 10_000
    assert time.perf_counter() - began < 10


def answers(data: bytes) -> None:
    said, numbers = "", []
    try:
        numbers = [block.number for block in read_html("page.html", data).blocks]
    except PaperError as error:
        said = str(error)
    assert "\n" not in said
    assert numbers == list(range(len(numbers)))


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_a_document_or_one_line(data: bytes) -> None:
    answers(data)


PIECES = (
    "<p>", "</p>", "<table>", "</table>", "<tr>", "<td rowspan=99999>", "<th colspan=0>",
    "<ol start=-1>", "</ol>", "<li value=x>", "<b>", "</b>", "<br>", "<img alt=x>", "<pre>",
    "<del>", "<svg><title>", "<math>", "</math>", "<h1 hidden>", "<title>", "<body>", "</html>",
    "<html lang=cy>", "words ", "<!--", "-->", "<![CDATA[", "&#0;", "&#xD800;", "<frameset>",
    "<a:b>", "<select>", "é", "\r", "<nav>", "<a href=#1>", "<sup>", "<div id=ftn1>",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
@settings(max_examples=400, deadline=None)
def test_any_muddle_of_tags_gives_a_document_or_one_line(pieces: list[str]) -> None:
    answers("".join(pieces).encode())
