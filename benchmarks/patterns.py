"""Measure how often plain patterns tell a noun from a verb, and how often they are right.

    python3 dev.py run benchmarks.patterns FOLDER

FOLDER holds the English Web Treebank (files that end in .conllu).
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from plainspeak.language.tagger import by_pattern
from plainspeak.language.words import Token


def main(folder: Path) -> None:
    """Print the share answered and the share right."""
    asked = answered = right = 0
    for sentence in sentences(folder):
        tokens = [Token(0, 0, word.lower()) for word, _ in sentence]
        for at, (_, tag) in enumerate(sentence):
            if tag not in {"NOUN", "VERB"}:
                continue
            asked += 1
            answer = by_pattern(tokens, at)
            answered += answer != "unsure"
            right += answer == tag.lower()
    print(f"nouns and verbs {asked:,}, answered {answered / asked:.3f}")
    print(f"right of those answered {right / answered:.3f}")


def sentences(folder: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield each sentence as words with their parts of speech."""
    for path in sorted(folder.glob("*.conllu")):
        for block in path.read_text(encoding="utf-8").split("\n\n"):
            rows = [line.split("\t") for line in block.splitlines() if not line.startswith("#")]
            yield [(row[1], row[3]) for row in rows if row[0].isdigit()]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
