"""Term rules: words from the glossaries, in the sense the glossary means."""

from dataclasses import replace
from datetime import date

import pytest

from conftest import of_kind, paper
from plainspeak import BlockKind, Document, Entry, Finding
from plainspeak.check import Lexicon, Paper, check_paper
from plainspeak.finding import Confidence, Group, Severity
from plainspeak.glossary import Audience, Glossary, Status, TermKind
from plainspeak.glossary.entry import PartOfSpeech
from plainspeak.language.tagger import Tagger
from plainspeak.rules import AcronymRule, PhraseRule, Rule, TermRule
from plainspeak.rules.rule import AcronymStatus, Inflect

TERMS = Rule(
    "terms",
    Group.JARGON,
    Severity.SHOULD,
    Confidence.SURE,
    "“{found}”: {means}",
    "why",
    "source",
    TermRule(retired=False),
)
RETIRED = replace(TERMS, id="retired", message="Now “{replaced-by}”.", data=TermRule(retired=True))
UNDEFINED = replace(
    TERMS,
    id="undefined",
    message="“{found}” is {long}.",
    data=AcronymRule(AcronymStatus.UNDEFINED),
)

PLAIN = Entry("base", "base", "Means.", "source", date(2026, 1, 1))
DISCHARGE = replace(
    PLAIN,
    id="discharge",
    term="discharge",
    means="Leaving hospital.",
    say_instead=("leaving hospital",),
)
TRUST = replace(PLAIN, id="trust", term="Trust", means="A hospital body.", exact_case=True)
COHORT = replace(PLAIN, id="cohort", term="cohort", means="A group.", say_instead=("group",))
ICB = replace(
    PLAIN,
    id="icb",
    term="ICB",
    means="It plans care.",
    stands_for="integrated care board",
    say_instead=("local NHS board",),
)
PT_PHYSIO = replace(PLAIN, id="pt-physio", term="PT", means="Physio.", stands_for="physiotherapist")
PT_PART = replace(PLAIN, id="pt-part", term="PT", means="Part time.", stands_for="part time")
LEAD_SENSES = (
    replace(PLAIN, id="panel-1", term="panel", means="A group.", say_instead=("group",)),
    replace(PLAIN, id="panel-2", term="panel", means="A board.", say_instead=("board",)),
)


def check(text: str | Document, *entries: Entry, rules: tuple[Rule, ...]) -> tuple[Finding, ...]:
    document = paper(text) if isinstance(text, str) else text
    lexicon = Lexicon(rules, Glossary(entries))
    return check_paper(Paper(document, lexicon, Tagger(use_spacy=False)), rules)


def flagged(text: str, *entries: Entry, rules: tuple[Rule, ...] = (TERMS,)) -> list[str]:
    document = paper(text)
    found = check(document, *entries, rules=rules)
    return [document.text_at(each.span) for each in found if each.span]


def test_a_term_is_found_with_its_plural_its_meaning_and_plainer_words() -> None:
    (found,) = check("Two Cohorts came.", COHORT, rules=(TERMS,))
    assert found.message == "“Cohorts”: A group."
    assert (found.better, found.entry, found.confidence) == (("Groups",), "cohort", "sure")


def test_other_ways_to_write_a_term_are_found() -> None:
    entry = replace(COHORT, also=("co-hort", "study group"))
    assert flagged("A co-hort, two study groups, a co\u2011hort.", entry) == [
        "co-hort",
        "study groups",
        "co\u2011hort",
    ]


def test_a_verb_is_found_in_every_tense_and_its_better_words_follow() -> None:
    entry = replace(PLAIN, id="c", term="cascade", kind=TermKind.VERB, say_instead=("pass on",))
    (found,) = check("The plan was cascaded to teams.", entry, rules=(TERMS,))
    assert found.better == ("passed on",)


@pytest.mark.parametrize("kind", [TermKind.ADJECTIVE, TermKind.PHRASE])
def test_adjectives_and_phrases_are_found_as_they_stand(kind: TermKind) -> None:
    entry = replace(PLAIN, id="a", term="acute", kind=kind)
    assert flagged("Acute care; acutes came.", entry) == ["Acute"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Patients wait for discharge.", ["discharge"]),
        ("The wards plan each discharge.", ["discharge"]),
        ("The hospital is full. We discharge a duty.", []),
        ("They discharge a duty.", []),
        ("A patient had a discharge from a wound.", []),
        ("A patient had a discharge from wounds.", []),
    ],
)
def test_words_near_by_decide_and_only_in_the_same_sentence(text: str, words: list[str]) -> None:
    entry = replace(DISCHARGE, only_near=("patient", "ward", "hospital"), not_near=("wound",))
    assert flagged(text, entry) == words


def test_a_word_near_by_counts_whole_and_not_in_part() -> None:
    entry = replace(DISCHARGE, only_near=("ward",))
    assert flagged("We reward each discharge.", entry) == []


def test_a_phrase_near_by_counts_across_hyphens() -> None:
    entry = replace(DISCHARGE, only_near=("follow up",))
    assert flagged("A follow-up after discharge.", entry) == ["discharge"]


def test_a_term_is_not_its_own_context() -> None:
    entry = replace(DISCHARGE, only_near=("discharge",))
    assert flagged("A discharge came.", entry) == []
    assert flagged("A discharge after a discharge.", entry) == ["discharge", "discharge"]


def test_a_term_in_a_longer_fixed_name_is_left_alone() -> None:
    entry = replace(PLAIN, id="c", term="chronic", keep_in=("chronic fatigue syndrome",))
    assert flagged("A chronic fatigue syndrome and a chronic cough.", entry) == ["chronic"]
    assert flagged("Chronic fatigue syndromes.", entry) == []


def test_a_name_with_exact_capitals_is_not_the_everyday_word() -> None:
    text = "The Trust has our trust, TRUST us, the Tru\u00adst."
    assert flagged(text, TRUST) == ["Trust", "Tru\u00adst"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The lead came.", ["lead"]),
        ("They lead us.", []),
        ("Lead pipes and lead roofs.", ["Lead", "lead"]),
    ],
)
def test_a_part_of_speech_guards_and_what_nobody_can_tell_is_flagged(
    text: str, words: list[str]
) -> None:
    entry = replace(PLAIN, id="lead", term="lead", only_as=PartOfSpeech.NOUN)
    assert flagged(text, entry) == words


def test_two_senses_ask_and_offer_no_words() -> None:
    (found,) = check("The panel met.", *LEAD_SENSES, rules=(TERMS,))
    assert found.confidence is Confidence.ASK
    assert found.better == ()
    assert found.message == "“panel”: A group. Or: A board."


def test_a_guard_that_leaves_one_sense_makes_it_sure() -> None:
    one, other = LEAD_SENSES
    senses = (replace(one, only_near=("wood",)), replace(other, not_near=("wood",)))
    for text, better in [("A wood panel.", "group"), ("The panel met.", "board")]:
        assert [each.better for each in check(text, *senses, rules=(TERMS,))] == [(better,)]


def test_the_long_form_of_an_acronym_is_a_term_and_its_short_form_is_not() -> None:
    assert flagged("The ICB met the integrated care boards.", ICB) == ["integrated care boards"]


def test_the_long_form_written_as_a_name_is_left_alone() -> None:
    assert flagged("North Integrated Care Board met.", ICB) == []


def test_a_short_form_with_two_senses_asks_for_either() -> None:
    (found,) = check("The PT left.", PT_PHYSIO, PT_PART, rules=(UNDEFINED,))
    assert found.message == "“PT” is “physiotherapist” or “part time”."
    assert found.better == ("physiotherapist (PT)", "part time (PT)")
    assert found.entry is None


def test_a_short_form_nobody_knows_asks_for_its_words() -> None:
    (found,) = check("The QZX left. The QZX came.", rules=(UNDEFINED,))
    assert (found.message, found.better) == ("“QZX” is its full words.", ())


def test_a_short_form_in_other_letters_is_another_word() -> None:
    it = replace(PLAIN, id="it", term="IT", stands_for="information technology")
    assert flagged("Put it in the IT plan.", it, rules=(UNDEFINED,)) == ["IT"]


def test_a_retired_name_is_said_even_where_it_is_an_acronym() -> None:
    ended = replace(
        ICB,
        id="ccg",
        term="CCG",
        stands_for="clinical commissioning group",
        status=Status.RETIRED,
        replaced_by="integrated care board",
    )
    (found,) = check("The CCG met.", ended, rules=(TERMS, RETIRED))
    assert (found.rule, found.message) == ("retired", "Now “integrated care board”.")


def test_what_lay_readers_know_is_left_alone() -> None:
    known = replace(COHORT, audience=(Audience.LAY,))
    assert flagged("The cohort met.", known) == []


def test_a_longer_term_takes_the_place_of_a_shorter() -> None:
    longer = replace(PLAIN, id="cohort-study", term="cohort study")
    assert flagged("Two cohort studies and a cohort.", COHORT, longer) == [
        "cohort studies",
        "cohort",
    ]


def test_a_term_and_a_phrase_rule_never_flag_one_place_twice() -> None:
    swap = replace(TERMS, id="wordy", data=PhraseRule((("the cohort", ("they",)),), Inflect.NONE))
    assert flagged("We saw the cohort and a cohort.", COHORT, rules=(TERMS, swap)) == [
        "the cohort",
        "cohort",
    ]


def test_a_term_is_found_in_headings_and_cells_and_not_in_running_heads() -> None:
    for kind, times in [
        (BlockKind.HEADING, 1),
        (BlockKind.TABLE_CELL, 1),
        (BlockKind.HEADER, 0),
        (BlockKind.CONTENTS, 0),
    ]:
        found = check(of_kind(kind, "The cohort"), COHORT, rules=(TERMS,))
        assert len(found) == times
