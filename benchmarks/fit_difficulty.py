"""Fit the weights of the difficulty score to people's ratings, and write them if asked to.

    python3 dev.py run benchmarks.fit_difficulty SETS [--write]

SETS is the folder with the set ``readmepp``: 2,526 English sentences rated 1 to 6
(ReadMe++, MIT). Plain least squares with no weight below 0; no word or sentence of the
set is kept. How familiar words are was fitted on other data, before and apart.
"""

import argparse
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET  # the sets are our own copies, and no paper

from benchmarks.fitting import least_squares
from plainspeak.difficulty import FEATURES, features
from plainspeak.language.words import words

OURS = Path(__file__).resolve().parents[1] / "src/plainspeak/difficulty_weights.toml"
_NAMES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_HEAD = """\
# The weights of the difficulty score: what each thing counted adds to the rating that
# people give a sentence, from 1 to 6. Fitted by benchmarks/fit_difficulty.py; do not edit.
"""


class Rated(NamedTuple):
    """A sentence with the mean of its ratings, and the kind of text it comes from."""

    text: str
    rating: float
    source: str
    part: str


def read_rated(sets: Path) -> list[Rated]:
    """Return the rated sentences in the order of the files."""
    found = []
    for part in ("train", "val"):
        for row in _rows(sets / f"readmepp/readme_en_{part}.xlsx"):
            if row.get("E", "").strip() and row.get("F"):
                source = f"{row['A']}: {row['B']}"
                found.append(Rated(row["E"], float(row["F"]), source, part))
    return found


def _rows(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of the first sheet below its heads, by the letters of their columns."""
    with zipfile.ZipFile(path) as book:
        strings = ET.fromstring(book.read("xl/sharedStrings.xml"))
        sheet = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
    texts = ["".join(piece.itertext()) for piece in strings.findall("m:si", _NAMES)]
    for row in list(sheet.iterfind("m:sheetData/m:row", _NAMES))[1:]:
        cells = {}
        for cell in row:
            value = cell.findtext("m:v", None, _NAMES)
            if value is not None:
                column = re.sub(r"\d", "", cell.get("r", ""))
                cells[column] = texts[int(value)] if cell.get("t") == "s" else value
        yield cells


def main() -> None:
    """Fit on all rated sentences, print the weights, and write the file if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("sets", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rated = read_rated(options.sets)
    rows = [features(words(one.text)) for one in rated]
    base, *weights = least_squares(rows, [one.rating for one in rated])
    lines = [f"base = {base:.4f}", "", "[weights]"]
    lines += [f"{name} = {weight:.4f}" for name, weight in zip(FEATURES, weights, strict=True)]
    text = _HEAD + "\n".join(lines) + "\n"
    print(text)
    if options.write:
        OURS.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
