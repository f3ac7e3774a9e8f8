"""What slides show that is kept in parts of its own: charts, diagrams and other files."""

from typing import Final

from lxml import etree

from plainspeak.document import BlockKind, Cell
from plainspeak.read.gather import Gathered
from plainspeak.read.parts import Parts
from plainspeak.read.pptx.names import child, children, local, relation_id
from plainspeak.read.pptx.words import words

# A chart of a thousand points has numbers for labels, and no words.
_MOST_LABELS: Final = 200
_NOT_THERE: Final = "The file points to it, but does not hold it."
_NOT_NODES: Final = frozenset({"pres", "parTrans", "sibTrans", "doc"})


def read_object(
    gathered: Gathered, parts: Parts, path: str, inside: etree._Element, page: int
) -> None:
    """Read the words of a chart or diagram of a slide; anything else is a gap."""
    name = local(inside)
    key = {"chart": "id", "relIds": "dm"}.get(name)
    if key is None:
        if name in {"oleObj", "AlternateContent"}:
            why = "The words in another kind of file are not read."
            gathered.gap("embedded file", why, page, serious=True)
        return
    target = {each.id: each.target for each in parts.related(path)}.get(relation_id(inside, key))
    root = parts.tree(target) if target else None
    what = "chart" if name == "chart" else "diagram"
    if root is None:
        gathered.gap(what, _NOT_THERE, page)
    elif what == "chart":
        _chart(gathered, root, page)
    else:
        _diagram(gathered, root, page)


def _chart(gathered: Gathered, root: etree._Element, page: int) -> None:
    """Read the titles of a chart as captions, and its labels as the heads of a table."""
    for title in root.iter("{*}title"):
        for paragraph in title.iter("{*}p"):
            gathered.add(BlockKind.CAPTION, words(paragraph).text, page=page)
    table = gathered.table()
    series = list(root.iter("{*}ser"))[:_MOST_LABELS]
    for column, each in enumerate(series, 1):
        for label in _labels(child(each, "tx")):
            place = Cell(table, 0, column, is_header=True)
            gathered.add(BlockKind.TABLE_CELL, label, page=page, cell=place)
    first = next(iter(series), None)
    for row, label in enumerate(_labels(child(first, "cat")), 1):
        place = Cell(table, row, 0, is_header=True)
        gathered.add(BlockKind.TABLE_CELL, label, page=page, cell=place)


def _labels(element: etree._Element | None) -> list[str]:
    """Return the labels that are words, and not numbers."""
    if element is None:
        return []
    found = [
        value.text or ""
        for cache in element.iter("{*}strCache", "{*}strLit", "{*}lvl")
        for point in children(cache, "pt")
        for value in children(point, "v")
    ]
    return [label for label in found if any(map(str.isalpha, label))][:_MOST_LABELS]


def _diagram(gathered: Gathered, root: etree._Element, page: int) -> None:
    for node in root.iter("{*}pt"):
        if node.get("type") not in _NOT_NODES:
            for paragraph in children(child(node, "t"), "p"):
                found = words(paragraph)
                gathered.add(
                    BlockKind.LIST_ITEM, found.text, page=page, level=1, language=found.language
                )
