"""Phrases are found across hyphens, spaces and capitals, and never across marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.language.match import PhraseTree
from plainspeak.language.words import tokens

WORDS = ["in", "order", "to", "up", "follow", "A&E", "board's", "ward"]
GAPS = [" ", "  ", "-", "\u2011", "\u00a0", "\n", "\u200b ", ", ", ". ", "/", "(", " – "]
phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
papers = st.lists(
    st.tuples(st.sampled_from([*WORDS, "In", "ORDER", "To", "board’s"]), st.sampled_from(GAPS)),
    max_size=20,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


def found(text: str, *phrases: str) -> list[str]:
    cut = tokens(text)
    tree = PhraseTree((phrase, phrase) for phrase in phrases)
    return [text[cut[m.first].start : cut[m.last - 1].end] for m in tree.matches(cut)]


@pytest.mark.parametrize(
    "text",
    [
        "follow up",
        "follow-up",
        "follow\u2011up",
        "follow\u2010up",
        "follow\u00a0up",
        "follow\nup",
        "follow   up",
        "Follow Up",
        "FOLLOW-UP",
        "fol\u00adlow-up",
        "follow\u200b up",
        "follow- up",
    ],
)
def test_a_phrase_is_found_however_its_gaps_and_capitals_are_written(text: str) -> None:
    assert found(f"We will {text} in May.", "follow up") == [text]
    assert found(f"We will {text} in May.", "follow-up") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "follow, up",
        "follow. Up",
        "follow; up",
        "follow (up)",
        "follow – up",
        "follow/up",
        "follow's up",
    ],
)
def test_a_phrase_is_not_found_across_a_mark(text: str) -> None:
    assert found(text, "follow up") == []


@pytest.mark.parametrize("text", ["followed up", "follow upon", "unfollow up", "follow up2"])
def test_a_phrase_is_not_found_in_parts_of_words(text: str) -> None:
    assert found(text, "follow up") == []


def test_a_possessive_holds_the_word_and_not_the_phrase_after_it() -> None:
    assert found("the board’s plan", "board", "board plan") == ["board"]


def test_a_mark_in_a_phrase_is_found_as_it_stands() -> None:
    assert found("waits in A&E. A & E is busy, A and E too", "A&E") == ["A&E", "A & E"]


def test_the_longest_phrase_at_a_place_comes_first() -> None:
    assert found("in order to follow", "in", "in order to", "order", "in order") == [
        "in order to",
        "in order",
        "in",
        "order",
    ]


def test_one_phrase_may_hold_several_values() -> None:
    tree = PhraseTree([("pt", 1), ("PT", 2)])
    assert [match.values for match in tree.matches(tokens("the PT left"))] == [(1, 2)]


@given(st.lists(phrases, max_size=5, unique=True), papers)
def test_the_tree_finds_what_a_slow_search_finds(wanted: list[str], text: str) -> None:
    cut = [token.norm for token in tokens(text)]
    slow = [
        (first, first + len(norms))
        for phrase in wanted
        for norms in [[token.norm for token in tokens(phrase)]]
        for first in range(len(cut))
        if cut[first : first + len(norms)] == norms
    ]
    tree = PhraseTree((phrase, phrase) for phrase in wanted)
    fast = [(match.first, match.last) for match in tree.matches(tokens(text))]
    assert sorted(fast) == sorted(slow)
    assert fast == sorted(fast, key=lambda place: (place[0], -place[1]))


def test_an_empty_phrase_is_never_found() -> None:
    assert found("any words at all", "", "-") == []
