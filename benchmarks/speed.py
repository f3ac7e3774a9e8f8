"""Measure how long PlainSpeak takes from a cold start, and print a table.

    python3 dev.py run benchmarks.speed

Each figure is the middle one of several runs of the whole command, start-up
included, on text made from the example papers.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import docx

ROOT = Path(__file__).resolve().parents[1]
WORDS = 12_000
RUNS = 7


# Only the language model can tell that "reserves" is a noun here.
NEEDS_MODEL = "Though we have cash reserves to invest in operations, the budget will wait."


def main() -> None:
    """Measure everything and print it."""
    with tempfile.TemporaryDirectory() as folder:
        paper, needs = Path(folder, "paper.docx"), Path(folder, "needs.docx")
        words = make_paper(paper)
        make_paper(needs, NEEDS_MODEL)
        pdf = ROOT / "examples" / "board-paper.pdf"
        wire = ("check", "--format", "json", "--with-text", paper)
        print(f"Python {sys.version.split()[0]}, {words:,} words, middle of {RUNS} runs, seconds")
        for name, time_taken in (
            ("the interpreter alone", seconds("-c", "pass")),
            ("plainspeak --help", command("--help")),
            ("check, when no word needs the model", command("check", paper)),
            ("check, when some word needs it", command("check", needs)),
            ("the same with --no-spacy", command("check", "--no-spacy", needs)),
            ("check, as the wire form with text", command(*wire)),
            ("check of the 5-page example PDF", command("check", pdf)),
        ):
            print(f"  {name:38} {time_taken:.3f}")


def make_paper(path: Path, ending: str = "") -> int:
    """Write a Word file of some 12,000 words from the example papers, and return its words."""
    texts = [
        source.read_text(encoding="utf-8") for source in sorted(ROOT.glob("examples/source/*.md"))
    ]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    paper, words = docx.Document(), 0
    while words < WORDS:
        for line in lines:
            paper.add_paragraph(line)
            words += len(line.split())
    paper.add_paragraph(ending)
    paper.save(str(path))
    return words


def command(*arguments: str | Path) -> float:
    """Return the seconds one PlainSpeak command takes."""
    return seconds("-m", "plainspeak_cli", *arguments)


def seconds(*arguments: str | Path) -> float:
    """Return the middle time of several runs of Python with these arguments."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
