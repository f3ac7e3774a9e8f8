"""Mend what making a PDF does to words: letters set apart, and sentences that are glued."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from itertools import pairwise

from plainspeak.document import Block

GLUED, SPACED, HYPHENS, LIGATURES = (
    "glued sentences", "spaced-out words", "broken words", "joined letters",
)  # fmt: skip

_GLUED = re.compile(r"(?<=[a-z]{2})[.!?](?=[A-Z][a-z]|[AI] )")
_TOKEN_END = re.compile(r"\s|$")
# Addresses, file names and names of programs have a stop inside them.
_NAME = re.compile(
    r"[/@\\_]|www\.|\.(?:com|org|net|uk|eu|gov|pdf|docx?|xlsx?|pptx?|txt|csv|js|py|html?)\b|\.\S+\.",
    re.IGNORECASE,
)
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_LONGEST = 24  # letters in a word
_SHORT_WORDS = frozenset(
    "a i am an as at be by do go he if in is it me my no of on or so to up us we".split()
)


@cache
def common_words() -> frozenset[str]:
    """Return the common words of English that are shipped with PlainSpeak."""
    # Through the package's files: this layer may not use the one that owns them.
    text = (files("plainspeak") / "language" / "common_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


@dataclass(frozen=True, slots=True)
class Mender:
    """Mends blocks one by one, and counts what it mends by name."""

    words: frozenset[str] | None = None
    counts: Counter[str] = field(default_factory=Counter)

    def blocks(self, found: Iterable[Block]) -> list[Block]:
        """Return blocks with their text mended."""
        return [
            block if block.text == text else replace(block, text=text)
            for block in found
            for text in (self.text(block.text),)
        ]

    def text(self, text: str) -> str:
        """Return a text with its glued sentences parted and its spaced letters joined."""
        return _GLUED.sub(self._parted, _SPACED.sub(self._joined, text))

    def is_word(self, text: str) -> bool:
        """Tell whether a text in small letters is a common word."""
        return text in (common_words() if self.words is None else self.words)

    def _parted(self, stop: re.Match[str]) -> str:
        text = stop.string
        start = text.rfind(" ", 0, stop.start()) + 1
        end = _TOKEN_END.search(text, stop.end())
        if end is None or _NAME.search(text, start, end.start()):
            return stop[0]
        self.counts[GLUED] += 1
        return stop[0] + " "

    def _joined(self, letters: re.Match[str]) -> str:
        whole = letters[0].replace(" ", "")
        words = self._cut(whole.lower())
        # Letters that make no words are a list of options, or a formula.
        if not words or max(map(len, words)) < 4:
            return letters[0]
        self.counts[SPACED] += len(words)
        ends = [sum(map(len, words[:number])) for number in range(len(words) + 1)]
        return " ".join(whole[a:b] for a, b in pairwise(ends))

    def _cut(self, letters: str) -> list[str]:
        """Return letters cut into the fewest words, or nothing where they make none."""
        best: list[list[str] | None] = [[]]
        for end in range(1, len(letters) + 1):
            options = [
                [*before, letters[start:end]]
                for start in range(max(0, end - _LONGEST), end)
                if (before := best[start]) is not None and self._fits(letters[start:end])
            ]
            best.append(min(options, key=len, default=None))
        return best[-1] or []

    def _fits(self, word: str) -> bool:
        return word in _SHORT_WORDS or (len(word) > 2 and self.is_word(word))
