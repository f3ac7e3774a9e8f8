"""Measure how well passive verbs are found, with spaCy's model and without, and print a table.

    python3 dev.py run benchmarks.passives TREEBANK

TREEBANK is a file of the English Web Treebank (test or dev, ending in .conllu). What
counts is the verb itself: a word that the treebank gives a passive subject (nsubj:pass or
csubj:pass) or a passive helper (aux:pass). A find is right where it ends with such a word.
Each sentence is handed over by itself, as the treebank cuts it.

    asked       the share of the sentences that go to the model
"""

import sys
import time
from pathlib import Path

from plainspeak.language.passive import may_be_passive, passives
from plainspeak.language.tagger import parser_name

_PASSIVE = frozenset(["nsubj:pass", "csubj:pass", "aux:pass"])
# A sentence, and where each of its passive verbs ends.
Sentence = tuple[str, frozenset[int]]


def main(path: Path) -> None:
    """Print one line with the model and one without it."""
    sentences = [
        _sentence(block.splitlines())
        for block in path.read_text(encoding="utf-8").split("\n\n")
        if block.strip()
    ]
    verbs = sum(len(ends) for _, ends in sentences)
    asked = sum(may_be_passive(text) for text, _ in sentences) / len(sentences)
    print(f"{len(sentences):,} sentences, {verbs:,} passive verbs, asked {asked:.3f}")
    print(f"{'':<28}{'precision':>10}{'recall':>10}{'F1':>10}{'seconds':>10}")
    name = parser_name()
    for label, use_model in ((name or "no model installed", True), ("patterns", False)):
        if use_model and name is None:
            continue
        began = time.perf_counter()
        scores = measure(sentences, use_model=use_model)
        seconds = time.perf_counter() - began
        print(f"{label:<28}{''.join(f'{score:>10.3f}' for score in scores)}{seconds:>10.2f}")


def measure(sentences: list[Sentence], *, use_model: bool) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the passive verbs."""
    given = wanted = right = 0
    for text, ends in sentences:
        found = {end for _, end in passives(text, use_model=use_model)}
        given += len(found)
        wanted += len(ends)
        right += len(found & ends)
    return right / max(given, 1), right / max(wanted, 1), 2 * right / max(given + wanted, 1)


def _sentence(lines: list[str]) -> Sentence:
    text = next(line.removeprefix("# text = ") for line in lines if line.startswith("# text = "))
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    verbs = {row[6] for row in rows if row[7] in _PASSIVE}
    ends, at = {}, 0
    for row in rows:
        if row[0].isdigit():
            at = text.index(row[1], at) + len(row[1])
            ends[row[0]] = at
    return text, frozenset(ends[verb] for verb in verbs)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
