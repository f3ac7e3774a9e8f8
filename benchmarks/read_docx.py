"""Measure how whole and how fast Word files are read, and print a table.

    python3 dev.py run benchmarks.read_docx FOLDER

Each file is read in a process of its own.

    kept      the share of the letters Word shows that stand in our blocks: all text but
              deletions, hidden text, old copies of new things, and covered cells
    seconds   of the processor to read it, without start-up
    MiB       the most memory the process had, Python and all

At the end comes a paper of 430 pages that is made here.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import docx
from docx.enum.text import WD_BREAK

from benchmarks.memory import most_memory
from benchmarks.visible import kept_share

ROOT = Path(__file__).resolve().parents[1]
LEAST_KEPT, LEAST_WHOLE = 0.99, 0.99
PAGES, LINES, WORDS = 430, 9, 50
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """How one file was read; ``reason`` says why it was refused."""

    name: str
    kept: float = 0.0
    seconds: float = 0.0
    mebibytes: float = 0.0
    reason: str = ""


def main() -> None:
    """Measure a folder and print it; ``--one`` measures one file for the parent process."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.folder)))
        return
    show([reading_of(path) for path in sorted(options.folder.glob("*.do[ct][xm]"))])
    with tempfile.TemporaryDirectory() as folder:
        paper = Path(folder, "made.docx")
        make_paper(paper)
        made = reading_of(paper)
        print(f"{PAGES} pages: {made.seconds:.2f} seconds, {made.mebibytes:.0f} MiB")


def reading_of(path: Path) -> Reading:
    """Read a file in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.read_docx", "--one", str(path.resolve())]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return Reading(path.name, **json.loads(done.stdout))


def measure(path: Path) -> dict[str, float | str]:
    """Read a file here, and return what was measured."""
    from plainspeak.errors import PaperError
    from plainspeak.read.docx import read_docx

    data = path.read_bytes()
    started = time.process_time()
    try:
        document = read_docx(path.name, data)
    except PaperError as error:
        return {"reason": error.reason}
    seconds = time.process_time() - started
    memory = most_memory()
    texts = [block.text for block in document.blocks]
    return {"kept": kept_share(data, texts), "seconds": seconds, "mebibytes": memory}


def whole_share(readings: list[Reading]) -> float:
    """Return the share of the files read that are whole."""
    read = [each for each in readings if not each.reason]
    return sum(each.kept >= LEAST_KEPT for each in read) / len(read) if read else 0.0


def show(readings: list[Reading]) -> None:
    """Print what was measured of a folder, with the files that kept least."""
    read = [each for each in readings if not each.reason]
    refused = sorted({each.reason for each in readings if each.reason})
    print(f"{len(readings)} files, {len(readings) - len(read)} refused: {', '.join(refused)}")
    if not read:
        return
    print(
        f"whole ({LEAST_KEPT:.0%} or more kept): {whole_share(readings):.1%} of {len(read)} files; "
        f"least {min(each.kept for each in read):.2%}"
    )
    seconds = [each.seconds for each in read]
    print(f"seconds: middle {median(seconds):.3f}, most {max(seconds):.3f}")
    print(f"MiB: most {max(each.mebibytes for each in read):.0f}")
    for each in sorted(read, key=lambda each: each.kept)[:SHOWN]:
        print(f"  {each.kept:8.3%} {each.seconds:7.3f} s {each.mebibytes:5.0f} MiB  {each.name}")


def make_paper(path: Path) -> None:
    """Write a paper of 430 pages: headings, paragraphs, a list and a table on each."""
    paper = docx.Document()
    line = " ".join(f"word{number % 97}" for number in range(WORDS)) + "."
    for page in range(PAGES):
        paper.add_heading(f"Item {page + 1}", 1)
        for _ in range(LINES):
            paper.add_paragraph(line)
        paper.add_paragraph("A point to note", style="List Bullet")
        for row in paper.add_table(rows=3, cols=3).rows:
            for cell in row.cells:
                cell.text = "Cost"
        paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    paper.save(str(path))


if __name__ == "__main__":
    main()
