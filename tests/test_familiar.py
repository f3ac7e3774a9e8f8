"""Tests of how familiar words are."""

import time

import pytest

from plainspeak.language.familiar import _table, common_words, familiarity


@pytest.mark.parametrize(
    ("known", "unknown"),
    [
        ("nurse", "clinician"),
        ("money", "procurement"),
        ("group", "quorum"),
        ("agree", "ratify"),
        ("mix", "cohort"),
        ("meeting", "governance"),
        ("bleeding", "haemorrhage"),
        ("cancer", "oncology"),
    ],
)
def test_an_everyday_word_is_more_familiar_than_a_word_of_the_trade(
    known: str, unknown: str
) -> None:
    assert familiarity(known) > familiarity(unknown) + 0.1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("organise", "organize"),
        ("organisations", "organizations"),
        ("colour", "color"),
        ("neighbours", "neighbors"),
        ("centre", "center"),
        ("paediatric", "pediatric"),
        ("oesophagus", "esophagus"),
        ("haemorrhage", "hemorrhage"),
        ("anaesthetist", "anesthetist"),
        ("analyse", "analyze"),
        ("travelled", "traveled"),
        ("defence", "defense"),
        ("diarrhoea", "diarrhea"),
    ],
)
def test_british_and_american_spellings_are_as_familiar_as_each_other(
    ours: str, theirs: str
) -> None:
    assert familiarity(ours) > 0
    assert familiarity(ours) == pytest.approx(familiarity(theirs), abs=0.1)


@pytest.mark.parametrize(
    "word", ["lorry", "fortnight", "solicitor", "pram", "nappies", "chemist", "NHS", "GP", "petrol"]
)
def test_everyday_british_words_are_familiar(word: str) -> None:
    assert familiarity(word) >= 0.7


@pytest.mark.parametrize("word", ["stakeholders", "oncologists", "ratifying", "commissioners"])
def test_an_inflected_form_is_known_by_its_base(word: str) -> None:
    assert 0.1 < familiarity(word) < 1


@pytest.mark.parametrize("word", ["ICB", "reablement", "xqzzy", "_" * 10_000, "q" * 41])
def test_what_nobody_has_rated_or_used_is_unknown(word: str) -> None:
    assert familiarity(word) == 0.0


@pytest.mark.parametrize(
    "word", ["2024/25", "£1.5m", "75", "", "-", "don't", "it's", "won’t", "👩‍⚕️"]
)
def test_numbers_marks_and_contractions_are_known_to_all(word: str) -> None:
    assert familiarity(word) == 1.0


def test_words_joined_by_a_hyphen_are_as_hard_as_their_hardest_part() -> None:
    assert familiarity("post-thrombotic") == familiarity("thrombotic")


@pytest.mark.parametrize(
    "word", ["\ud800", "a\udfffb", "שלום", "مرحبا", "naïve", "ﬁnance", "İ", "Ελλάδα"]
)
def test_any_text_gets_a_number_between_nought_and_one(word: str) -> None:
    assert 0.0 <= familiarity(word) <= 1.0


def test_a_possessive_is_as_familiar_as_its_word() -> None:
    assert familiarity("patient’s") == familiarity("patient's") == familiarity("patient")


def test_the_common_words_are_nearly_all_known() -> None:
    known = sum(familiarity(word) > 0 for word in common_words())
    assert known / len(common_words()) > 0.97


def test_the_figures_load_in_twenty_milliseconds() -> None:
    times = []
    for _ in range(5):
        _table.cache_clear()
        start = time.perf_counter()
        _table()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.02
