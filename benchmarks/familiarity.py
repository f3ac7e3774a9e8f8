"""Measure how well word familiarity goes with what people say of words.

    python3 dev.py run benchmarks.familiarity SETS [lookups/spacy_lookups_data/data]

SETS is the folder with the sets ``complex-lcp``, ``word-complexity-lexicon`` and
``britfone``. CompLex is never used in the making of our figures. With the second folder
(see ``benchmarks.fit_familiarity``) the rated words are also measured in folds, each
from weights that did not see its words, and counts of use alone beside them.
"""

import argparse
import csv
import math
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.fit_familiarity import (
    FOLDS,
    RAREST,
    SCOWL,
    SEED,
    held_back_correlation,
    read_ratings,
    read_sources,
)
from benchmarks.fitting import spearman
from plainspeak.language.familiar import familiarity
from plainspeak.language.syllables import syllables

_LOAD = """
import time
from plainspeak.language.familiar import familiarity
start = time.perf_counter()
familiarity("paper")
print(time.perf_counter() - start)
"""


def read_complex(sets: Path) -> list[tuple[str, str, float]]:
    """Return each rated word of CompLex with its kind of text and its rating, 0 to 1."""
    found = []
    for part in ("train", "trial"):
        path = sets / f"complex-lcp/lcp_single_{part}.tsv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                if row["token"] and row["complexity"]:
                    kind = row.get("corpus") or row["subcorpus"]
                    found.append((row["token"], kind, float(row["complexity"])))
    return found


def of_complex(rated: list[tuple[str, str, float]]) -> None:
    """Print the figures of CompLex, all and by kind of text."""
    print(f"CompLex, {len(rated):,} words in their sentences, Spearman")
    targets = [rating for _, _, rating in rated]
    measures: dict[str, Callable[[str], float]] = {
        "letters": len,
        "syllables": syllables,
        "ours": lambda word: -familiarity(word),
    }
    for name, measure in measures.items():
        print(f"  {name:19} {spearman([measure(word) for word, _, _ in rated], targets):.3f}")
    for kind in sorted({kind for _, kind, _ in rated}):
        its = [(word, rating) for word, its_kind, rating in rated if its_kind == kind]
        figure = spearman([-familiarity(word) for word, _ in its], [rating for _, rating in its])
        print(f"  ours, {kind:13} {figure:.3f}  ({len(its):,} words)")


def of_lexicon(sets: Path, lookups: Path | None, scowl: Path) -> None:
    """Print the figures of the Word Complexity Lexicon."""
    ratings = {word: statistics.fmean(each) for word, each in read_ratings(sets).items()}
    words, targets = zip(*sorted(ratings.items()), strict=True)
    print(f"Word Complexity Lexicon, {len(words):,} words, Spearman")
    figure = spearman([-familiarity(word) for word in words], targets)
    print(f"  ours, as shipped    {figure:.3f}  (made from these ratings: no test)")
    if lookups:
        sources = read_sources(lookups, sets, scowl)
        use = [-math.log(sources.rates.get(word, 0) + RAREST) for word in words]
        print(f"  counts of use alone {spearman(use, targets):.3f}")
        figure = held_back_correlation(sources)
        print(f"  ours, held back     {figure:.3f}  ({FOLDS} folds, seed {SEED})")


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", type=Path)
    parser.add_argument("lookups", type=Path, nargs="?")
    parser.add_argument("--scowl", type=Path, default=SCOWL)
    options = parser.parse_args()
    of_complex(read_complex(options.sets))
    of_lexicon(options.sets, options.lookups, options.scowl)
    runs = [
        float(subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, check=True).stdout)
        for _ in range(7)
    ]
    print(f"first word, the file read: {1000 * statistics.median(runs):.0f} ms")


if __name__ == "__main__":
    main()
