"""Set our scores of a paper beside those of textstat for the same sentences.

    python3 dev.py run benchmarks.referee PAPER…

Only the scores that textstat works out without a dictionary are compared, since it
would download one.
"""

import sys

import textstat

import plainspeak
from plainspeak.readability import sentences

_THEIRS = {
    "automated-readability-index": textstat.automated_readability_index,
    "coleman-liau-index": textstat.coleman_liau_index,
    "lix": textstat.lix,
}


def main(paths: list[str]) -> None:
    """Print a line for each score of each paper."""
    for path in paths:
        document = plainspeak.read(path)
        ours = plainspeak.report(document).readability
        text = " ".join(" ".join(sentence.words) + "." for sentence in sentences(document))
        print(f"{document.name}: {ours.counts.words:,} words")
        for name, score in _THEIRS.items():
            print(f"  {name:30} ours {ours.scores.get(name)}, textstat {score(text):.1f}")


if __name__ == "__main__":
    main(sys.argv[1:])
