"""Passive verbs are found, with the model and without, and nothing else is."""

import time
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.language.passive import is_participle, may_be_passive, passives
from plainspeak.language.tagger import MODELS, parse

# The passive verbs stand in square brackets.
CASES = """
The plan [was agreed] on Monday.
The plan [has not yet been sent] to us.
The plan [will be sent] and [will not be changed] again.
It [is often said] that care [is given] by families.
The ward [is being rebuilt].
The papers [weren’t sent].
It [can only be decided] by the Board.
Patients [get seen] sooner.
The chair agreed the plan.
The chair was tired and we were worried.
The trust is well led.
The ward is unchanged.
They have agreed it and they had it.
The trust's agreed plan is here.
We are indeed in need.
The patient was in the bed.
"""
# Only the model knows these.
HARD = """
Why [is the ward called] Ivy?
We [were concerned] by the plan.
The site is now too [contaminated].
"""
needs_model = pytest.mark.skipif(
    not any(map(find_spec, MODELS)), reason="spaCy's model is not installed"
)


def lines(cases: str) -> list[str]:
    return [line for line in cases.splitlines() if line]


def marked(text: str, *, use_model: bool) -> str:
    for start, end in reversed(passives(text, use_model=use_model)):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


@pytest.mark.parametrize("case", lines(CASES))
def test_patterns_find_the_verbs_in_brackets(case: str) -> None:
    assert marked(case.replace("[", "").replace("]", ""), use_model=False) == case


@needs_model
@pytest.mark.parametrize("case", lines(CASES))
def test_the_model_finds_the_verbs_in_brackets(case: str) -> None:
    assert marked(case.replace("[", "").replace("]", ""), use_model=True) == case


@needs_model
@pytest.mark.parametrize("case", lines(HARD)[:2])
def test_the_model_finds_what_patterns_miss(case: str) -> None:
    assert marked(case.replace("[", "").replace("]", ""), use_model=True) == case


@needs_model
def test_places_are_places_in_the_whole_text() -> None:
    text = "We met. It rained.\n\nThe plan was agreed. We left. The bus was cancelled."
    assert [text[start:end] for start, end in passives(text)] == ["was agreed", "was cancelled"]


@pytest.mark.parametrize("text", ["We agreed it.", "It is here.", "We need a bed.", ""])
def test_sentences_that_cannot_be_passive_do_not_go_to_the_model(text: str) -> None:
    assert not may_be_passive(text)


@pytest.mark.parametrize(
    "word", ["agreed", "sent", "re-opened", "unveiled", "READ", "co-ordinated"]
)
def test_participles_are_known(word: str) -> None:
    assert is_participle(word)


@pytest.mark.parametrize("word", ["bed", "indeed", "well-led", "unchanged", "agree", "went"])
def test_other_words_are_no_participles(word: str) -> None:
    assert not is_participle(word)


@given(st.text("aBis wed.'’t\n\u00a0\ud800🙂[_", max_size=60))
def test_any_text_gives_places_in_order(text: str) -> None:
    ends = 0
    for start, end in passives("It was sent. " + text, use_model=False):
        assert ends <= start < end
        ends = end


@needs_model
@pytest.mark.parametrize(
    "text",
    ["\ud800 was sent 🙂", "_" * 10_000 + " was sent", "x" * 10_000 + " was sent", "?!" * 5_000],
    ids=["surrogate", "line", "word", "marks"],
)
def test_the_parser_reads_odd_text_and_keeps_its_places(text: str) -> None:
    (words,) = parse([text])
    assert all(text[word.start : word.end].strip() for word in words)
    assert all(0 <= word.head < len(words) for word in words)
    assert len(words) < 11_000


@pytest.mark.parametrize(
    "text", ["is " * 30_000, "was not " * 20_000, "will " * 30_000, "is ly" * 20_000, "'s" * 30_000]
)
def test_long_text_takes_no_longer_than_its_length(text: str) -> None:
    began = time.perf_counter()
    passives(text, use_model=False)
    assert time.perf_counter() - began < 2
