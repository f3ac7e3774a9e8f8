"""Scores come from our own counts, by the published formulas, and only where they are honest."""

import math
from importlib import import_module

import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st

from conftest import of_kind, paper
from plainspeak import Block, BlockKind, Document
from plainspeak.document import SET_ASIDE, Span
from plainspeak.formulas import (
    Counts,
    automated_readability_index,
    coleman_liau_index,
    dale_chall,
    flesch_kincaid_grade,
    flesch_reading_ease,
    gunning_fog,
    linsear_write,
    lix,
    reading_age,
    scores,
    smog_grade,
)
from plainspeak.language.syllables import syllables
from plainspeak.language.words import words
from plainspeak.readability import PROSE, count, measure, sentences

# 100 words in 5 sentences, for which each formula is worked out by hand below.
WORKED = Counts(
    sentences=5,
    words=100,
    syllables=150,
    letters=450,
    polysyllables=6,
    complex_words=4,
    long_words=20,
    unfamiliar=10,
    over_20=2,
    over_25=1,
)
SHORT_WORDS = (
    "We met in the town hall. The new ward will open in May. It has ten beds and two rooms. "
    "Staff will show you round. Please bring your own cup. "
)
LONG_WORDS = (
    "The committee considered the annual report. Independent advisers recommended several "
    "improvements. Responsibility remains with the organisation. "
)


def counted(text: str) -> Counts:
    return count(sentence.words for sentence in sentences(of_kind(BlockKind.PARAGRAPH, text)))


def test_each_formula_gives_what_the_hand_worked_out() -> None:
    # 206.835 - 1.015 * 20 - 84.6 * 1.5
    assert flesch_reading_ease(WORKED) == pytest.approx(59.635)
    # 0.39 * 20 + 11.8 * 1.5 - 15.59
    assert flesch_kincaid_grade(WORKED) == pytest.approx(9.91)
    # 1.0430 * sqrt(6 * 30 / 5) + 3.1291 = 1.0430 * 6 + 3.1291
    assert smog_grade(WORKED) == pytest.approx(9.3871)
    # 4.71 * 4.5 + 0.5 * 20 - 21.43
    assert automated_readability_index(WORKED) == pytest.approx(9.765)
    # 0.0588 * 450 - 0.296 * 5 - 15.8
    assert coleman_liau_index(WORKED) == pytest.approx(9.18)
    # 0.4 * (20 + 4)
    assert gunning_fog(WORKED) == pytest.approx(9.6)
    # 0.1579 * 10 + 0.0496 * 20 + 3.6365
    assert dale_chall(WORKED) == pytest.approx(6.2075)
    # (94 + 3 * 6) / 5 = 22.4, over 20, so halved
    assert linsear_write(WORKED) == pytest.approx(11.2)
    # 20 + 100 * 20 / 100
    assert lix(WORKED) == pytest.approx(40)


def test_the_scores_are_named_and_rounded_to_one_place() -> None:
    assert scores(WORKED) == {
        "flesch-reading-ease": 59.6,
        "flesch-kincaid-grade": 9.9,
        "smog-grade": 9.4,
        "gunning-fog": 9.6,
        "automated-readability-index": 9.8,
        "coleman-liau-index": 9.2,
        "dale-chall": 6.2,
        "linsear-write": 11.2,
        "lix": 40.0,
        "reading-age": 14.9,
        "words-per-sentence": 20.0,
        "share-over-20": 40.0,
        "share-over-25": 20.0,
    }


def test_a_reading_age_is_never_below_five() -> None:
    easy = Counts(sentences=50, words=100, syllables=100, letters=200)
    assert scores(easy)["reading-age"] == 5.0
    assert reading_age(scores(easy)) == (5.0, 5.0)


def test_the_reading_age_is_a_range_over_three_formulas() -> None:
    low, high = reading_age(scores(WORKED))
    assert (low, high) == (14.2, 14.9)


class OurSyllables:
    """Our counts in the shape of the dictionary textstat would look in, and may download."""

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["AH0"] * syllables(word)]


@pytest.mark.parametrize("text", [SHORT_WORDS, LONG_WORDS, (SHORT_WORDS + LONG_WORDS) * 10])
def test_textstat_gives_the_same_scores_from_the_same_counts(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("_count_syllables", "_count_polysyllable_words"):
        theirs = import_module(f"textstat.backend.counts.{module}")
        monkeypatch.setattr(theirs, "get_cmudict", lambda lang: OurSyllables(), raising=False)
    counts = counted(text)
    assert counts.words == textstat.lexicon_count(text)
    assert counts.sentences == textstat.sentence_count(text)
    assert counts.letters == textstat.letter_count(text)
    assert counts.syllables == textstat.syllable_count(text)
    assert flesch_reading_ease(counts) == pytest.approx(textstat.flesch_reading_ease(text))
    assert flesch_kincaid_grade(counts) == pytest.approx(textstat.flesch_kincaid_grade(text))
    # textstat writes 0.058 where the paper of 1975 has 0.0588.
    dropped = 0.0008 * 100 * counts.letters / counts.words
    assert coleman_liau_index(counts) == pytest.approx(textstat.coleman_liau_index(text) + dropped)
    if counts.sentences >= 30:
        assert smog_grade(counts) == pytest.approx(textstat.smog_index(text))


def test_what_is_counted_is_what_a_reader_would_count() -> None:
    text = "Dr. Patel’s team spent £1.5m in 2024/25. Was it well-spent? Yes."
    counts = counted(text)
    assert (counts.sentences, counts.words) == (3, 11)


def test_words_of_three_syllables_and_sentences_over_25_words_are_counted() -> None:
    text = "The hospital is big. " + "And so on " * 8 + "we go on."
    counts = counted(text)
    assert (counts.polysyllables, counts.over_25) == (1, 1)


@pytest.mark.parametrize("kind", [kind for kind in BlockKind if kind not in PROSE])
def test_what_is_no_prose_is_not_scored(kind: BlockKind) -> None:
    assert measure(of_kind(kind, SHORT_WORDS * 5)).counts == Counts()


@pytest.mark.parametrize("kind", sorted(SET_ASIDE))
def test_what_is_set_aside_is_not_even_a_word_of_the_paper(kind: BlockKind) -> None:
    assert measure(of_kind(kind, SHORT_WORDS)).words == 0


def test_a_heading_counts_as_words_of_the_paper_and_not_as_a_sentence() -> None:
    kinds = [BlockKind.HEADING, BlockKind.PARAGRAPH]
    texts = ["The new ward", "It opens in May."]
    blocks = (Block(n, kind, text) for n, (kind, text) in enumerate(zip(kinds, texts, strict=True)))
    found = measure(Document("paper.txt", "txt", "", tuple(blocks)))
    assert (found.words, found.counts.words) == (7, 4)
    assert found.share_counted == pytest.approx(4 / 7)


def test_a_label_without_a_stop_is_not_scored() -> None:
    assert measure(of_kind(BlockKind.LIST_ITEM, "beds for all", "tea for all")).counts == Counts()


@pytest.mark.parametrize("times", [1, 3])
def test_a_short_paper_is_withheld_and_says_why(times: int) -> None:
    found = measure(paper(SHORT_WORDS * times))
    assert found.scores == {}
    assert "too short to score" in found.withheld


def test_many_words_in_few_sentences_are_withheld_too() -> None:
    found = measure(paper("word " * 400 + "end."))
    assert (found.scores, "1 whole sentences" in found.withheld) == ({}, True)


def test_a_long_enough_paper_is_scored() -> None:
    found = measure(paper(SHORT_WORDS * 5))
    assert found.withheld == ""
    assert found.scores["flesch-reading-ease"] > 90


ODD_TEXTS = {
    "nothing": "",
    "a space": " ",
    "one word": "word",
    "a stop": ".",
    "no full stop in 2,000 words": "word " * 2_000,
    "underscores": "_" * 10_000,
    "halves of characters": "\ud800 \udfff. " * 50,
    "right to left": "שלום עולם. " * 50,
    "emoji": "🙂 👩‍⚕️. " * 50,
    "Chinese": "你好。" * 200,
    "stops": ". " * 500,
    "numbers": "1 2 3. " * 100,
    "initials": "A. B. C. " * 100,
}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS.keys())
def test_no_text_gives_a_crash_or_an_endless_number(text: str) -> None:
    for kind in (BlockKind.PARAGRAPH, BlockKind.TABLE_CELL):
        found = measure(of_kind(kind, text))
        assert all(math.isfinite(score) for score in found.scores.values())
        assert 0 <= found.share_counted <= 1
        assert bool(found.scores) != bool(found.withheld)


def test_a_document_without_blocks_is_measured() -> None:
    found = measure(Document("paper.txt", "txt", "", ()))
    assert (found.words, found.scores, found.share_counted) == (0, {}, 0.0)


whole = st.integers(min_value=1, max_value=10_000)


@given(sentences=whole, words=whole, syllables=whole, letters=whole, heavy=whole)
def test_every_score_of_any_counts_is_a_number(
    sentences: int, words: int, syllables: int, letters: int, heavy: int
) -> None:
    found = scores(Counts(sentences, words, syllables, letters, heavy))
    assert all(math.isfinite(score) for score in found.values())


pieces = st.sampled_from(
    [SHORT_WORDS, "word", "e.g. ", "\n", "…", "\u00ad", "🙂", "\ud800", "£1.5m. "]
)


@given(st.lists(pieces, max_size=12))
def test_counts_are_never_negative_and_longer_papers_hold_no_fewer_words(texts: list[str]) -> None:
    one = measure(of_kind(BlockKind.PARAGRAPH, *texts))
    more = measure(of_kind(BlockKind.PARAGRAPH, *texts, SHORT_WORDS))
    assert one.counts.words <= one.words < more.words
    assert one.counts.words < more.counts.words


LEAD_IN = "We will ask for three things:"
BULLETS = ("new beds for the ward", "a second lift", "tea for everybody who waits")


def test_a_lead_in_goes_on_in_its_first_bullet_and_every_bullet_counts() -> None:
    kinds = [BlockKind.PARAGRAPH, *[BlockKind.LIST_ITEM] * 3, BlockKind.PARAGRAPH]
    texts = [LEAD_IN, *BULLETS, "That is all."]
    blocks = (Block(n, kind, text) for n, (kind, text) in enumerate(zip(kinds, texts, strict=True)))
    found = list(sentences(Document("paper.txt", "txt", "", tuple(blocks))))
    assert [" ".join(sentence.words) for sentence in found] == [
        "We will ask for three things new beds for the ward",
        "a second lift",
        "tea for everybody who waits",
        "That is all",
    ]


def test_short_forms_spelt_out_make_a_paper_harder_and_explained_terms_easier() -> None:
    text = "The ICB met the team. " * 20 + "We asked for an answer to the many questions. " * 3
    document = of_kind(BlockKind.PARAGRAPH, text)
    places = [Span(0, at, at + 3) for at in range(len(text)) if text.startswith("ICB", at)]
    found = measure(document, {"ICB": "integrated care board"}, places)
    grade = "flesch-kincaid-grade"
    assert found.terms_out[grade] < found.scores[grade] < found.spelt_out[grade]


def test_the_words_of_each_kind_add_up_to_the_words_of_the_paper() -> None:
    kinds = [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.TABLE_CELL]
    blocks = tuple(Block(n, kind, SHORT_WORDS) for n, kind in enumerate(kinds))
    found = measure(Document("paper.txt", "txt", "", blocks))
    each = len(words(SHORT_WORDS))
    assert dict(found.by_kind) == dict.fromkeys(kinds, each)
    assert found.words == 3 * each


def test_passages_in_another_language_are_set_aside_and_counted() -> None:
    welsh = Block(1, BlockKind.PARAGRAPH, "Mae'r bwrdd yn cwrdd ym mis Mai.", language="cy")
    english = Block(0, BlockKind.PARAGRAPH, SHORT_WORDS * 6)
    found = measure(Document("paper.txt", "txt", "", (english, welsh)))
    assert found.other_languages == 7
    assert found.counts == measure(Document("paper.txt", "txt", "", (english,))).counts


def test_a_text_that_is_not_english_is_not_scored() -> None:
    welsh = "Mae'r bwrdd iechyd yn cwrdd ym mis Mai i drafod y gwasanaethau newydd. " * 12
    assert "not English" in measure(of_kind(BlockKind.PARAGRAPH, welsh)).withheld


LEGAL = (
    "That the press and public be excluded from the meeting, as exempt information would be "
    "disclosed under paragraph 3 of Schedule 12A of the Local Government Act 1972."
)


def test_fixed_legal_wording_is_counted_apart_and_not_scored() -> None:
    plain = of_kind(BlockKind.PARAGRAPH, SHORT_WORDS * 6)
    both = of_kind(BlockKind.PARAGRAPH, SHORT_WORDS * 6, LEGAL)
    found = measure(both)
    assert found.legal == len(words(LEGAL))
    assert found.counts == measure(plain).counts
