"""Compare how a paper is read from Word and from PDF, and print a table.

    python3 dev.py run benchmarks.pairs FOLDER

LibreOffice makes a PDF of every Word file in FOLDER, and of three papers that are made
here: in two columns, with footnotes, and with both. The same words should come out of both files.

    F1          the share of words that both files give (1 is all of them)
    sentences   how many pieces of prose each file gives that end with a full stop or its block:
                headings that one file does not mark as such count too
    whole       how many whole sentences, in prose or in tables: what the scores count
"""

import argparse
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.paired_papers import make_papers
from plainspeak.document import SET_ASIDE, Block, BlockKind, Document
from plainspeak.errors import PaperError
from plainspeak.language.sentences import sentence_spans
from plainspeak.language.words import words
from plainspeak.read.docx import read_docx
from plainspeak.read.pdf import read_pdf
from plainspeak.readability import PROSE, is_sentence

LEAST_F1, MOST_DIFFERENCE = 0.98, 3.0
_ALSO_PROSE = frozenset({BlockKind.TABLE_CELL, BlockKind.QUOTE, BlockKind.REFERENCE})
_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
SECONDS = 300  # for LibreOffice to convert one folder
# Word makes the numbers of most lists when it shows the page, and a PDF has them drawn.
_NUMBER = re.compile(
    r"\s*(?:\(?\d{1,3}(?:\.\d{1,3})+[.)]?"
    r"|\(?(?:\d{1,3}|[A-Za-z]|[ivxlc]{1,6})[.)](?=\s)|\d{1,3}(?=\s|$))\s*"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """One paper read twice: how many words and sentences each file gave, and the share in both."""

    name: str
    words: tuple[int, int]
    sentences: tuple[int, int]
    whole: tuple[int, int]
    f1: float

    @property
    def difference(self) -> float:
        """How far the counts of sentences are apart, in percent."""
        return apart(*self.sentences)

    @property
    def whole_difference(self) -> float:
        """How far the counts of whole sentences are apart, in percent."""
        return apart(*self.whole)


def apart(one: int, other: int) -> float:
    """Return how far two counts are apart, in percent of the larger."""
    return 100 * abs(one - other) / max(one, other) if one or other else 0.0


def main() -> None:
    """Read every pair and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tagged", action="store_true", help="make tagged (accessible) PDFs")
    parser.add_argument("--keep", type=Path, help="keep the PDFs here, and use those that are")
    options = parser.parse_args()
    if shutil.which("soffice") is None:
        raise SystemExit("This needs LibreOffice: there is no program called soffice.")
    with tempfile.TemporaryDirectory() as scratch:
        place = options.keep or Path(scratch, "pdf")
        made = Path(scratch, "made")
        make_papers(made)
        papers = [*sorted(options.folder.glob("*.docx")), *sorted(made.glob("*.docx"))]
        todo = [paper for paper in papers if not at(place, paper).exists()]
        convert(todo, place, Path(scratch), tagged=options.tagged)
        show(list(compared(papers, place)))


def at(place: Path, paper: Path) -> Path:
    """Return where the PDF of a paper is put."""
    return place / f"{paper.stem}.pdf"


def convert(papers: list[Path], place: Path, scratch: Path, *, tagged: bool) -> None:
    """Let LibreOffice make the PDFs, in a profile of its own, all in one run."""
    if not papers:
        return
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    kind = _TAGGED if tagged else "pdf"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(place)]
    subprocess.run(
        [*command, *map(str, papers)], check=True, stdout=subprocess.DEVNULL, timeout=SECONDS
    )


def compared(papers: list[Path], place: Path) -> Iterator[Pair]:
    """Yield each pair that both readers can read, and name the rest."""
    for paper in papers:
        file = at(place, paper)
        if not file.exists():
            print(f"{paper.name}: LibreOffice made no PDF of it")
            continue
        try:
            yield pair(paper.stem, *both(paper, file))
        except PaperError as error:
            print(error)


def both(paper: Path, file: Path) -> tuple[Document, Document]:
    """Read the two files of one paper."""
    return read_docx(paper.name, paper.read_bytes()), read_pdf(file.name, file.read_bytes())


def pair(name: str, word: Document, pdf: Document) -> Pair:
    """Compare a paper as read from its Word file and from its PDF."""
    texts = [body(document) for document in (word, pdf)]
    one, other = (Counter(w.lower() for text in group for w in words(text)) for group in texts)
    common = (one & other).total()
    total = one.total() + other.total()
    f1 = 2 * common / total if total else 1.0
    counts = sentences(word), sentences(pdf)
    entire = whole_sentences(word), whole_sentences(pdf)
    return Pair(name, (one.total(), other.total()), counts, entire, f1)


def body(document: Document) -> list[str]:
    """Return what a reader reads, without the numbers of list items and headings."""
    return [_shown(block) for block in document.blocks if block.kind not in SET_ASIDE]


def sentences(document: Document) -> int:
    """Count the sentences of a paper's prose."""
    return sum(
        len(sentence_spans(_shown(block))) for block in document.blocks if block.kind in PROSE
    )


def whole_sentences(document: Document) -> int:
    """Count the sentences that are no labels, wherever they stand but in headings."""
    found = 0
    for block in document.blocks:
        if block.kind in PROSE or block.kind in _ALSO_PROSE:
            text = _shown(block)
            pieces = (text[start:end] for start, end in sentence_spans(text))
            found += sum(is_sentence(piece, len(words(piece))) for piece in pieces)
    return found


def _shown(block: Block) -> str:
    return _NUMBER.sub("", block.text, count=1) if _NUMBER.match(block.text) else block.text


def show(pairs: list[Pair]) -> None:
    """Print the pairs, the worst first, and what they come to."""
    print(
        f"{'words':>15} {'F1':>6} {'sentences':>13} {'apart':>7} {'whole':>11} {'apart':>7}  paper"
    )
    for each in sorted(pairs, key=lambda each: each.f1):
        counts = f"{each.words[0]:>7} {each.words[1]:>7}"
        ends = f"{each.sentences[0]:>6} {each.sentences[1]:>6}"
        whole = f"{each.whole[0]:>5} {each.whole[1]:>5} {each.whole_difference:>6.1f}%"
        print(f"{counts} {each.f1:>6.3f} {ends} {each.difference:>6.1f}% {whole}  {each.name}")
    scores = [each.f1 for each in pairs]
    good = sum(score >= LEAST_F1 for score in scores)
    print(f"{len(pairs)} pairs")
    print(
        f"  F1: middle {median(scores):.3f}, worst {min(scores):.3f}, {good} at {LEAST_F1} or more"
    )
    show_difference("sentences", [each.difference for each in pairs])
    show_difference("whole sentences", [each.whole_difference for each in pairs])


def show_difference(name: str, found: list[float]) -> None:
    """Print what the differences between two counts come to."""
    few = sum(difference <= MOST_DIFFERENCE for difference in found)
    print(
        f"  {name} apart: middle {median(found):.1f}%, worst {max(found):.1f}%, "
        f"{few} at {MOST_DIFFERENCE:g}% or less"
    )


if __name__ == "__main__":
    main()
