"""Verbs and nouns take the forms British writers give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspeak.language.inflect import Form, noun_forms, plural, verb_form, verb_forms

# base, with -s, past, participle, -ing
VERBS = """
ask asks asked asked asking|use uses used used using|agree agrees agreed agreed agreeing
utilise utilises utilised utilised utilising|commence commences commenced commenced commencing
apply applies applied applied applying|pay pays paid paid paying|play plays played played playing
die dies died died dying|pass passes passed passed passing|reach reaches reached reached reaching
fix fixes fixed fixed fixing|buzz buzzes buzzed buzzed buzzing|go goes went gone going
quiz quizzes quizzed quizzed quizzing|veto vetoes vetoed vetoed vetoing
plan plans planned planned planning|stop stops stopped stopped stopping
travel travels travelled travelled travelling|model models modelled modelled modelling
cancel cancels cancelled cancelled cancelling|signal signals signalled signalled signalling
fuel fuels fuelled fuelled fuelling|dial dials dialled dialled dialling
appeal appeals appealed appealed appealing|reveal reveals revealed revealed revealing
fulfil fulfils fulfilled fulfilled fulfilling|enrol enrols enrolled enrolled enrolling
focus focuses focused focused focusing|target targets targeted targeted targeting
benefit benefits benefited benefited benefiting|budget budgets budgeted budgeted budgeting
market markets marketed marketed marketing|audit audits audited audited auditing
refer refers referred referred referring|transfer transfers transferred transferred transferring
offer offers offered offered offering|deliver delivers delivered delivered delivering
commit commits committed committed committing|visit visits visited visited visiting
embed embeds embedded embedded embedding|equip equips equipped equipped equipping
develop develops developed developed developing|format formats formatted formatted formatting
suit suits suited suited suiting|quit quits quit quit quitting
recruit recruits recruited recruited recruiting|panic panics panicked panicked panicking
age ages aged aged ageing|queue queues queued queued queuing|see sees saw seen seeing
be is was been being|have has had had having|do does did done doing
begin begins began begun beginning|take takes took taken taking|give gives gave given giving
make makes made made making|write writes wrote written writing|show shows showed shown showing
put puts put put putting|set sets set set setting|hold holds held held holding
run runs ran run running|re-run re-runs re-ran re-run re-running
rethink rethinks rethought rethought rethinking|reset resets reset reset resetting
offset offsets offset offset offsetting|input inputs input input inputting
overspend overspends overspent overspent overspending|redo redoes redid redone redoing
mislead misleads misled misled misleading|undertake undertakes undertook undertaken undertaking
withdraw withdraws withdrew withdrawn withdrawing|lay lays laid laid laying
relay relays relayed relayed relaying|breed breeds bred bred breeding
co-produce co-produces co-produced co-produced co-producing
"""
NOUNS = """
ward wards|city cities|day days|class classes|box boxes|branch branches|stomach stomachs
quiz quizzes
person people|child children|woman women|chairman chairmen|ombudsman ombudsmen|human humans
German Germans|criterion criteria|phenomenon phenomena|analysis analyses|basis bases|crisis crises
appendix appendices|index indices|bacterium bacteria|memorandum memoranda|datum data
virus viruses|census censuses|bias biases|lens lenses|gas gases|half halves|life lives|chief chiefs
hero heroes|portfolio portfolios|series series|staff staff|data data|information information
people people|criteria criteria|powers powers|services services|means means|pelvis pelvises
Person People
"""
PHRASES = [
    ("person in charge", "people in charge"),
    ("point of contact", "points of contact"),
    ("criterion for entry", "criteria for entry"),
    ("care plan", "care plans"),
    ("key performance indicator", "key performance indicators"),
    ("member of staff", "members of staff"),
    ("duty of candour", "duties of candour"),
    ("adult at risk", "adults at risk"),
    ("child in need", "children in need"),
    ("follow-up", "follow-ups"),
    ("terms of reference", "terms of reference"),
    ("delegated powers", "delegated powers"),
    ("harm caused by poor care", "harms caused by poor care"),
    ("decisions made by computer", "decisions made by computer"),
    ("out of hours service", "out of hours services"),
    ("care plan for a child", "care plans for a child"),
]


def rows(text: str) -> list[list[str]]:
    return [row.split() for row in text.replace("\n", "|").split("|") if row]


@pytest.mark.parametrize("row", rows(VERBS), ids=lambda row: row[0])
def test_a_verb_takes_these_forms(row: list[str]) -> None:
    assert [verb_form(row[0], form) for form in Form] == row


@pytest.mark.parametrize(("noun", "many"), rows(NOUNS))
def test_a_noun_has_this_plural(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(("noun", "many"), PHRASES)
def test_a_noun_phrase_takes_the_plural_at_its_head(noun: str, many: str) -> None:
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("phrase", "form", "written"),
    [
        ("carry out", Form.PAST, "carried out"),
        ("set up", Form.ING, "setting up"),
        ("put in place", Form.S, "puts in place"),
        ("make a decision about", Form.PARTICIPLE, "made a decision about"),
        ("be aware of", Form.S, "is aware of"),
        ("take forward", Form.PAST, "took forward"),
    ],
)
def test_a_phrase_changes_its_verb_alone(phrase: str, form: Form, written: str) -> None:
    assert verb_form(phrase, form) == written


def test_all_that_be_can_be_is_known() -> None:
    written = {form for form, _ in verb_forms("be in receipt of")}
    assert {form.split()[0] for form in written} == {
        "be", "am", "is", "are", "was", "were", "been", "being",
    }  # fmt: skip
    assert {" ".join(form.split()[1:]) for form in written} == {"in receipt of"}


def test_a_written_form_names_every_form_it_can_be() -> None:
    assert dict(verb_forms("put"))["put"] == (Form.BASE, Form.PAST, Form.PARTICIPLE)
    assert dict(verb_forms("become"))["become"] == (Form.BASE, Form.PARTICIPLE)
    assert dict(verb_forms("utilise"))["utilised"] == (Form.PAST, Form.PARTICIPLE)


def test_both_plurals_of_a_long_phrase_are_found() -> None:
    assert dict(noun_forms("neck of femur fracture")) == {
        "necks of femur fracture": Form.S,
        "neck of femur fractures": Form.S,
        "neck of femur fracture": Form.BASE,
    }


def test_a_noun_that_is_a_plural_has_one_form() -> None:
    assert noun_forms("terms of reference") == (("terms of reference", Form.BASE),)


letters = st.text("abcdegilmnopqrstuvxyz", min_size=1, max_size=8)
verbs = st.sampled_from([row[0] for row in rows(VERBS)])


@given(letters | verbs, st.sampled_from(["", " up", " in place"]))
def test_the_forms_of_any_verb_hold_its_base_and_every_form_once(verb: str, rest: str) -> None:
    forms = verb_forms(verb + rest)
    named = [form for _, each in forms for form in each]
    assert (verb + rest) in dict(forms)
    assert set(named) == set(Form)
    assert all(written.endswith(rest) for written, _ in forms)


@given(letters)
def test_the_forms_of_any_noun_hold_the_noun(noun: str) -> None:
    assert dict(noun_forms(noun))[noun] is Form.BASE


@given(letters)
def test_the_plural_of_a_plural_in_s_is_itself(noun: str) -> None:
    many = plural(noun)
    if many.endswith("s") and not many.endswith(("ss", "us", "is", "as")):
        assert plural(many) == many
