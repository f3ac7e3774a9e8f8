"""Where "plainspeak check" writes its report, and where it never does."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from commands import (
    CLEAN,
    LONG,
    STOPS,
    Answer,
    command_line,
    plainspeak,
    saved,
    surroundings,
)

ON_A_FULL_DISK = """
import resource
from plainspeak_cli.main import cli
resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))
cli()
"""


@pytest.mark.parametrize("form", ["text", "json"])
def test_output_goes_to_the_file_and_not_to_the_screen(tmp_path: Path, form: str) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    shown = plainspeak(tmp_path, "check", "paper.txt", "--format", form)
    answer = plainspeak(tmp_path, "check", "paper.txt", "--format", form, "-o", "report")
    assert answer == Answer(1, "", "")
    assert (tmp_path / "report").read_text(encoding="utf-8") == shown.out


def test_a_report_that_cannot_be_written_whole_leaves_the_old_one_alone(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="this system has no limit to set")
    saved(tmp_path, "paper.txt", LONG)
    saved(tmp_path, "report.json", "the old report")
    done = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, "check", "paper.txt", "-o", "report.json"],
        cwd=tmp_path,
        env=surroundings(),
        capture_output=True,
    )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("plainspeak: report.json: cannot be written")
    assert (tmp_path / "report.json").read_text(encoding="utf-8") == "the old report"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["paper.txt", "report.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_report_may_be_read_by_whoever_may_read_other_new_files(tmp_path: Path) -> None:
    paper = saved(tmp_path, "paper.txt", CLEAN)
    plainspeak(tmp_path, "check", "paper.txt", "-o", "report.txt")
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (paper, tmp_path / "report.txt")]
    assert modes[0] == modes[1]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_output_never_takes_the_place_of_a_device_such_as_dev_null(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", CLEAN)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        plainspeak(tmp_path, "check", "paper.txt", "-o", "pipe")
        assert stat.S_ISFIFO(pipe.stat().st_mode)
    finally:
        os.close(reader)


@pytest.mark.parametrize("output", ["paper.txt", "./paper.txt", "link.txt", "sub/../paper.txt"])
def test_a_report_is_never_written_over_the_paper(tmp_path: Path, output: str) -> None:
    paper = saved(tmp_path, "paper.txt", STOPS)
    (tmp_path / "sub").mkdir()
    (tmp_path / "link.txt").symlink_to(paper)
    answer = plainspeak(tmp_path, "check", "paper.txt", "-o", output)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith("plainspeak: ")
    assert "is being read itself" in answer.err
    assert paper.read_text(encoding="utf-8") == STOPS


def test_a_report_is_never_written_over_a_paper_of_the_folder(tmp_path: Path) -> None:
    paper = saved(tmp_path, "papers/one.txt", STOPS)
    answer = plainspeak(tmp_path, "check", "papers", "-o", "papers/one.txt")
    assert answer.code == 2
    assert paper.read_text(encoding="utf-8") == STOPS


def test_a_report_cannot_go_into_a_folder_that_is_not_there(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    answer = plainspeak(tmp_path, "check", "paper.txt", "-o", "nowhere/report.txt")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1


def test_a_reader_that_goes_away_is_no_fault_of_ours(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", "\n\n".join([STOPS] * 2000))
    with subprocess.Popen(
        command_line("check", "paper.txt", "--format", "json", "--with-text"),
        cwd=tmp_path,
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""


# What stops a paper
