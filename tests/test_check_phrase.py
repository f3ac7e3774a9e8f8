"""Phrase rules: words found in every form, better words in the same form, each place once."""

import pytest

import plainspeak
from conftest import of_kind, paper
from plainspeak import BlockKind, Document, Finding
from plainspeak.check import Lexicon, Paper, check_paper
from plainspeak.finding import Confidence, Group, Severity
from plainspeak.glossary import Glossary
from plainspeak.language.tagger import Tagger
from plainspeak.rules import Inflect, PhraseRule, Rule

Swaps = dict[str, list[str]]


def rule(
    swaps: Swaps,
    inflect: Inflect = Inflect.NONE,
    *,
    name: str = "wordy",
    severity: Severity = Severity.SHOULD,
    keep_in: tuple[str, ...] = (),
) -> Rule:
    data = PhraseRule(
        tuple((phrase, tuple(better)) for phrase, better in swaps.items()), inflect, keep_in
    )
    message = "“{found}” can be “{better}”."
    return Rule(name, Group.WORDY, severity, Confidence.SURE, message, "why", "source", data)


def check(document: Document, *rules: Rule) -> tuple[Finding, ...]:
    return check_paper(Paper(document, Lexicon(rules, Glossary()), Tagger(use_spacy=False)), rules)


def flagged(text: str | Document, *rules: Rule) -> list[str]:
    document = paper(text) if isinstance(text, str) else text
    return [document.text_at(found.span) for found in check(document, *rules) if found.span]


def advice(text: str, *rules: Rule) -> list[tuple[str, ...]]:
    return [found.better for found in check(paper(text), *rules)]


VERBS = rule(
    {
        "commence": ["begin"],
        "undertake": ["do", "carry out"],
        "utilise": ["use"],
        "make a decision": ["decide"],
        "put in place": ["set up"],
    },
    Inflect.VERB,
)
NOUNS = rule({"stakeholder": ["person with an interest"], "methodology": ["method"]}, Inflect.NOUN)
SWAPS = rule({"in order to": ["to"], "prior to": ["before"], "basically": []})


@pytest.mark.parametrize(
    ("text", "words", "better"),
    [
        ("The work commenced in May.", "commenced", "began"),
        ("The work has commenced.", "commenced", "begun"),
        ("The work has not yet commenced.", "commenced", "begun"),
        ("The work was commenced in May.", "commenced", "begun"),
        ("Work commenced by the team is late.", "commenced", "begun"),
        ("We are commencing in May.", "commencing", "beginning"),
        ("The work commences in May.", "commences", "begins"),
        ("We will commence in May.", "commence", "begin"),
        ("We utilised the room.", "utilised", "used"),
        ("A review is being undertaken.", "undertaken", "done"),
        ("The board undertook a review.", "undertook", "did"),
        ("The board made a decision.", "made a decision", "decided"),
        ("They are making a decision.", "making a decision", "deciding"),
        ("Plans have been put in place.", "put in place", "set up"),
        ("We will put in place a plan.", "put in place", "set up"),
    ],
)
def test_a_verb_is_found_in_its_form_and_so_is_the_better_one(
    text: str, words: str, better: str
) -> None:
    (found,) = check(paper(text), VERBS)
    assert flagged(text, VERBS) == [words]
    assert found.better[0] == better


def test_every_better_wording_takes_the_form_and_the_message_names_them() -> None:
    (found,) = check(paper("They were undertaking it."), VERBS)
    assert found.better == ("doing", "carrying out")
    assert found.message == "“undertaking” can be “doing” or “carrying out”."


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Our stakeholders met.", "people with an interest"),
        ("Each stakeholder met.", "person with an interest"),
        ("Methodologies differ.", "Methods"),
    ],
)
def test_a_noun_is_found_in_the_plural_and_so_is_the_better_one(text: str, better: str) -> None:
    assert advice(text, NOUNS) == [(better,)]


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Prior to May, we met.", "Before"),
        ("We met. “Prior to May” was said.", "Before"),
        ("We met prior to May.", "before"),
        ("We met PRIOR TO May.", "Before"),
    ],
)
def test_a_capital_is_kept(text: str, better: str) -> None:
    assert advice(text, SWAPS) == [(better,)]


@pytest.mark.parametrize(
    "words", ["in order to", "in\u00a0order to", "in order\nto", "In Order To", "in-order-to"]
)
def test_words_are_found_across_spaces_breaks_hyphens_and_capitals(words: str) -> None:
    document = of_kind(BlockKind.PARAGRAPH, f"We met {words} agree.")
    assert flagged(document, SWAPS) == [words]


@pytest.mark.parametrize("text", ["It is in order, to us.", "Keep it in order. To us it is."])
def test_words_are_not_found_across_a_mark(text: str) -> None:
    assert flagged(text, SWAPS) == []


def test_words_better_left_out_have_no_better_wording() -> None:
    assert advice("It is basically done.", SWAPS) == [()]


def test_words_in_a_longer_kept_phrase_are_left_alone() -> None:
    kept = rule({"in order to": ["to"]}, keep_in=("in order to be signed",))
    assert flagged("It is in order to be signed. We met in order to agree.", kept) == [
        "in order to"
    ]


def test_what_one_rule_keeps_another_may_flag() -> None:
    keeps = rule({"in order": ["so"]}, keep_in=("in order to",), name="one")
    other = rule({"in order to": ["to"]}, name="two")
    assert flagged("We met in order to agree.", keeps, other) == ["in order to"]


@pytest.mark.parametrize("kind", [BlockKind.QUOTE, BlockKind.REFERENCE, BlockKind.CODE])
def test_words_that_are_not_the_writers_own_are_left_alone(kind: BlockKind) -> None:
    assert flagged(of_kind(kind, "We met prior to May."), SWAPS) == []


@pytest.mark.parametrize(
    "kind", [BlockKind.HEADING, BlockKind.TABLE_CELL, BlockKind.LIST_ITEM, BlockKind.FOOTNOTE]
)
def test_words_are_found_wherever_the_writer_put_them(kind: BlockKind) -> None:
    assert flagged(of_kind(kind, "We met prior to May."), SWAPS) == ["prior to"]


def test_of_words_that_overlap_the_longest_are_flagged_once() -> None:
    short = rule({"in order": ["so"], "order": ["ask"]}, name="short", severity=Severity.MUST)
    long = rule({"in order to": ["to"]}, name="long")
    found = check(paper("We met in order to agree an order."), short, long)
    assert [each.rule for each in found] == ["long", "short"]
    assert flagged("We met in order to agree an order.", short, long) == ["in order to", "order"]


def test_of_equally_long_findings_the_gravest_is_kept() -> None:
    grave = rule({"prior to": ["before"]}, name="z", severity=Severity.MUST)
    mild = rule({"prior to": ["ahead of"]}, name="a", severity=Severity.CONSIDER)
    assert [found.rule for found in check(paper("Met prior to May."), mild, grave)] == ["z"]


def test_words_that_overlap_in_part_are_flagged_once() -> None:
    both = rule({"prior to the": ["before the"], "the board of": ["the"]})
    assert flagged("Met prior to the board of May.", both) == ["prior to the"]


def test_words_said_twice_are_flagged_twice() -> None:
    assert flagged("Prior to May and prior to June.", SWAPS) == ["Prior to", "prior to"]


def test_findings_stand_in_reading_order() -> None:
    text = "We utilise it prior to May.\n\nPrior to June we utilised it."
    assert flagged(text, VERBS, SWAPS) == ["utilise", "prior to", "Prior to", "utilised"]


def test_hidden_marks_inside_a_word_hide_nothing() -> None:
    assert flagged("We uti\u00adlise it.", VERBS) == ["uti\u00adlise"]


@pytest.mark.parametrize("text", ["prıor to", "priorto", "prior too", "apprior to"])
def test_a_word_that_only_looks_alike_is_left_alone(text: str) -> None:
    assert flagged(f"We met {text} May.", SWAPS) == []


def test_a_word_joined_to_another_by_a_hyphen_is_left_alone() -> None:
    document = paper("The result was sub-optimal. The optimal plan is here.")
    findings = plainspeak.check(document)
    assert [document.text_at(found.span) for found in findings if found.span] == ["optimal"]
