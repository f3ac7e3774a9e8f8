"""Least squares, ranks and folds in plain Python, for the benchmarks that fit figures."""

import random
from collections.abc import Hashable, Sequence

Rows = Sequence[Sequence[float]]


def spearman(first: Sequence[float], second: Sequence[float]) -> float:
    """Return Spearman's correlation: Pearson's, of the ranks, with ties at their middle."""
    return pearson(ranks(first), ranks(second))


def pearson(first: Sequence[float], second: Sequence[float]) -> float:
    """Return Pearson's correlation; 0 where one side never changes."""
    mean_1, mean_2 = sum(first) / len(first), sum(second) / len(second)
    both = sum((a - mean_1) * (b - mean_2) for a, b in zip(first, second, strict=True))
    spread_1 = sum((a - mean_1) ** 2 for a in first)
    spread_2 = sum((b - mean_2) ** 2 for b in second)
    spread = float((spread_1 * spread_2) ** 0.5)
    return both / spread if spread else 0.0


def ranks(values: Sequence[float]) -> list[float]:
    """Return the rank of each value, with ties at their middle."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    start = 0
    while start < len(order):
        end = start
        while end < len(order) and values[order[end]] == values[order[start]]:
            end += 1
        for at in order[start:end]:
            found[at] = (start + end - 1) / 2
        start = end
    return found


def folds(keys: Sequence[Hashable], number: int, seed: int) -> list[int]:
    """Return the fold of each row; rows with one key are always in one fold."""
    unlike = sorted(set(keys), key=repr)
    random.Random(seed).shuffle(unlike)
    fold = {key: place % number for place, key in enumerate(unlike)}
    return [fold[key] for key in keys]


def least_squares(rows: Rows, targets: Sequence[float], floor: float = 0.0) -> list[float]:
    """Return the weights, the constant first, none but that below ``floor``.

    Each weight is made best in turn until none moves: the columns are set to a mean of 0
    and a spread of 1 first, so that this settles quickly.
    """
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    spreads = [
        (sum((value - mean) ** 2 for value in column) / len(rows)) ** 0.5 or 1.0
        for column, mean in zip(zip(*rows, strict=True), means, strict=True)
    ]
    even = [[(v - m) / s for v, m, s in zip(row, means, spreads, strict=True)] for row in rows]
    middle = sum(targets) / len(targets)
    weights = _descend(even, [target - middle for target in targets], floor)
    weights = [weight / spread for weight, spread in zip(weights, spreads, strict=True)]
    constant = middle - sum(w * m for w, m in zip(weights, means, strict=True))
    return [constant, *weights]


def _descend(rows: Rows, targets: Sequence[float], floor: float) -> list[float]:
    columns = list(zip(*rows, strict=True))
    products = [[_dot(one, other) for other in columns] for one in columns]
    aims = [_dot(column, targets) for column in columns]
    weights = [0.0] * len(columns)
    moved = 1.0
    while moved > 1e-9:
        moved = 0.0
        for at, row in enumerate(products):
            if row[at]:
                better = max(floor, weights[at] + (aims[at] - _dot(row, weights)) / row[at])
                moved = max(moved, abs(better - weights[at]))
                weights[at] = better
    return weights


def _dot(first: Sequence[float], second: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(first, second, strict=True))


def predict(weights: Sequence[float], row: Sequence[float]) -> float:
    """Return what the weights make of a row."""
    return weights[0] + _dot(weights[1:], row)


def held_back(
    rows: Rows, targets: Sequence[float], fold: Sequence[int], floor: float = 0.0
) -> list[float]:
    """Return for each row what weights fitted on all other folds make of it."""
    found = [0.0] * len(rows)
    for number in set(fold):
        others = [at for at, its in enumerate(fold) if its != number]
        weights = least_squares([rows[at] for at in others], [targets[at] for at in others], floor)
        for at, its in enumerate(fold):
            if its == number:
                found[at] = predict(weights, rows[at])
    return found
