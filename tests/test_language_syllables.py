"""Syllables are counted as a British reader says them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.language.syllables import syllables

# One entry for each number of syllables: health and care words, British spellings,
# silent letters, and the endings that counting groups of vowels gets wrong.
SPOKEN = {
    1: """care health nurse ward staff planned reached asked cares homes wheeled league vague
        though through scheme breathe clothes suit fruit guide health's don't we'll frail""",
    2: """patient business people table centre metre treated wanted nurses searches headaches
        safety careful statement basement something framework forecast client science quiet
        triage trial being beyond royal rhythm didn't language ageing agreed social cautious
        colleague every ancient baseline""",
    3: """hospital quality surgery budgeted employer element area idea previous serious committee
        benefit however behaviour diagnose carrier easier implement media video period fluency
        efficient businesses everyone ambulance maternal guardian referral diary employees""",
    4: """diabetes operation community continuous industrial experience paediatric coordinate
        criterion anaesthetic psychiatric equality society variety anxiety January immediate
        spontaneous material specifically authority technology neonatal therapeutic dermatitis""",
    5: """implementation coordinator university participation accommodation opportunity
        vegetarian immediately ophthalmology continuity inequality multidisciplines""",
    6: """rehabilitation responsibility accountability gastroenteritis individualised""",
}
WORDS = [(word, number) for number, words in SPOKEN.items() for word in words.split()]
HARD = "aeiouyqcdhlrst'’-&\u00ad\u200b\u0301éıſﬁ1 \ud800"


def test_the_list_has_at_least_120_words() -> None:
    assert len(WORDS) >= 120


@pytest.mark.parametrize(("word", "number"), WORDS)
def test_a_word_has_the_syllables_a_reader_says(word: str, number: int) -> None:
    assert syllables(word) == number


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("NHS", 3),
        ("WHO", 5),
        ("ICBs", 3),
        ("ICB's", 3),
        ("GPs", 2),
        ("A&E", 2),
        ("Dr", 2),
        ("2024", 4),
        ("5th", 1),
        ("Care", 1),
        ("follow-up", 3),
        ("mother-in-law", 4),
        ("and/or", 2),
        ("patient’s", 2),
        ("couldn’t", 2),
        ("aren't", 1),
        ("infor\u00admation", 4),
        ("con\u200bsent", 2),
        ("o\ufb03ce", 2),
    ],
)
def test_short_forms_figures_hyphens_and_hidden_marks_are_spoken_too(
    word: str, number: int
) -> None:
    assert syllables(word) == number


@pytest.mark.parametrize("word", ["ward", "patient", "implementation", "GP"])
def test_a_possessive_adds_no_syllable(word: str) -> None:
    assert syllables(word + "'s") == syllables(word + "’s") == syllables(word)


@given(st.text(HARD, max_size=40))
def test_every_string_has_a_syllable_and_no_more_than_three_for_each_character(word: str) -> None:
    assert 1 <= syllables(word) <= max(1, 3 * len(word) + 2)


def test_ten_thousand_letters_or_underscores_are_counted() -> None:
    assert syllables("_" * 10_000) == 1
    assert syllables("ba" * 5_000) == 5_000
    assert syllables("e" * 10_000) == 1
