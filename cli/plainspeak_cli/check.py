"""The command ``plainspeak check``."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainspeak.errors import PaperError
from plainspeak.finding import FailOn
from plainspeak.read import SUFFIXES, read_papers
from plainspeak_cli.options import (
    checker_for,
    data_options,
    limits_with,
    never_over_an_input,
    reading_options,
    save,
    say,
    settings_with,
)

if TYPE_CHECKING:
    from plainspeak.document import Document
    from plainspeak.judge import Verdict
    from plainspeak.report import Checker, Report


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH…")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text is for a person, JSON for a program.",
)
@click.option("--with-text", is_flag=True, help="Add the text of the papers to the JSON.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write to a file and not to the screen.",
)
@click.option(
    "--fail-on",
    type=click.Choice([str(level) for level in FailOn]),
    help="The least severity that stops a paper.  [default: must]",
)
@click.option(
    "--no-spacy",
    is_flag=True,
    help="Tell nouns from verbs by patterns alone: quicker, a little less exact.",
)
@click.option(
    "--thorough",
    is_flag=True,
    help="Ask the language model about every passive verb: more exact, and slower.",
)
@reading_options
@data_options
def command(
    paths: tuple[Path, ...],
    form: str,
    with_text: bool,
    output: Path | None,
    fail_on: str | None,
    no_spacy: bool,
    thorough: bool,
    limits: tuple[str, ...],
    ocr: bool,
    glossaries: tuple[Path, ...],
    rules: tuple[Path, ...],
    no_shipped: bool,
) -> int:
    """Check papers, or every paper in a folder, for what a lay reader will trip over.

    PATH is a file or a folder of them: Word (.docx), PDF, OpenDocument (.odt), PowerPoint (.pptx),
    web page (.html), plain text (.txt), Markdown (.md), e-mail (.eml) or a .zip of papers.

    Example: plainspeak check papers/ --format json -o report.json
    """
    if with_text and form != "json":
        raise click.UsageError("--with-text goes with --format json", click.get_current_context())
    settings = settings_with(glossaries, rules, no_shipped)
    limit = FailOn(fail_on) if fail_on else settings.fail_on
    papers, unread = find_papers(paths)
    if output:
        never_over_an_input(output, (*papers, *settings.glossaries, *settings.rules))
    # Reading starts in its own process while the glossaries are loaded in this one.
    documents = read_papers(papers, limits_with(limits), ocr=ocr)
    reports: list[Report] = []
    if papers:
        checker = checker_for(settings, use_spacy=not no_spacy, thorough=thorough)
        reports += check_each(documents, checker, unread)
    for error in unread:
        say(error)

    from plainspeak.judge import judge

    verdict = judge(reports, limit, unread)
    if reports:
        written = _written(form, reports, verdict, limit, unread, with_text, to_file=bool(output))
        _put(written, output)
    return int(verdict.exit)


def find_papers(paths: tuple[Path, ...]) -> tuple[list[Path], list[PaperError]]:
    """Return the papers named, and those in folders named; an empty folder is an error."""
    papers: list[Path] = []
    unread: list[PaperError] = []
    for path in paths:
        if not path.is_dir():
            papers.append(path)
            continue
        found = sorted(_in_folder(path))
        papers += found
        if not found:
            kinds = ", ".join(SUFFIXES)
            problem = "holds no papers"
            unread.append(PaperError(str(path), "no-papers", problem, f"put {kinds} files in it"))
    return list(dict.fromkeys(papers)), unread


def _in_folder(folder: Path) -> Iterator[Path]:
    """Yield the papers in a folder; the lock files that Word leaves are not papers."""
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        left_by_word = path.name.startswith("~$")
        if path.suffix.lower() in SUFFIXES and path.is_file() and not (hidden or left_by_word):
            yield path


def check_each(
    documents: Iterable[Document | PaperError], checker: Checker, unread: list[PaperError]
) -> Iterator[Report]:
    """Yield the report of each paper that was read, and remember the others."""
    for document in documents:
        if isinstance(document, PaperError):
            unread.append(document)
        else:
            yield checker.report(document)


def _written(
    form: str,
    reports: list[Report],
    verdict: Verdict,
    limit: FailOn,
    unread: list[PaperError],
    with_text: bool,
    *,
    to_file: bool,
) -> str | None:
    """Return the output as text; None where it has gone to the terminal already."""
    if form == "json":
        from plainspeak import __version__
        from plainspeak.write.json import as_json

        return as_json(reports, verdict, __version__, unread=unread, with_text=with_text)
    from plainspeak.write.text import write_text

    if to_file:
        buffer = io.StringIO()
        write_text(reports, verdict, buffer, fail_on=limit, unread=unread)
        return buffer.getvalue()
    write_text(reports, verdict, sys.stdout, fail_on=limit, unread=unread)
    return None


def _put(written: str | None, output: Path | None) -> None:
    if written is None:
        return
    if output:
        save(output, written.encode("utf-8", "replace"))
    else:
        # JSON is UTF-8, whatever the screen has.
        click.echo(written.encode("utf-8", "replace"), nl=False)
