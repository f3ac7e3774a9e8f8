"""Tests of the difficulty score for sentences and passages."""

import math
import time

import pytest

from conftest import ROOT, shared
from plainspeak.difficulty import (
    base,
    difficulty,
    difficulty_of,
    explain,
    features,
    passage_difficulty,
)
from plainspeak.language.words import words

EASY = "We will meet in the hall and talk about the new bus."
HARD = (
    "The delegated authority of the subcommittee notwithstanding, ratification of the procurement "
    "framework is contingent upon mitigation of the residual variance which auditors identified."
)
ODD = [
    "",
    " \n\t",
    "Yes",
    "_" * 10_000,
    "." * 10_000,
    "word " * 2_000,
    "\ud800\udfff and \ud83d",
    "👩‍⚕️🚑",
    "שלום עולם מרחבא",
    "مرحبا بالعالم",
    "Mae'r cyfarfod ar ddydd Llun.",
    "\x00\x01",
    "a" * 100_000,
    "1 2 3 4",
]


def test_a_sentence_of_the_trade_is_harder_than_an_everyday_one() -> None:
    assert difficulty(HARD) > difficulty(EASY) + 2


@pytest.mark.parametrize("text", ODD)
def test_any_text_gets_a_finite_score_on_the_scale(text: str) -> None:
    score = difficulty(text)
    assert math.isfinite(score)
    assert 1.0 <= score <= 6.0
    assert 1.0 <= passage_difficulty([text]) <= 6.0
    assert all(math.isfinite(adds) for _, adds in explain(text))


def test_text_without_words_is_easiest_and_has_nothing_to_explain() -> None:
    assert difficulty("") == passage_difficulty([]) == passage_difficulty(["", "..."]) == 1.0
    assert explain("…") == ()


def test_the_parts_of_the_explanation_add_up_to_the_score() -> None:
    for text in ("The committee will agree the budget of the trust.", EASY):
        total = base() + sum(adds for _, adds in explain(text))
        assert difficulty(text) == pytest.approx(min(max(total, 1.0), 6.0))


def test_the_explanation_names_the_largest_part_first_and_no_part_makes_it_easier() -> None:
    parts = [adds for _, adds in explain(HARD)]
    assert parts == sorted(parts, reverse=True)
    assert min(parts) >= 0


def test_the_explanation_names_what_differs() -> None:
    plain = dict(explain("The team will agree how to buy beds."))
    hard = dict(explain("The team will ratify how to procure beds."))
    assert hard["unfamiliar words"] > plain["unfamiliar words"]
    assert hard["nouns strung together"] == plain["nouns strung together"]


@pytest.mark.parametrize(
    ("plain", "hard"),
    [
        ("We will start on Monday.", "We will commence on Monday."),
        ("The GP will see you.", "The MDT will see you."),
        ("Staff agreed.", "Staff agreed, although the board, which met later, did not."),
        ("She has a heart problem.", "She has cardiomyopathy."),
    ],
)
def test_a_harder_word_or_a_longer_sentence_makes_it_harder(plain: str, hard: str) -> None:
    assert difficulty(hard) > difficulty(plain)


def test_a_name_is_not_counted_as_an_unknown_word() -> None:
    assert difficulty("Adeyinka Olusoga came.") < difficulty("adeyinka olusoga came.")


def test_spelling_the_british_way_makes_nothing_harder() -> None:
    ours = difficulty("The centre will organise paediatric care and honour the programme.")
    theirs = difficulty("The center will organize pediatric care and honor the program.")
    assert ours == pytest.approx(theirs, abs=0.15)


def test_a_passage_is_between_its_easiest_and_its_hardest_sentence() -> None:
    score = passage_difficulty([EASY, HARD])
    assert difficulty(EASY) < score < difficulty(HARD)
    assert passage_difficulty([HARD, HARD]) == pytest.approx(difficulty(HARD))


def test_words_cut_before_give_the_same_score() -> None:
    assert difficulty_of(tuple(words(HARD))) == difficulty(HARD)


def test_it_goes_with_peoples_ratings_and_orders_the_stories(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks.difficulty import read_levels
    from benchmarks.fit_difficulty import read_rated
    from benchmarks.fitting import folds, held_back, spearman

    sets = shared("eval", "sets")
    rated = read_rated(sets)
    rows = [features(words(one.text)) for one in rated]
    targets = [one.rating for one in rated]
    ours = held_back(rows, targets, folds(range(len(rows)), 10, 4))
    assert spearman(ours, targets) >= 0.80
    levels = read_levels(sets)
    right = sum(passage_difficulty(low) < passage_difficulty(high) for low, _, high in levels)
    assert right / len(levels) >= 0.99


def test_a_long_paper_is_scored_in_well_under_a_second() -> None:
    sentences = [f"{HARD} {number}" for number in range(127_000 // len(words(HARD)))]
    start = time.perf_counter()
    passage_difficulty(sentences)
    assert time.perf_counter() - start < 0.8
