"""The tables of a PDF: cells with their rows and columns, with rules and without."""

from pdf_builder import PROSE, Text, drawn, lines, read, ruled, texts
from plainspeak.document import BlockKind, Cell, Document


def test_a_table_is_cells_and_not_prose() -> None:
    page = lines(PROSE, 700)
    words = ["Name", "Role", "Paid", "Jo", "Chair", "Yes", "Sam", "Carer", "No"]
    for place, word in enumerate(words):
        row, column = divmod(place, 3)
        page.append(Text(word, 72 + 150 * column, 620 - 16 * row))
    document = read(page)
    assert texts(document, BlockKind.TABLE_CELL) == words
    assert texts(document) == [" ".join(PROSE)]


def cells(document: Document) -> list[tuple[str, Cell | None]]:
    return [(b.text, b.cell) for b in document.blocks if b.kind is BlockKind.TABLE_CELL]


GRID = ruled([70, 220, 370], [560, 600, 640, 680])


def in_grid(*words: str, bold: int = 0) -> list[Text]:
    return [
        Text(word, 75 + 150 * (place % 2), 665 - 40 * (place // 2), bold=place < bold)
        for place, word in enumerate(words)
    ]


def test_a_table_without_rules_has_rows_and_columns() -> None:
    page = lines(PROSE, 700)
    for place, word in enumerate(["Name", "Role", "Jo", "Chair", "Sam", "Carer"]):
        row, column = divmod(place, 2)
        page.append(Text(word, 72 + 200 * column, 620 - 16 * row))
    assert cells(read(page)) == [
        ("Name", Cell(0, 0, 0)),
        ("Role", Cell(0, 0, 1)),
        ("Jo", Cell(0, 1, 0)),
        ("Chair", Cell(0, 1, 1)),
        ("Sam", Cell(0, 2, 0)),
        ("Carer", Cell(0, 2, 1)),
    ]


def test_a_ruled_table_keeps_its_empty_cells_in_mind() -> None:
    page = in_grid("Name", "Role", "Jo", "", "", "Carer")
    assert cells(read(drawn(page) + b"\n" + GRID)) == [
        ("Name", Cell(0, 0, 0)),
        ("Role", Cell(0, 0, 1)),
        ("Jo", Cell(0, 1, 0)),
        ("Carer", Cell(0, 2, 1)),
    ]


def test_words_on_two_sides_of_a_rule_are_two_cells_however_near() -> None:
    page = drawn([Text("The name of the person we", 75, 665), Text("met", 222, 665)])
    rows = drawn([Text("Jo", 75, 625), Text("Chair", 225, 625)])
    found = cells(read(page + b"\n" + rows + b"\n" + GRID))
    assert [text for text, _ in found[:2]] == ["The name of the person we", "met"]


def test_a_bold_first_row_names_the_columns() -> None:
    found = cells(read(drawn(in_grid("Name", "Role", "Jo", "Chair", bold=2)) + b"\n" + GRID))
    assert [cell.is_header for _, cell in found if cell] == [True, True, False, False]


def test_a_cell_that_spans_rows_is_one_cell() -> None:
    grid = b"\n70 600 m 370 600 l S 70 680 m 370 680 l S 220 640 m 370 640 l S"
    grid += b" 70 600 m 70 680 l S 220 600 m 220 680 l S 370 600 m 370 680 l S"
    page = [Text("Both rows", 75, 645), Text("First", 225, 660), Text("Second", 225, 620)]
    assert cells(read(drawn(page) + grid)) == [
        ("Both rows", Cell(0, 0, 0)),
        ("First", Cell(0, 0, 1)),
        ("Second", Cell(0, 1, 1)),
    ]


def test_paragraphs_in_one_cell_are_blocks_of_one_cell() -> None:
    page = [Text("Read it first.", 75, 670), Text("Then sign it.", 75, 645), Text("Yes", 225, 670)]
    found = cells(read(drawn(page) + b"\n" + ruled([70, 220, 370], [600, 640, 690])))
    assert found[:2] == [("Read it first.", Cell(0, 0, 0)), ("Then sign it.", Cell(0, 0, 0))]


def test_a_table_that_goes_on_overleaf_is_one_and_its_header_is_read_once() -> None:
    first = drawn(in_grid("Name", "Role", "Jo", "Chair", bold=2)) + b"\n" + GRID
    second = drawn(in_grid("Name", "Role", "Sam", "Carer", bold=2)) + b"\n" + GRID
    found = cells(read(first, second))
    assert [text for text, _ in found] == ["Name", "Role", "Jo", "Chair", "Sam", "Carer"]
    assert {cell.table for _, cell in found if cell} == {0}
    rows = [cell.row for _, cell in found if cell]
    assert rows == sorted(rows)


def test_a_cell_that_is_cut_by_the_end_of_the_page_is_joined() -> None:
    first = drawn(in_grid("Name", "Role", "Jo", "Chair of", bold=2)) + b"\n" + GRID
    second = drawn(in_grid("", "the board", "Sam", "Carer")) + b"\n" + GRID
    assert "Chair of the board" in [text for text, _ in cells(read(first, second))]


def test_a_box_round_some_text_is_no_table() -> None:
    box = b"\n60 640 480 90 re S"
    document = read(drawn(lines(PROSE, 700)) + box)
    assert texts(document) == [" ".join(PROSE)]


def test_a_frame_round_the_page_is_no_table() -> None:
    frame = b"\n40 40 515 760 re S 40 740 m 555 740 l S"
    assert texts(read(drawn(lines(PROSE, 700)) + frame)) == [" ".join(PROSE)]


def test_a_line_with_one_wide_gap_is_no_table() -> None:
    page = [*lines(PROSE, 700), Text("Signed: Jo Bell", 72, 640), Text("Date: 3 May", 300, 640)]
    assert cells(read(page)) == []
