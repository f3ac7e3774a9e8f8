"""Short forms: what is one, what is none, and what a paper does with each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import of_kind, paper
from plainspeak import Block, BlockKind, Document, shipped_glossary
from plainspeak.check.shortforms import ShortForm, short_forms, singular
from plainspeak.glossary import Glossary
from plainspeak.rules.rule import AcronymStatus as Status

NOTHING = Glossary()
LONG = "integrated care board"


def read(document: Document | str, glossary: Glossary = NOTHING) -> dict[str, ShortForm]:
    document = paper(document) if isinstance(document, str) else document
    return {short.form: short for short in short_forms(document, glossary)}


def cells(*texts: str) -> Document:
    return of_kind(BlockKind.TABLE_CELL, *texts)


@pytest.mark.parametrize(
    ("text", "form", "long"),
    [
        ("The integrated care board (ICB) met.", "ICB", LONG),
        ("The integrated care board (the ICB) met.", "ICB", LONG),
        ("The integrated care board (“ICB”) met.", "ICB", LONG),
        ("The integrated care board (‘the ICB’) met.", "ICB", LONG),
        ('The integrated care board (the "ICB") met.', "ICB", LONG),
        ("The integrated care board (ICB; see page 3) met.", "ICB", LONG),
        ("The integrated care board (ICB, see page 3) met.", "ICB", LONG),
        ("The integrated care board (ICB – see page 3) met.", "ICB", LONG),
        ("The integrated care board [ICB] met.", "ICB", LONG),
        ("The integrated care board, known as the ICB, met.", "ICB", LONG),
        ("The integrated care board, also known as ICB, met.", "ICB", LONG),
        ("The integrated care board is abbreviated to ICB.", "ICB", LONG),
        ("The integrated care board, or ICB, met.", "ICB", LONG),
        ("The integrated care boards (ICBs) met.", "ICB", "integrated care boards"),
        ("The integrated care board’s (ICB’s) plan is new.", "ICB", LONG),
        ("The integrated care board's (ICB) plan is new.", "ICB", LONG),
        ("The ICB (integrated care board) met.", "ICB", LONG),
        ("ICBs (integrated care boards) met.", "ICB", "integrated care boards"),
        ("ICB stands for integrated care board.", "ICB", LONG),
        ("The ICB, which stands for integrated care board, met.", "ICB", LONG),
        ("“ICB” means integrated care board.", "ICB", LONG),
        ("- ICB: integrated care board", "ICB", LONG),
        ("- ICB – integrated care board", "ICB", LONG),
        ("- ICB - integrated care board", "ICB", LONG),
        ("- ICB = integrated care board", "ICB", LONG),
        ("- ICB\tintegrated care board", "ICB", LONG),
        ("The Board Assurance Framework (BAF) is here.", "BAF", "Board Assurance Framework"),
        ("We work with accident and emergency (A&E).", "A&E", "accident and emergency"),
        ("A&E (accident and emergency) is busy.", "A&E", "accident and emergency"),
        ("We fund research & development (R&D).", "R&D", "research & development"),
        ("The community of practice (CoP) met.", "CoP", "community of practice"),
        ("The terms of reference (ToR) are new.", "ToR", "terms of reference"),
        (
            "The Learning Disabilities Mortality Review (LeDeR) is out.",
            "LeDeR",
            "Learning Disabilities Mortality Review",
        ),
        ("They did not attend (DNA) again.", "DNA", "did not attend"),
        ("A multi-disciplinary team (MDT) met.", "MDT", "multi-disciplinary team"),
        ("An electrocardiogram (ECG) was done.", "ECG", "electrocardiogram"),
        (
            "The voluntary, community and social enterprise (VCSE) sector came.",
            "VCSE",
            "voluntary, community and social enterprise",
        ),
        ("The care plan and support team (CPST) met.", "CPST", "care plan and support team"),
    ],
)
def test_a_paper_says_what_a_short_form_stands_for(text: str, form: str, long: str) -> None:
    short = read(text)[form]
    assert (short.status, short.expansion) == (Status.DEFINED, long)


@pytest.mark.parametrize(
    "text",
    [
        "The ICB met.",
        "The ICB (the new body) met.",
        "The Trust (ICB) met.",
        "The board, known as the ICB, met.",
        "The icy cold (ICB) day.",
        "The ICB is a board.",
    ],
)
def test_words_that_do_not_spell_it_are_no_definition(text: str) -> None:
    assert read(text)["ICB"].status is Status.UNDEFINED


def test_a_table_of_abbreviations_defines_what_it_lists() -> None:
    found = read(cells("ICB", LONG, "MDT", "multidisciplinary team", "QZX", "see the note"))
    assert {form: short.status for form, short in found.items()} == {
        "ICB": Status.DEFINED,
        "MDT": Status.DEFINED,
        "QZX": Status.UNDEFINED,
    }
    assert found["ICB"].expansion == LONG


def test_a_use_before_the_definition_makes_it_late() -> None:
    found = read("The ICB met.\n\nThe integrated care board (ICB) agreed. The ICB left.")
    assert found["ICB"].status is Status.LATE
    assert found["ICB"].expansion == LONG


def test_the_short_form_inside_its_definition_is_not_too_early() -> None:
    assert read("The ICB (integrated care board) met.")["ICB"].status is Status.DEFINED


def test_every_use_is_found_with_its_plural_and_possessive() -> None:
    document = paper("ICBs, the ICB’s plan and an ICB-led plan for the ICB.")
    found = read(document)["ICB"]
    assert [document.text_at(span) for span in found.uses] == ["ICB"] * 4


def test_what_lay_readers_know_is_well_known_and_a_definition_still_counts() -> None:
    found = read("The NHS met the BBC. The national health service (NHS) left.", shipped_glossary())
    assert found["NHS"].status is Status.LATE
    assert read("The NHS met.", shipped_glossary())["NHS"].status is Status.WELL_KNOWN


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Present: Avi Bhatia (AB) and others. AB spoke.", "AB"),
        ("Present: A. Bhatia (AB). AB spoke.", "AB"),
        ("Present: Dr Tom Hill (TH). TH spoke.", "TH"),
        ("Present: Cllr. Ann Moss (AM).", "AM"),
        ("Present: Mary Lee-Okafor (MLO).", "MLO"),
        ("The Chair (QZ) opened the meeting.", "QZ"),
    ],
)
def test_the_initials_of_people_are_initials(text: str, form: str) -> None:
    assert read(text)[form].status is Status.INITIALS


def test_a_name_that_ends_in_a_hyphen_is_read() -> None:
    assert "QX" in read("Present: Quinn Xu- (QX).")


@pytest.mark.parametrize("text", ["THE BOARD MUST ACT NOW", "FINANCE REPORT", "We do NOT agree."])
def test_words_that_are_shouted_are_no_short_forms(text: str) -> None:
    assert {short.status for short in read(text).values()} == {Status.SHOUTING}


def test_a_short_form_in_a_shouted_heading_is_still_one() -> None:
    assert read("THE QZX REPORT\n\nThe QZX met.")["QZX"].status is Status.UNDEFINED


@pytest.mark.parametrize(
    "text", ["Part IV", "Annex XII", "Ward SW1A 1AA", "NG12", "COVID-19", "20MG", "FY25"]
)
def test_codes_postcodes_and_roman_numerals_are_no_short_forms(text: str) -> None:
    assert {short.status for short in read(f"See {text} for more.").values()} == {Status.CODE}


@pytest.mark.parametrize(
    "text",
    [
        "ICB@nhs.net",
        "www.ICB.nhs.uk",
        "https://example.org/ICB",
        "@ICB",
        "#ICBNEWS",
        "ICB.docx",
        "B12",
        "3D",
        "PowerPoint",
        "McDonald",
        "iPad",
    ],
)
def test_addresses_file_names_and_brand_names_are_no_short_forms(text: str) -> None:
    assert read(f"See {text} for more.") == {}


@pytest.mark.parametrize(
    "kind", [BlockKind.HEADER, BlockKind.FOOTER, BlockKind.CONTENTS, BlockKind.CODE]
)
def test_running_heads_and_contents_neither_use_nor_define(kind: BlockKind) -> None:
    blocks = (
        Block(0, kind, "The integrated care board (ICB)"),
        Block(1, BlockKind.PARAGRAPH, "The ICB met."),
    )
    found = read(Document("paper.txt", "txt", "", blocks))["ICB"]
    assert (found.status, [span.block for span in found.uses]) == (Status.UNDEFINED, [1])


def test_two_papers_never_mix() -> None:
    read("The integrated care board (ICB) met. Avi Bhatia (AB) spoke.")
    found = read("The ICB met. AB spoke.")
    assert [short.status for short in found.values()] == [Status.UNDEFINED, Status.UNDEFINED]


@pytest.mark.parametrize(
    ("form", "one"), [("ICBs", "ICB"), ("ICB", "ICB"), ("NHS", "NHS"), ("CoPs", "CoP")]
)
def test_a_plural_in_small_s_is_taken_off(form: str, one: str) -> None:
    assert singular(form) == one


PIECES = [
    "integrated care board",
    "(ICB)",
    "(the ICBs)",
    "ICB’s",
    "A&E",
    "(accident and emergency)",
    "Avi Bhatia-",
    "(AB)",
    "Chair (QZ)",
    "ICB: integrated care board",
    "or",
    "known as",
    "(",
    ")",
    "[",
    "“",
    "’",
    "THE BOARD MUST",
    "\u00ad",
    "\n",
    "\ud800",
    "שלום",
    "🙂",
    "İI&",
    "ﬁ",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12), st.sampled_from([" ", "", "\u00a0"]))
def test_any_paper_is_read_and_every_use_slices_to_its_form(pieces: list[str], gap: str) -> None:
    text = gap.join(pieces)
    blocks = (Block(0, BlockKind.PARAGRAPH, text), Block(1, BlockKind.TABLE_CELL, "ICB"))
    document = Document("paper.txt", "txt", "", blocks)
    for form, short in read(document).items():
        assert {document.text_at(span) for span in short.uses} == {form}
        assert list(short.uses) == sorted(short.uses)
        if short.defined_at:
            assert document.text_at(short.defined_at) == form


def test_full_words_cut_off_on_the_line_above_are_found() -> None:
    lines = ["Executive Director of Nursing and Allied Health Professionals", "(AHPs)"]
    found = read(of_kind(BlockKind.PARAGRAPH, *lines))
    assert (found["AHP"].status, found["AHP"].expansion) == (
        Status.DEFINED,
        "Allied Health Professionals",
    )


def test_initials_cut_off_from_the_office_above_are_known() -> None:
    lines = ["Director of People, Organisational Development and System", "Development (JA)"]
    assert read(of_kind(BlockKind.PARAGRAPH, *lines))["JA"].status is Status.INITIALS
