"""Run the command line as a person or a program runs it, and look at what comes back."""

import contextlib
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from plainspeak_cli.main import cli

ROOT = Path(__file__).parents[1]

CLEAN = "We met in May. We read the plan."
STOPS = "The QZX team met in May. The golden thread of the plan is safety."
OF_EACH_LEVEL = {
    "must": "The QZX team met in May.",
    "should": "The golden thread of the plan is safety.",
    "consider": (
        "The committee will look at the new plan for the two wards in June, and then it will "
        "write to every family about it."
    ),
}
LONG = "\n\n".join(
    [
        "Naïve heading — café",
        "The QZX team met in May. The golden thread of the plan is safety.",
        "- the QZX budget\n- the golden thread, again",
        *OF_EACH_LEVEL.values(),
        # A score needs 100 words.
        *(f"We read part {part} of the plan and we talked it over with care." for part in "123"),
        *(f"The chair said {some} new things about the ward and the garden." for some in "456"),
    ]
)
HOUSE_GLOSSARY = """
[about]
title = "House words"
owner = "Larkfield Trust"
licence = "CC-BY-4.0"

[golden-thread]
term = "golden thread"
means = "What we all work for."
say-instead = ["shared aim"]
status = "agreed"
source = "Larkfield Trust, house style"
reviewed = 2026-01-05

[wibble]
term = "wibble"
means = "A chat by the lift."
say-instead = ["chat"]
status = "agreed"
source = "Larkfield Trust, house style"
reviewed = 2026-01-05
"""
HOUSE_RULE = """
[rule]
kind = "phrase"
group = "wordy"
severity = "must"
message = "“{found}” is a house word. Say “{better}”."
why = "Visitors do not know it."
source = "Larkfield Trust, house style"
inflect = "none"

[swap]
"plan" = ["list"]

[[example]]
flag = "We read the plan."
at = "plan"

[[example]]
leave = "We read the list."
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a run of the command line gave."""

    code: int
    out: str
    err: str

    @property
    def paper(self) -> Any:
        """Return the one paper of a run with ``--format json``."""
        (paper,) = json.loads(self.out)["papers"]
        return paper

    @property
    def words(self) -> list[str]:
        """Return the words flagged in the one paper of a run with ``--format json``."""
        return [finding["text"] for finding in self.paper["findings"]]


def plainspeak(folder: Path, *arguments: str | Path) -> Answer:
    """Run the command line inside this process, which is quick, and standing in a folder."""
    # As real ones are: streams of text over streams of bytes.
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        mock.patch.object(sys, "argv", ["plainspeak", *map(str, arguments)]),
        pytest.raises(SystemExit) as left,
    ):
        cli()
    assert isinstance(left.value.code, int)
    return Answer(left.value.code, _all_of(out), _all_of(err))


def _all_of(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def command_line(*arguments: str | Path) -> list[str]:
    """Return the command line as words, for the Python that runs this test."""
    return [sys.executable, "-m", "plainspeak_cli", *map(str, arguments)]


def surroundings(**changes: str) -> dict[str, str]:
    """Return an environment that has PlainSpeak in it and nothing that bears on its output."""
    bears = ("COLUMNS", "LINES", "NO_COLOR", "TERM", "COLORTERM")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in bears and not name.startswith(("FORCE_", "TTY_", "CLICOLOR", "GIT_"))
    }
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT / "cli")))
    return {**kept, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1", **changes}


def in_new_process(
    folder: Path, *arguments: str | Path, seconds: int = 60, **changes: str
) -> Answer:
    """Run the command line as a shell does, with its output to pipes."""
    done = subprocess.run(
        command_line(*arguments),
        cwd=folder,
        env=surroundings(**changes),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=seconds,
    )
    err = done.stderr.decode("utf-8", "surrogateescape")
    return Answer(done.returncode, done.stdout.decode("utf-8", "surrogateescape"), err)


def saved(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def at_terminal(folder: Path, *arguments: str | Path, **changes: str) -> str:
    """Return what a person sees who runs the command line at a terminal."""
    pty = pytest.importorskip("pty", reason="this system has no terminals to open")
    ours, theirs = pty.openpty()
    settings = surroundings(TERM="xterm-256color", **changes)
    with subprocess.Popen(
        command_line(*arguments), cwd=folder, env=settings, stdin=theirs, stdout=theirs
    ):
        os.close(theirs)
        seen = b"".join(_until_closed(ours))
    os.close(ours)
    return seen.decode()


def _until_closed(terminal: int) -> Iterator[bytes]:
    # A terminal whose other end has gone gives an error on Linux and nothing elsewhere.
    with contextlib.suppress(OSError):
        while piece := os.read(terminal, 4096):
            yield piece


# Text, for a person
