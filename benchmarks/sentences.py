"""Measure how well sentence ends are found, beside other tools, and print a table.

    python3 dev.py run benchmarks.sentences TREEBANK

TREEBANK is a file of the English Web Treebank (test or dev, ending in .conllu). The
sentences of each paragraph are joined as they stood, and every tool has to find the
ends between them again. The end of a paragraph is given and does not count. Ours is
always measured; spaCy's parser, nupunkt and sentencex where they are installed.

    precision   the share of the ends a tool gives that are right
    recall      the share of the right ends that a tool gives
    F1          the two in one (1 is perfect)
"""

import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from plainspeak.language.sentences import sentence_spans
from plainspeak.language.tagger import MODELS

# A paragraph: its text, and where each sentence but the last ends.
Paragraph = tuple[str, frozenset[int]]
Splitter = Callable[[str], list[int]]


def main(path: Path) -> None:
    """Print one line for each tool that is installed."""
    paragraphs = list(read_paragraphs(path))
    inner = sum(len(ends) for _, ends in paragraphs)
    print(f"{len(paragraphs):,} paragraphs with {inner:,} ends between sentences")
    print(f"{'tool':<18}{'precision':>10}{'recall':>10}{'F1':>10}{'seconds':>10}")
    for name, make in TOOLS.items():
        split = make()
        if split is None:
            print(f"{name:<18}{'not installed':>20}")
            continue
        began = time.perf_counter()
        scores = measure(paragraphs, split)
        seconds = time.perf_counter() - began
        print(f"{name:<18}{''.join(f'{score:>10.3f}' for score in scores)}{seconds:>10.2f}")


def measure(paragraphs: list[Paragraph], split: Splitter) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the ends inside paragraphs."""
    given = wanted = right = 0
    for text, ends in paragraphs:
        # A tool may count the space behind a sentence as part of it.
        found = {len(text[:end].rstrip()) for end in split(text)} - {0, len(text)}
        given += len(found)
        wanted += len(ends)
        right += len(found & ends)
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    return precision, recall, 2 * right / max(given + wanted, 1)


def read_paragraphs(path: Path) -> Iterator[Paragraph]:
    """Yield each paragraph of a treebank file with the ends inside it."""
    sentences: list[tuple[str, str]] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        if "# newpar" in block and sentences:
            yield _joined(sentences)
            sentences = []
        if block.strip():
            sentences.append(_sentence(block.splitlines()))
    yield _joined(sentences)


def _sentence(lines: list[str]) -> tuple[str, str]:
    """Return the text of a sentence, and the space that stands behind it."""
    text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    # The last word may be part of a row such as "12-13" for "don't".
    last = rows[-1][0]
    whole = next((row for row in rows if row[0].endswith(f"-{last}")), rows[-1])
    return text.strip(), "" if "SpaceAfter=No" in whole[9] else " "


def _joined(sentences: list[tuple[str, str]]) -> Paragraph:
    text, ends = "", []
    for words, space in sentences:
        text += words
        ends.append(len(text))
        text += space
    return text.rstrip(), frozenset(ends[:-1])


def _ours() -> Splitter:
    return lambda text: [end for _, end in sentence_spans(text)]


def _spacy_parser() -> Splitter | None:
    name = next((name for name in MODELS if find_spec(name)), None)
    if name is None:
        return None
    model = import_module("spacy").load(name, exclude=["ner", "lemmatizer", "attribute_ruler"])
    return lambda text: [sentence.end_char for sentence in model(text).sents]


def _nupunkt() -> Splitter | None:
    if not find_spec("nupunkt"):
        return None
    spans = import_module("nupunkt").sent_spans
    return lambda text: [end for _, end in spans(text)]


def _sentencex() -> Splitter | None:
    if not find_spec("sentencex"):
        return None
    segment = import_module("sentencex").segment
    return lambda text: _ends_in(text, segment("en", text))


def _ends_in(text: str, sentences: list[str]) -> list[int]:
    """Return where each of some sentences in order ends in the text they were cut from."""
    ends, at = [], 0
    for sentence in sentences:
        core = sentence.strip()
        found = text.find(core, at) if core else -1
        if found >= 0:
            at = found + len(core)
            ends.append(at)
    return ends


TOOLS: dict[str, Callable[[], Splitter | None]] = {
    "PlainSpeak": _ours,
    "spaCy's parser": _spacy_parser,
    "nupunkt": _nupunkt,
    "sentencex": _sentencex,
}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
