"""Measure how every PDF in a folder is read, and print a table.

    python3 dev.py run benchmarks.read_pdf FOLDER

Each file is read in a process of its own, so that its memory can be told. The time is that
of the processor from bytes to blocks, without the start of Python. At the end, pages of the
folder are put together to one long paper, and that is read three times.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import pypdfium2 as pdfium

from benchmarks.memory import most_memory
from plainspeak.document import SET_ASIDE
from plainspeak.errors import PaperError
from plainspeak.read.pdf import read_pdf

SECONDS = 120  # for one file
RUNS = 3
MOST_SECONDS, PAGES, MOST_MB = 2.5, 300, 400


@dataclass(frozen=True, slots=True)
class Reading:
    """How one file was read; ``outcome`` is "read", "read in part" or why it was refused."""

    name: str
    outcome: str
    pages: int = 0
    words: int = 0
    seconds: float = 0.0
    megabytes: float = 0.0


def main(arguments: list[str]) -> None:
    """Read each file of a folder, or one file for the process that was started for it."""
    if arguments[:1] == ["--one"]:
        print(json.dumps(asdict(measured(Path(arguments[1])))))
    elif arguments:
        papers = sorted(Path(arguments[0]).glob("*.pdf"))
        show([in_new_process(path) for path in papers])
        with tempfile.TemporaryDirectory() as folder:
            long = Path(folder, "long.pdf")
            if join(papers, long):
                show_long([in_new_process(long) for _ in range(RUNS)])
    else:
        print(__doc__)


def in_new_process(path: Path) -> Reading:
    """Return how a file is read in a process of its own, or what became of that."""
    command = [sys.executable, "-m", "benchmarks.read_pdf", "--one", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return Reading(path.name, "too slow", seconds=SECONDS)
    if done.returncode:
        return Reading(path.name, "CRASHED")
    return Reading(**json.loads(done.stdout))


def measured(path: Path) -> Reading:
    """Read a file here and now, and return how that went."""
    data = path.read_bytes()
    start = time.process_time()
    outcome, pages, words = outcome_of(path.name, data)
    seconds = time.process_time() - start
    return Reading(path.name, outcome, pages, words, seconds, most_memory())


def outcome_of(name: str, data: bytes) -> tuple[str, int, int]:
    """Return what became of a file, and how many pages and words it gave."""
    try:
        document = read_pdf(name, data)
    except PaperError as error:
        return error.reason, 0, 0
    texts = (block.text for block in document.blocks if block.kind not in SET_ASIDE)
    serious = any(gap.serious for gap in document.gaps)
    words = sum(len(text.split()) for text in texts)
    return "read in part" if serious else "read", document.pages or 0, words


def show(readings: list[Reading]) -> None:
    """Print the table, and what it comes to."""
    print(f"{'outcome':<17} {'pages':>5} {'words':>7} {'seconds':>7} {'MB':>5}  file")
    for each in readings:
        counts = f"{each.pages:>5} {each.words:>7} {each.seconds:>7.2f} {each.megabytes:>5.0f}"
        print(f"{each.outcome:<17} {counts}  {each.name}")
    pages = sum(each.pages for each in readings)
    seconds = sum(each.seconds for each in readings)
    most = max((each.megabytes for each in readings), default=0)
    print(f"{len(readings)} files, {pages} pages in {seconds:.1f} s, largest memory {most:.0f} MB")


def join(papers: list[Path], target: Path) -> bool:
    """Put the pages of some papers together until there are enough; tags are lost."""
    long = pdfium.PdfDocument.new()
    for path in papers:
        try:
            paper = pdfium.PdfDocument(path)
            long.import_pages(paper, range(min(len(paper), PAGES - len(long))))
        except (pdfium.PdfiumError, ValueError):
            continue
        if len(long) >= PAGES:
            break
    long.save(target)
    return len(long) == PAGES


def show_long(readings: list[Reading]) -> None:
    """Print how a long paper was read."""
    seconds = statistics.median(each.seconds for each in readings)
    most = max(each.megabytes for each in readings)
    words = readings[0].words
    print(f"one paper of {PAGES} pages and {words} words, middle of {len(readings)} runs:")
    print(f"  {seconds:.2f} s (at most {MOST_SECONDS}), {most:.0f} MB (at most {MOST_MB})")


if __name__ == "__main__":
    main(sys.argv[1:])
