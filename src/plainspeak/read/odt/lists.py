"""The numbers and bullets of lists and headings, counted as the file says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from plainspeak.read.clean import clean
from plainspeak.read.gather import numeral, whole_number
from plainspeak.read.odt.names import get, short

LEVELS: Final = 10  # as many as OpenDocument has
_BULLET: Final = "•"
_MOST_LABEL: Final = 20
_OUTLINE: Final = ""  # a list style always has a name, so this one is free


@dataclass(frozen=True, slots=True)
class Level:
    """What the label of one level of a list looks like."""

    sign: str = ""
    before: str = ""
    after: str = ""
    bullet: str = ""
    start: int = 1
    shown: int = 1


class ListStyles:
    """The list styles of a paper; the headings' own is the one without a name."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._levels: dict[tuple[str, int], Level] = {}
        for root in roots:
            for element in () if root is None else root:
                if short(element) in {"text:list-style", "text:outline-style"}:
                    is_outline = short(element) == "text:outline-style"
                    self._add(_OUTLINE if is_outline else get(element, "style:name"), element)

    def level(self, style: str, depth: int) -> Level:
        """Return one level of a list style, from 1; unknown ones have no label."""
        return self._levels.get((style, depth), Level())

    def _add(self, name: str, element: etree._Element) -> None:
        for child in element:
            depth = whole_number(get(child, "text:level"), 0)
            bullet = get(child, "text:bullet-char")
            if short(child) == "text:list-level-style-image":
                bullet = _BULLET
            self._levels[name, depth] = Level(
                sign=get(child, "style:num-format"),
                before=clean(get(child, "style:num-prefix")),
                after=clean(get(child, "style:num-suffix")),
                bullet=_shown_bullet(bullet),
                start=whole_number(get(child, "text:start-value"), 1),
                shown=whole_number(get(child, "text:display-levels"), 1),
            )


class Numbers:
    """The count of one list, level by level."""

    def __init__(self, styles: ListStyles, style: str = _OUTLINE) -> None:
        self._styles = styles
        self.style = style
        self._counts: dict[int, int] = {}

    def next(self, depth: int, start: int | None = None, style: str | None = None) -> str:
        """Count one more item at a level, from 1, and return its label."""
        style = self.style if style is None else style
        level = self._styles.level(style, depth)
        count = self._counts.get(depth, level.start - 1) + 1 if start is None else start
        self._counts = {at: number for at, number in self._counts.items() if at < depth}
        self._counts[depth] = count
        if level.bullet or not level.sign:
            return level.bullet
        parts = ".".join(self._parts(style, depth, level.shown))
        return f"{level.before}{parts}{level.after}".strip()[:_MOST_LABEL]

    def _parts(self, style: str, depth: int, shown: int) -> Iterator[str]:
        for at in range(max(1, depth - shown + 1), depth + 1):
            level = self._styles.level(style, at)
            if level.sign:
                yield numeral(self._counts.get(at, level.start), level.sign)


def _shown_bullet(sign: str) -> str:
    """Return a bullet as a sign that any font has: those of symbol fonts have no meaning."""
    return _BULLET if any("\ue000" <= letter <= "\uf8ff" for letter in sign) else sign[:1]
