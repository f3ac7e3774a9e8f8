"""The lists a paper defines: what each level of a list looks like and where it starts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from plainspeak.read.docx import names as names
from plainspeak.read.docx.names import child_value, is_on, value

LEVELS: Final = 9  # as many as Word has
# A label is shown before its text: nobody needs a longer one.
_MOST_TEXT: Final = 40
_NUMBER: Final = re.compile("[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: "%1.%2" in ``text`` stands for the numbers of levels 1 and 2.

    ``restart`` is the level, from 1, after which the count starts again: by default
    any higher one, and never where it is 0. ``style`` is the paragraph style tied to it.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None
    font: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """One list as paragraphs name it. Lists with one ``family`` count on from each other."""

    family: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int] = field(default_factory=dict)


class Lists:
    """The lists of a paper by their ids, each worked out once."""

    __slots__ = ("_families", "_known", "_linked", "_numbers")

    def __init__(self, root: etree._Element | None) -> None:
        self._families: dict[str, etree._Element] = {}
        self._linked: dict[str, str] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._known: dict[str, List | None] = {}
        for element in () if root is None else root.iterchildren(*names.w("abstractNum")):
            family = value(element, "abstractNumId") or ""
            self._families[family] = element
            self._linked[child_value(element, names.w("styleLink")) or ""] = family
        for element in () if root is None else root.iterchildren(*names.w("num")):
            self._numbers[value(element, "numId") or ""] = element

    def get(self, list_id: str) -> List | None:
        """Return a list by its id, or None where the paper does not define it."""
        if list_id not in self._known:
            self._known[list_id] = self._resolve(list_id)
        return self._known[list_id]

    def level_of(self, list_id: str, style: str | None) -> int:
        """Return the level, from 0, that a list ties to a paragraph style; else the first."""
        found = self.get(list_id)
        levels = {} if found is None or style is None else found.levels
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def has_bullets(self, list_id: str, depth: int) -> bool:
        """Say whether a level of a list has bullets, not numbers."""
        found = self.get(list_id)
        level = None if found is None else found.levels.get(depth)
        return level is not None and level.format == "bullet"

    def _resolve(self, list_id: str) -> List | None:
        number = self._numbers.get(list_id)
        if number is None:
            return None
        family = child_value(number, names.w("abstractNumId")) or ""
        abstract = self._families.get(family)
        if abstract is None:
            return None
        # A list may be kept with a list style, and only be named by others.
        kept = self._linked.get(child_value(abstract, names.w("numStyleLink")) or "-")
        levels = dict(_levels(abstract if kept is None else self._families[kept]))
        starts: dict[int, int] = {}
        for override in number.iterchildren(*names.w("lvlOverride")):
            depth = _number(value(override, "ilvl"), 0)
            levels.update(_levels(override))
            start = child_value(override, names.w("startOverride"))
            if start is not None:
                starts[depth] = _number(start, 1)
        return List(family if kept is None else kept, levels, starts)


def _levels(around: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in around.iterchildren(*names.w("lvl")):
        depth = _number(value(element, "ilvl"), 0)
        if depth < LEVELS:
            yield depth, _level(element)


def _level(element: etree._Element) -> Level:
    restart = child_value(element, names.w("lvlRestart"))
    legal = next(element.iterchildren(*names.w("isLgl")), None)
    fonts = next(element.iter(*names.w("rFonts")), None)
    return Level(
        start=_number(child_value(element, names.w("start")), 1),
        format=child_value(element, names.w("numFmt")) or "decimal",
        text=(child_value(element, names.w("lvlText")) or "")[:_MOST_TEXT],
        restart=None if restart is None else _number(restart, 0),
        legal=legal is not None and is_on(legal),
        style=child_value(element, names.PARAGRAPH_STYLE),
        font=None if fonts is None else value(fonts, "ascii"),
    )


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and _NUMBER.fullmatch(text) else otherwise
