"""Odd places and names, and the worst files through the whole command line."""

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import chdir
from pathlib import Path

import pytest

from commands import in_new_process
from hostile import CASES
from hostile.build import pdf, word
from hostile.checks import LIMITS, Place, assert_plain, assert_sound, open_place
from plainspeak.document import Document
from plainspeak.errors import PaperError


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Return a place that stays when one file has been read, so that others follow at once."""
    with open_place(tmp_path_factory) as place:
        yield place


# What is no ordinary file


def folder(path: Path) -> None:
    path.mkdir()


def pipe(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def sink(path: Path) -> None:
    path.symlink_to("/dev/null")


def ring(path: Path) -> None:
    path.symlink_to(path)


def dangling(path: Path) -> None:
    path.symlink_to(path.with_name("gone.docx"))


def below_a_file(path: Path) -> None:
    path.touch()


def too_large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LIMITS.file_mb * 2**20 + 1)


def own_socket(path: Path) -> None:
    # The name of a socket may not be long.
    with socket.socket(socket.AF_UNIX) as server, chdir(path.parent):
        server.bind(path.name)


SPECIAL: dict[str, tuple[Callable[[Path], None], str]] = {
    "a folder": (folder, "not-a-file"),
    "a pipe": (pipe, "not-a-file"),
    "a device without an end": (device, "not-a-file"),
    "a device without anything": (sink, "not-a-file"),
    "a socket": (own_socket, "not-a-file"),
    "a link to itself": (ring, "cannot-open"),
    "a link to nothing": (dangling, "missing"),
    "a file above the limit": (too_large, "too-big"),
}


@pytest.mark.skipif(os.name == "nt", reason="this system has no such files")
@pytest.mark.parametrize(("make", "reason"), SPECIAL.values(), ids=SPECIAL)
def test_what_is_no_ordinary_file_is_refused_at_once(
    place: Place, tmp_path: Path, make: Callable[[Path], None], reason: str
) -> None:
    path = tmp_path / "paper.docx"
    make(path)
    (error,) = place.reader.read(path)
    assert isinstance(error, PaperError)
    assert error.reason == reason
    assert_sound(error)


@pytest.mark.parametrize(
    "path",
    [
        Path("a\0b.docx"),
        Path("a" * 5000),
        Path("/"),
        Path(),
        Path(".."),
        Path(__file__, "x.pdf"),
    ],
    ids=["null", "long", "root", "here", "above", "below a file"],
)
def test_a_path_that_can_be_no_paper_is_refused(place: Place, path: Path) -> None:
    (error,) = place.reader.read(path)
    assert isinstance(error, PaperError)
    assert error.name
    assert_plain(str(error), len(error.name))


# Names

NAMES = [
    "two\nlines.docx",
    "return\rback.docx",
    "\x1b[31mred\x1b[0m.docx",
    "\x1b]0;title\x07.docx",
    "\u202excod.cod.docx",
    "zero\u200bwidth\ufeff.docx",
    "line\u2028end\u2029.docx",
    os.fsdecode(b"latin-\xe9-\xff.docx"),
    "-o.docx",
    "%s%n{}.docx",
    "'; rm -rf x; '.docx",
    "a" * 200 + ".docx",
]


@pytest.mark.skipif(os.name == "nt", reason="this system has no such names")
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_no_name_of_a_file_upsets_a_reading_or_a_line(place: Place, name: str) -> None:
    (paper,) = place.read_bytes(name, word())
    assert isinstance(paper, Document)
    assert paper.name == name
    (error,) = place.read_bytes(name, b"PK\x03\x04 nothing more")
    assert isinstance(error, PaperError)


# The whole command line

WORST = {
    "root-is-itself.pdf": "seconds",
    "flate-bomb-packed-twice.pdf": "",
    "pages-20000.pdf": "pages",
    "bomb-of-spaces.docx": "",
    "parts-70000.docx": "parts",
    "xml-laughs.docx": "",
    "unknown-100000-deep.docx": "",
    "text-of-3-million.docx": "characters",
    "zip-in-zips-bomb.zip": "",
    "open-bomb.odt": "",
    "slides-laughs.pptx": "",
    "noise.pdf": "",
    "empty.docx": "empty",
    "text-noise-of-1-mib.txt": "",
}
SHORT = ("--limit", "seconds=8", "--limit", "cpu-seconds=4")


@pytest.mark.parametrize(("name", "says"), WORST.items(), ids=WORST)
def test_the_worst_files_end_the_command_line_with_3_and_one_line(
    tmp_path: Path, name: str, says: str
) -> None:
    (tmp_path / name).write_bytes(CASES[name]())
    answer = in_new_process(tmp_path, "check", name, *SHORT, seconds=20)
    (line,) = answer.err.splitlines()
    assert (answer.code, answer.out) == (3, "")
    assert line.startswith(f"plainspeak: {name}")
    assert says in line
    assert_plain(line)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_hostile_files_do_not_keep_others_from_being_checked(tmp_path: Path) -> None:
    (tmp_path / "1.pdf").write_bytes(CASES["root-is-itself.pdf"]())
    (tmp_path / "2.docx").write_bytes(word())
    (tmp_path / "3.pdf").write_bytes(CASES["flate-bomb-packed-twice.pdf"]())
    (tmp_path / "4.pdf").write_bytes(pdf())
    answer = in_new_process(tmp_path, "check", ".", *SHORT, seconds=60)
    assert answer.code == 3
    assert len(answer.err.splitlines()) == 2
    assert "2.docx" in answer.out
    assert "4.pdf" in answer.out


@pytest.mark.skipif(os.name == "nt", reason="this system has no such names")
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_no_name_of_a_file_reaches_the_screen_unchanged_by_care(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04 nothing more")
    answer = in_new_process(tmp_path, "check", "./" + name)
    assert answer.code == 3
    (line,) = answer.err.splitlines()
    assert_plain(line)
    (tmp_path / name).write_bytes(word())
    answer = in_new_process(tmp_path, "check", "./" + name)
    assert (answer.code, answer.err) == (0, "")
    for line in answer.out.splitlines():
        assert_plain(line)
