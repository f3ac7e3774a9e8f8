"""Tell what a block of a PDF is: heading, list item, caption or paragraph."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plainspeak.document import BlockKind
from plainspeak.read.pdf.lines import Line

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
_BOLD_WORDS, _LARGE_WORDS = 12, 25


@dataclass(frozen=True, slots=True)
class Type:
    """The size of type most of the paper is set in, and whether that is bold."""

    size: float
    bold: bool

    def is_large(self, line: Line) -> bool:
        """Tell whether a line is clearly larger than the text."""
        return line.size >= _LARGE * self.size

    def stands_out(self, line: Line) -> bool:
        """Tell whether a line is larger than the text, or bold where the text is not."""
        return self.is_large(line) or (
            line.bold and not self.bold and line.size >= 0.95 * self.size
        )


def body_type(lines: Iterable[Line]) -> Type:
    """Return the commonest type of a paper, weighed by characters."""
    sizes: Counter[float] = Counter()
    bold: Counter[bool] = Counter()
    for line in lines:
        sizes[round(2 * line.size) / 2] += len(line.text)
        bold[line.bold] += len(line.text)
    return Type(sizes.most_common(1)[0][0], bold.most_common(1)[0][0])


def starts_item(text: str) -> bool:
    """Tell whether a text begins with a bullet, or with a number or letter mark."""
    return bool(_BULLET.match(text) or _NUMBER.match(text))


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
    return BlockKind.LIST_ITEM if _NUMBER.match(text) else BlockKind.PARAGRAPH


def _is_heading(lines: Sequence[Line], text: str, body: Type) -> bool:
    words = len(text.split())
    if text.endswith((".", ",", ";")) or not text.lstrip("\"'“‘")[0].isalnum():
        return False
    if all(map(body.is_large, lines)):
        return words <= _LARGE_WORDS and len(lines) <= 5
    return words <= _BOLD_WORDS and len(lines) <= 3
