"""Load glossary files strictly: a file with a fault is not used at all."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from plainspeak.errors import DataError, Fault
from plainspeak.glossary.entry import (
    Audience,
    Entry,
    Glossary,
    LayTest,
    Nation,
    PartOfSpeech,
    Status,
    TermKind,
)
from plainspeak.table import Choice, Table, TomlFile

MOST_WORDS = 30  # in a meaning: longer ones are not read (users' research, co-produced glossaries)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NO_DATE = date.min


def load_glossary(paths: Iterable[Path]) -> Glossary:
    """Load one or more glossary files into one glossary.

    Raises DataError with every fault of every file.
    """
    entries: list[Entry] = []
    faults: list[Fault] = []
    homes: dict[str, str] = {}
    for path in paths:
        file = TomlFile(path)
        for entry in _entries(file):
            if entry.id in homes:
                line = file.header_line(entry.id)
                other = homes[entry.id]
                file.fault(line, f"[{entry.id}] stands in {other} as well: keep one")
            homes[entry.id] = file.name
            entries.append(entry)
        faults += file.faults
    if faults:
        raise DataError(faults)
    return Glossary(tuple(sorted(entries, key=lambda entry: entry.id)))


def _entries(file: TomlFile) -> Iterator[Entry]:
    if not file.values and file.faults:
        return
    about = file.table("about")
    area = about.text("title", required=True)
    about.text("owner", required=True)
    about.text("licence", required=True)
    about.finish()
    last = ""
    for key, values in file.values.items():
        if key == "about":
            continue
        if key < last:
            line = file.header_line(key)
            file.fault(line, f"[{key}] must stand before [{last}]: keep the ids in order")
        last = max(last, key)
        yield _entry(file.table(key, values=values), area)


def _entry(table: Table, area: str) -> Entry:
    entry = Entry(
        id=table.header,
        term=table.text("term", required=True),
        means=table.text("means", required=True),
        source=table.text("source", required=True),
        reviewed=table.day("reviewed", required=True) or _NO_DATE,
        status=table.choice("status", Status, Status.AGREED, required=True),
        stands_for=table.text("stands-for") if table.has("stands-for") else "",
        say_instead=table.texts("say-instead"),
        also=table.texts("also"),
        kind=table.choice("kind", TermKind, TermKind.NOUN),
        only_as=_part_of_speech(table),
        exact_case=table.flag("exact-case"),
        only_near=table.texts("only-near"),
        not_near=table.texts("not-near"),
        keep_in=table.texts("keep-in"),
        nation=_choices(table, "nation", Nation),
        audience=_choices(table, "audience", Audience),
        valid_to=table.day("valid-to"),
        replaced_by=table.text("replaced-by"),
        lay_tested=_lay_test(table),
        area=area,
    )
    table.finish()
    _check(table, entry)
    return entry


def _part_of_speech(table: Table) -> PartOfSpeech | None:
    chosen = table.choice("only-as", PartOfSpeech, PartOfSpeech.NOUN)
    return chosen if table.has("only-as") else None


def _choices(table: Table, key: str, among: type[Choice]) -> tuple[Choice, ...]:
    found: list[Choice] = []
    for word in table.texts(key):
        try:
            found.append(among(word))
        except ValueError:
            known = ", ".join(among)
            table.fault(key, f"“{key}” cannot hold “{word}”: use {known}")
    return tuple(found)


def _lay_test(table: Table) -> LayTest | None:
    inner = table.inner("lay-tested")
    if inner is None:
        return None
    day, people = inner.day("date", required=True), inner.whole("people", required=True)
    inner.finish()
    return LayTest(day or _NO_DATE, people or 0)


def slug(term: str) -> str:
    """Return the id a term starts with: ``A&E`` gives ``a-and-e``."""
    plain = unicodedata.normalize("NFKD", term.replace("&", " and ").casefold())
    plain = re.sub(r"[’']", "", plain)
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def _check(table: Table, entry: Entry) -> None:
    """Check what can be seen in one entry alone."""
    start = slug(entry.term)
    if not _ID.fullmatch(entry.id):
        table.fault("term", "the id may hold a to z, 0 to 9 and single hyphens only: rename it")
    elif entry.id != start and not entry.id.startswith(start + "-"):
        table.fault("term", f"the id must start with its term: rename it to [{start}]")
    words = len(entry.means.split())
    if words > MOST_WORDS:
        table.fault("means", f"“means” has {words} words: use {MOST_WORDS} at most")
    if entry.means and not (entry.means[0].isupper() or entry.means[0].isdigit()):
        table.fault("means", "“means” must start with a capital letter: change the first letter")
    if entry.means and not entry.means.endswith((".", "?", "”")):
        table.fault("means", "“means” must end with a full stop: add one")
    if entry.term and _uses(entry.means, entry):
        table.fault("means", f"“means” uses the term “{entry.term}”: explain it in other words")
    if entry.term.casefold() in (word.casefold() for word in entry.say_instead):
        table.fault("say-instead", "“say-instead” repeats the term: give other words, or none")
    if entry.is_retired and not entry.replaced_by:
        table.fault("status", "a retired entry needs “replaced-by”: say what came after it")
    if entry.reviewed > date.today():
        table.fault("reviewed", "“reviewed” is in the future: give the day it was checked")


def _uses(text: str, entry: Entry) -> bool:
    """Say whether a text holds the term as a word; short forms go by their capitals."""
    term = entry.term
    if not (entry.is_acronym or entry.exact_case):
        term, text = term.casefold(), text.casefold()
    # Most texts do not hold the letters at all, and asking that first is far quicker.
    return term in text and re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text) is not None
