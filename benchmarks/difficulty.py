"""Measure the difficulty score against people's ratings, beside the formulas.

    python3 dev.py run benchmarks.difficulty SETS

SETS is the folder with the sets ``readmepp`` and ``onestopenglish``. Figures of
ours are always of sentences that the weights had not seen: ten folds at random (seed 4), ten
folds of whole kinds of text, and the set's own two parts.
"""

import argparse
import csv
import io
import math
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.fit_difficulty import Rated, read_rated
from benchmarks.fitting import folds, held_back, least_squares, predict, spearman
from plainspeak.difficulty import difficulty, features, passage_difficulty
from plainspeak.language.sentences import sentence_spans
from plainspeak.language.syllables import syllables
from plainspeak.language.words import words

SEED, FOLDS = 4, 10
Formula = Callable[[Sequence[str], int], float]


def kincaid(found: Sequence[str], sentences: int) -> float:
    """Return the Flesch-Kincaid grade."""
    sounds = sum(map(syllables, found))
    return 0.39 * len(found) / sentences + 11.8 * sounds / (len(found) or 1) - 15.59


def automated(found: Sequence[str], sentences: int) -> float:
    """Return the automated readability index."""
    return 4.71 * sum(map(len, found)) / (len(found) or 1) + 0.5 * len(found) / sentences - 21.43


def length(found: Sequence[str], sentences: int) -> float:
    """Return the words of a sentence."""
    return len(found) / sentences


FORMULAS: dict[str, Formula] = {
    "words in a sentence": length,
    "automated readability index": automated,
    "Flesch-Kincaid grade": kincaid,
}


def of_sentences(rated: list[Rated]) -> None:
    """Print how well each score goes with the ratings of single sentences."""
    targets = [one.rating for one in rated]
    print(f"ReadMe++, {len(rated):,} sentences, Spearman with people's ratings")
    for name, formula in FORMULAS.items():
        found = [formula(words(one.text), 1) for one in rated]
        print(f"  {name:45} {spearman(found, targets):.3f}")
    rows = [features(words(one.text)) for one in rated]
    for name, keys in (
        ("ours, 10 folds at random", range(len(rated))),
        ("ours, 10 folds by kind of text", [one.source for one in rated]),
    ):
        fold = folds(list(keys), FOLDS, SEED)
        ours = held_back(rows, targets, fold)
        each = _by_fold(ours, targets, fold)
        error = statistics.fmean(abs(o - t) for o, t in zip(ours, targets, strict=True))
        print(
            f"  {name:45} {spearman(ours, targets):.3f}"
            f"  (folds {min(each):.3f} to {max(each):.3f}, mean {statistics.fmean(each):.3f};"
            f" off by {error:.2f} of a step)"
        )
    _parts(rated, rows)


def _by_fold(ours: list[float], targets: list[float], fold: list[int]) -> list[float]:
    found = []
    for number in set(fold):
        its = [at for at, one in enumerate(fold) if one == number]
        found.append(spearman([ours[at] for at in its], [targets[at] for at in its]))
    return found


def _parts(rated: list[Rated], rows: list[list[float]]) -> None:
    known = [at for at, one in enumerate(rated) if one.part == "train"]
    unseen = [at for at, one in enumerate(rated) if one.part == "val"]
    weights = least_squares([rows[at] for at in known], [rated[at].rating for at in known])
    ours = [predict(weights, rows[at]) for at in unseen]
    figure = spearman(ours, [rated[at].rating for at in unseen])
    print(f"  {f'ours, fitted on train, {len(unseen)} of val':45} {figure:.3f}")


def read_levels(sets: Path) -> list[tuple[list[str], list[str], list[str]]]:
    """Return the sentences of each text: elementary, intermediate, advanced."""
    found = []
    for path in sorted(sets.glob("onestopenglish/*.csv")):
        raw = path.read_bytes()
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("cp1252", "replace")
        levels: tuple[list[str], list[str], list[str]] = ([], [], [])
        for row in list(csv.reader(io.StringIO(text, newline="")))[1:]:
            for level, cell in zip(levels, row, strict=False):
                paragraph = " ".join(cell.split())
                level += [paragraph[start:end] for start, end in sentence_spans(paragraph)]
        found.append(levels)
    return found


def of_passages(texts: list[tuple[list[str], list[str], list[str]]]) -> None:
    """Print how often each score puts an easier text below the harder one of the same story."""
    print(f"OneStopEnglish, {len(texts)} stories: elementary below advanced, and each step")
    scores: dict[str, Callable[[list[str]], float]] = {
        name: _whole(formula) for name, formula in FORMULAS.items()
    }
    scores["ours"] = passage_difficulty
    for name, score in scores.items():
        found = [[score(text) for text in levels] for levels in texts]
        right = sum(low < high for low, _, high in found)
        steps = [sum(t[at] < t[at + 1] for t in found) for at in (0, 1)]
        share = 100 * right / len(found)
        print(f"  {name:45} {right} of {len(found)} ({share:.1f} %); {steps[0]} and {steps[1]}")


def _whole(formula: Formula) -> Callable[[list[str]], float]:
    return lambda text: formula(words(" ".join(text)), len(text))


def speed(rated: list[Rated]) -> None:
    """Print how long 127,000 words take, from a cold start, the sentences being cut."""
    sentences: list[str] = []
    total = 0
    for one in rated * 9:
        total += len(words(one.text))
        sentences.append(one.text)
        if total >= 127_000:
            break
    start = time.perf_counter()
    hardest = max(map(difficulty, sentences))
    spent = time.perf_counter() - start
    assert math.isfinite(hardest)
    print(f"{total:,} words in {len(sentences):,} sentences: {spent:.2f} s")


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", type=Path)
    sets = parser.parse_args().sets
    rated = read_rated(sets)
    speed(rated)
    of_sentences(rated)
    of_passages(read_levels(sets))


if __name__ == "__main__":
    main()
