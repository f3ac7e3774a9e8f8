"""Sentence and score rules: what is too long, where it is prose, and what is too short to score."""

import pytest

from conftest import of_kind, paper
from plainspeak import Block, BlockKind, Document, Finding
from plainspeak.check import Lexicon, Paper, check_paper
from plainspeak.finding import Confidence, Group, Severity
from plainspeak.glossary import Glossary
from plainspeak.language.tagger import Tagger
from plainspeak.rules import Measure, Rule, ScoreRule, SentenceRule, Unit
from plainspeak.rules.rule import RuleData


def rule(data: RuleData) -> Rule:
    message = "{score} {over}" if isinstance(data, ScoreRule) else "{count} {over}"
    return Rule("long", Group.SENTENCE, Severity.SHOULD, Confidence.SURE, message, "w", "s", data)


def check(document: Document, data: RuleData) -> tuple[Finding, ...]:
    rules = (rule(data),)
    return check_paper(Paper(document, Lexicon(rules, Glossary()), Tagger(use_spacy=False)), rules)


def flagged(document: Document, data: RuleData) -> list[str]:
    return [document.text_at(found.span) for found in check(document, data) if found.span]


def words(number: int) -> str:
    return " ".join(["Word"] * number)


LONG = SentenceRule(Unit.SENTENCE, over=5)
PARAGRAPH = SentenceRule(Unit.PARAGRAPH, over=3)
LIST = SentenceRule(Unit.LIST, over=2)


def test_a_sentence_over_the_limit_is_flagged_whole_and_one_at_it_is_not() -> None:
    document = paper("We met. We all met here in May. We all met in May.")
    assert flagged(document, LONG) == ["We all met here in May."]


def test_the_upper_limit_leaves_longer_ones_to_another_rule() -> None:
    between = SentenceRule(Unit.SENTENCE, over=5, up_to=6)
    document = paper(f"{words(5)}. {words(6)}. {words(7)}.")
    assert flagged(document, between) == [f"{words(6)}."]


@pytest.mark.parametrize(
    "kind",
    [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TEXT_BOX, BlockKind.FOOTNOTE],
)
def test_prose_is_measured_wherever_it_stands(kind: BlockKind) -> None:
    assert flagged(of_kind(kind, f"{words(6)}."), LONG) == [f"{words(6)}."]


@pytest.mark.parametrize(
    "kind",
    [BlockKind.HEADING, BlockKind.TITLE, BlockKind.TABLE_CELL, BlockKind.CAPTION, BlockKind.CODE],
)
def test_headings_and_cells_are_no_prose(kind: BlockKind) -> None:
    assert flagged(of_kind(kind, f"{words(6)}."), LONG) == []


def test_a_line_without_a_stop_is_a_label_until_it_is_as_long_as_a_sentence() -> None:
    assert flagged(of_kind(BlockKind.LIST_ITEM, words(15)), LONG) == []
    assert flagged(of_kind(BlockKind.LIST_ITEM, words(16)), LONG) == [words(16)]


def test_items_of_a_list_are_not_one_sentence() -> None:
    document = paper("We need:\n\n- beds for all\n- chairs for all\n- tea for all")
    assert flagged(document, LONG) == []


def test_a_paragraph_is_flagged_from_its_first_sentence_to_its_last() -> None:
    document = paper("One. Two. Three.\n\nOne. Two. Three. Four.")
    assert flagged(document, PARAGRAPH) == ["One. Two. Three. Four."]


def test_a_list_item_or_a_cell_is_no_paragraph() -> None:
    for kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_CELL):
        assert flagged(of_kind(kind, "One. Two. Three. Four."), PARAGRAPH) == []


def test_a_list_is_counted_at_its_own_level_and_named_by_its_first_item() -> None:
    levels = [1, 2, 2, 2, 1, 1]
    items = (
        Block(number, BlockKind.LIST_ITEM, f"item {number}", level=level)
        for number, level in enumerate(levels)
    )
    document = Document("paper.txt", "txt", "", tuple(items))
    assert flagged(document, LIST) == ["item 0"]
    assert [found.message for found in check(document, LIST)] == ["3 2"]


def test_two_lists_with_words_between_are_two_lists() -> None:
    document = paper("- one\n- two\n\nThen:\n\n- three\n- four")
    assert flagged(document, LIST) == []


def test_a_running_head_between_items_does_not_part_a_list() -> None:
    kinds = [BlockKind.LIST_ITEM, BlockKind.FOOTER, BlockKind.LIST_ITEM, BlockKind.LIST_ITEM]
    blocks = (Block(number, kind, f"item {number}") for number, kind in enumerate(kinds))
    assert flagged(Document("paper.txt", "txt", "", tuple(blocks)), LIST) == ["item 0"]


PLAIN = "We met in the town hall and we all had tea and cake. " * 12


def test_a_score_speaks_of_the_whole_paper_and_stands_first() -> None:
    (found,) = check(paper(PLAIN), ScoreRule(Measure.LONG_SHARE, over=-1))
    assert (found.span, found.message) == (None, "0 -1")


def test_a_score_within_its_limit_is_left_alone() -> None:
    assert check(paper(PLAIN), ScoreRule(Measure.READING_EASE, under=60)) == ()
    assert check(paper(PLAIN), ScoreRule(Measure.READING_AGE, over=14)) == ()


def test_a_score_beyond_its_limit_is_flagged() -> None:
    sentence = (
        "Organisational transformation necessitates considerable administrative "
        "coordination throughout participating organisations everywhere indeed today. "
    )
    hard = paper(sentence * 12)
    assert check(hard, ScoreRule(Measure.READING_EASE, under=60))
    assert check(hard, ScoreRule(Measure.READING_AGE, over=14))


@pytest.mark.parametrize("measure", list(Measure))
def test_a_paper_too_short_to_score_is_not_flagged_for_its_score(measure: Measure) -> None:
    short = paper("Organisational transformation necessitates coordination.")
    assert check(short, ScoreRule(measure, over=-1000)) == ()
    assert check(short, ScoreRule(measure, under=1000)) == ()
