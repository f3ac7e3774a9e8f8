"""What must be true of every reading, whatever the file."""

import os
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from plainspeak.document import Document
from plainspeak.errors import PaperError
from plainspeak.read import BoundedReader, Limits

LIMITS = Limits(seconds=8, cpu_seconds=5, memory_mb=700)
GRACE = 2  # seconds over the limit
MOST_GROWTH = 100  # MiB of our own process
LONGEST_LINE = 400  # letters, without the paper's name
OUT_OF_LIMITS = frozenset({"timeout", "memory", "crashed", "too-deep"})

# Categories of characters that have no place in a line on a terminal: controls, halves
# of pairs, and what ends a line or a paragraph.
_UNSAFE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

Papers = tuple[Document | PaperError, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """One reader for many files, and the folders where nothing may appear."""

    reader: BoundedReader
    papers: Path
    temporary: Path
    working: Path

    def read_bytes(self, name: str, data: bytes) -> Papers:
        """Read a file of these bytes, as below."""
        path = self.papers / name
        path.write_bytes(data)
        try:
            return self.read(path)
        finally:
            path.unlink()

    def read(self, path: Path) -> Papers:
        """Read a file, and check everything that must be true of any reading."""
        before, held = path.read_bytes(), memory_now()
        forget_peak()
        start = time.monotonic()
        papers = self.reader.read(path)
        assert time.monotonic() - start < LIMITS.seconds + GRACE
        assert memory_peak() - held < MOST_GROWTH
        assert path.read_bytes() == before
        assert papers
        for paper in papers:
            assert_sound(paper)
        self.assert_nothing_left()
        return papers

    def assert_nothing_left(self) -> None:
        assert not [*self.temporary.iterdir(), *self.working.iterdir()]
        # The one that may be there is the reading process, and it may have no others.
        assert len(started_by(os.getpid())) <= 1
        assert not [each for one in started_by(os.getpid()) for each in started_by(one)]


@contextmanager
def open_place(folders: pytest.TempPathFactory) -> Iterator[Place]:
    """Return a reader that starts in empty folders, and stops when all files are read."""
    papers, temporary, working = map(folders.mktemp, ("papers", "temporary", "working"))
    with pytest.MonkeyPatch.context() as patch, BoundedReader(LIMITS) as reader:
        patch.setenv("TMPDIR", str(temporary))
        patch.chdir(working)
        yield Place(reader, papers, temporary, working)


def reasons(papers: Papers) -> set[str]:
    return {paper.reason for paper in papers if isinstance(paper, PaperError)}


def assert_sound(paper: Document | PaperError) -> None:
    """Check that a paper was read, or that the reason why not is one plain line."""
    if isinstance(paper, PaperError):
        assert_plain(str(paper), len(paper.name))
        assert paper.reason
        assert paper.problem
        assert len(paper.cure.split()) > 1, "the line has to say what to do"
        return
    assert paper.blocks or any(gap.serious for gap in paper.gaps)
    assert sum(len(block.text) for block in paper.blocks) <= LIMITS.characters
    for block in paper.blocks:
        block.text.encode("utf-8")
        assert "\x1b" not in block.text
        assert "root:" not in block.text, "the list of users of this machine was read"


def came_from_a_fault_of_ours(paper: Document | PaperError) -> bool:
    """Say whether a reader raised something that it does not mean to raise."""
    return isinstance(paper, PaperError) and paper.problem.startswith("could not be read (")


def assert_plain(line: str, name: int = 0) -> None:
    """Check that a line is one line, safe to show, and no longer than a person will read."""
    unsafe = {mark for mark in line if unicodedata.category(mark) in _UNSAFE or mark in _TURNING}
    assert not unsafe
    assert "Traceback" not in line
    assert len(line) < LONGEST_LINE + name


def started_by(parent: int) -> set[int]:
    """Return the processes that a process has started; none where the system does not say."""
    return {process for process, above in _processes() if above == parent}


def _processes() -> Iterator[tuple[int, int]]:
    for folder in Path("/proc").glob("[0-9]*"):
        # Others come and go while we look.
        with suppress(OSError):
            # The name of the program stands in brackets and may hold anything.
            words = (folder / "stat").read_text().rpartition(")")[2].split()
            if words[0] != "Z":
                yield int(folder.name), int(words[1])


def memory_now() -> int:
    return _memory("VmRSS")


def memory_peak() -> int:
    return _memory("VmHWM")


def forget_peak() -> None:
    """Ask the system to count the peak from now on, where it can."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _memory(name: str) -> int:
    """Return so many MiB of this process, or 0 where the system does not say."""
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith(name):
                return int(line.split()[1]) // 1024
    return 0
