"""Compare how Word files are read with transcripts that others have published, and print a table.

    python3 dev.py run benchmarks.transcripts FOLDER

Beside paper.docx stands its transcript, paper.akn.xml, in the Akoma Ntoso form.

    words       F1 of the words that both have in the same order
    any order   F1 of the words, wherever they stand
    headings    F1 of the headings, as the rules in docs/reading-docx.md count them
    plain       the same with no rules: every heading of either side counts

The rules are also the names of the functions in benchmarks/headings.py.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.headings import Hits, counted_headings, plain_headings
from benchmarks.transcript import Transcript
from plainspeak.document import Block, BlockKind, Document
from plainspeak.read.docx import read_docx

LEAST_MEDIAN, LEAST_WORDS, LEAST_HEADINGS = 0.985, 0.95, 0.9
# No transcript has the running heads, the contents Word makes, or what was said in the margin.
LEFT_OUT = frozenset(
    {BlockKind.HEADER, BlockKind.FOOTER, BlockKind.CONTENTS, BlockKind.COMMENT}
)  # fmt: skip
NOTES = frozenset({BlockKind.FOOTNOTE, BlockKind.ENDNOTE})
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was found for one paper; ``headings`` is None where the transcript has none."""

    name: str
    words: float
    any_order: float
    headings: Hits | None
    plain: Hits | None


def main() -> None:
    """Compare every paper of a folder with its transcript, and print a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    compared = compare_folder(parser.parse_args().folder)
    print(f"{'words':>7} {'any order':>10} {'headings':>9} {'plain':>7}")
    for each in compared:
        marks = [f"{hits.f1:.3f}" if hits else "-" for hits in (each.headings, each.plain)]
        print(f"{each.words:7.4f} {each.any_order:10.4f} {marks[0]:>9} {marks[1]:>7}  {each.name}")
    print(f"{len(compared)} papers; words: {summary([each.words for each in compared])}")
    print(f"any order: {summary([each.any_order for each in compared])}")
    print(f"headings: {total(compared)}")
    print(f"headings with no rules: {total(compared, plain=True)}")


def compare_folder(folder: Path) -> list[Comparison]:
    """Compare every paper that has a transcript beside it."""
    return [compare(path) for path in sorted(folder.glob("*.akn.xml"))]


def compare(path: Path) -> Comparison:
    """Compare one paper with its transcript."""
    paper = path.with_name(path.name.replace(".akn.xml", ".docx"))
    data = paper.read_bytes()
    document = read_docx(paper.name, data)
    transcript = Transcript(path)
    ours = our_words(document)
    theirs = unglued(_WORD.findall(transcript.text.lower()), ours)
    in_order = common_in_order(theirs, ours)
    in_any_order = (Counter(theirs) & Counter(ours)).total()
    both = len(theirs) + len(ours)
    # Boxes float over the page: a paper that is all boxes, such as a map, has no order.
    in_boxes = sum(map(words_of, document.blocks)) <= 2 * sum(
        words_of(block) for block in document.blocks if block.kind is BlockKind.TEXT_BOX
    )
    return Comparison(
        name=paper.name,
        words=2 * (in_any_order if in_boxes else in_order) / both,
        any_order=2 * in_any_order / both,
        headings=counted_headings(transcript, document, data),
        plain=plain_headings(transcript, document),
    )


def words_of(block: Block) -> int:
    """Return how many words a block has."""
    return len(_WORD.findall(block.text))


def our_words(document: Document) -> list[str]:
    """Return the words of our blocks, with their labels, and with the notes at the end."""
    body: list[str] = []
    notes: list[str] = []
    for block in document.blocks:
        if block.kind not in LEFT_OUT:
            words = _WORD.findall(f"{block.label} {block.text}".lower())
            (notes if block.kind in NOTES else body).extend(words)
    return body + notes


def unglued(theirs: Sequence[str], ours: Sequence[str]) -> list[str]:
    """Split the words that the transcripts run together where a line or a box ends."""
    known = set(ours)
    glued = {first + second: (first, second) for first, second in pairwise(ours)}
    words: list[str] = []
    for word in theirs:
        words.extend(glued[word] if word in glued and word not in known else (word,))
    return words


def common_in_order(first: Sequence[str], second: Sequence[str]) -> int:
    """Return the length of the longest common subsequence.

    Bit by bit, as in Hyyrö, “Bit-parallel LCS-length computation revisited” (2004).
    """
    places: defaultdict[str, int] = defaultdict(int)
    for place, word in enumerate(first):
        places[word] |= 1 << place
    every = (1 << len(first)) - 1
    row = every
    for word in second:
        matched = row & places.get(word, 0)
        row = ((row + matched) | (row - matched)) & every
    return len(first) - row.bit_count()


def summary(values: Sequence[float]) -> str:
    """Return the middle and the least of some figures, in words."""
    return f"middle {median(values):.4f}, least {min(values):.4f}"


def total(compared: Sequence[Comparison], *, plain: bool = False) -> Hits:
    """Return the headings of all papers together."""
    sums = Hits()
    for each in compared:
        hits = each.plain if plain else each.headings
        sums = sums + hits if hits else sums
    return sums


if __name__ == "__main__":
    main()
