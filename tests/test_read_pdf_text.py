"""The words of a PDF: lines become paragraphs, and broken words are mended."""

import hashlib

import pytest

from pdf_builder import PROSE, Text, drawn, lines, made, read, texts
from plainspeak.document import BlockKind
from plainspeak.read.pdf import read_pdf
from plainspeak.read.pdf.mend import Mender
from plainspeak.read.pdf.text import BROKEN, clean, join_lines, unreadable_share, vocabulary


def test_a_paper_says_what_it_is() -> None:
    data = made([drawn(lines(PROSE, 700))])
    document = read_pdf("paper.pdf", data)
    assert (document.name, document.format, document.pages) == ("paper.pdf", "pdf", 1)
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert document.gaps == ()


def test_lines_of_a_paragraph_are_one_block() -> None:
    assert texts(read(lines(PROSE, 700))) == [" ".join(PROSE)]


def test_a_wider_gap_begins_a_paragraph() -> None:
    assert len(texts(read(lines(PROSE, 700) + lines(PROSE, 640)))) == 2


def test_an_indented_line_begins_a_paragraph() -> None:
    second = [Text("We then agreed the plan for the next year, and closed.", 90, 700 - 3 * 14)]
    assert len(texts(read(lines(PROSE, 700) + second))) == 2


def test_a_short_last_line_ends_a_paragraph() -> None:
    page = lines([*PROSE, "It is full.", *PROSE], 700)
    assert texts(read(page)) == [" ".join([*PROSE, "It is full."]), " ".join(PROSE)]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = lines(PROSE[:2], 700)
    assert texts(read(first, lines(PROSE[2:], 700))) == [" ".join(PROSE)]


def test_a_sentence_that_ends_the_page_ends_the_paragraph() -> None:
    assert len(texts(read(lines(PROSE, 700), lines(PROSE, 700)))) == 2


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"Left column line {word} of the text," for word in ("one", "two", "six", "ten")]
    right = [f"right column line {word} of the text," for word in ("one", "two", "six", "ten")]
    page = lines(left, 700) + lines(right, 700, x=320)
    assert texts(read(page)) == [" ".join(left + right)]


def test_columns_written_straight_across_are_put_in_order() -> None:
    left = [f"Left column line number {number} of the text" for number in range(10, 22)]
    right = [f"right column line number {number} of the text" for number in range(10, 22)]
    pairs = zip(lines(left, 700), lines(right, 700, x=330), strict=True)
    page = [text for pair in pairs for text in pair]
    assert texts(read(page)) == [" ".join(left + right)]


def test_running_heads_and_page_numbers_are_set_aside_once() -> None:
    pages = [
        [Text("Ward report 2026", 72, 810), *lines(PROSE, 700), Text(f"Page {n} of 4", 72, 30)]
        for n in range(1, 5)
    ]
    document = read(*pages)
    assert texts(document, BlockKind.HEADER) == ["Ward report 2026"]
    assert texts(document, BlockKind.FOOTER) == ["Page 1 of 4"]
    assert texts(document) == [" ".join(PROSE)] * 4


def test_words_that_stand_at_the_top_of_one_page_stay() -> None:
    pages = [[Text(f"Part {word} begins here.", 72, 810)] for word in ("one", "two", "three")]
    assert texts(read(*pages)) == [page[0].words for page in pages]


def test_a_broken_word_is_joined() -> None:
    page = lines(["This is about the treat-", "ment of people who live in the town."], 700)
    assert texts(read(page)) == ["This is about the treatment of people who live in the town."]


def test_a_hyphen_that_belongs_to_the_word_is_kept() -> None:
    known = vocabulary(["a self-harm plan and a wellbeing plan"])
    for parts, whole in [
        (("on self" + BROKEN, "harm"), "on self-harm"),
        (("their well" + BROKEN, "being"), "their wellbeing"),
        (("a long" + BROKEN, "term plan"), "a long-term plan"),
        (("a nurse" + BROKEN, "led clinic"), "a nurse-led clinic"),
        (("a COVID" + BROKEN, "related"), "a COVID-related"),
        (("www.nhs.uk/long" + BROKEN, "plan"), "www.nhs.uk/long-plan"),
        (("of ill" + BROKEN, "ness"), "of illness"),
        (("COVID-", "19"), "COVID-19"),
    ]:
        assert join_lines(parts, known) == whole


def test_odd_characters_become_plain_ones() -> None:
    assert (
        clean("e\ufb03cient\u00a0 o\ufb00\u00adice\u200b\x07 \u2009now") == "efficient office now"
    )


def test_joined_letters_with_a_wrong_name_are_put_right() -> None:
    assert clean("acƟvity seƫng soŌware, and Ōtaki") == "activity setting software, and Ōtaki"


def test_fonts_without_letters_are_seen() -> None:
    assert unreadable_share("(cid:12)(cid:7) \ufffd\ufffd") == 1
    assert unreadable_share("\uf0b7 a bullet is no lost letter") == 0


def test_a_turned_page_reads_the_same() -> None:
    content = b"0 1 -1 0 595 0 cm\n" + drawn(lines(PROSE, 500))
    assert texts(read_pdf("paper.pdf", made([content], turn=90))) == [" ".join(PROSE)]


def test_reading_twice_is_equal() -> None:
    assert read(lines(PROSE, 700)) == read(lines(PROSE, 700))


def mended(text: str, *, words: str = "") -> str:
    return Mender(frozenset(words.split()) if words else None).text(text)


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (("a time" + BROKEN, "dependent model"), "a time-dependent model"),
        (("the manage" + BROKEN, "ment of care"), "the management of care"),
        (("of inter" + BROKEN, "est to us"), "of interest to us"),
        (("for over" + BROKEN, "or under-use"), "for over- or under-use"),
        (("the throm" + BROKEN, "bolytic drug"), "the thrombolytic drug"),
    ],
)
def test_a_broken_word_is_looked_up_among_common_words(parts: tuple[str, str], whole: str) -> None:
    assert join_lines(parts, vocabulary([])) == whole


def test_the_paper_itself_is_asked_before_the_common_words() -> None:
    known = vocabulary(["a man-age plan"])
    assert join_lines(("the man" + BROKEN, "age of"), known) == "the man-age of"


def test_a_caller_may_bring_the_words() -> None:
    known = vocabulary([], Mender(frozenset(["blue", "bell"])))
    assert join_lines(("a blue" + BROKEN, "bell"), known) == "a blue-bell"


def test_glued_sentences_are_parted() -> None:
    assert mended("We met them.Be ready.") == "We met them. Be ready."


@pytest.mark.parametrize(
    "text",
    [
        "See www.example.Org for more.",
        "Open the file plan.Final.docx today.",
        "Write to jo.Smith@example.org now.",
        "Use node.Js here.",
        "The U.K. Board met.",
    ],
)
def test_stops_in_names_and_addresses_part_nothing(text: str) -> None:
    assert mended(text) == text


def test_letters_set_apart_are_joined_to_words() -> None:
    assert mended("A N N U A L R E P O R T 2026") == "ANNUAL REPORT 2026"
    assert mended("T h i s is it") == "This is it"


def test_single_letters_that_make_no_word_stay_apart() -> None:
    assert mended("Options B C D F G are open") == "Options B C D F G are open"


def test_what_is_mended_is_counted() -> None:
    page = lines(["We asked them.Be kind to the treat-", "ment of people who live here."], 700)
    document = read(page)
    assert document.mended == (("broken words", 1), ("glued sentences", 1))
    assert texts(document)[0].startswith("We asked them. Be kind to the treatment")


def test_a_deep_running_foot_is_set_aside_where_it_comes_back() -> None:
    body = [f"Line {word} of this page is long enough to be a line" for word in "abcdefghijklm"]
    pages = [
        [*lines([f"{line} {n}." for line in body], 780), Text("The small print here.", 72, 140)]
        for n in range(4)
    ]
    assert texts(read(*pages), BlockKind.FOOTER) == ["The small print here."]


def test_a_page_with_its_words_on_their_side_is_read_as_one_would_turn_it() -> None:
    content = b"0 1 -1 0 595 0 cm\n" + drawn(lines(PROSE, 500))
    assert texts(read_pdf("paper.pdf", made([content]))) == [" ".join(PROSE)]


def test_words_up_the_side_of_a_page_come_after_its_text() -> None:
    side = b"q 0 1 -1 0 595 0 cm\n" + drawn([Text("Not for sharing with others", 200, 560)]) + b" Q"
    document = read(drawn(lines(PROSE * 2, 700)) + b"\n" + side, lines(PROSE, 700))
    assert [block.page for block in document.blocks] == [1, 1, 2]
    assert document.blocks[1].text == "Not for sharing with others"


def test_lines_set_far_apart_are_still_one_paragraph() -> None:
    wide = [
        Text(line, 72, 700 - 22 * number)
        for number, line in enumerate(
            (
                *PROSE[:2],
                "and who spoke with the staff in March and then in May after a long delay, and it",
            )
        )
    ]
    wide.append(Text("is now seeing more people.", 72, 634))
    assert len(texts(read([*wide, *lines(PROSE, 560), *lines(PROSE, 500)]))) == 3
