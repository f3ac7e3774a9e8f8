"""The numbers and bullets of a web page's lists."""

from dataclasses import dataclass

from lxml import etree

from plainspeak.read.gather import numeral, whole_number

_BULLET = "•"


@dataclass(slots=True)
class List:
    """One list, and the number of its next item; ``step`` is 0 where it has bullets."""

    level: int
    number: int = 0
    step: int = 0
    sign: str = "1"

    def next(self, item: etree._Element) -> str:
        """Return the label of the next item."""
        if not self.step:
            return _BULLET
        number = whole_number(item.get("value"), self.number)
        self.number = number + self.step
        return f"{numeral(number, item.get('type') or self.sign)}."


def begin(element: etree._Element, level: int) -> List:
    """Return a list that begins with an element, at a level."""
    if element.tag != "ol":
        return List(level)
    backwards = element.get("reversed") is not None
    first = sum(child.tag == "li" for child in element) if backwards else 1
    start = whole_number(element.get("start"), first)
    return List(level, start, -1 if backwards else 1, element.get("type") or "1")
