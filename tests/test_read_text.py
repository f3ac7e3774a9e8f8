"""Text and Markdown: blocks are what the writer meant, and each is a slice of its file."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak import Block, BlockKind, Document, PaperError
from plainspeak.read.text import read_markdown, read_text

PARAGRAPH, HEADING = BlockKind.PARAGRAPH, BlockKind.HEADING
ITEM, CELL, QUOTE = BlockKind.LIST_ITEM, BlockKind.TABLE_CELL, BlockKind.QUOTE
LINE = "The board met in the town hall to talk about the new ward and"
# What files hold at the edges of lines: marks, spaces, line ends, tables, code, links.
PIECES = [
    LINE,
    "We met.",
    "Short line",
    "- ",
    "* ",
    "1. ",
    "a) ",
    "# ",
    "> ",
    "| a | b |",
    "|---|---|",
    "```",
    "---",
    "**bold**",
    "_",
    "[link](https://example.org/a_b)",
    "![alt](p.png)",
    "`code`",
    "<!--",
    "-->",
    "<br>",
    "\\*",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "  ",
    "\u00a0",
    "\u2028",
    "\x0b",
    "\x0c",
    "\x85",
    "\ufeff",
    "é",
    "🙂",
    "שלום",
    "\u0301",
]
files = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)


def txt(text: str) -> Document:
    return read_text("paper.txt", text.encode())


def md(text: str) -> Document:
    return read_markdown("paper.md", text.encode())


def blocks(reader: Callable[[str], Document], text: str) -> tuple[Block, ...]:
    """Return the blocks of a file, none where it holds no words."""
    try:
        return reader(text).blocks
    except PaperError:
        return ()


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def kinds(document: Document) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def plain(text: str) -> str:
    """Return what offsets count: no byte order mark, and one character for each line end.

    Marks that steer a terminal are spaces.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    steering = (code for code in range(160) if code < 32 or code > 126)
    return text.translate({code: " " for code in steering if code not in {9, 10}})


@given(files)
def test_every_block_of_a_text_file_is_a_slice_of_it(text: str) -> None:
    for block in blocks(txt, text):
        assert block.offset is not None
        assert plain(text)[block.offset : block.offset + len(block.text)] == block.text
        assert block.text == block.text.strip() != ""


@given(files)
def test_every_block_of_a_markdown_file_keeps_its_place_and_its_words(text: str) -> None:
    for block in blocks(md, text):
        assert block.offset is not None
        written = plain(text)[block.offset : block.offset + len(block.text)]
        assert len(written) == len(block.text)
        for shown, there in zip(block.text, written, strict=True):
            assert shown in {there, " "}


@given(files)
def test_blocks_stand_in_order_and_no_word_is_lost(text: str) -> None:
    ends = 0
    found = blocks(txt, text)
    for number, block in enumerate(found):
        assert block.number == number
        assert block.offset is not None
        assert block.offset >= ends
        ends = block.offset + len(block.text)
    letters = [character for character in plain(text) if character.isalpha()]
    kept = [character for character in "".join(b.text for b in found) if character.isalpha()]
    assert kept == letters


def test_wrapped_lines_are_one_paragraph_and_a_blank_line_ends_it() -> None:
    assert kinds(txt(f"{LINE}\nits future.\n\nWe left.")) == [
        (PARAGRAPH, f"{LINE}\nits future."),
        (PARAGRAPH, "We left."),
    ]


def test_short_lines_are_not_joined() -> None:
    assert texts(txt("Finance\nThe board met.")) == ["Finance", "The board met."]


def test_a_line_that_ends_its_sentence_early_is_not_joined() -> None:
    first = "The board met in the town hall in the middle of May."
    assert texts(txt(f"{first}\nIt went well.")) == [first, "It went well."]


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("- tea", "tea"),
        ("• tea", "tea"),
        ("* tea", "tea"),
        ("– tea", "tea"),
        ("  - tea", "tea"),
        ("1. tea", "1. tea"),
        ("(a) tea", "tea"),
        ("iv) tea", "iv) tea"),
    ],
)
def test_a_bullet_makes_a_list_item(line: str, shown: str) -> None:
    assert kinds(txt(f"We need:\n{line}\n{line}"))[1:] == [(ITEM, shown), (ITEM, shown)]


@pytest.mark.parametrize("line", ["-tea", "1.5 cups", "-", "£5. That is all.", "tea - and cake."])
def test_what_only_looks_like_a_bullet_makes_none(line: str) -> None:
    assert ITEM not in [kind for kind, _ in kinds(txt(f"We met.\n\n{line}"))]


def test_a_wrapped_list_item_is_one_item() -> None:
    document = txt(f"- {LINE}\n  its future.\n- tea")
    assert kinds(document) == [(ITEM, f"{LINE}\n  its future."), (ITEM, "tea")]


def test_a_short_line_without_a_stop_is_a_heading_and_names_its_section() -> None:
    document = txt("The new ward\n\nIt opens in May.")
    assert kinds(document) == [(HEADING, "The new ward"), (PARAGRAPH, "It opens in May.")]
    assert document.blocks[1].section == "The new ward"


@pytest.mark.parametrize("line", ["It opens in May.", "Who pays?", "We need:", "word " * 11])
def test_sentences_and_long_lines_are_no_headings(line: str) -> None:
    assert [kind for kind, _ in kinds(txt(line))] == [PARAGRAPH]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_one_character(end: str) -> None:
    document = txt(f"The ward{end}{end}It opens in May.")
    assert [block.offset for block in document.blocks] == [0, 10]


@pytest.mark.parametrize(
    "data",
    [
        "“Café” costs £5.".encode(),
        "“Café” costs £5.".encode("utf-8-sig"),
        "“Café” costs £5.".encode("cp1252"),
        "“Café” costs £5.".encode("utf-16"),
        b"\xfe\xff" + "“Café” costs £5.".encode("utf-16-be"),
    ],
)
def test_text_is_read_in_the_encodings_offices_use(data: bytes) -> None:
    (block,) = read_text("paper.txt", data).blocks
    assert (block.text, block.offset) == ("“Café” costs £5.", 0)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no-text"),
        (b" \n\t\n", "no-text"),
        (b"\xef\xbb\xbf", "no-text"),
        (b"PK\x03\x04\x00\x00", "not-text"),
        (b"\xff\xfea", "not-text"),
        (b"\x81\x8d\x8f", "not-text"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    for reader in (read_text, read_markdown):
        with pytest.raises(PaperError) as caught:
            reader("paper", data)
        assert caught.value.reason == reason


def test_headings_of_markdown_keep_their_level() -> None:
    document = md("# The ward\n\n### Costs\nIt is cheap.\n#no heading")
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        (HEADING, 1, "The ward"),
        (HEADING, 3, "Costs"),
        (PARAGRAPH, 0, "It is cheap.\n#no heading"),
    ]


def test_lists_of_markdown_keep_their_level() -> None:
    document = md("We need:\n\n- tea\n  - green\n- cake and\n  cream\n\n1. one\n2) two")
    assert [(b.kind, b.level, b.text) for b in document.blocks[1:]] == [
        (ITEM, 1, "tea"),
        (ITEM, 2, "green"),
        (ITEM, 1, "cake and\n  cream"),
        (ITEM, 1, "one"),
        (ITEM, 1, "two"),
    ]


def test_tables_of_markdown_are_cells() -> None:
    document = md("| Short | Long |\n|---|:--|\n| ICB | integrated **care** board |\n\nDone.")
    assert kinds(document) == [
        (CELL, "Short"),
        (CELL, "Long"),
        (CELL, "ICB"),
        (CELL, "integrated   care   board"),
        (PARAGRAPH, "Done."),
    ]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("We met. `utilise()` ran.", "We met. ran."),
        ("See [the plan](https://example.org/plan) now.", "See the plan now."),
        ("See [the plan][1] now.", "See the plan now."),
        ("![a photo of Ann](ann.png) We met.", "We met."),
        ("<b>We</b> met.<!-- draft ICB -->", "We met."),
        ("**We** _all_ ***met***.", "We all met ."),
        ("A snake_case name, 2 * 3.", "A snake_case name, 2 * 3."),
        (r"Five \* three.", "Five * three."),
    ],
)
def test_marks_addresses_and_code_are_left_out_of_a_paragraph(written: str, words: str) -> None:
    (block,) = md(written).blocks
    assert " ".join(block.text.split()) == words


@pytest.mark.parametrize("fence", ["```", "~~~", "```python"])
def test_fenced_code_is_left_out(fence: str) -> None:
    document = md(f"We met.\n\n{fence}\nutilise the ICB\n\n# no heading\n{fence[:3]}\n\nWe left.")
    assert texts(document) == ["We met.", "We left."]


def test_settings_at_the_top_and_rules_between_parts_are_left_out() -> None:
    assert texts(md("---\ntitle: ICB\n---\nWe met.\n\n---\n\nWe left.\n\n***\n\nBye.")) == [
        "We met.",
        "We left.",
        "Bye.",
    ]


def test_a_quotation_is_a_quote_and_no_prose() -> None:
    assert kinds(md("They said:\n\n> We utilise it.\n\nWe left."))[1] == (QUOTE, "We utilise it.")


@pytest.mark.parametrize(("line", "level"), [("========", 1), ("---", 2)])
def test_a_line_that_is_underlined_is_a_heading(line: str, level: int) -> None:
    document = md(f"The ward\n{line}\n\nIt opens in May.\n{line}\nWe left.")
    assert [(b.kind, b.level, b.text) for b in document.blocks] == [
        (HEADING, level, "The ward"),
        (PARAGRAPH, 0, "It opens in May."),
        (PARAGRAPH, 0, "We left."),
    ]


@pytest.mark.parametrize("inside", ["---", "~~~", "# key: value", "`", "title:"])
def test_nothing_inside_fenced_code_ends_it_but_its_own_fence(inside: str) -> None:
    assert texts(md(f"We met.\n\n```\n{inside}\n```\n\nWe left.")) == ["We met.", "We left."]


@pytest.mark.parametrize("mark", ["`", "[see](https://", "![", "<b ", "**", "_", "[see]["])
def test_a_mark_that_is_never_closed_hides_no_later_paragraph(mark: str) -> None:
    document = md(f"We {mark} met.\n\nThe ward is new.\n\nWe left (again) `now` ] > **.")
    assert texts(document)[1] == "The ward is new."


def test_a_rule_at_the_top_hides_nothing() -> None:
    assert texts(md("---\nWe met.\n\n---\nWe left.")) == ["We met.", "We left."]
