"""Check glossaries and rules against each other, as far as reading single files cannot."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from plainspeak.check import Lexicon, Paper, check_paper
from plainspeak.document import Block, BlockKind, Document
from plainspeak.errors import Fault
from plainspeak.finding import Finding
from plainspeak.glossary import Entry, Glossary
from plainspeak.language.tagger import Tagger
from plainspeak.rules import AcronymRule, PhraseRule, Rule, TermRule
from plainspeak.table import TomlFile

# What a meaning or a better wording is held to; scores need a longer text.
_OF_WORDS = (PhraseRule, TermRule, AcronymRule)


class WordCheck:
    """Check short pieces of text against every rule that looks at words."""

    def __init__(self, rules: Iterable[Rule], glossary: Glossary) -> None:
        self._rules = [rule for rule in rules if isinstance(rule.data, _OF_WORDS)]
        self._lexicon = Lexicon(self._rules, glossary)

    def findings(self, text: str) -> Iterator[tuple[Finding, str]]:
        """Yield what is found in a text, each with the words it names."""
        block = Block(0, BlockKind.PARAGRAPH, text)
        document = Document("text", "txt", "", (block,))
        paper = Paper(document, self._lexicon, Tagger(use_spacy=False))
        for finding in check_paper(paper, self._rules):
            assert finding.span is not None
            yield finding, document.text_at(finding.span)


def glossary_faults(
    paths: Iterable[Path], glossary: Glossary, whole: Glossary, rules: Iterable[Rule]
) -> list[Fault]:
    """Return the faults of glossary files that show only beside all other entries and rules.

    ``whole`` is the glossary with everything it is laid over.
    """
    check = WordCheck(rules, whole)
    homes = {entry_id: file for file in map(TomlFile, paths) for entry_id in file.values}
    found: list[Fault] = []
    for entry in glossary.entries:
        file = homes[entry.id]
        for key, message in (*_same_sense(entry, whole), *_flagged(entry, check)):
            found.append(
                Fault(file.name, file.field_line(entry.id, key), f"[{entry.id}] {message}")
            )
    return found


def _same_sense(entry: Entry, whole: Glossary) -> Iterator[tuple[str, str]]:
    """Two entries of one term must be two senses, and their ids must say so."""
    for other in whole.senses(entry.term):
        if other.id == entry.id or not _share_a_form(entry, other):
            continue
        if other.stands_for.casefold() == entry.stands_for.casefold() and _alike(entry, other):
            yield "term", f"“{entry.term}” is explained in [{other.id}] as well: keep one"


def _share_a_form(entry: Entry, other: Entry) -> bool:
    ours = {form.casefold() for form in (entry.term, *entry.also)}
    return any(form.casefold() in ours for form in (other.term, *other.also))


def _alike(entry: Entry, other: Entry) -> bool:
    """Say whether nothing tells two entries apart: no context, no capitals, no part of speech."""
    return not any(
        one.only_near or one.not_near or one.exact_case or one.only_as for one in (entry, other)
    )


def _flagged(entry: Entry, check: WordCheck) -> Iterator[tuple[str, str]]:
    for finding, words in check.findings(entry.means):
        if finding.entry != entry.id:
            cure = "use plainer words"
            yield "means", f"“means” uses “{words}”, which [{_who(finding)}] flags: {cure}"
    for plain in entry.say_instead:
        for finding, words in check.findings(plain):
            cure = "give plainer words, or none"
            yield "say-instead", f"“{words}” is flagged by [{_who(finding)}]: {cure}"


def _who(finding: Finding) -> str:
    return finding.entry or finding.rule


def rule_faults(paths: Iterable[Path], rules: Iterable[Rule], glossary: Glossary) -> list[Fault]:
    """Return the faults of phrase rules that show only beside all other rules and entries."""
    rules = tuple(rules)
    check = WordCheck(rules, glossary)
    files = {path.stem: TomlFile(path) for path in paths}
    found: list[Fault] = []
    for rule in rules:
        if isinstance(rule.data, PhraseRule) and rule.id in files:
            for phrase, message in _swap_faults(rule.data, check):
                line = files[rule.id].field_line("swap", phrase)
                found.append(Fault(files[rule.id].name, line, f"[swap] {message}"))
    return found


def _swap_faults(data: PhraseRule, check: WordCheck) -> Iterator[tuple[str, str]]:
    for phrase, better in data.swaps:
        for plain in better:
            for finding, words in check.findings(plain):
                cure = "offer plainer words"
                yield phrase, f"“{plain}” holds “{words}”, which [{_who(finding)}] flags: {cure}"
        if not any(finding.rule for finding, _ in check.findings(phrase)):
            yield phrase, f"“{phrase}” is never found: another rule or entry takes its place"
