"""What the blocks of a PDF are for, as far as their looks tell."""

from pdf_builder import PROSE, Text, drawn, lines, read, texts
from plainspeak.document import BlockKind


def test_larger_words_are_headings_with_levels_and_a_title() -> None:
    page = [Text("The new clinic", 72, 780, 20), Text("What we did", 72, 740, 16)]
    page += [*lines(PROSE, 700), Text("Who came", 72, 640, 13), *lines(PROSE, 620)]
    found = [(b.kind, b.level, b.text) for b in read(page).blocks if b.level]
    assert found == [
        (BlockKind.TITLE, 1, "The new clinic"),
        (BlockKind.HEADING, 1, "What we did"),
        (BlockKind.HEADING, 2, "Who came"),
    ]


def test_a_short_bold_line_is_a_heading_and_a_bold_sentence_is_not() -> None:
    bold = Text("We ask the board to agree the plan for the new clinic today.", 72, 620, bold=True)
    page = [Text("Large words here", 72, 780, 20)]
    page += [Text("Next steps", 72, 720, bold=True), *lines(PROSE, 700), bold]
    document = read(page)
    assert texts(document, BlockKind.HEADING) == ["Next steps"]
    assert bold.words in texts(document)


def test_blocks_know_the_heading_they_stand_under() -> None:
    page = [Text("The new clinic", 72, 780, 20), *lines(PROSE, 700)]
    assert read(page).blocks[1].section == "The new clinic"


def test_a_heading_over_two_lines_is_one() -> None:
    page = [Text("A report on the new clinic", 72, 780, 18), Text("in the town", 72, 758, 18)]
    assert read(page + lines(PROSE, 700)).blocks[0].text == "A report on the new clinic in the town"


def test_bullets_are_dropped_and_numbers_are_kept() -> None:
    page = lines(PROSE, 700)
    page += [Text("\u2022 bring a friend", 90, 640), Text("\u2013 or a carer", 108, 624)]
    page += [Text("1. sign the form", 90, 608), Text("a) send it back", 108, 592)]
    found = [(b.text, b.level) for b in read(page).blocks if b.kind is BlockKind.LIST_ITEM]
    assert found == [
        ("bring a friend", 1),
        ("or a carer", 2),
        ("1. sign the form", 1),
        ("a) send it back", 2),
    ]


def test_a_bullet_drawn_by_itself_belongs_to_its_item() -> None:
    page = [*lines(PROSE, 700), Text("\u2022", 90, 640), Text("bring a friend", 120, 640)]
    assert texts(read(page), BlockKind.LIST_ITEM) == ["bring a friend"]


def test_an_item_over_two_lines_is_one_item() -> None:
    page = lines(PROSE, 700)
    page += [Text("\u2022 bring a friend, a carer or any other person you would like to", 90, 640)]
    page += [Text("have with you on the day", 99, 626), Text("\u2022 sign the form", 90, 612)]
    assert texts(read(page), BlockKind.LIST_ITEM) == [
        "bring a friend, a carer or any other person you would like to have with you on the day",
        "sign the form",
    ]


def test_a_number_in_mid_sentence_is_no_list_mark() -> None:
    page = lines(["We set out the reasons for the change and the cost of it in chapter"], 700)
    page += lines(["4.2 with some examples from other places."], 686)
    assert len(texts(read(page))) == 1


def test_contents_lines_are_contents() -> None:
    page = [Text("Contents", 72, 780, 18), Text("Introduction " + "." * 60 + " 4", 72, 740)]
    page += [Text("What we did " + "." * 60 + " 6", 72, 724), *lines(PROSE, 600)]
    found = texts(read(page), BlockKind.CONTENTS)
    assert found == ["Introduction … 4", "What we did … 6"]


def test_captions_are_captions_and_sentences_about_figures_are_not() -> None:
    page = [Text("Figure 3: People seen each day", 72, 700), *lines(PROSE, 660)]
    page += [Text("Figure 3 shows the people seen each day.", 72, 600)]
    document = read(page)
    assert texts(document, BlockKind.CAPTION) == ["Figure 3: People seen each day"]
    assert "Figure 3 shows the people seen each day." in texts(document)


def test_small_notes_at_the_foot_are_footnotes() -> None:
    page = [*lines(PROSE, 700), Text("1 See the plan of last year.", 72, 120, 8)]
    (note,) = [block for block in read(page).blocks if block.kind is BlockKind.FOOTNOTE]
    assert (note.label, note.text) == ("1", "See the plan of last year.")


def test_the_raised_number_of_a_note_is_dropped() -> None:
    page = [Text("We asked the trust", 72, 700), Text("12", 165.5, 704, 6)]
    page += [*lines(PROSE, 660)]
    assert texts(read(page))[0] == "We asked the trust"


def test_a_line_underlined_from_end_to_end_is_a_heading() -> None:
    words = drawn([Text("Next steps", 72, 720), *lines(PROSE, 700)])
    whole, part = (b"\n0.5 w 72 718 m %g 718 l S\n" % end for end in (123.5, 90))
    assert [block.text for block in read(words + whole).blocks if block.level] == ["Next steps"]
    assert [block.text for block in read(words + part).blocks if block.level] == []


def test_a_coloured_line_is_a_heading_and_a_link_is_not() -> None:
    blue = b"0 0.3 0.7 rg"
    page = [Text("Large words here", 72, 780, 20), Text("Next steps", 72, 740, look=blue)]
    page += [*lines(PROSE, 720), Text("www.example.org/plan", 72, 640, look=blue)]
    document = read(page)
    assert texts(document, BlockKind.HEADING) == ["Next steps"]
    assert "www.example.org/plan" in texts(document)


def test_a_note_below_a_short_rule_is_a_footnote_whatever_its_size() -> None:
    rule = b"\n0.5 w 72 140 m 200 140 l S\n"
    code = drawn([*lines(PROSE * 3, 700), *lines(["1 See the plan of last year."], 120)])
    (note,) = [block for block in read(code + rule).blocks if block.kind is BlockKind.FOOTNOTE]
    assert (note.label, note.text) == ("1", "See the plan of last year.")


def test_a_line_to_sign_on_makes_no_footnotes() -> None:
    rule = b"\n0.5 w 72 140 m 200 140 l S\n"
    code = drawn([*lines(PROSE * 3, 700), Text("Signed by the chair of the board", 72, 120)])
    assert texts(read(code + rule), BlockKind.FOOTNOTE) == []


def test_the_raised_number_after_a_year_is_dropped() -> None:
    page = [Text("It began in January 2016", 72, 700), Text("4", 193.2, 704, 6), *lines(PROSE, 660)]
    assert texts(read(page))[0] == "It began in January 2016"


def test_works_under_a_heading_that_says_so_are_references() -> None:
    works = [
        "Smith, J. and Jones, P. (2019) The plan, 12(3): 45-67.",
        "Lee, K. (2020) Care, pp. 1-9.",
    ]
    page = [*lines(PROSE, 760), Text("References", 72, 700, 16), *lines(works[:1], 670)]
    page += lines(works[1:], 640)
    assert texts(read(page), BlockKind.REFERENCE) == works


def test_a_paragraph_with_a_bare_number_goes_on_below_it() -> None:
    page = [
        Text("13", 72, 700),
        *lines(PROSE, 700, x=92),
        Text("14", 72, 640),
        *lines(PROSE, 640, x=92),
    ]
    assert texts(read(page)) == [f"13 {' '.join(PROSE)}", f"14 {' '.join(PROSE)}"]
