"""The long form of a short form is the words whose letters give it, and no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.check.definitions import definitions, long_form
from plainspeak.document import Block, BlockKind

WORDS = ["integrated", "care", "board", "and", "of", "the", "research", "&", "team", "Trust’s"]


@pytest.mark.parametrize(
    ("short", "text", "long"),
    [
        ("ICB", "the new integrated care board", "integrated care board"),
        ("A&E", "in accident and emergency", "accident and emergency"),
        ("R&D", "for research & development", "research & development"),
        ("ToR", "the Terms of Reference", "Terms of Reference"),
        ("ECG", "an electrocardiogram", "electrocardiogram"),
        ("AAT", "an assessment and action team", "assessment and action team"),
        ("MDT", "a multi-disciplinary team", "multi-disciplinary team"),
        ("ICB", "the care board", ""),
        ("ICB", "", ""),
        ("ICB", "the ICB", ""),
    ],
)
def test_the_long_form_is_the_end_of_the_text_that_gives_the_letters(
    short: str, text: str, long: str
) -> None:
    assert long_form(short, text) == long


@given(
    st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join),
    st.text("AEICBRDT&o", min_size=1, max_size=5),
)
def test_a_long_form_ends_its_text_and_begins_with_the_first_letter(text: str, short: str) -> None:
    long = long_form(short, text)
    if long:
        assert text.endswith(long)
        assert short.startswith("&") or long[0].lower() == short[0].lower()


def test_a_definition_says_where_both_forms_stand() -> None:
    text = "In May the integrated care board (the ICB) met."
    (found,) = definitions([Block(0, BlockKind.PARAGRAPH, text)], frozenset({"ICB"}))
    assert text[found.at.start : found.at.end] == "ICB"
    assert text[found.first.start :].startswith("integrated care board")


def test_only_known_short_forms_are_looked_for() -> None:
    block = Block(0, BlockKind.PARAGRAPH, "The integrated care board (ICB) met.")
    assert list(definitions([block], frozenset({"MDT"}))) == []
