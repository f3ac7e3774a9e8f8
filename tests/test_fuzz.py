"""Sound files, spoilt at random, give papers or one plain line, for as long as we try.

PLAINSPEAK_FUZZ_SECONDS says how long, and PLAINSPEAK_FUZZ_SEED where to begin: the same
seed gives the same files. A failure names the seed and the number of its file.
"""

import io
import itertools
import os
import random
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from conftest import ROOT
from hostile import CASES, MAY_REACH_A_LIMIT
from hostile.build import entry, joined, p, pdf, word, word_parts, zipped
from hostile.checks import assert_sound, came_from_a_fault_of_ours
from hostile.letters import PLAIN, attached, mail, parted
from hostile.others import odt, pptx
from plainspeak.errors import PaperError
from plainspeak.read import BoundedReader, Limits
from plainspeak.read.docx import read_docx
from plainspeak.read.pdf import fallback, read_pdf

SECONDS = float(os.environ.get("PLAINSPEAK_FUZZ_SECONDS", 60 if os.environ.get("CI") else 10))
SEED = os.environ.get("PLAINSPEAK_FUZZ_SEED", "1")
LIMITS = Limits(seconds=6, cpu_seconds=4, memory_mb=700)
SMALL = 20_000  # bytes

TEXT = b"# Plan\n\nWe met in *May*. We read [the plan](https://example.org).\n\n- one\n- two\n"
PAGE = b"<html><body><h1>Plan</h1><p>We met in <b>May</b>.</p><table><tr><td>a</td></tr></table>"
SOUND: dict[str, bytes] = {
    "paper.docx": word(p("<w:tab/>") * 3),
    "paper.pdf": pdf(),
    "paper.odt": odt(),
    "paper.pptx": pptx(),
    "paper.html": PAGE,
    "paper.md": TEXT,
    "paper.txt": TEXT,
    "paper.eml": mail(parted(PLAIN, attached("a.docx", word()))),
    "papers.zip": zipped({"a.txt": TEXT, "b.docx": word()}),
    **{
        path.name: path.read_bytes()
        for path in sorted(ROOT.glob("examples/*"))
        if path.suffix in {".docx", ".pdf"}
    },
}
ODD_NUMBERS = (b"0", b"-1", b"2147483648", b"9" * 30, b"1e999", b"NaN", b"")
ODD_BYTES = (b"\0", b"\xff", b"<", b">", b"&", b"/", b"(", b"[", b"%", b"\x1b", b"\xed\xa0\x80")


def spoilt(at: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """Return bytes with some damage of one kind."""
    start = at.randrange(len(data) + 1)
    end = min(len(data), start + at.choice((1, 4, 30, 500, 9000)))
    match at.choice(("flip", "cut", "leave out", "twice", "insert", "splice", "number", "move")):
        case "flip":
            changed = bytearray(data)
            for _ in range(at.choice((1, 1, 3, 20))):
                changed[at.randrange(len(data))] = at.randrange(256)
            return bytes(changed)
        case "cut":
            return data[:start]
        case "leave out":
            return data[:start] + data[end:]
        case "twice":
            return data[:end] + data[start:end] * at.choice((1, 2, 50)) + data[end:]
        case "insert":
            return data[:start] + at.choice(ODD_BYTES) * at.choice((1, 9, 300)) + data[start:]
        case "splice":
            other = at.choice(others)
            cut = at.randrange(len(other) + 1)
            return data[:start] + other[cut : cut + at.choice((20, 400, 5000))] + data[end:]
        case "number":
            return _odd_number(at, data)
        case _:
            return data[:start] + data[end:] + data[start:end]


def _odd_number(at: random.Random, data: bytes) -> bytes:
    figures = [place for place, byte in enumerate(data) if 48 <= byte <= 57]
    if not figures:
        return data
    place = at.choice(figures)
    return data[:place] + at.choice(ODD_NUMBERS) + data[place + 1 :]


def spoilt_inside(at: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """Return a zip one of whose parts is spoilt, so that more than its sum is found wrong."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist() if name[-1] != "/"}
    chosen = at.choice(sorted(name for name in parts if parts[name]))
    for _ in range(at.choice((1, 1, 3))):
        parts[chosen] = spoilt(at, parts[chosen] or b" ", others)
    return joined(entry(name, part, stored=name == "mimetype") for name, part in parts.items())


def small_hostile_files() -> list[tuple[str, bytes]]:
    names = [name for name in CASES if "000" not in name and name not in MAY_REACH_A_LIMIT]
    made = ((name, CASES[name]()) for name in names)
    return [(name, data) for name, data in made if 0 < len(data) < SMALL]


def spoilt_files(seed: str) -> Iterator[tuple[str, bytes]]:
    """Yield spoilt files without end, the same for the same seed."""
    sound, hostile = list(SOUND.items()), small_hostile_files()
    others = [data for _, data in sound + hostile]
    for number in itertools.count():
        at = random.Random(f"{seed}/{number}")
        name, data = at.choice(sound if at.random() < 0.7 else hostile)
        is_zip = data.startswith(b"PK\x03\x04") and name in SOUND
        for _ in range(at.choice((1, 1, 2))):
            if is_zip and at.random() < 0.7:
                data = spoilt_inside(at, data, others)
            else:
                data, is_zip = spoilt(at, data or b" ", others), False
        yield name, data


def test_spoilt_files_give_papers_or_one_plain_line(tmp_path: Path) -> None:
    until = time.monotonic() + SECONDS
    with BoundedReader(LIMITS) as reader:
        for number, (name, data) in enumerate(spoilt_files(SEED)):
            if time.monotonic() > until:
                break
            path = tmp_path / name
            path.write_bytes(data)
            try:
                for paper in reader.read(path):
                    assert_sound(paper)
                    assert not came_from_a_fault_of_ours(paper)
            except AssertionError as error:
                kept = Path(os.environ.get("PLAINSPEAK_FUZZ_KEEP", tmp_path), f"{number}-{name}")
                kept.write_bytes(data)
                pytest.fail(f"seed {SEED}, file {number}, kept as {kept}: {error}")
            path.unlink()
    assert number > SECONDS, "hardly any files were tried"


def test_spoilt_files_are_the_same_for_the_same_seed() -> None:
    first, second = (list(itertools.islice(spoilt_files("7"), 40)) for _ in range(2))
    assert first == second
    assert first != list(itertools.islice(spoilt_files("8"), 40))


# In this process, where nothing hides what a reader raises

CALM = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
DOCUMENT = str(word_parts(p("We met."))["word/document.xml"]).encode()
PIECES = st.sampled_from(
    [b"<w:p>", b"</w:p>", b"<w:tbl>", b"<w:tr>", b"<w:tc>", b"</w:tc>", b"<w:r>", b"<w:t>we</w:t>",
     b'<w:gridSpan w:val="9"/>', b"<w:vMerge/>", b"<w:sdt>", b"<w:sdtContent>", b"<w:ins>",
     b'<w:fldChar w:fldCharType="begin"/>', b'<w:fldChar w:fldCharType="end"/>', b"<w:del>",
     b'<w:numPr><w:numId w:val="1"/></w:numPr>', b'<w:pStyle w:val="x"/>', b"<w:pPr>", b"</w:pPr>",
     b'<w:footnoteReference w:id="1"/>', b"<w:br/>", b"<w:sectPr/>", b"<m:oMath>", b"<w:pict>"]
)  # fmt: skip


def only_refuses(name: str, data: bytes) -> None:
    """Read a file; anything but a refusal goes on up."""
    try:
        document = (read_docx if name.endswith("docx") else read_pdf)(name, data)
    except PaperError as error:
        assert_sound(error)
    else:
        assert_sound(document)


@CALM
@given(st.binary(max_size=300))
@example(b"PK\x03\x04")
def test_no_bytes_make_the_word_reader_raise_anything_else(data: bytes) -> None:
    only_refuses("paper.docx", data)


@CALM
@given(st.lists(PIECES, max_size=25), st.booleans())
def test_no_order_of_elements_makes_the_word_reader_raise_anything_else(
    pieces: list[bytes], well_formed: bool
) -> None:
    body = b"".join(pieces)
    if well_formed:
        # Each stands alone or in the ones before it.
        opened = [piece for piece in pieces if not piece.endswith(b"/>") and b"</" not in piece]
        body = b"".join(piece for piece in pieces if b"</" not in piece or b"<w:t>" in piece)
        body += b"".join(b"</" + piece[1:] for piece in reversed(opened))
    data = DOCUMENT.replace(b"</w:body>", body + b"</w:body>")
    only_refuses("paper.docx", zipped({**word_parts(), "word/document.xml": data}))


@CALM
@given(st.binary(max_size=300), st.integers(0, len(pdf())), st.integers(0, 60))
def test_no_bytes_make_the_pdf_reader_raise_anything_else(
    monkeypatch: pytest.MonkeyPatch, data: bytes, start: int, length: int
) -> None:
    def not_here(*_: object) -> None:
        raise ValueError("pdfminer may go on for ever, and here nothing would stop it")

    monkeypatch.setattr(fallback, "read_pages", not_here)
    only_refuses("paper.pdf", b"%PDF-1.7\n" + data)
    only_refuses("paper.pdf", pdf()[:start] + data[:length] + pdf()[start + length :])
