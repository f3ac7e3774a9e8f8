"""The tracked changes of an OpenDocument text."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from plainspeak.document import Change
from plainspeak.read.gather import squeezed, words_in
from plainspeak.read.odt.names import full, get, short

_KINDS: Final = {"text:insertion": "insertion", "text:deletion": "deletion"}
_XML_ID: Final = "{http://www.w3.org/XML/1998/namespace}id"
# Insertions inside insertions. Each adds a copy of its words.
_MOST_OPEN: Final = 20


class Changes:
    """What was inserted and deleted, gathered as the walk goes through the text."""

    def __init__(self, body: etree._Element) -> None:
        self._regions: dict[str, etree._Element] = {}
        self._words: dict[str, list[str]] = {}
        self._open: dict[str, list[str]] = {}
        self._blocks: dict[str, int] = {}
        for region in body.iter(full("text:changed-region")):
            named = get(region, "text:id") or region.get(_XML_ID) or ""
            change = next((child for child in region if short(child) in _KINDS), None)
            if change is not None:
                self._regions[named] = change

    def mark(self, element: etree._Element, block: int) -> None:
        """Begin or end a change where the text has its mark."""
        named = get(element, "text:change-id")
        if short(element) == "text:change-end":
            self._open.pop(named, None)
            return
        self._blocks.setdefault(named, block)
        if short(element) == "text:change-start" and len(self._open) < _MOST_OPEN:
            self._open[named] = self._words.setdefault(named, [])

    def add(self, text: str) -> None:
        """Add words of the text to every insertion they are part of."""
        for words in self._open.values():
            words.append(text)

    def all(self) -> Iterator[Change]:
        """Yield the changes that have words, in the order the file lists them."""
        for named, region in self._regions.items():
            kind = _KINDS[short(region)]
            words = self._words.get(named, [])
            text = _deleted(region) if kind == "deletion" else " ".join("".join(words).split())
            if text:
                who = region.findtext(f".//{full('dc:creator')}") or ""
                when = region.findtext(f".//{full('dc:date')}") or ""
                yield Change(kind, text, squeezed(who), when, self._blocks.get(named))


def _deleted(region: etree._Element) -> str:
    paragraphs = (
        child for child in region if isinstance(child.tag, str) and short(child)[:7] != "office:"
    )
    lines = (words_in(child) for child in paragraphs)
    return "\n".join(line for line in lines if line)
