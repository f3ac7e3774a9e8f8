"""The DOCX reader, measured on the papers and transcripts of others, where they are here."""

import time
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from conftest import ROOT, shared
from plainspeak.errors import PaperError
from plainspeak.read.bounded_zip import REFUSALS
from plainspeak.read.docx import open_styles, read_docx
from plainspeak.read.docx.package import Package
from plainspeak.read.docx.walk import paragraphs_with_words

# A little below what was measured: docs/reading-docx.md has the figures.
LEAST_KEPT, LEAST_WHOLE = 0.99, 0.99
LEAST_MIDDLE_WORDS, LEAST_WORDS, LEAST_HEADINGS = 0.995, 0.98, 0.91
MOST_SECONDS, MOST_MEBIBYTES = 1.0, 400


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT))
    return import_module("benchmarks.read_docx")


@pytest.fixture
def transcripts(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT))
    return import_module("benchmarks.transcripts")


def files(*parts: str) -> list[Path]:
    return sorted(shared(*parts).glob("*.do[ct][xm]"))


def test_every_real_paper_is_read_whole(benchmark: ModuleType) -> None:
    kept = {path.name: benchmark.measure(path)["kept"] for path in files("papers")}
    whole = [name for name, share in kept.items() if share >= LEAST_KEPT]
    assert len(whole) >= LEAST_WHOLE * len(kept), min(kept, key=lambda name: kept[name])


def test_blocks_of_every_real_paper_are_the_paragraphs_of_the_walk() -> None:
    for path in files("papers"):
        data = path.read_bytes()
        document = read_docx(path.name, data)
        assert [block.number for block in document.blocks] == list(range(len(document.blocks)))
        package = Package(path.name, data)
        walked = paragraphs_with_words(package, open_styles(package))
        for paragraph, block in zip(walked, document.blocks, strict=True):
            assert paragraph.text == block.text
            assert "".join(piece.text for piece in paragraph.pieces) == block.text


def test_every_difficult_file_gives_a_document_or_one_clear_line(benchmark: ModuleType) -> None:
    reasons = set()
    for path in files("hostile", "docx"):
        started = time.process_time()
        try:
            read_docx(path.name, path.read_bytes())
        except PaperError as error:
            reasons.add(error.reason)
            continue
        assert time.process_time() - started < 5, path.name
        assert benchmark.measure(path)["kept"] >= LEAST_KEPT, path.name
    assert reasons <= REFUSALS.keys()


def test_papers_agree_with_their_transcripts(transcripts: ModuleType) -> None:
    compared = transcripts.compare_folder(shared("papers"))
    words = sorted(each.words for each in compared)
    assert words[len(words) // 2] >= LEAST_MIDDLE_WORDS
    assert words[0] >= LEAST_WORDS
    assert transcripts.total(compared).f1 >= LEAST_HEADINGS


def test_paper_of_430_pages_is_read_within_a_second(benchmark: ModuleType, tmp_path: Path) -> None:
    paper = tmp_path / "made.docx"
    benchmark.make_paper(paper)
    reading = benchmark.reading_of(paper)
    assert reading.kept == 1.0
    assert reading.seconds <= MOST_SECONDS
    assert reading.mebibytes <= MOST_MEBIBYTES
    assert read_docx(paper.name, paper.read_bytes()).pages == benchmark.PAGES + 1
