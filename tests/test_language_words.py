"""Words and tokens: every span slices to the word it names, whatever stands between letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.language.words import norm, tokens, word_spans, words

# What papers hold: letters, hyphens, apostrophes straight and curly, soft hyphens and
# zero-width characters, combining accents, dotless i and long s, spaces that do not
# break, line breaks, figures, marks, emoji, Hebrew, and halves of characters.
ALPHABET = (
    "abSsTtÉéıſßﬁ-‐‑–'’‘\u00ad\u200b\u200d\u2060\ufeff\u0301\u0323 \u00a0\t\n\u2009"
    '0159.,;:!?()[]“”"&/@+_%£🙂👩שלום\ud800\udfff'
)
papers = st.text(ALPHABET, max_size=60)


def cut(text: str) -> list[str]:
    return [text[token.start : token.end] for token in tokens(text)]


@given(papers)
def test_every_token_slices_to_what_it_compares(text: str) -> None:
    for token in tokens(text):
        assert token.start < token.end
        assert norm(text[token.start : token.end]) == token.norm != ""


@given(papers)
def test_tokens_stand_in_order_and_never_overlap(text: str) -> None:
    ends = 0
    for token in tokens(text):
        assert ends <= token.start
        ends = token.end


@given(papers)
def test_every_letter_and_figure_is_in_a_token_and_in_a_word(text: str) -> None:
    in_tokens = {place for token in tokens(text) for place in range(token.start, token.end)}
    in_words = {place for start, end in word_spans(text) for place in range(start, end)}
    for place, character in enumerate(text):
        if character.isalnum():
            assert place in in_tokens
            assert place in in_words


@given(papers)
def test_words_and_their_spans_are_the_same_words(text: str) -> None:
    assert [text[start:end] for start, end in word_spans(text)] == words(text)


@given(papers)
def test_hidden_marks_change_no_word(text: str) -> None:
    hidden = text.replace("a", "a\u00ad").replace("b", "b\u200b")
    assert [token.norm for token in tokens(hidden)] == [token.norm for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("the board's plan", ["the", "board", "'s", "plan"]),
        ("the board’s plan", ["the", "board", "’s", "plan"]),
        ("THE BOARD'S PLAN", ["THE", "BOARD", "'S", "PLAN"]),
        ("all the boards' plans", ["all", "the", "boards", "'", "plans"]),
        ("it doesn’t work", ["it", "doesn’t", "work"]),
        ("O'Neill spoke", ["O'Neill", "spoke"]),
        ("A&E waits", ["A", "&", "E", "waits"]),
        ("a follow-up call", ["a", "follow", "up", "call"]),
        ("a follow\u2011up call", ["a", "follow", "up", "call"]),
        ("to, not by", ["to", ",", "not", "by"]),
        ("£1.5m in 2024/25", ["£", "1", ".", "5m", "in", "2024", "/", "25"]),
        ("snake_case", ["snake", "_", "case"]),
        ("pa\u00adtient", ["pa\u00adtient"]),
        ("cafe\u0301", ["cafe\u0301"]),
    ],
)
def test_a_text_is_cut_into_these_tokens(text: str, pieces: list[str]) -> None:
    assert cut(text) == pieces


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("the board’s mother-in-law", ["the", "board’s", "mother-in-law"]),
        ("£1.5m in 2024/25", ["1.5m", "in", "2024/25"]),
        ("A&E and/or R&D", ["A&E", "and/or", "R&D"]),
        ("pals@nhs.net, now", ["pals@nhs.net", "now"]),
        ("one – two", ["one", "two"]),
        ("‘quoted’ (and bracketed)", ["quoted", "and", "bracketed"]),
        ("___ … *** 🙂", []),
    ],
)
def test_a_reader_counts_these_words(text: str, counted: list[str]) -> None:
    assert words(text) == counted


@pytest.mark.parametrize(
    ("written", "compared"),
    [
        ("Board", "board"),
        ("pa\u00adtient", "patient"),
        ("pa\u200btient", "patient"),
        ("doesn’t", "doesn't"),
        ("CAFE\u0301", "café"),
        ("ſ", "s"),
        ("ﬁnance", "finance"),
        ("prıor", "prıor"),
    ],
)
def test_words_are_compared_as_a_reader_sees_them(written: str, compared: str) -> None:
    assert norm(written) == compared


def test_ten_thousand_underscores_are_ten_thousand_marks_and_no_word() -> None:
    assert len(tokens("_" * 10_000)) == 10_000
    assert words("_" * 10_000) == []
