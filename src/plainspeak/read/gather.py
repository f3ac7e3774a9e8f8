"""What a reader gathers on its way through a file, until it is a Document."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import sha256

from lxml import etree

from plainspeak.document import (
    Block,
    BlockKind,
    Cell,
    Change,
    Document,
    Gap,
    Picture,
    number_blocks,
)
from plainspeak.errors import PaperError
from plainspeak.read.clean import clean
from plainspeak.read.docx.labels import formatted
from plainspeak.read.limits import in_force

_SPACES = re.compile(r"[ \t\r\n\f]+")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset("the and of to for with that this from by are was".split())
_ENGLISH_SHARE = 0.1
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_].*)?", re.IGNORECASE | re.DOTALL)
_NUMERALS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_NO_LANGUAGE = frozenset({"en", "und", "zxx", "mul", "none"})


class Gathered:
    """The blocks, gaps, pictures and changes of one paper, in reading order."""

    def __init__(self, name: str, data: bytes, kind: str) -> None:
        self.name = name
        self.blocks: list[Block] = []
        self.gaps: list[Gap] = []
        self.pictures: list[Picture] = []
        self._kind = kind
        self._hash = sha256(data).hexdigest()
        self._characters = 0
        self._tables = 0

    @property
    def next(self) -> int:
        """Return the number that the next block will have."""
        return len(self.blocks)

    def add(
        self,
        kind: BlockKind,
        text: str,
        *,
        page: int | None = None,
        level: int = 0,
        label: str = "",
        cell: Cell | None = None,
        language: str = "",
    ) -> bool:
        """Add a block and say so, unless its text holds no words."""
        text = "\n".join(map(clean, text.split("\n"))).strip()
        if not text:
            return False
        if language and _is_english(text):
            language = ""
        self._characters += len(text)
        most = in_force().characters
        if self._characters > most:
            size = f"holds more than {most:,} characters"
            raise PaperError(self.name, "too-much-text", size, "split it into smaller papers")
        self.blocks.append(
            Block(self.next, kind, text, page, None, level, None, label, cell, language)
        )
        return True

    def gap(self, what: str, why: str, page: int | None = None, *, serious: bool = False) -> None:
        """Add a gap at the block that comes next."""
        self.gaps.append(Gap(what, why, page, self.next, serious))

    def picture(self, alt: str, page: int | None = None, block: int | None = None) -> None:
        """Add a picture, beside a block or else at the one that comes next."""
        alt = " ".join(clean(alt).split())
        self.pictures.append(Picture(alt, page, self.next if block is None else block))

    def table(self) -> int:
        """Return the number of the next table of the paper."""
        self._tables += 1
        return self._tables - 1

    def document(
        self,
        pages: int | None = None,
        changes: Iterable[Change] = (),
        section: Callable[[Block], str | None] = lambda block: block.section,
    ) -> Document:
        """Return the paper, each block numbered and under its heading."""
        numbered = number_blocks(self.blocks)
        blocks = tuple(replace(block, section=section(block)) for block in numbered)
        if not blocks and not any(gap.serious for gap in self.gaps):
            cure = "check that it is the right file, or ask for one with text in it"
            raise PaperError(self.name, "no-text", "holds no words that we can read", cure)

        def place(block: int | None) -> int | None:
            return block if block is None or block < len(blocks) else None

        return Document(
            name=self.name,
            format=self._kind,
            sha256=self._hash,
            blocks=blocks,
            gaps=tuple(replace(gap, block=place(gap.block)) for gap in self.gaps),
            pages=pages,
            changes=tuple(replace(each, block=place(each.block)) for each in changes),
            pictures=tuple(replace(each, block=place(each.block)) for each in self.pictures),
        )


def squeezed(text: str) -> str:
    """Return text with every run of plain spaces and line ends as one space."""
    return _SPACES.sub(" ", text)


def words_in(element: etree._Element) -> str:
    """Return all words inside an element, on one line."""
    return " ".join("".join(map(str, element.itertext())).split())


def language_of(tag: str | None) -> str:
    """Return the short tag of a language other than English, else nothing."""
    found = _LANGUAGE.fullmatch(tag.strip()) if tag else None
    short = found[1].lower() if found else ""
    return "" if short in _NO_LANGUAGE else short


def main_language(weights: Counter[str]) -> str:
    """Return the language of most of a block's characters."""
    return max(weights, key=weights.__getitem__) if weights else ""


def whole_number(text: str | None, otherwise: int, most: int = 999_999) -> int:
    """Return a count that a file gives, kept within reason; a false one is ``otherwise``."""
    text = (text or "").strip()
    if not re.fullmatch("[0-9]{1,9}", text):
        return otherwise
    return min(int(text), most)


def numeral(number: int, sign: str) -> str:
    """Return a number as "1", "a", "A", "i" or "I" asks for it."""
    return formatted(number, _NUMERALS.get(sign, "decimal"))


def _is_english(text: str) -> bool:
    """Say whether a text is plainly English. Marks are often left over from elsewhere."""
    words = _WORD.findall(text.lower())
    found = [word for word in words if word in _ENGLISH]
    return len(set(found)) > 1 and len(found) >= _ENGLISH_SHARE * len(words)
