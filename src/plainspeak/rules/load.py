"""Load rule files strictly: a file with a fault is not used at all."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from plainspeak.errors import DataError, Fault
from plainspeak.finding import Confidence, Group, Severity
from plainspeak.rules.rule import (
    AcronymRule,
    AcronymStatus,
    Example,
    Inflect,
    Kind,
    Measure,
    PhraseRule,
    Rule,
    RuleData,
    ScoreRule,
    SentenceRule,
    Style,
    StyleRule,
    TermRule,
    Unit,
)
from plainspeak.table import Table, TomlFile

# What each kind may put in its message, besides the words found.
PLACEHOLDERS: dict[Kind, frozenset[str]] = {
    Kind.PHRASE: frozenset({"found", "better"}),
    Kind.TERM: frozenset({"found", "means", "replaced-by"}),
    Kind.ACRONYM: frozenset({"found", "long"}),
    Kind.SENTENCE: frozenset({"count", "over"}),
    Kind.SCORE: frozenset({"score", "over", "under"}),
    Kind.STYLE: frozenset({"found"}),
}


def load_rules(paths: Iterable[Path]) -> tuple[Rule, ...]:
    """Load rule files, in the order of their names.

    Raises DataError with every fault of every file.
    """
    rules: list[Rule] = []
    faults: list[Fault] = []
    homes: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: path.name):
        file = TomlFile(path)
        rule = _rule(file, path.stem)
        if rule and isinstance(rule.data, PhraseRule):
            _check_homes(file, rule.data, homes)
        if rule:
            rules.append(rule)
        faults += file.faults
    if faults:
        raise DataError(faults)
    return tuple(rules)


def _check_homes(file: TomlFile, data: PhraseRule, homes: dict[str, str]) -> None:
    """Words that two rules swap would get two answers."""
    for phrase, _ in data.swaps:
        if phrase in homes:
            line = file.field_line("swap", phrase)
            file.fault(line, f"[swap] “{phrase}” stands in {homes[phrase]} as well: keep one")
        homes[phrase] = file.name


def _rule(file: TomlFile, name: str) -> Rule | None:
    if not file.values and file.faults:
        return None
    table = file.table("rule")
    kind = table.choice("kind", Kind, Kind.PHRASE, required=True)
    rule = Rule(
        id=name,
        group=table.choice("group", Group, Group.WORDY, required=True),
        severity=table.choice("severity", Severity, Severity.CONSIDER, required=True),
        confidence=table.choice("confidence", Confidence, Confidence.SURE),
        message=table.text("message", required=True),
        why=table.text("why", required=True),
        source=table.text("source", required=True),
        data=_READ[kind](table),
        examples=tuple(_examples(file, kind)),
    )
    table.finish()
    _check(file, table, kind, rule)
    return rule


def _phrase(table: Table) -> PhraseRule:
    swap = table.file.table("swap")
    swaps = tuple(swap.each(lambda phrase, better: _swap(swap, phrase, better)))
    phrases = [phrase for phrase, _ in swaps]
    for before, after in pairwise(phrases):
        if after < before:
            swap.fault(after, f"“{after}” must stand before “{before}”: keep the words in order")
    return PhraseRule(
        swaps=swaps,
        inflect=table.choice("inflect", Inflect, Inflect.NONE, required=True),
        keep_in=table.texts("keep-in"),
    )


def _swap(table: Table, phrase: str, better: object) -> Iterator[tuple[str, tuple[str, ...]]]:
    if phrase != phrase.strip().lower():
        table.fault(phrase, f"“{phrase}” must be in small letters: matching ignores capitals")
    if not isinstance(better, list) or not all(isinstance(word, str) for word in better):
        table.fault(phrase, f'“{phrase}” needs a list of better wordings: ["…"]')
        return
    if phrase in better:
        table.fault(phrase, f"“{phrase}” is offered for itself: give other words")
    yield phrase, tuple(better)


def _term(table: Table) -> TermRule:
    return TermRule(retired=table.flag("retired", required=True))


def _acronym(table: Table) -> AcronymRule:
    status = table.choice("status", AcronymStatus, AcronymStatus.UNDEFINED, required=True)
    return AcronymRule(status)


def _sentence(table: Table) -> SentenceRule:
    return SentenceRule(
        unit=table.choice("unit", Unit, Unit.SENTENCE, required=True),
        over=table.whole("over", required=True) or 0,
        up_to=table.whole("up-to"),
    )


def _score(table: Table) -> ScoreRule:
    rule = ScoreRule(
        measure=table.choice("measure", Measure, Measure.LONG_SHARE, required=True),
        over=table.number("over"),
        under=table.number("under"),
    )
    if (rule.over is None) == (rule.under is None):
        table.fault("measure", "needs “over” or “under”, one of the two: add the limit")
    return rule


def _style(table: Table) -> StyleRule:
    return StyleRule(table.choice("finds", Style, Style.NOMINALISATION, required=True))


_READ: dict[Kind, Callable[[Table], RuleData]] = {
    Kind.PHRASE: _phrase,
    Kind.TERM: _term,
    Kind.ACRONYM: _acronym,
    Kind.SENTENCE: _sentence,
    Kind.SCORE: _score,
    Kind.STYLE: _style,
}


def _examples(file: TomlFile, kind: Kind) -> Iterator[Example]:
    values = file.values.get("example", [])
    if not isinstance(values, list):
        file.fault(
            file.header_line("example"), "[example] must be written [[example]]: add brackets"
        )
        return
    for nth, value in enumerate(values):
        yield _example(file.table("example", nth, value), kind)


def _example(table: Table, kind: Kind) -> Example:
    flags = table.has("flag")
    text = table.text("flag" if flags else "leave", required=True)
    at: tuple[str, ...] = ()
    if table.has("at"):
        at = (table.text("at"),) if _is_text(table, "at") else table.texts("at")
    if flags and not at and kind is not Kind.SCORE:
        table.fault("flag", "needs the field “at”: copy the words that are flagged")
    for words in at:
        if words not in text:
            table.fault("at", f"“{words}” does not stand in the example: copy it exactly")
    table.finish()
    return Example(text, flags, at)


def _is_text(table: Table, key: str) -> bool:
    return isinstance(table.values[key], str)


def _check(file: TomlFile, table: Table, kind: Kind, rule: Rule) -> None:
    for word in re.findall(r"\{([^}]*)\}", rule.message):
        if word not in PLACEHOLDERS[kind]:
            known = ", ".join(f"{{{name}}}" for name in sorted(PLACEHOLDERS[kind]))
            table.fault("message", f"“message” cannot hold {{{word}}}: use {known}")
    if not any(example.flags for example in rule.examples):
        table.fault("kind", "needs an [[example]] with “flag”: show what the rule finds")
    if all(example.flags for example in rule.examples):
        table.fault("kind", "needs an [[example]] with “leave”: show what the rule leaves alone")
    for header in file.values:
        if header not in {"rule", "swap", "example"} or (
            header == "swap" and kind is not Kind.PHRASE
        ):
            line = file.header_line(header)
            file.fault(line, f"a {kind} rule has no [{header}]: take it out")
