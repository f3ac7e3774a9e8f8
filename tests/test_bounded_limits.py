"""Every limit limits, in every kind of file, and what is below it is read."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from commands import surroundings
from hostile import CASES
from hostile.build import W, entry, joined, p, showing, word, word_parts, zipped
from hostile.checks import assert_sound
from hostile.letters import mail
from hostile.others import SHAPE, odt, pptx
from hostile.pdfs import many_pages
from plainspeak.document import Document
from plainspeak.errors import PaperError, UsageError
from plainspeak.read import BoundedReader, Limits

WORDS = "We met in May and read the plan. " * 100  # 3,300 characters
PDF_WORDS = b" ".join(
    b"1 0 0 1 50 %d Tm (%s) Tj" % (at, b"plan " * 16) for at in range(700, 100, -14)
)

LONG: dict[str, bytes] = {
    "paper.docx": word(p(WORDS)),
    "paper.pdf": showing(b"BT /F1 9 Tf " + PDF_WORDS + b" ET"),
    "paper.odt": odt(f"<text:p>{WORDS}</text:p>"),
    "paper.pptx": pptx(SHAPE.replace("May", WORDS)),
    "paper.html": f"<html><body><p>{WORDS}</p></body></html>".encode(),
    "paper.txt": WORDS.encode(),
    "paper.md": WORDS.encode(),
    "paper.eml": mail(f"Content-Type: text/plain\r\n\r\n{WORDS}\r\n"),
    "papers.zip": zipped({"paper.txt": WORDS}),
}


def read(folder: Path, name: str, data: bytes, limits: Limits) -> list[str]:
    """Return the reason why each paper was refused, or "read"."""
    path = folder / name
    path.write_bytes(data)
    with BoundedReader(limits) as reader:
        papers = reader.read(path)
    for paper in papers:
        assert_sound(paper)
    return [paper.reason if isinstance(paper, PaperError) else "read" for paper in papers]


@pytest.mark.parametrize("name", LONG)
def test_no_kind_of_paper_may_have_more_characters(tmp_path: Path, name: str) -> None:
    assert "too-much-text" in read(tmp_path, name, LONG[name], Limits(characters=2000))
    assert read(tmp_path, name, LONG[name], Limits(characters=5000)) == ["read"]


@pytest.mark.parametrize("name", LONG)
def test_no_file_may_be_larger(tmp_path: Path, name: str) -> None:
    data = LONG[name] + b"\n" * (2**20 + 1 - len(LONG[name]))
    assert read(tmp_path, name, data, Limits(file_mb=1)) == ["too-big"]
    assert "too-big" not in read(tmp_path, name, data[:-1], Limits(file_mb=1))


def test_no_pdf_may_have_more_pages(tmp_path: Path) -> None:
    data = many_pages(6)
    assert read(tmp_path, "paper.pdf", data, Limits(pages=5)) == ["too-many-pages"]
    assert read(tmp_path, "paper.pdf", data, Limits(pages=6)) == ["read"]


def test_no_slides_may_be_more_than_pages(tmp_path: Path) -> None:
    data = pptx(slides=6)
    assert "read" not in read(tmp_path, "paper.pptx", data, Limits(pages=5))
    assert read(tmp_path, "paper.pptx", data, Limits(pages=6)) == ["read"]


def more_parts(parts: dict[str, bytes | str], count: int) -> bytes:
    more = {f"more/{number}.xml": "<a/>" for number in range(count - len(parts))}
    return zipped({**parts, **more})


def test_no_zip_may_have_more_entries(tmp_path: Path) -> None:
    for count, outcome in ((11, "too-many-parts"), (10, "read")):
        data = more_parts(word_parts(), count)
        assert read(tmp_path, "paper.docx", data, Limits(zip_entries=10)) == [outcome]
    texts = joined(entry(f"{number}.txt", b"We met in May.") for number in range(11))
    assert read(tmp_path, "papers.zip", texts, Limits(zip_entries=10)) == ["too-many-parts"]
    assert read(tmp_path, "papers.zip", texts, Limits(zip_entries=11)) == ["read"] * 11


HALF = f"<!--{'x' * 700_000}-->"
STYLES = f'{HALF}<w:styles xmlns:w="{W}"/>'


def test_no_part_may_unpack_to_more(tmp_path: Path) -> None:
    large = word(f"<!--{'x' * 2**20}-->")
    assert read(tmp_path, "paper.docx", large, Limits(part_mb=1)) == ["too-big"]
    assert read(tmp_path, "paper.docx", large, Limits(part_mb=2)) == ["read"]
    large = odt(f"<!--{'x' * 2**20}-->")
    assert read(tmp_path, "paper.odt", large, Limits(part_mb=1)) == ["too-big"]
    large = pptx(f"<!--{'x' * 2**20}-->")
    assert read(tmp_path, "paper.pptx", large, Limits(part_mb=1)) == ["too-big"]
    large = zipped({"paper.txt": WORDS * 400})
    assert read(tmp_path, "papers.zip", large, Limits(part_mb=1)) == ["too-big"]


def test_all_parts_together_may_not_unpack_to_more(tmp_path: Path) -> None:
    two = word(
        HALF, [("styles", "styles.xml"), ("footnotes", "notes.xml")], styles=STYLES, notes=HALF
    )
    assert read(tmp_path, "paper.docx", two, Limits(parts_mb=1)) == ["too-big"]
    two = zipped({"1.txt": WORDS * 220, "2.txt": WORDS * 220})
    assert read(tmp_path, "papers.zip", two, Limits(parts_mb=1)) == ["read", "too-big"]
    assert read(tmp_path, "papers.zip", two, Limits(parts_mb=2)) == ["read", "read"]


def test_no_answer_may_be_longer(tmp_path: Path) -> None:
    data = b"We met in May.\n\n" * 20_000
    assert read(tmp_path, "paper.txt", data, Limits(answer_mb=1)) == ["too-much-text"]
    assert read(tmp_path, "paper.txt", data, Limits(answer_mb=10)) == ["read"]


def test_no_paper_may_take_more_of_the_processor(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    path.write_bytes(CASES["root-is-itself.pdf"]())
    with BoundedReader(Limits(seconds=50, cpu_seconds=1)) as reader:
        (error,) = reader.read(path)
    assert isinstance(error, PaperError)
    assert error.reason in {"timeout", "damaged"}


def test_a_slow_paper_does_not_use_up_the_time_of_the_next(tmp_path: Path) -> None:
    slow, quick = tmp_path / "slow.docx", tmp_path / "quick.txt"
    slow.write_bytes(CASES["tables-20000.docx"]())
    quick.write_text("We met in May.")
    with BoundedReader(Limits(cpu_seconds=3)) as reader:
        outcomes = [reader.read(path)[0] for path in (slow, quick, slow, quick, slow, quick)]
    assert all(isinstance(outcome, Document) for outcome in outcomes[1::2])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps this limit")
@pytest.mark.parametrize("name", ["bomb-of-60-mib-of-words.docx", "flate-bomb-packed-twice.pdf"])
def test_no_paper_may_take_more_memory(tmp_path: Path, name: str) -> None:
    paper, fine = tmp_path / name, tmp_path / "fine.docx"
    paper.write_bytes(CASES[name]())
    fine.write_bytes(word())
    with BoundedReader(Limits(memory_mb=250, characters=10**8)) as reader:
        (error,) = reader.read(paper)
        assert isinstance(error, PaperError)
        assert error.reason in {"memory", "crashed", "too-big"}
        (read,) = reader.read(fine)
        assert isinstance(read, Document)


def test_a_limit_that_is_raised_is_raised(tmp_path: Path) -> None:
    limits = Limits().changed("characters", "2000").changed("pages", "7")
    assert limits == replace(Limits(), characters=2000, pages=7)
    for name, value in (("characters", "many"), ("pages", "0"), ("pages", "-1"), ("pagse", "7")):
        with pytest.raises(UsageError):
            limits.changed(name, value)


# What the process itself is held to

REFUSED = {
    "a connection": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "a socket": "import socket; socket.socket()",
    "the name of a machine": "import socket; socket.getaddrinfo('example.org', 80)",
    "a web address": "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
    "a new file": "open('new.txt', 'w')",
    "a file to add to": "open('old.txt', 'a')",
    "a file by number": "import os; os.open('new.txt', os.O_CREAT | os.O_RDWR)",
    "a temporary file": "import tempfile; tempfile.mkstemp(dir='.')",
    "a folder": "import os; os.mkdir('new')",
    "a file to delete": "import os; os.remove('old.txt')",
    "another name for a file": "import os; os.rename('old.txt', 'new.txt')",
    "a link": "import os; os.symlink('old.txt', 'new.txt')",
    "a program": "import subprocess, sys; subprocess.run([sys.executable, '-c', ''])",
    "a shell": "import os; os.system('true')",
    "a copy of itself": "import os; os.fork()",
    "another program in its place": "import os; os.execv('/bin/true', ['true'])",
    "to end us": "import os; os.kill(os.getppid(), 9)",
}
HELD = """
from plainspeak.read.limits import Limits
from plainspeak.read.worker import hold_to, refuse_network_and_writes
hold_to(Limits(memory_mb=300, open_files=20))
refuse_network_and_writes(may_start=False)
try:
    {want}
except {error}:
    print("refused")
"""


@pytest.mark.parametrize("want", REFUSED.values(), ids=REFUSED)
def test_a_reading_process_may_not_have(tmp_path: Path, want: str) -> None:
    (tmp_path / "old.txt").write_text("We met in May.")
    assert run_held(tmp_path, want, "PermissionError") == "refused\n"
    assert [path.name for path in tmp_path.iterdir()] == ["old.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps these limits")
@pytest.mark.parametrize(
    ("want", "error"),
    [("bytearray(2**29)", "MemoryError"), ("x = [open('old.txt') for _ in range(30)]", "OSError")],
)
def test_the_system_keeps_a_reading_process_to_its_limits(
    tmp_path: Path, want: str, error: str
) -> None:
    (tmp_path / "old.txt").write_text("We met in May.")
    assert run_held(tmp_path, want, error) == "refused\n"


def run_held(folder: Path, want: str, error: str) -> str:
    script = HELD.format(want=want, error=error)
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env=surroundings(),
        capture_output=True,
        text=True,
        timeout=30,
    )
    return done.stdout
