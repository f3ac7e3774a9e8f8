"""The PDF reader, tried on small PDFs that are written here."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from plainspeak.document import Block, BlockKind, Document
from plainspeak.errors import PaperError
from plainspeak.read import pdf
from plainspeak.read.pdf import read_pdf
from plainspeak.read.pdf.text import BROKEN, clean, join_lines, unreadable_share, vocabulary

PAPERS = Path(__file__).parents[2] / "shared" / "papers"

PROSE = (
    "The committee met on Tuesday to look at the budget for the coming year and",
    "to hear from patients about the new clinic in the town centre, which opened",
    "in March after a long delay and is now seeing more than forty people a day.",
)


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place on a page, in Helvetica."""

    words: str
    x: float
    y: float
    size: float = 11
    bold: bool = False


def lines(words: Iterable[str], y: float, x: float = 72, **looks: float | bool) -> list[Text]:
    """Return lines of text down from a height, 14 points apart."""
    return [
        Text(line, x, y - 14 * step, looks.get("size", 11), bool(looks.get("bold")))
        for step, line in enumerate(words)
    ]


def drawn(items: Iterable[Text]) -> bytes:
    """Return a page's content stream."""
    parts = []
    for item in items:
        words = item.words.encode("cp1252").replace(b"\\", rb"\\")
        words = words.replace(b"(", rb"\(").replace(b")", rb"\)")
        font = b"/B" if item.bold else b"/R"
        parts.append(b"BT %s %g Tf %g %g Td (%s) Tj ET" % (font, item.size, item.x, item.y, words))
    return b"\n".join(parts)


def made(pages: Sequence[bytes], *, trailer: bytes = b"", turn: int = 0) -> bytes:
    """Return a PDF with a content stream for each page."""
    fonts = b"<< /R 3 0 R /B 4 0 R >>"
    picture = (
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray /Length 1 >> stream\n\x80\nendstream"
    )
    encoding = b"/Encoding /WinAnsiEncoding"
    kids = b" ".join(b"%d 0 R" % (6 + 2 * index) for index in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica %s >>" % encoding,
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold %s >>" % encoding,
        picture,
    ]
    for index, content in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d "
            b"/Resources << /Font %s /XObject << /P 5 0 R >> >> /Contents %d 0 R >>"
            % (turn, fonts, 7 + 2 * index)
        )
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(content), content))
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R %s >>\n" % (len(objects) + 1, trailer)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def read(*pages: Iterable[Text]) -> Document:
    return read_pdf("paper.pdf", made([drawn(page) for page in pages]))


def texts(document: Document, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.text for block in document.blocks if block.kind is kind]


def refusal(data: bytes) -> PaperError:
    with pytest.raises(PaperError) as caught:
        read_pdf("paper.pdf", data)
    return caught.value


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


def test_a_table_is_cells_and_not_prose() -> None:
    page = lines(PROSE, 700)
    words = ["Name", "Role", "Paid", "Jo", "Chair", "Yes", "Sam", "Carer", "No"]
    for place, word in enumerate(words):
        row, column = divmod(place, 3)
        page.append(Text(word, 72 + 150 * column, 620 - 16 * row))
    document = read(page)
    assert texts(document, BlockKind.TABLE_CELL) == words
    assert texts(document) == [" ".join(PROSE)]


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
    assert texts(read(page), BlockKind.FOOTNOTE) == ["1 See the plan of last year."]


def test_the_raised_number_of_a_note_is_dropped() -> None:
    page = [Text("We asked the trust", 72, 700), Text("12", 165.5, 704, 6)]
    page += [*lines(PROSE, 660)]
    assert texts(read(page))[0] == "We asked the trust"


def test_a_turned_page_reads_the_same() -> None:
    content = b"0 1 -1 0 595 0 cm\n" + drawn(lines(PROSE, 500))
    assert texts(read_pdf("paper.pdf", made([content], turn=90))) == [" ".join(PROSE)]


def test_a_page_that_is_a_picture_is_a_gap() -> None:
    document = read_pdf(
        "paper.pdf", made([drawn(lines(PROSE, 700)), b"500 0 0 800 20 20 cm /P Do"])
    )
    (gap,) = document.gaps
    assert (gap.what, gap.page) == ("page", 2)
    assert "picture" in gap.why


def test_a_blank_page_is_no_gap() -> None:
    assert read(lines(PROSE, 700), []).gaps == ()


def test_a_paper_of_pictures_is_refused_with_advice() -> None:
    error = refusal(made([b"500 0 0 800 20 20 cm /P Do"]))
    assert error.reason == "no-text"
    assert "Word" in str(error)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 a Word file", "not-pdf"),
        (b" " * 1024 + b"%PDF-1.7", "not-pdf"),
        (b"%PDF-1.7\nnothing more", "damaged"),
        (made([drawn(lines(PROSE, 700))])[:300], "damaged"),
    ],
)
def test_a_file_that_is_no_paper_is_refused(data: bytes, reason: str) -> None:
    error = refusal(data)
    assert error.reason == reason
    assert str(error).startswith("paper.pdf: ")


def test_a_locked_paper_is_refused() -> None:
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]"
    data = made([drawn(lines(PROSE, 700))], trailer=lock % (b"AB" * 32, b"CD" * 32))
    assert refusal(data).reason == "password"


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    assert refusal(made([drawn(lines(PROSE, 700))] * 3)).reason == "too-many-pages"


def test_too_much_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MOST_TEXT", 300)
    assert refusal(made([drawn(lines(PROSE, 700))] * 2)).reason == "too-much-text"


def test_a_file_pdfium_refuses_is_read_by_pdfminer(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: bytes) -> None:
        raise pdfium.PdfiumError("Data format error.", err_code=pdfium.raw.FPDF_ERR_FORMAT)

    data = made([drawn([Text("The new clinic", 72, 780, 20), *lines(PROSE, 700)])])
    monkeypatch.setattr(pdfium, "PdfDocument", refuse)
    document = read_pdf("paper.pdf", data)
    assert texts(document, BlockKind.TITLE) == ["The new clinic"]
    assert texts(document) == [" ".join(PROSE)]


def test_reading_twice_is_equal() -> None:
    assert read(lines(PROSE, 700)) == read(lines(PROSE, 700))


def is_tidy(block: Block) -> bool:
    return bool(block.text) and block.text == clean(block.text)


def test_every_real_paper_is_read_or_refused() -> None:
    papers = sorted(PAPERS.glob("*.pdf"))
    if not papers:
        pytest.skip("no folder of real papers beside the checkout")
    for paper in papers:
        try:
            document = read_pdf(paper.name, paper.read_bytes())
        except PaperError:
            continue
        assert all(map(is_tidy, document.blocks)), paper.name
        assert [block.number for block in document.blocks] == [*range(len(document.blocks))]
