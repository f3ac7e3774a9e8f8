"""The structure tree of a tagged PDF says what its words are for."""

import pytest

from pdf_builder import PROSE, Node, Text, lines, made_tagged, texts
from plainspeak.document import BlockKind, Cell, Document, Picture
from plainspeak.read.pdf import read_pdf, tags

SPOT = b"q 90 0 0 90 72 300 cm /P Do Q"


def read(*pages: list[Node | Text]) -> Document:
    return read_pdf("paper.pdf", made_tagged(*pages))


def paragraph(y: float = 700, kind: str = "P") -> Node:
    return Node(kind, tuple(lines(PROSE, y)))


def test_tagged_headings_have_their_levels_whatever_their_looks() -> None:
    plain = Node("H2", (Text("What we did", 72, 740),))
    found = read([plain, paragraph()]).blocks
    assert [(b.kind, b.level) for b in found] == [(BlockKind.TITLE, 2), (BlockKind.PARAGRAPH, 0)]


def test_a_numbered_paragraph_in_a_heading_tag_is_no_heading() -> None:
    assert texts(read([paragraph(kind="H2")])) == [" ".join(PROSE)]


def test_paragraphs_are_cut_where_the_tags_are_and_not_by_looks() -> None:
    one = Node("P", (*lines(PROSE, 700), Text("and so on.", 72, 600)))
    assert texts(read([one])) == [" ".join([*PROSE, "and so on."])]


def test_a_tagged_paragraph_goes_on_over_the_page() -> None:
    first, second = Node("P", tuple(lines(PROSE[:2], 700))), Node("P", tuple(lines(PROSE[2:], 700)))
    assert texts(read([first], [second])) == [" ".join(PROSE)]


def test_tagged_lists_have_depths_and_lose_their_bullets() -> None:
    inner = Node("L", (item("\u2013", "or a carer", 680, 110),))
    outer = Node("L", (item("\u2022", "bring a friend", 700), Node("LI", (inner,))))
    found = [(b.text, b.level) for b in read([paragraph(760), outer]).blocks if b.level]
    assert found == [("bring a friend", 1), ("or a carer", 2)]


def item(mark: str, words: str, y: float, x: float = 90) -> Node:
    label = Node("Lbl", (Text(mark, x, y),))
    return Node("LI", (label, Node("LBody", (Text(words, x + 15, y),))))


def test_tagged_tables_have_cells_and_header_cells() -> None:
    def row(kind: str, y: float, *words: str) -> Node:
        cells = (Node(kind, (Text(w, 72 + 90 * n, y),)) for n, w in enumerate(words))
        return Node("TR", tuple(cells))

    table = Node("Table", (row("TH", 640, "Name", "Role"), row("TD", 620, "Jo", "Chair")))
    found = [(b.text, b.cell) for b in read([paragraph(), table]).blocks if b.cell]
    assert found == [
        ("Name", Cell(0, 0, 0, is_header=True)),
        ("Role", Cell(0, 0, 1, is_header=True)),
        ("Jo", Cell(0, 1, 0)),
        ("Chair", Cell(0, 1, 1)),
    ]


def test_captions_and_notes_are_known_by_their_tags() -> None:
    caption = Node("Caption", (Text("People seen each day", 72, 640),))
    note = Node("Note", (Text("1 See the plan.", 72, 300),))
    document = read([paragraph(), caption, note])
    assert texts(document, BlockKind.CAPTION) == ["People seen each day"]
    (footnote,) = [block for block in document.blocks if block.kind is BlockKind.FOOTNOTE]
    assert (footnote.label, footnote.text) == ("1", "See the plan.")


def test_pictures_have_their_words_or_none() -> None:
    figures = [Node("Figure", (SPOT,), alt="A map of the town"), Node("Figure", (SPOT,))]
    found = read([paragraph(), *figures]).pictures
    assert found == (Picture("A map of the town", page=1), Picture("", page=1))


def test_words_in_another_language_are_marked() -> None:
    welsh = Node("P", (Text("Croeso i bawb yn y dref.", 72, 640),), language="cy-GB")
    found = read([paragraph(), welsh]).blocks
    assert [block.language for block in found] == ["", "cy-GB"]


def test_words_outside_the_tags_at_the_edge_of_a_page_are_set_aside() -> None:
    document = read([paragraph(), Text("Larkfield Health Board", 72, 810)])
    assert texts(document, BlockKind.HEADER) == ["Larkfield Health Board"]


def test_tags_that_cover_too_little_are_not_trusted() -> None:
    heading = Node("H1", (Text("Word", 72, 600),))
    document = read([heading, *lines(PROSE, 700)])
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH] * 2


def test_tags_that_cut_sentences_are_not_trusted() -> None:
    words = [
        *PROSE[:2],
        "and then went on to talk with the staff about all they had seen in the",
    ] * 3
    document = read([Node("P", (line,)) for line in lines(words, 700)])
    assert len(texts(document)) < len(words)


def test_tags_are_left_alone_when_they_take_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags, "MOST_SECONDS", 0.0)
    heading = Node("H1", (Text("Who we are and what we do.", 72, 740),))
    assert texts(read([heading, paragraph()]))[0] == "Who we are and what we do."


def test_tags_of_a_long_paper_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tags, "MOST_PAGES", 1)
    heading = Node("H1", (Text("Who we are and what we do.", 72, 740),))
    assert texts(read([heading, paragraph()], [paragraph()]))[0] == "Who we are and what we do."
