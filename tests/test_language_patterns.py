"""Nominalisations, noun strings and double negatives are found, and their lookalikes are not."""

import time
from collections.abc import Callable
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.language.patterns import Spans, double_negatives, nominalisations, noun_strings
from plainspeak.language.tagger import MODELS

NOMINALISATIONS = """
We began [the provision of] care.
We will [undertake an assessment] of need.
They [made a decision] today.
[The removal of] beds and [the closure of] wards upset people.
We welcome [a review of] the rules.
[The use of] vans costs more.
We [carried out an investigation] last year.
This is a section of the paper.
The Department of Health wrote.
A majority of the people in the station of the town agreed.
The statement of purpose is the foundation of the document.
The Declaration of Interests was read.
She made a cake.
"""
NOUN_STRINGS = """
The [child health information system] is new.
We read the [patient safety incident response framework].
Our [waiting list management process] works.
The patient safety team met.
The Integrated Care Board Finance Committee met.
We plan, fund and staff a ward.
People need care when they are at home.
"""
DOUBLE_NEGATIVES = """
It is [not unlikely] that we agree.
It is [not uncommon] and [not without] risk.
We [cannot disagree] with that.
It is[n’t unreasonable].
It was [not entirely unexpected].
We do [not fail to] act.
It is not under way until May.
It is not unique and not united.
We are not able to go without you.
It is not unduly late.
"""


def lines(cases: str) -> list[str]:
    return [line for line in cases.splitlines() if line]


def marked(find: Callable[[str], Spans], case: str) -> str:
    text = case.replace("[", "").replace("]", "")
    for start, end in reversed(find(text)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize("case", lines(NOMINALISATIONS))
def test_nominalisations_are_the_words_in_brackets(case: str) -> None:
    assert marked(nominalisations, case) == case


@pytest.mark.parametrize("case", lines(NOUN_STRINGS))
def test_noun_strings_are_the_words_in_brackets(case: str) -> None:
    assert marked(noun_strings, case) == case


@pytest.mark.parametrize("case", lines(DOUBLE_NEGATIVES))
def test_double_negatives_are_the_words_in_brackets(case: str) -> None:
    assert marked(double_negatives, case) == case


@pytest.mark.skipif(not any(map(find_spec, MODELS)), reason="spaCy's model is not installed")
def test_the_model_finds_nouns_that_no_list_has() -> None:
    text = "We met. The hospital car park ticket machine policy was read."
    assert noun_strings(text) == ()
    found = [text[start:end] for start, end in noun_strings(text, use_model=True)]
    assert found == ["hospital car park ticket machine policy"]


@given(st.text("the a nouncatio of.n't u-\n\u00a0\ud800", max_size=80))
def test_any_text_gives_places_in_order(text: str) -> None:
    for find in (nominalisations, noun_strings, double_negatives):
        ends = 0
        for start, end in find(text):
            assert ends <= start < end <= len(text)
            ends = end


@pytest.mark.parametrize(
    "text",
    [
        "care " * 30_000,
        "the " * 30_000,
        "not be " * 30_000,
        "a-" * 50_000,
        "NHS" * 30_000,
        "of " * 30_000,
    ],
)
def test_long_text_takes_no_longer_than_its_length(text: str) -> None:
    began = time.perf_counter()
    for find in (nominalisations, noun_strings, double_negatives):
        find(text)
    assert time.perf_counter() - began < 2
