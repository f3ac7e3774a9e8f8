"""The DOCX reader: the numbers and bullets of lists, which stand in no text."""

import pytest

from docx_builder import item, p, paper, r, style, styled
from plainspeak.document import Document
from plainspeak.read.docx.labels import formatted


def level(depth: int, kind: str, text: str, settings: str = "") -> str:
    """Return one level of a list; settings come before the format, as in a file."""
    inside = f'<w:numFmt w:val="{kind}"/>{settings}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/>{inside}</w:lvl>'


def family(number: int, *levels: str, settings: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{settings}{"".join(levels)}</w:abstractNum>'


def number(list_id: int, of: int, overrides: str = "") -> str:
    link = f'<w:abstractNumId w:val="{of}"/>'
    return f'<w:num w:numId="{list_id}">{link}{overrides}</w:num>'


def labels(document: Document) -> list[str]:
    return [block.label for block in document.blocks]


OUTLINE = family(
    0,
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "(%3)"),
    level(3, "lowerRoman", "%4)"),
)


def test_numbers_of_all_levels_count_and_begin_again_below_a_higher_one() -> None:
    depths = [0, 1, 1, 2, 2, 3, 3, 1, 2, 0, 1]
    body = "".join(item("x", 1, depth) for depth in depths)
    document = paper(body, numbering=OUTLINE + number(1, 0))
    assert labels(document) == [
        "1.", "1.1", "1.2", "(a)", "(b)", "i)", "ii)", "1.3", "(a)", "2.", "2.1"
    ]  # fmt: skip
    assert [block.text for block in document.blocks] == ["x"] * len(depths)
    assert [block.level for block in document.blocks] == [depth + 1 for depth in depths]


def test_lists_of_one_family_count_on_and_an_override_begins_again() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'.format
    lists = OUTLINE + number(1, 0) + number(2, 0) + number(3, 0, override(1)) + number(4, 0)
    lists += number(5, 0, override(7))
    body = "".join(item("x", each) for each in (1, 1, 2, 3, 3, 4, 5, 5))
    assert labels(paper(body, numbering=lists)) == ["1.", "2.", "3.", "1.", "2.", "3.", "7.", "8."]


def test_override_may_bring_a_level_of_its_own() -> None:
    mine = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "Part %1")}</w:lvlOverride>'
    lists = OUTLINE + number(1, 0, mine)
    assert labels(paper(item("x", 1) + item("x", 1), numbering=lists)) == ["Part I", "Part II"]


def test_level_says_after_which_other_it_begins_again() -> None:
    never, after_first = '<w:lvlRestart w:val="0"/>', '<w:lvlRestart w:val="1"/>'
    levels = (
        level(0, "decimal", "%1"),
        level(1, "decimal", "%2", never),
        level(2, "decimal", "%3", after_first),
    )
    body = "".join(item("x", 1, depth) for depth in (0, 1, 2, 0, 1, 2, 1, 2))
    found = labels(paper(body, numbering=family(0, *levels) + number(1, 0)))
    assert found == ["1", "1", "1", "2", "2", "1", "3", "2"]


def test_empty_item_is_counted_and_an_item_without_a_list_is_not() -> None:
    body = item("x", 1) + item("", 1) + item("x", 1) + item("x", 0) + item("x", 99)
    assert labels(paper(body, numbering=OUTLINE + number(1, 0))) == ["1.", "3.", "", ""]


@pytest.mark.parametrize(
    ("sign", "font", "label"),
    [
        ("\uf0b7", "Symbol", "•"),
        ("\uf0a7", "Wingdings", "▪"),
        ("o", "Courier New", "◦"),
        ("–", "Calibri", "–"),
        ("\uf099", "Odd", "•"),
        ("", "Calibri", ""),
    ],
)
def test_bullet_is_the_sign_that_word_shows(sign: str, font: str, label: str) -> None:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'
    bullet = level(0, "bullet", sign).replace("</w:lvl>", f"{fonts}</w:lvl>")
    (block,) = paper(item("x", 1), numbering=family(0, bullet) + number(1, 0)).blocks
    assert (block.label, block.text) == (label, "x")


def test_heading_has_its_number_as_label() -> None:
    tied = [
        level(depth, "decimal", text, f'<w:pStyle w:val="H{depth + 1}"/>')
        for depth, text in enumerate(("%1", "%1.%2"))
    ]
    in_list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    styles = style("H1", "heading 1", in_list) + style("H2", "heading 2", in_list)
    lines = (("Aims", "H1"), ("Ours", "H2"), ("Yours", "H2"), ("Costs", "H1"))
    body = "".join(styled(text, each) for text, each in lines)
    document = paper(body, styles=styles, numbering=family(0, *tied) + number(1, 0))
    found = [(block.label, block.text, block.level) for block in document.blocks]
    assert found == [("1", "Aims", 1), ("1.1", "Ours", 2), ("1.2", "Yours", 2), ("2", "Costs", 1)]


def test_list_kept_with_a_list_style_is_found() -> None:
    kept = family(5, level(0, "upperLetter", "%1)"), settings='<w:styleLink w:val="Ours"/>')
    named = family(6, settings='<w:numStyleLink w:val="Ours"/>')
    document = paper(item("x", 1), numbering=kept + named + number(1, 6))
    assert labels(document) == ["A)"]


def test_legal_numbering_shows_all_numbers_as_figures() -> None:
    levels = (level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    body = item("x", 1) + item("x", 1, 1)
    assert labels(paper(body, numbering=family(0, *levels) + number(1, 0))) == ["I", "1.1"]


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [
        (7, "decimal", "7"),
        (7, "decimalZero", "07"),
        (28, "lowerLetter", "bb"),
        (49, "lowerRoman", "xlix"),
        (1994, "upperRoman", "MCMXCIV"),
        (22, "ordinal", "22nd"),
        (13, "ordinal", "13th"),
        (3, "ordinalText", "Third"),
        (3, "cardinalText", "Three"),
        (7, "none", ""),
        (0, "lowerRoman", "0"),
        (999_999, "upperRoman", "999999"),
        (999_999, "lowerLetter", "999999"),
        (7, "chineseCounting", "7"),
    ],
)
def test_number_formats(number: int, kind: str, shown: str) -> None:
    assert formatted(number, kind) == shown


def test_labels_of_hostile_lists_stay_short() -> None:
    huge = level(0, "decimal", "%1" * 1000).replace('w:val="1"', 'w:val="999999999"', 1)
    (block,) = paper(item("x", 1), numbering=family(0, huge) + number(1, 0)).blocks
    assert len(block.label) <= 200


def test_items_in_cells_and_notes_have_labels_too() -> None:
    cell = f"<w:tbl><w:tr><w:tc>{item('in a cell', 1)}</w:tc></w:tr></w:tbl>"
    lists = OUTLINE + number(1, 0)
    notes = f"<w:footnote>{item('in a note', 1)}</w:footnote>"
    document = paper(cell + p(r("x")), numbering=lists, footnotes=notes)
    assert labels(document) == ["1.", "", "2."]
