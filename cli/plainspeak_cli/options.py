"""Options and steps that several commands share."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from plainspeak.errors import PaperError, UsageError
from plainspeak.read.limits import Limits
from plainspeak.settings import Settings, find_settings

if TYPE_CHECKING:
    from plainspeak.report import Checker

Command = TypeVar("Command", bound=Callable[..., object])


def data_options(command: Command) -> Command:
    """Add the options that choose glossaries and rules."""
    for option in (
        click.option(
            "--no-shipped",
            is_flag=True,
            help="Leave out the glossaries and rules that come with PlainSpeak.",
        ),
        click.option(
            "--rules",
            "rules",
            multiple=True,
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Use a rule file of your own as well. May be given again.",
        ),
        click.option(
            "--glossary",
            "glossaries",
            multiple=True,
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="Use a glossary of your own as well. May be given again.",
        ),
    ):
        command = option(command)
    return command


def reading_options(command: Command) -> Command:
    """Add the options that say how papers are read."""
    for option in (
        click.option(
            "--limit",
            "limits",
            multiple=True,
            metavar="NAME=NUMBER",
            help="Change a limit on reading, such as pages=3000. May be given again.",
        ),
        click.option(
            "--ocr",
            is_flag=True,
            help="Read pages that are pictures, where Tesseract is installed.",
        ),
    ):
        command = option(command)
    return command


def limits_with(changes: tuple[str, ...]) -> Limits:
    """Return the usual limits with changes such as ``pages=3000``."""
    limits = Limits()
    for change in changes:
        name, _, value = change.partition("=")
        limits = limits.changed(name.strip(), value.strip())
    return limits


def settings_with(
    glossaries: tuple[Path, ...], rules: tuple[Path, ...], no_shipped: bool
) -> Settings:
    """Return the settings found from the current folder, with the options laid over them."""
    settings = find_settings(Path.cwd())
    for path in (*glossaries, *rules):
        if not path.exists():
            raise UsageError(f"{path}: is not there: check the name and the folder")
    return replace(
        settings,
        glossaries=settings.glossaries + glossaries,
        rules=settings.rules + rules,
        shipped=settings.shipped and not no_shipped,
    )


def checker_for(settings: Settings, *, use_spacy: bool = True, thorough: bool = False) -> Checker:
    """Return a checker with the rules and glossaries the settings ask for."""
    from plainspeak.api import glossary_for, rules_for
    from plainspeak.report import Checker

    rules, glossary = rules_for(settings), glossary_for(settings)
    return Checker(rules, glossary, use_spacy=use_spacy, thorough=thorough)


def save(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, so that a fault never leaves half of one."""
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a device such as /dev/null must stay one
        else:
            _save_whole(path, content)
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be written ({error.strerror}): choose another place"
        ) from None


def _save_whole(path: Path, content: bytes) -> None:
    number, name = tempfile.mkstemp(dir=path.parent, prefix=".plainspeak-")
    try:
        with os.fdopen(number, "wb") as new:
            new.write(content)
        # A temporary file is private; the real one should be as open as any other new file.
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def never_over_an_input(output: Path, inputs: Iterable[Path]) -> None:
    """Refuse to write over a paper, or over a glossary or rule that is being used."""
    for path in inputs:
        if output.exists() and path.exists() and output.samefile(path):
            raise UsageError(f"{output}: is being read itself: give the output another name")


def say(error: PaperError) -> None:
    """Say in one line on standard error why a paper could not be checked."""
    print(f"plainspeak: {error}", file=sys.stderr)
