"""Tell what a block of a PDF is: heading, list item, caption or paragraph."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from plainspeak.document import BlockKind
from plainspeak.read.pdf.sheet import Line

T = TypeVar("T")

_BULLET = re.compile(
    "(?:[•●○◦▪▫■□◆◇►▶‣⁃∙›»·➢➤➔→✓✔❖§\ue000-\uf8ff]+|[-–—*o])(?:\\s+|$)|[•●▪■➢\ue000-\uf8ff](?=\\S)"
)
_NUMBER = re.compile(
    r"(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\([A-Z]\)|\(?[ivx]{2,5}[.)]|\d{1,2}(?:\.\d{1,3}){1,3}[.)]?)\s+\S"
    r"|\d{1,3}[.)](?=[A-Z][a-z]*\s)"
)
_CAPTION = re.compile(
    r"(?i:(?:appendix |annex |supplementary )?"
    r"(?:figure|fig\.?|table|box|chart|exhibit|diagram|map))"
    r"\s+[A-Z]?\d{1,3}(?:[.\-–]\d{1,2})*[a-z]?(?:\s*[:.–—|\-](?!\d)|\s*$|\s+[A-Z(])"
)
_DASH = re.compile(r"[-–—]\s+\S")
_LARGE = 1.12
# A heading may be a little smaller than the text, as in forms.
_LEAST_HEAD = 0.8
_OTHER_INK = 0x30
# A link or an address is no heading, whatever its colour.
_ADDRESS = re.compile(r"@|://|www\.")
_BOLD_WORDS, _LARGE_WORDS = 12, 25
_HEADING_WORDS, _MOST_HEADING = 12, 30


@dataclass(frozen=True, slots=True)
class Type:
    """The type most of the paper is set in: its size, whether it is bold, its font and ink."""

    size: float
    bold: bool
    font: str = ""
    ink: tuple[int, int, int] = (0, 0, 0)

    def is_large(self, line: Line) -> bool:
        """Tell whether a line is clearly larger than the text."""
        return line.size >= _LARGE * self.size

    def stands_out(self, line: Line) -> bool:
        """Tell whether a line is larger than the text, or bold where the text is not."""
        return self.is_large(line) or (
            line.bold and not self.bold and line.size >= _LEAST_HEAD * self.size
        )

    def is_other(self, line: Line) -> bool:
        """Tell whether a line is no smaller than the text, but underlined or in another font."""
        if line.size < _LEAST_HEAD * self.size:
            return False
        if line.underlined:
            return True
        other_ink = max(abs(a - b) for a, b in zip(line.ink, self.ink, strict=True)) > _OTHER_INK
        return other_ink or bool(line.font and self.font and line.font != self.font)


def body_type(lines: Iterable[Line]) -> Type:
    """Return the commonest type of a paper, weighed by characters."""
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    fonts: Counter[str] = Counter()
    inks: Counter[tuple[int, int, int]] = Counter()
    for line in lines:
        weight = len(line.text)
        sizes[round(2 * line.size) / 2] += weight
        bold[line.bold] += weight
        fonts[line.font] += weight
        inks[line.ink] += weight
    return Type(_most(sizes), _most(bold), _most(fonts), _most(inks))


def _most(seen: Counter[T]) -> T:
    return seen.most_common(1)[0][0]


def starts_item(text: str) -> bool:
    """Tell whether a text begins with a bullet, or with a number or letter mark."""
    return bool(_BULLET.match(text) or _NUMBER.match(text))


def starts_bullet(text: str) -> bool:
    """Tell whether a text begins with a bullet."""
    return bool(_BULLET.match(text))


def begins_in_mid_sentence(text: str) -> bool:
    """Tell whether a mark that begins a line may belong to a sentence: "see / 4.2 for"."""
    match = _NUMBER.match(text) or _DASH.match(text)
    return match is not None and match.end() > 1 and text[match.end() - 1].islower()


def is_caption(text: str) -> bool:
    """Tell whether a text begins as the caption of a figure or a table does."""
    return bool(_CAPTION.match(text))


def without_bullet(text: str) -> str:
    """Return a list item's text without its bullet; numbers and letters stay."""
    if match := _BULLET.match(text):
        return text[match.end() :]
    return re.sub(r"^(\d{1,3}[.)])(?=[A-Z])", r"\1 ", text)


def kind_of(lines: Sequence[Line], text: str, body: Type) -> BlockKind:
    """Return what a run of joined lines is, from its words and its type."""
    if not any(character.isalpha() for character in text):
        return BlockKind.TABLE_CELL
    if _BULLET.match(text):
        return BlockKind.LIST_ITEM
    if is_caption(text):
        return BlockKind.CAPTION
    if all(map(body.stands_out, lines)) and _is_heading(lines, text, body):
        return BlockKind.HEADING
    if all(map(body.is_other, lines)) and _is_plain_heading(lines, text, body):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if _NUMBER.match(text) else BlockKind.PARAGRAPH


def tagged_kind(lines: Sequence[Line], text: str, body: Type) -> tuple[BlockKind, int]:
    """Return what a block is and its level: as its tag says, or else as it looks."""
    looks = kind_of(lines, text, body)
    tag = lines[0].tag
    if tag is None or tag.kind is None:
        return looks, 0
    if tag.kind is BlockKind.HEADING:
        return (BlockKind.HEADING, tag.level) if _may_be_heading(text) else (looks, 0)
    if tag.kind is BlockKind.PARAGRAPH or looks is BlockKind.HEADING:
        return looks, 0
    return tag.kind, tag.level


def _may_be_heading(text: str) -> bool:
    """Tell a heading from a paragraph that its writer made a heading to have it numbered."""
    words = len(text.split())
    ends = text.endswith((".", ":", ";"))
    return words <= _MOST_HEADING and not (ends and (words > _HEADING_WORDS or starts_item(text)))


def _is_heading(lines: Sequence[Line], text: str, body: Type) -> bool:
    words = len(text.split())
    if text.endswith((".", ",", ";")) or not text.lstrip("\"'“‘")[0].isalnum():
        return False
    if all(map(body.is_large, lines)):
        return words <= _LARGE_WORDS and len(lines) <= 5
    return words <= _BOLD_WORDS and len(lines) <= 3


def _is_plain_heading(lines: Sequence[Line], text: str, body: Type) -> bool:
    """Tell whether words that stand out by their font or colour only may be a heading."""
    first = text.lstrip("\"'“‘")[:1]
    return (
        len(lines) == 1
        and (first.isupper() or first.isdigit())
        and text[-1:] not in ":!*"
        and not _ADDRESS.search(text)
        and _is_heading(lines, text, body)
    )
