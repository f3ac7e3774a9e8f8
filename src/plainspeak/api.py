"""The library in three verbs: read a paper, check it, report on it."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from plainspeak.document import Document
from plainspeak.errors import UsageError
from plainspeak.finding import Finding
from plainspeak.glossary import Glossary, load_glossary
from plainspeak.report import Checker, Report
from plainspeak.rules import Rule, load_rules
from plainspeak.settings import Settings
from plainspeak.shipped import shipped


@cache
def shipped_glossary() -> Glossary:
    """Return the glossaries that come with PlainSpeak."""
    return load_glossary(sorted(shipped("glossaries").glob("*.toml")))


@cache
def shipped_rules() -> tuple[Rule, ...]:
    """Return the rules that come with PlainSpeak."""
    return load_rules(shipped("rules").glob("*.toml"))


def check(
    document: Document, *, rules: Iterable[Rule] | None = None, glossary: Glossary | None = None
) -> tuple[Finding, ...]:
    """Return what a lay reader may trip over, in reading order.

    The shipped rules and glossaries are used where none are given.
    """
    return report(document, rules=rules, glossary=glossary).findings


def report(
    document: Document, *, rules: Iterable[Rule] | None = None, glossary: Glossary | None = None
) -> Report:
    """Return everything about a document: findings, scores, short forms and terms.

    To check many papers, make one ``Checker`` and ask it for each report.
    """
    chosen = shipped_rules() if rules is None else rules
    known = shipped_glossary() if glossary is None else glossary
    return Checker(chosen, known).report(document)


def glossary_for(settings: Settings) -> Glossary:
    """Return the glossary the settings ask for: house entries laid over shipped ones.

    Raises DataError with every fault of every file.
    """
    house = load_glossary(_files(settings.glossaries))
    return house.laid_over(shipped_glossary()) if settings.shipped else house


def rules_for(settings: Settings) -> tuple[Rule, ...]:
    """Return the rules the settings ask for; a house rule replaces a shipped one of its name.

    Raises DataError with every fault, and UsageError for a rule to skip that is not there.
    """
    house = load_rules(_files(settings.rules))
    if not settings.shipped and not house:
        # Nothing would be looked for, and nothing found would look like a pass.
        raise UsageError(
            "there are no rules to check with: give “--rules”, or use the shipped ones"
        )
    names = {rule.id for rule in house}
    kept = shipped_rules() if settings.shipped else ()
    rules = (*(rule for rule in kept if rule.id not in names), *house)
    known = {rule.id for rule in rules}
    for name in settings.skip:
        if name not in known:
            raise UsageError(f"there is no rule “{name}” to skip: see “plainspeak explain --list”")
    return tuple(rule for rule in rules if rule.id not in settings.skip)


def _files(paths: Iterable[Path]) -> list[Path]:
    """Return the files named, and the TOML files of any folder named."""
    found: list[Path] = []
    for path in paths:
        found += sorted(path.glob("*.toml")) if path.is_dir() else [path]
    return found
