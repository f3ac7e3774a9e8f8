"""Cut text into words for counting, and into tokens for matching."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Marks that Word leaves inside words and no reader sees: soft hyphens, zero-width
# characters and combining accents belong to the word round them.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_LETTER = rf"(?:[^\W_][{_INVISIBLE}\u0300-\u036f]*)"
_HIDDEN = re.compile(f"[{_INVISIBLE}]")

# For matching, a hyphen is a gap like a space ("follow-up" is "follow up"), a
# possessive ending is its own token, and any other mark is a token, so that no
# phrase matches across a comma or a full stop.
_TOKEN = re.compile(
    rf"{_LETTER}+(?:['’](?!s\b){_LETTER}+)*|['’]s\b|[^\w\s\-‐‑{_INVISIBLE}]|_", re.IGNORECASE
)

# For counting, "2024/25", "£1.5m", "mother-in-law" and "and/or" are one word each.
_WORD = re.compile(rf"{_LETTER}+(?:['’\-‐‑.,/@&+]{_LETTER}+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a text: where it stands, and its form for matching."""

    start: int
    end: int
    norm: str


def norm(word: str) -> str:
    """Return the form of a word that matching compares: small letters, no hidden marks."""
    if word.isascii():
        return word.lower()
    shown = _HIDDEN.sub("", word).replace("’", "'")
    return unicodedata.normalize("NFC", shown).casefold()


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text in order."""
    return [Token(m.start(), m.end(), norm(m.group())) for m in _TOKEN.finditer(text)]


def words(text: str) -> list[str]:
    """Return the words of a text as a reader would count them."""
    return _WORD.findall(text)


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each word a reader would count."""
    return (match.span() for match in _WORD.finditer(text))
