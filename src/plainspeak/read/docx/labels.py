"""The numbers and bullets that Word works out as it shows a list."""

import re
from typing import Final

from plainspeak.read.docx.lists import LEVELS, Level, List, Lists
from plainspeak.read.docx.symbols import UNKNOWN, symbol

_PLACE: Final = re.compile("%([1-9])")
_BULLET: Final = "•"
_RING: Final = "◦"  # Word makes it from the letter o
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN: Final = 3999
_MOST_LETTERS: Final = 26 * 5
_WORDS: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()


class Labels:
    """Counts the items of all lists of a paper, in reading order."""

    __slots__ = ("_begun", "_counts", "_lists")

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, list_id: str, depth: int) -> str:
        """Count one more item at a level, from 0, and return its label."""
        found = self._lists.get(list_id)
        level = None if found is None else found.levels.get(depth)
        if found is None or level is None:
            return ""
        counts = self._counts.setdefault(found.family, [None] * LEVELS)
        first = (list_id, depth) not in self._begun and depth in found.starts
        self._begun.add((list_id, depth))
        count = counts[depth]
        # A list begun again by hand has its own start, which counts the first time only.
        counts[depth] = _start(found, depth) if first or count is None else count + 1
        _begin_again_below(found, counts, depth)
        return _shown(found, level, counts)


def _begin_again_below(found: List, counts: list[int | None], depth: int) -> None:
    for below in range(depth + 1, LEVELS):
        restart = found.levels[below].restart if below in found.levels else None
        if restart is None or depth < restart:
            counts[below] = None


def _start(found: List, depth: int) -> int:
    level = found.levels.get(depth)
    return found.starts.get(depth, 1 if level is None else level.start)


def _shown(found: List, level: Level, counts: list[int | None]) -> str:
    if level.format == "bullet":
        return _bullet(level)

    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        count = counts[depth]
        of_depth = found.levels.get(depth)
        kind = "decimal" if of_depth is None or level.legal else of_depth.format
        return formatted(_start(found, depth) if count is None else count, kind)

    return " ".join(_PLACE.sub(number, level.text).split())


def _bullet(level: Level) -> str:
    signs = level.text.strip()
    if len(signs) != 1:
        return signs
    sign = symbol(level.font, f"{ord(signs):x}")
    return _BULLET if sign == UNKNOWN else _RING if sign == "o" else sign


def formatted(number: int, kind: str) -> str:
    """Return a number as a list shows it: "7", "vii", "g"; nothing where it is not shown."""
    capital = kind.startswith("upper")
    shown = str(number)
    if kind == "none":
        return ""
    if kind == "decimalZero":
        return f"{number:02}"
    if kind in {"lowerLetter", "upperLetter"} and 0 < number <= _MOST_LETTERS:
        shown = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif kind in {"lowerRoman", "upperRoman"} and 0 < number <= _MOST_ROMAN:
        shown = _roman(number)
    elif kind == "ordinal":
        shown = f"{number}{_ending(number)}"
    elif kind in {"cardinalText", "ordinalText"} and 0 < number <= len(_WORDS):
        shown = (_WORDS if kind == "cardinalText" else _ORDINALS)[number - 1].capitalize()
    return shown.upper() if capital else shown


def _roman(number: int) -> str:
    letters = ""
    for size, sign in _ROMAN:
        letters += sign * (number // size)
        number %= size
    return letters


def _ending(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
