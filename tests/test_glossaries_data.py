"""The shipped glossaries are whole, plain, and at one with each other."""

import pytest

from plainspeak import Document, check, shipped_glossary, shipped_rules
from plainspeak.check.data import glossary_faults
from plainspeak.document import Block, BlockKind
from plainspeak.glossary import Entry, TermKind
from plainspeak.report import Checker
from plainspeak.shipped import shipped

GLOSSARY = shipped_glossary()
PLAIN_ENTRIES = [
    entry
    for entry in GLOSSARY.entries
    if not (entry.is_acronym or entry.only_near or entry.only_as or entry.exact_case)
]


def test_no_shipped_entry_has_a_fault() -> None:
    paths = sorted(shipped("glossaries").glob("*.toml"))
    faults = glossary_faults(paths, GLOSSARY, GLOSSARY, shipped_rules())
    assert [str(fault) for fault in faults] == []


def test_there_are_six_files_and_300_entries_at_least() -> None:
    assert len(list(shipped("glossaries").glob("*.toml"))) >= 6
    assert len(GLOSSARY.entries) >= 300


@pytest.fixture(scope="module")
def checker() -> Checker:
    rules = [rule for rule in shipped_rules() if rule.id in {"glossary-terms", "retired-names"}]
    return Checker(rules, GLOSSARY, use_spacy=False)


def test_every_unguarded_term_is_found_where_it_stands(checker: Checker) -> None:
    missed = [entry.id for entry in PLAIN_ENTRIES if not _is_found(checker, entry)]
    assert missed == []


def _is_found(checker: Checker, entry: Entry) -> bool:
    text = f"They spoke of {entry.term} again."
    document = Document("t", "txt", "", (Block(0, BlockKind.PARAGRAPH, text),))
    if entry.is_well_known:
        return not checker.check(document)
    uses = checker.report(document).terms
    return any(use.entry.id == entry.id for use in uses)


def test_verbs_are_found_in_every_tense() -> None:
    verbs = [entry for entry in GLOSSARY.entries if entry.kind is TermKind.VERB]
    assert verbs
    document = Document(
        "t", "txt", "", (Block(0, BlockKind.PARAGRAPH, "The plan was cascaded to all teams."),)
    )
    assert [found.entry for found in check(document)] == ["cascade"]
