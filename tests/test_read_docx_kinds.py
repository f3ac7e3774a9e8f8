"""The DOCX reader: what each paragraph is for."""

import pytest

from docx_builder import (
    cell,
    field,
    kinds,
    p,
    paper,
    r,
    style,
    styled,
    table,
)
from plainspeak.document import BlockKind

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
    + style("OSH", "Our Level 3 Subheading")
    + style("TH", "Table Heading")
)


@pytest.mark.parametrize(
    ("paragraph", "kind", "level"),
    [
        (styled("x", "Titel"), "title", 0),
        (styled("x", "berschrift2"), "heading", 2),
        (styled("x", "Mine"), "heading", 2),
        (styled("x", "Out"), "heading", 3),
        (styled("x", "OSH"), "heading", 2),
        (styled("x", "TH"), "paragraph", 0),
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
UNDERLINED = '<w:u w:val="single"/>'
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
        (p(r("word " * 21, BOLD)) + AFTER, "paragraph"),
        (p(r("ask.us@example.org", BOLD)) + AFTER, "paragraph"),
        (p(r("----", BOLD)) + AFTER, "paragraph"),
        (p(r("Annex A", BOLD)) + p(r("Steps", BOLD)) + p(r("2026", BOLD)) + AFTER, "heading"),
        (p(r("Long bold text. " * 9, BOLD)) + AFTER, "paragraph"),
        (p(r("Next steps", BOLD)) + p(r("Long bold text. " * 9, BOLD)), "heading"),
        ("".join(p(r(f"Line {n}", BOLD)) for n in range(5)) + AFTER, "paragraph"),
        (p(r("Next steps", '<w:u w:val="single"/>')) + AFTER, "heading"),
        (p(f"<w:hyperlink>{r('Read more', UNDERLINED)}</w:hyperlink>") + AFTER, "paragraph"),
        (p(r("Small first")) + AFTER, "paragraph"),
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


LARGE = '<w:sz w:val="36"/>'
PLAIN = "".join(p(r("Some words of text, that end in a full stop.")) for _ in range(3))


def test_large_lines_that_open_a_paper_are_its_title_and_others_are_headings() -> None:
    document = paper(
        p(r("Board", LARGE)) + p(r("May", LARGE)) + PLAIN + p(r("Money", LARGE)) + PLAIN
    )
    found = [(text, kind) for text, kind, _ in kinds(document) if kind != "paragraph"]
    assert found == [("Board", "title"), ("May", "title"), ("Money", "heading")]


def test_large_first_line_is_a_heading_where_a_style_makes_the_title() -> None:
    document = paper(p(r("Board", LARGE)) + styled("Plan", "Titel") + PLAIN, styles=STYLES)
    assert [kind for _, kind, _ in kinds(document)][:2] == ["heading", "title"]


def test_typed_contents_are_contents_only_where_the_paper_has_the_line_again() -> None:
    names = ("Introduction", "Money", "Staff")
    listed = "".join(p(r(f"{name} ........ {page}")) for page, name in enumerate(names, 3))
    body = "".join(p(r(name, BOLD)) + PLAIN for name in names)
    document = paper(p(r("Contents", BOLD)) + listed + p(r("A word from us")) + body)
    assert [text for text, kind, _ in kinds(document) if kind == "contents"] == [
        "Introduction ........ 3",
        "Money ........ 4",
        "Staff ........ 5",
    ]
    assert [text for text, kind, _ in kinds(document) if kind == "heading"][1:] == list(names)


REFERENCES = (
    "Smith, J. and Jones, A. (2019) Care at home. London: Example Press.",
    "Brown K, et al. Falls in hospital. J Care 2021;12(3):45-67.",
    "Example Trust (2020) Plan. https://example.org/plan, accessed 3 May.",
)


def of_references(heading: str, *lines: str) -> list[str]:
    body = styled(heading, "Heading1") + "".join(p(r(line)) for line in lines)
    document = paper(body + styled("Thanks", "Heading1") + p(r("We thank Smith, J. (2019).")))
    return [block.text for block in document.blocks if block.kind is BlockKind.REFERENCE]


@pytest.mark.parametrize(
    "heading", ["References", "7. Bibliography", "Works cited", "REFERENCE LIST"]
)
def test_lines_under_a_heading_for_references_are_references(heading: str) -> None:
    assert of_references(heading, *REFERENCES) == list(REFERENCES)


def test_sentences_under_a_heading_for_references_are_not_references() -> None:
    assert of_references("References", "Ask for two references.", "We keep them safe.") == []
    assert of_references("Terms of reference", *REFERENCES) == []
