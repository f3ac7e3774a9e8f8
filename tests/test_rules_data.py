"""The shipped rules do what their own examples say, and advise nothing they would flag."""

import pytest

from conftest import paper
from plainspeak import Checker, shipped_glossary, shipped_rules
from plainspeak.check.data import rule_faults
from plainspeak.rules import Example, PhraseRule, Rule
from plainspeak.shipped import shipped

RULES = shipped_rules()
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_does_what_its_examples_say(rule: Rule, example: Example) -> None:
    document = paper(example.text)
    findings = Checker([rule], shipped_glossary(), use_spacy=False).check(document)
    flagged = [document.text_at(found.span) for found in findings if found.span]
    assert bool(findings) == example.flags
    assert flagged == list(example.at)


def test_no_advice_is_flagged_and_every_swap_is_found() -> None:
    paths = sorted(shipped("rules").glob("*.toml"))
    assert [str(fault) for fault in rule_faults(paths, RULES, shipped_glossary())] == []


def test_there_are_twelve_rule_files_and_250_swaps_at_least() -> None:
    swaps = [
        swap for rule in RULES if isinstance(rule.data, PhraseRule) for swap in rule.data.swaps
    ]
    assert len(RULES) >= 12
    assert len(swaps) >= 250
