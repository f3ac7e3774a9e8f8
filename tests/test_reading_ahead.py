"""Papers come in order, are read ahead, and the reading ends with whoever wanted them."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from commands import command_line, surroundings
from hostile import CASES
from hostile.checks import started_by
from plainspeak.document import Document
from plainspeak.errors import PaperError
from plainspeak.read import BoundedReader, read_papers

posix = pytest.mark.skipif(not Path("/proc").exists(), reason="this system does not say")


def soon(true: Callable[[], bool], seconds: float = 5) -> bool:
    """Say whether something comes true within these seconds."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.02)
    return true()


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{number}.txt" for number in range(8)]
    for path in paths:
        path.write_text(f"We met in room {path.stem}.")
    return paths


@pytest.fixture
def endless(tmp_path: Path) -> Path:
    """Return a file that keeps its reader busy until a limit is reached."""
    path = tmp_path / "endless.pdf"
    path.write_bytes(CASES["root-is-itself.pdf"]())
    return path


def test_papers_come_in_the_order_of_their_files(papers: list[Path]) -> None:
    papers.insert(3, papers[0].with_name("gone.txt"))
    found = list(read_papers(papers))
    assert [isinstance(paper, Document) for paper in found] == [path.exists() for path in papers]
    assert [Path(paper.name).name for paper in found] == [path.name for path in papers]
    assert started_by(os.getpid()) == set()


def test_no_files_give_no_papers() -> None:
    assert list(read_papers([])) == []


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the files that are read, while nothing really is."""
    paths: list[Path] = []

    def read(_: BoundedReader, path: Path) -> tuple[PaperError]:
        paths.append(path)
        return (PaperError(path.name, "fine", "was read", "go on"),)

    monkeypatch.setattr(BoundedReader, "read", read)
    return paths


def test_some_papers_are_read_before_they_are_asked_for_and_not_all(
    asked: list[Path], papers: list[Path]
) -> None:
    found = read_papers(papers)
    assert soon(lambda: len(asked) >= 2)
    time.sleep(0.1)
    assert 2 <= len(asked) < len(papers)
    assert [paper.name for paper in found] == [path.name for path in papers]


@pytest.mark.parametrize("taken", [0, 1, 3])
def test_reading_stops_when_the_caller_does(
    asked: list[Path], papers: list[Path], taken: int
) -> None:
    before = threading.active_count()
    found = read_papers(papers * 50)
    for _ in range(taken):
        next(found)
    del found
    assert soon(lambda: threading.active_count() == before)
    assert len(asked) < taken + 5


def test_an_error_of_ours_is_not_kept_from_the_caller(
    monkeypatch: pytest.MonkeyPatch, papers: list[Path]
) -> None:
    def read(_: BoundedReader, path: Path) -> tuple[PaperError]:
        raise RuntimeError("a fault of our own")

    monkeypatch.setattr(BoundedReader, "read", read)
    with pytest.raises(RuntimeError, match="fault of our own"):
        list(read_papers(papers))


def test_a_caller_who_stops_early_does_not_wait_for_a_hostile_file(
    papers: list[Path], endless: Path
) -> None:
    found = read_papers([papers[0], endless])
    assert next(found).name == "0.txt"
    start = time.monotonic()
    del found
    assert time.monotonic() - start < 2
    assert started_by(os.getpid()) == set()


# The program as a whole

LEAVES = """
import sys
from pathlib import Path
from plainspeak.read import read_papers
papers = read_papers([Path({path!r})])
import time
time.sleep(1)
print("going", flush=True)
{leave}
"""


@posix
@pytest.mark.parametrize("leave", ["sys.exit(7)", "raise SystemExit(7)", "del papers; sys.exit(7)"])
def test_a_program_that_ends_takes_the_reading_with_it(endless: Path, leave: str) -> None:
    script = LEAVES.format(path=str(endless), leave=leave)
    with subprocess.Popen(
        [sys.executable, "-c", script], env=surroundings(), stdout=subprocess.PIPE
    ) as program:
        assert soon(lambda: bool(started_by(program.pid)), 10)
        (worker,) = started_by(program.pid)
        assert program.stdout
        assert program.stdout.readline() == b"going\n"
        start = time.monotonic()
        assert program.wait() == 7
        assert time.monotonic() - start < 3
    assert soon(lambda: not Path(f"/proc/{worker}").exists(), 2)


@posix
@pytest.mark.parametrize(
    ("how", "seconds"), [(signal.SIGINT, 2), (signal.SIGTERM, 12), (signal.SIGKILL, 12)]
)
def test_a_reading_process_does_not_outlive_the_command_line_for_long(
    endless: Path, how: signal.Signals, seconds: float
) -> None:
    limits = ("--limit", "seconds=6", "--limit", "cpu-seconds=20")
    with subprocess.Popen(
        command_line("check", endless, *limits),
        env=surroundings(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as program:
        assert soon(lambda: bool(started_by(program.pid)), 10)
        (worker,) = started_by(program.pid)
        time.sleep(2)
        program.send_signal(how)
        program.wait(5)
    assert soon(lambda: not Path(f"/proc/{worker}").exists(), seconds)
