"""The PowerPoint reader: what is read of each slide, and what is refused."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Cell, Document
from plainspeak.errors import PaperError
from plainspeak.read.pptx import read_pptx

OFFICE = "http://schemas.openxmlformats.org/"
RELATIONS = f"{OFFICE}officeDocument/2006/relationships"
SPACES = (
    f'xmlns:a="{OFFICE}drawingml/2006/main" xmlns:r="{RELATIONS}"'
    f' xmlns:p="{OFFICE}presentationml/2006/main"'
    f' xmlns:c="{OFFICE}drawingml/2006/chart" xmlns:dgm="{OFFICE}drawingml/2006/diagram"'
    f' xmlns:mc="{OFFICE}markup-compatibility/2006"'
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def related(**targets: str) -> str:
    """Return a part of pointers: the kind of each is its id without figures."""
    pointers = "".join(
        f'<Relationship Id="{key}" Type="{RELATIONS}/{key.rstrip("0123456789")}" Target="{to}"/>'
        for key, to in targets.items()
    )
    return f"<Relationships>{pointers}</Relationships>"


def tree(shapes: str, about: str = "") -> str:
    return f"<p:sld {SPACES} {about}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"


def parts_of(*slides: str, **beside: str) -> dict[str, str | bytes]:
    """Return the parts of a file; ``slide1_notesSlide`` is a part that slide 1 points to."""
    ids = "".join(f'<p:sldId r:id="slide{number}"/>' for number in range(1, len(slides) + 1))
    parts: dict[str, str | bytes] = {
        "_rels/.rels": related(officeDocument="ppt/main.xml"),
        "ppt/main.xml": (
            f"<p:presentation {SPACES}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
        ),
        "ppt/_rels/main.xml.rels": related(
            **{f"slide{number}": f"s{number}.xml" for number in range(1, len(slides) + 1)}
        ),
    }
    for number, slide in enumerate(slides, 1):
        own = [key for key in beside if key.startswith(f"slide{number}_")]
        parts[f"ppt/s{number}.xml"] = slide if slide.startswith("<p:sld") else tree(slide)
        pointers = {key.partition("_")[2]: f"{key}.xml" for key in own}
        parts[f"ppt/_rels/s{number}.xml.rels"] = related(**pointers)
        parts |= {f"ppt/{key}.xml": beside[key] for key in own}
    return parts


def paper(*slides: str, **beside: str) -> Document:
    return read_pptx("talk.pptx", zipped(parts_of(*slides, **beside)))


def line(text: str, settings: str = "", words: str = "") -> str:
    return f"<a:p>{settings}<a:r><a:rPr {words}/><a:t>{text}</a:t></a:r></a:p>"


def shape(*lines: str, holder: str = "", about: str = "") -> str:
    held = f"<p:ph {holder}/>" if holder else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="x" {about}/><p:cNvSpPr/>'
        f"<p:nvPr>{held}</p:nvPr></p:nvSpPr><p:txBody>{''.join(lines)}</p:txBody></p:sp>"
    )


def title(text: str) -> str:
    return shape(line(text), holder='type="title"')


def framed(inside: str) -> str:
    data = f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>"
    return f"<p:graphicFrame>{data}</p:graphicFrame>"


def bullet(sign: str, level: int = 0) -> str:
    return f'<a:pPr lvl="{level}">{sign}</a:pPr>'


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str, int]]:
    return [(block.text, block.kind.value, block.level) for block in document.blocks]


def refusal(data: bytes) -> str:
    with pytest.raises(PaperError) as caught:
        read_pptx("talk.pptx", data)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def test_titles_come_first_and_each_slide_is_a_page() -> None:
    body = shape(line("Costs fell."))
    document = paper(body + title("The plan"), title("Money") + body)
    assert [(b.text, b.kind.value, b.page) for b in document.blocks] == [
        ("The plan", "title", 1),
        ("Costs fell.", "text-box", 1),
        ("Money", "heading", 2),
        ("Costs fell.", "text-box", 2),
    ]
    assert document.pages == 2


def test_a_slide_without_a_title_is_not_under_the_one_before() -> None:
    document = paper(title("The plan"), shape(line("Costs fell.")))
    assert [block.section for block in document.blocks] == ["The plan", None]


def test_slides_are_read_in_the_order_they_are_shown() -> None:
    parts = parts_of(shape(line("one")), shape(line("two")))
    main = str(parts["ppt/main.xml"])
    parts["ppt/main.xml"] = (
        main.replace("slide1", "x").replace("slide2", "slide1").replace('"x"', '"slide2"')
    )
    assert texts(read_pptx("talk.pptx", zipped(parts))) == ["two", "one"]


def test_bullets_make_list_items_and_numbers_are_counted() -> None:
    dot, auto = '<a:buChar char="•"/>', '<a:buAutoNum type="alphaLcParenR"/>'
    odd = '<a:buFont typeface="Wingdings"/><a:buChar char="q"/>'
    body = shape(
        line("dot", bullet(dot)), line("sign", bullet(odd, 1)), line("first", bullet(auto)),
        line("inner", bullet(dot, 1)), line("second", bullet(auto)), line("plain"),
        line("again", bullet(auto)),
    )  # fmt: skip
    assert [(b.label, b.text, b.level) for b in paper(body).blocks] == [
        ("•", "dot", 1), ("•", "sign", 2), ("a)", "first", 1), ("•", "inner", 2),
        ("b)", "second", 1), ("", "plain", 0), ("a)", "again", 1),
    ]  # fmt: skip


def test_a_placeholder_has_the_bullets_of_its_layout_or_master() -> None:
    dots = '<a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr>'
    styles = f"<p:txStyles><p:bodyStyle>{dots}</p:bodyStyle></p:txStyles>"
    master = f"<p:sldMaster {SPACES}>{styles}</p:sldMaster>"
    none = "<a:lstStyle><a:lvl1pPr><a:buNone/></a:lvl1pPr></a:lstStyle>"
    plain = shape(none, holder='type="body" idx="2"')
    slide = (
        shape(line("item"), holder='idx="1"')
        + shape(line("not one", bullet("<a:buNone/>")), holder='idx="1"')
        + shape(line("nor this"), holder='type="body" idx="2"')
        + shape(line("box"))
    )
    parts = parts_of(slide, slide1_slideLayout=tree(plain))
    parts |= {
        "ppt/_rels/slide1_slideLayout.xml.rels": related(slideMaster="master.xml"),
        "ppt/master.xml": master,
    }
    assert kinds(read_pptx("talk.pptx", zipped(parts))) == [
        ("item", "list-item", 1),
        ("not one", "paragraph", 0),
        ("nor this", "paragraph", 0),
        ("box", "text-box", 0),
    ]


def test_groups_and_newer_shapes_are_read_once() -> None:
    group = f"<p:grpSp><p:nvGrpSpPr><p:cNvPr/></p:nvGrpSpPr>{shape(line('inside'))}</p:grpSp>"
    either = (
        f"<mc:AlternateContent><mc:Choice>{shape(line('new'))}</mc:Choice>"
        f"<mc:Fallback>{shape(line('old'))}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(paper(group + either + shape(line("last")))) == ["inside", "new", "last"]


def test_line_breaks_and_fields_are_read_and_slide_numbers_are_not() -> None:
    body = "<a:p><a:r><a:t>one</a:t></a:r><a:br/><a:fld><a:t>May</a:t></a:fld></a:p>"
    slide = shape(body) + shape(line("7"), holder='type="sldNum"')
    slide += shape(line("Draft"), holder='type="ftr"')
    assert kinds(paper(slide)) == [("one\nMay", "text-box", 0), ("Draft", "footer", 0)]


def test_cells_know_their_place_and_merged_ones_are_read_once() -> None:
    def cell(text: str, about: str = "") -> str:
        return f"<a:tc {about}><a:txBody>{line(text)}</a:txBody></a:tc>"

    table = (
        '<a:tbl><a:tblPr firstRow="1"/><a:tr>'
        + cell("Who", 'gridSpan="2"')
        + cell("again", 'hMerge="1"')
        + "</a:tr><a:tr>"
        + cell("Ann")
        + cell("May")
        + "</a:tr></a:tbl>"
    )
    assert [(block.text, block.cell) for block in paper(framed(table)).blocks] == [
        ("Who", Cell(0, 0, 0, is_header=True)),
        ("Ann", Cell(0, 1, 0)),
        ("May", Cell(0, 1, 1)),
    ]


def test_the_speakers_notes_are_read_under_a_name_of_their_own() -> None:
    notes = tree(shape(line("Say this slowly."), holder='type="body"') + shape(line("skip")))
    document = paper(title("The plan"), slide1_notesSlide=notes)
    assert [(b.text, b.kind.value, b.section, b.page) for b in document.blocks] == [
        ("The plan", "title", "The plan", 1),
        ("Say this slowly.", "paragraph", "Notes", 1),
    ]


def test_comments_of_both_kinds_are_read() -> None:
    old = f"<p:cmLst {SPACES}><p:cm><p:text>Is it so?</p:text></p:cm></p:cmLst>"
    reply = f"<p:replyLst><p:reply><p:txBody>{line('Yes.')}</p:txBody></p:reply></p:replyLst>"
    new = f"<p:cmLst {SPACES}><p:cm><p:txBody>{line('Why?')}</p:txBody>{reply}</p:cm></p:cmLst>"
    document = paper(title("The plan"), slide1_comments1=old, slide1_comments2=new)
    assert kinds(document)[1:] == [
        ("Is it so?", "comment", 0),
        ("Why?", "comment", 0),
        ("Yes.", "comment", 0),
    ]


def test_hidden_slides_and_shapes_are_gaps_and_not_read() -> None:
    hidden = tree(shape(line("secret")), 'show="0"')
    document = paper(shape(line("seen")) + shape(line("x"), about='hidden="1"'), hidden)
    assert texts(document) == ["seen"]
    assert [(gap.what, gap.page, gap.serious) for gap in document.gaps] == [
        ("hidden text", 1, False),
        ("hidden slide", 2, False),
    ]


def test_charts_give_their_titles_and_labels_but_no_numbers() -> None:
    def cache(kind: str, *values: str) -> str:
        points = "".join(f"<c:pt><c:v>{value}</c:v></c:pt>" for value in values)
        return f"<c:{kind}><c:strRef><c:strCache>{points}</c:strCache></c:strRef></c:{kind}>"

    chart = (
        f"<c:chartSpace {SPACES}><c:title><c:tx><c:rich>{line('Beds')}</c:rich></c:tx></c:title>"
        f"<c:ser>{cache('tx', 'Wards')}{cache('cat', 'North', '2026')}</c:ser></c:chartSpace>"
    )
    frame = framed('<c:chart r:id="chart1"/>')
    assert [(b.text, b.kind.value, b.cell) for b in paper(frame, slide1_chart1=chart).blocks] == [
        ("Beds", "caption", None),
        ("Wards", "table-cell", Cell(0, 0, 1, is_header=True)),
        ("North", "table-cell", Cell(0, 1, 0, is_header=True)),
    ]


def test_diagrams_give_their_words_as_list_items() -> None:
    node = f"<dgm:pt><dgm:t>{line('Plan')}</dgm:t></dgm:pt>"
    other = f'<dgm:pt type="pres"><dgm:t>{line("no")}</dgm:t></dgm:pt>'
    data = f"<dgm:dataModel {SPACES}><dgm:ptLst>{node}{other}</dgm:ptLst></dgm:dataModel>"
    frame = framed('<dgm:relIds r:dm="diagramData1"/>')
    assert kinds(paper(frame, slide1_diagramData1=data)) == [("Plan", "list-item", 1)]


def test_pictures_have_their_words_and_decoration_is_left_out() -> None:
    picture = "<p:pic><p:nvPicPr><p:cNvPr {}>{}</p:cNvPr></p:nvPicPr></p:pic>".format
    slide = title("Beds") + picture('descr="A ward"', "") + picture("", '<x decorative="1"/>')
    slide += picture("", '<decorative xmlns="x" val="1"/>')
    assert [(one.alt, one.page) for one in paper(slide).pictures] == [("A ward", 1), ("", 1)]


@pytest.mark.parametrize(
    ("slide", "what"),
    [
        ("<p:pic><p:nvPicPr><p:cNvPr/></p:nvPicPr></p:pic>", "slide"),
        (framed("<p:oleObj/>"), "embedded file"),
    ],
)
def test_what_may_hold_words_that_we_cannot_read_is_a_serious_gap(slide: str, what: str) -> None:
    document = paper(title("One"), slide)
    assert [(g.what, g.page, g.serious) for g in document.gaps] == [(what, 2, True)]


def test_a_slide_that_is_not_in_the_file_is_a_serious_gap() -> None:
    parts = parts_of(title("One"), title("Two"))
    del parts["ppt/s2.xml"]
    document = read_pptx("talk.pptx", zipped(parts))
    assert [(gap.what, gap.page, gap.serious) for gap in document.gaps] == [("slide", 2, True)]


def test_words_of_another_language_are_marked() -> None:
    document = paper(shape(line("Croeso i bawb", words='lang="cy-GB"'), line("Welcome")))
    assert [block.language for block in document.blocks] == ["cy", ""]


def test_what_cannot_be_read_is_refused_with_its_reason() -> None:
    parts = parts_of(title("One"))
    whole = zipped(parts)
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    assert refusal(b"") == "empty"
    assert refusal(b"plain words") == "not-pptx"
    assert refusal(ole + b"\0" * 600) == "old-office"
    assert refusal(ole + "EncryptedPackage".encode("utf-16-le")) == "password"
    assert refusal(whole[: len(whole) // 2]) == "damaged"
    assert refusal(zipped({"_rels/.rels": related()})) == "not-pptx"
    assert refusal(zipped(parts | {"ppt/s1.xml": "<!DOCTYPE x><x/>"})) == "dtd"
    assert refusal(zipped(parts | {"ppt/s1.xml": "<x>"})) == "damaged"
    assert refusal(zipped(parts | {"ppt/s1.xml": "<x>" * 300})) == "too-big"
    assert refusal(zipped(parts_of(shape(line(" "))))) == "no-text"


GOOD = zipped(parts_of(title("One") + shape(line("two", bullet('<a:buChar char="-"/>')))))


def answers(data: bytes) -> None:
    said, numbers = "", []
    try:
        numbers = [block.number for block in read_pptx("talk.pptx", data).blocks]
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


@given(st.sampled_from(sorted(parts_of(title("One")))), st.data())
@settings(max_examples=300, deadline=None)
def test_odd_xml_gives_a_document_or_one_line(part: str, data: st.DataObject) -> None:
    parts = parts_of(title("One") + shape(line("two")))
    words = str(parts[part])
    at = data.draw(st.integers(0, len(words) - 1))
    odd = data.draw(st.sampled_from(["", "0", " ", "<", "&#1;", "a:", "..", "/"]))
    answers(zipped(parts | {part: words[:at] + odd + words[at + 1 :]}))
