"""One transcript in the Akoma Ntoso form: its text, and the headings it names."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

_SPACE: Final = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
# What the transcript adds: data about it, a list of contents, the signs of notes.
_ADDED: Final = frozenset({"meta", "toc", "marker"})
_IN_LINE: Final = frozenset(
    "span b i u a inline sup sub ref docDate docType docTitle docNumber docStage judge "
    "neutralCitation".split()
)
_ITS_NUMBER: Final = re.compile(r"^\d+\. ")


class Transcript:
    """The words of a transcript, with the notes at the end, and its headings."""

    def __init__(self, path: Path) -> None:
        self._root = etree.parse(path).getroot()
        body: list[str] = []
        notes: list[str] = []
        _gather(self._root, body, notes)
        self.text = "".join([*body, " ", *notes])

    def headings(self) -> list[str]:
        """Return the lines tagged as headings."""
        return [_text(each) for each in self._root.iter(_SPACE + "heading")]

    def listed(self) -> list[str]:
        """Return the lines of its list of contents, without the numbers it gives them.

        The first is a name for the whole paper.
        """
        lines = [_text(each) for each in self._root.iter(_SPACE + "tocItem")]
        return [_ITS_NUMBER.sub("", line) for line in lines[1:]]

    def preface(self) -> Iterator[str]:
        """Yield the lines before the body, where titles stand."""
        for preface in self._root.iter(_SPACE + "preface"):
            for line in preface.iter(_SPACE + "p"):
                yield _text(line)


def _text(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _gather(element: etree._Element, body: list[str], notes: list[str]) -> None:
    if not isinstance(element.tag, str) or etree.QName(element).localname in _ADDED:
        return
    name = etree.QName(element).localname
    texts = notes if name == "authorialNote" else body
    parts = "" if name in _IN_LINE else " "
    texts.append(parts + (element.text or ""))
    for child in element:
        _gather(child, texts, notes)
        texts.append(child.tail or "")
    texts.append(parts)
