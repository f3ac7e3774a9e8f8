"""What a run loads and costs before it does anything: heavy packages only where needed."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from commands import STOPS, command_line, saved, surroundings

HEAVY = {"docx", "lxml", "pdfminer", "pypdfium2", "rich", "spacy", "textstat"}
MOST_SECONDS = 0.15  # more than an empty run of Python
RUNS = 5
# Runs the command line, and then says on standard error which packages are loaded.
WATCHED = """
import json, sys
from plainspeak_cli.main import cli
try:
    cli()
finally:
    print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """Return the heavy packages that a run of the command line has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=folder,
        env=surroundings(),
        capture_output=True,
        timeout=60,
    )
    assert done.stdout, done.stderr
    return HEAVY.intersection(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("check", "--help"), ("glossary", "--help")]
)
def test_help_loads_nothing_heavy(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert loaded(tmp_path, *arguments) == set()


def test_a_text_that_needs_no_tagger_is_checked_without_spacy_and_any_reader_of_other_kinds(
    tmp_path: Path,
) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    assert loaded(tmp_path, "check", "paper.txt") == {"rich"}
    assert loaded(tmp_path, "check", "paper.txt", "--format", "json") == set()


def test_a_word_that_may_be_a_noun_or_a_verb_is_what_loads_spacy(tmp_path: Path) -> None:
    glossary = """
[about]
title = "House words"
owner = "Larkfield Trust"
licence = "CC-BY-4.0"

[bank]
term = "bank"
means = "Staff who fill in for others."
only-as = "noun"
status = "agreed"
source = "Larkfield Trust, house style"
reviewed = 2026-01-05
"""
    saved(tmp_path, "house.toml", glossary)
    saved(tmp_path, "paper.txt", "Large bank teams met in May.")
    check = ("check", "paper.txt", "--format", "json", "--glossary", "house.toml")
    assert "spacy" not in loaded(tmp_path, *check, "--no-spacy")
    assert "spacy" in loaded(tmp_path, *check)


def quickest(command: list[str], folder: Path) -> float:
    """Return the time of the quickest of some runs: a busy machine only ever adds to it."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, env=start_up(), check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return min(times)


def start_up() -> dict[str, str]:
    """Return an environment in which compiled files are kept, as they are for a user."""
    settings = surroundings()
    del settings["PYTHONDONTWRITEBYTECODE"]
    return settings


def test_help_comes_at_once(tmp_path: Path) -> None:
    empty = quickest([sys.executable, "-c", "pass"], tmp_path)
    assert quickest(command_line("--help"), tmp_path) - empty < MOST_SECONDS
