"""The headings of a paper and of its transcript, and the rules for which of them count.

The transcripts were made by a program too. It finds headings in its own way, adds some and
does not look for others. Each rule leaves a kind of heading out, on both sides, wherever it
comes: none is about one paper.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from lxml import etree

from benchmarks.transcript import Transcript
from plainspeak.document import Block, BlockKind, Document

_WORD: Final = re.compile(r"[^\W_]+")
_NUMBER: Final = re.compile(
    r"\s*(?:\(?(?:\d+(?:\.\d+)*|[a-z]|[ivxl]+)[.):]\)?|\d+(?:\.\d+)+|\d+(?=\s))[\s.:)–-]*",
    re.IGNORECASE,
)
_CONTENTS: Final = frozenset({"contents", "table of contents"})
_LONGEST: Final = 30
_STYLE: Final = re.compile(r"heading [1-9]", re.IGNORECASE)
_BODY_LEVEL: Final = 9


@dataclass(frozen=True, slots=True)
class Hits:
    """Headings found, missed and found in excess."""

    found: int = 0
    missed: int = 0
    extra: int = 0

    def __add__(self, other: "Hits") -> "Hits":
        return Hits(self.found + other.found, self.missed + other.missed, self.extra + other.extra)

    def __str__(self) -> str:
        counts = f"found {self.found}, missed {self.missed}, extra {self.extra}"
        return f"F1 {self.f1:.3f} ({counts})"

    @property
    def f1(self) -> float:
        """The balance of what was found and what was right; 1 is all of both."""
        both = 2 * self.found + self.missed + self.extra
        return 2 * self.found / both if both else 1.0


def plain_headings(transcript: Transcript, document: Document) -> Hits | None:
    """Compare all headings, with no rules but one: a transcript without any is not compared."""
    theirs = Counter(map(normal, transcript.headings())) | Counter(map(normal, transcript.listed()))
    kinds = {BlockKind.HEADING, BlockKind.TITLE}
    ours = Counter(normal(block.text) for block in document.blocks if block.kind in kinds)
    return _hits(theirs, ours) if theirs else None


def counted_headings(transcript: Transcript, document: Document, data: bytes) -> Hits | None:
    """Compare the headings that both sides look for."""
    lines = {normal(block.text) for block in document.blocks if _stands_alone(block)}
    front = {normal(line) for line in transcript.preface()}
    theirs = _counted(transcript.headings()) | _counted(transcript.listed())
    for heading in list(theirs):
        if heading not in lines or heading in front:
            del theirs[heading]
    if not theirs:
        return None
    headings = [block.text for block in document.blocks if block.kind is BlockKind.HEADING]
    ours = _counted(headings)
    for heading in front | _CONTENTS:
        del ours[heading]
    return _hits(theirs, ours, forgiven=Counter(map(normal, surely_headings(data))))


def _stands_alone(block: Block) -> bool:
    """Say whether a block is a line of the body.

    A transcript makes headings of the starts of paragraphs, and of cells of tables whose
    words it then gives again: those are no lines, and do not count.
    """
    return block.cell is None and block.kind is not BlockKind.TEXT_BOX


def _counted(texts: Iterable[str]) -> Counter[str]:
    return Counter(normal(text) for text in texts if not is_sentence(text))


def is_sentence(text: str) -> bool:
    """Say whether words are no heading in any paper: a sentence, a whole paragraph, a number."""
    text = text.strip()
    too_long = len(text.split()) > _LONGEST
    return too_long or text.endswith((".", ":", ";")) or not any(map(str.isalpha, text))


def normal(text: str) -> str:
    """Return the words of a heading without its number, in small letters."""
    text = " ".join(text.split())
    words = _WORD.findall(_NUMBER.sub("", text, count=1).lower())
    return " ".join(words or _WORD.findall(text.lower()))


def _hits(theirs: Counter[str], ours: Counter[str], forgiven: Counter[str] | None = None) -> Hits:
    extra = ours - theirs - (forgiven or Counter())
    return Hits((theirs & ours).total(), (theirs - ours).total(), extra.total())


def surely_headings(data: bytes) -> Iterator[str]:
    """Yield what the file itself calls a heading, and lines that are underlined and not bold.

    A transcript lists the upper levels only, and never a line that is only underlined.
    """
    with zipfile.ZipFile(BytesIO(data)) as file:
        body = etree.fromstring(file.read("word/document.xml"))
        styles = dict(_heading_styles(etree.fromstring(file.read("word/styles.xml"))))
    for paragraph in body.iter("{*}p"):
        texts = [(run, _run_text(run)) for run in paragraph.iter("{*}r")]
        runs = [run for run, text in texts if text.strip()]
        style = _value(paragraph.find("{*}pPr/{*}pStyle"))
        level = _value(paragraph.find("{*}pPr/{*}outlineLvl"))
        is_marked = styles.get(style or "", False) or _is_level(level)
        underlined = runs and all(_is_on(run.find("{*}rPr/{*}u")) for run in runs)
        bold = all(_is_on(run.find("{*}rPr/{*}b")) for run in runs)
        if is_marked or (underlined and not bold):
            yield "".join(text for _, text in texts)


def _heading_styles(root: etree._Element) -> Iterator[tuple[str, bool]]:
    elements = {_attribute(each, "styleId"): each for each in root.iter("{*}style")}
    for style_id, element in elements.items():
        chain: list[etree._Element] = []
        following: etree._Element | None = element
        while following is not None and following not in chain:
            chain.append(following)
            following = elements.get(_value(following.find("{*}basedOn")))
        names = (_value(each.find("{*}name")) or "" for each in chain)
        levels = (_value(each.find("{*}pPr/{*}outlineLvl")) for each in chain)
        is_heading = any(map(_STYLE.fullmatch, names)) or any(map(_is_level, levels))
        yield style_id or "", is_heading


def _run_text(run: etree._Element) -> str:
    return "".join(each.text or "" for each in run.iter("{*}t"))


def _is_level(text: str | None) -> bool:
    return text is not None and text.isdecimal() and int(text) < _BODY_LEVEL


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and _value(element) not in {"0", "false", "off", "none"}


def _value(element: etree._Element | None) -> str | None:
    return None if element is None else _attribute(element, "val")


def _attribute(element: etree._Element, name: str) -> str | None:
    items = ((str(key), str(text)) for key, text in element.items())
    return next((text for key, text in items if key.endswith("}" + name)), None)
