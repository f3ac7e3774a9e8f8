"""The hook in a real repository: what it stops, what it lets through, and what it says."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import docx
import pytest

from commands import ROOT, STOPS, command_line, surroundings

GOOD = "We met in May. We read the plan."
# What pre-commit does with the lines of .pre-commit-hooks.yaml, in a few lines of our own.
HOOK = """#!/bin/sh
exec {python} - <<'END'
import re, subprocess, sys
listed = ["git", "diff", "--cached", "--name-only", "--diff-filter=ACMR", "-z"]
staged = subprocess.run(listed, capture_output=True, text=True, check=True).stdout.split("\\0")
papers = [name for name in staged if re.search({files!r}, name)]
sys.exit(subprocess.call([*{entry!r}, *papers]) if papers else 0)
END
"""


def hook_settings() -> dict[str, str]:
    """Return the fields of our one hook; the file is kept simple enough to need no parser."""
    lines = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8").splitlines()
    fields = [re.fullmatch(r"[- ] ([a-z_]+): (.+)", line) for line in lines]
    return {field[1]: field[2].strip("'") for field in fields if field}


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository whose commits are checked by our hook."""

    folder: Path

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        return subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            env=surroundings(**own),
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )

    def add(self, name: str, content: bytes | str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        added = self.git("add", name)
        assert added.returncode == 0, added.stderr

    def commit(self) -> tuple[bool, str]:
        """Try to commit; return whether there is a commit now, and all that was said."""
        done = self.git("commit", "-m", "Papers")
        made = self.git("rev-parse", "--verify", "HEAD").returncode == 0
        assert made == (done.returncode == 0)
        return made, done.stdout + done.stderr


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    if not shutil.which("git"):
        pytest.skip("git is not here")
    made = Repository(tmp_path / "repository")
    made.folder.mkdir()
    made.git("init", "--quiet")
    made.git("config", "user.name", "Secretary")
    made.git("config", "user.email", "secretary@example.org")
    settings = hook_settings()
    assert settings["entry"].split()[0] == "plainspeak"
    # The name "plainspeak" may not be on the path of who runs this test.
    entry = command_line(*settings["entry"].split()[1:])
    hook = made.folder / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    python = shlex.quote(sys.executable)
    hook.write_text(HOOK.format(python=python, files=settings["files"], entry=entry))
    hook.chmod(0o755)
    return made


def word_file(text: str) -> bytes:
    paper = docx.Document()
    paper.add_paragraph(text)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def test_a_paper_with_jargon_is_not_committed_and_the_reason_is_shown(
    repository: Repository,
) -> None:
    repository.add("papers/board paper.docx", word_file(STOPS))
    made, said = repository.commit()
    assert not made
    assert "board paper.docx: at the start: “QZX” is not explained." in said
    assert "plainspeak: board paper.docx: 1 thing to put right before it is shared." in said
    assert "golden thread" not in said, "only what stops the paper is worth a line here"


def test_a_paper_that_is_plain_is_committed_without_a_word_of_ours(repository: Repository) -> None:
    repository.add("paper.docx", word_file(GOOD))
    made, said = repository.commit()
    assert made, said
    assert "plainspeak" not in said


def test_one_bad_paper_stops_the_good_ones_beside_it(repository: Repository) -> None:
    repository.add("good.docx", word_file(GOOD))
    repository.add("BAD.DOCX", word_file(STOPS))
    made, said = repository.commit()
    assert not made
    assert "BAD.DOCX: at the start: “QZX” is not explained." in said
    assert "good.docx" not in said


def test_a_paper_that_was_put_right_is_committed(repository: Repository) -> None:
    repository.add("paper.docx", word_file(STOPS))
    assert not repository.commit()[0]
    repository.add("paper.docx", word_file(GOOD))
    made, said = repository.commit()
    assert made, said


def test_files_that_are_no_papers_are_left_alone(repository: Repository) -> None:
    repository.add("notes.txt", STOPS)
    repository.add("old.docx.bak", "not a paper")
    made, said = repository.commit()
    assert made, said


def test_the_settings_of_the_repository_decide_what_stops(repository: Repository) -> None:
    repository.add("plainspeak.toml", 'fail-on = "never"\n')
    repository.add("paper.docx", word_file(STOPS))
    made, said = repository.commit()
    assert made, said


def test_stricter_settings_stop_more(repository: Repository) -> None:
    repository.add("plainspeak.toml", 'fail-on = "should"\n')
    repository.add("paper.docx", word_file("The golden thread of the plan is safety."))
    made, said = repository.commit()
    assert not made
    assert "paper.docx: at the start: “golden thread” may be new to some readers." in said


def test_a_settings_file_with_a_fault_stops_the_commit(repository: Repository) -> None:
    repository.add("plainspeak.toml", 'fail-on = "nevr"\n')
    repository.add("paper.docx", word_file(GOOD))
    made, said = repository.commit()
    assert not made
    assert "plainspeak: plainspeak.toml:1: “fail-on” cannot be “nevr”" in said


@pytest.mark.parametrize("fail_on", ["must", "never"])
@pytest.mark.parametrize("name", ["paper.docx", "paper.pdf"])
def test_a_damaged_paper_is_never_committed(
    repository: Repository, name: str, fail_on: str
) -> None:
    whole = word_file(GOOD) if name == "paper.docx" else b"%PDF-1.7\n" + bytes(range(256)) * 8
    repository.add("plainspeak.toml", f'fail-on = "{fail_on}"\n')
    repository.add(name, whole[: len(whole) // 2])
    made, said = repository.commit()
    assert not made
    assert f"plainspeak: {name}: " in said
    assert "Traceback" not in said


def test_the_hook_is_named_as_pre_commit_needs_it() -> None:
    settings = hook_settings()
    assert settings["id"] == "plainspeak"
    assert settings["entry"] == "plainspeak hook"
    assert settings["language"] == "python"
    assert (settings["pass_filenames"], settings["require_serial"]) == ("true", "true")
    assert settings["name"]
    assert settings["description"]


@pytest.mark.parametrize(
    ("name", "is_paper"),
    [
        ("paper.docx", True),
        ("papers/2026/Board Paper.PDF", True),
        ("a.b.Docx", True),
        ("paper.doc", False),
        ("paper.docx.bak", False),
        ("docx", False),
        ("papers.pdf/notes.txt", False),
        ("paperdocx", False),
        ("paper.md", False),
    ],
)
def test_the_hook_is_given_word_and_pdf_files_only(name: str, is_paper: bool) -> None:
    assert bool(re.search(hook_settings()["files"], name)) == is_paper
