"""The command ``plainspeak explain``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak.errors import UsageError
from plainspeak_cli.options import data_options, settings_with

if TYPE_CHECKING:
    from plainspeak.glossary import Entry
    from plainspeak.rules import Rule

_WIDTH = 80


@click.command()
@click.argument("words", metavar="RULE-OR-TERM", nargs=-1)
@click.option("--list", "listed", is_flag=True, help="List the rules, a line each.")
@data_options
def command(
    words: tuple[str, ...],
    listed: bool,
    glossaries: tuple[Path, ...],
    rules: tuple[Path, ...],
    no_shipped: bool,
) -> None:
    """Explain a rule, or what a term or short form means.

    Example: plainspeak explain golden thread
    """
    from plainspeak.api import glossary_for, rules_for

    settings = settings_with(glossaries, rules, no_shipped)
    known = rules_for(settings)
    if listed:
        for rule in known:
            click.echo(f"{rule.id}  ({rule.severity})")
        return
    name = " ".join(words)
    if not name:
        raise click.UsageError("Name a rule, a term or a short form.", click.get_current_context())
    found = [_rule(rule) for rule in known if rule.id == name]
    glossary = glossary_for(settings)
    senses = glossary.senses(name) or glossary.senses(name.removesuffix("s"))
    found += [_entry(entry) for entry in senses]
    if not found:
        raise UsageError(_unknown(name, [rule.id for rule in known], glossary.entries))
    click.echo("\n\n".join("\n".join(lines) for lines in found))


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _rule(rule: Rule) -> Iterator[str]:
    yield f"Rule: {rule.id} ({rule.group}, {rule.severity})"
    yield from _wrapped("Says", rule.message)
    yield from _wrapped("Why", rule.why)
    yield from _wrapped("Source", rule.source)
    for example in rule.examples:
        yield from _wrapped("Flags" if example.flags else "Leaves alone", example.text)


def _entry(entry: Entry) -> Iterator[str]:
    full = f": {entry.stands_for}" if entry.stands_for else ""
    yield f"{entry.term}{full}"
    yield from _wrapped("Means", entry.means)
    if entry.say_instead:
        yield from _wrapped("Say instead", " or ".join(entry.say_instead))
    if entry.replaced_by:
        yield from _wrapped("No longer used", f"now {entry.replaced_by}")
    if entry.nation:
        yield from _wrapped("Used in", ", ".join(entry.nation))
    yield from _wrapped("Source", f"{entry.source}, looked at on {_day(entry.reviewed)}")
    yield from _wrapped("Glossary", f"{entry.area}, [{entry.id}], {entry.status}")


def _wrapped(label: str, text: str) -> list[str]:
    return textwrap.wrap(
        f"{label}: {' '.join(text.split())}", _WIDTH, initial_indent="  ", subsequent_indent="    "
    )


def _unknown(name: str, rules: list[str], entries: tuple[Entry, ...]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(name, [*rules, *(entry.term for entry in entries)], n=1)
    cure = f"did you mean “{close[0]}”?" if close else "see “plainspeak explain --list”"
    return f"“{name}” is neither a rule nor a term we know: {cure}"
