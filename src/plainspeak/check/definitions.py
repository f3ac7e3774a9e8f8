"""Find where a paper says what a short form stands for.

The long form is found by the method of A. S. Schwartz and M. A. Hearst, A simple
algorithm for identifying abbreviation definitions, Pacific Symposium on
Biocomputing (2003): walk both back from their ends and match letter by letter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainspeak.document import Block, BlockKind, Span

_QUOTES = "\"'“”‘’"
# "integrated care board (the ICB)", "board (“ICB”)", "board’s (ICB’s)", "board [ICB; see 3]".
_LONG_THEN_SHORT = re.compile(
    rf"[(\[]\s*[{_QUOTES}]?"
    rf"(?:the\s+|or\s+|hereafter\s+|known as\s+|also known as\s+)?[{_QUOTES}]?"
    rf"([A-Za-z0-9][A-Za-z0-9&/+-]{{1,9}}?)(s?)(?:['’]s)?[{_QUOTES}]?\s*(?:[,;:)\]]|[–—-]\s)"
)
_SHORT_THEN_LONG = re.compile(
    r"(?<!\w)([A-Za-z0-9][A-Za-z0-9&/+-]{1,9}?)(s?)(?:['’]s)?\s*\(\s*([^()]{5,100})\)"
)
_SAID = re.compile(
    rf"(?<!\w)[{_QUOTES}]?([A-Za-z0-9][A-Za-z0-9&/+-]{{1,9}}?)[{_QUOTES}]?,?\s+"
    r"(?:stands for|is short for|which stands for|means|refers to|or)\s+(?:the\s+)?([^.;()]{5,100})"
)
_NAMED = re.compile(
    r"\b(?:(?:also|often|usually|is|are|be)\s+)*"
    r"(?:known as|called|abbreviated (?:to|as)|referred to as|shortened to|hereafter|or)\s+"
    rf"[{_QUOTES}]?(?:the\s+)?[{_QUOTES}]?"
    rf"([A-Za-z0-9][A-Za-z0-9&/+-]{{1,9}}?)(s?)[{_QUOTES}]?(?=[\s,.;)]|$)"
)
_LISTED = re.compile(
    r"\s*([A-Za-z0-9][A-Za-z0-9&/+-]{1,9})\s*(?:[:=–—\t]|\s-\s|\s{2,})\s*(\S.{4,100})$"
)

# What "&" stands for, and small words no short form starts with.
_AND = re.compile(r"&|and\b", re.IGNORECASE)
_SMALL = re.compile(r"(?:and|of|or)\b", re.IGNORECASE)


_ONE_LINE = 90  # characters


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form with its long form, where the short form stands, and where both begin."""

    short: str
    long: str
    at: Span
    first: Span


def definitions(blocks: Sequence[Block], forms: frozenset[str]) -> Iterator[Definition]:
    """Yield the definitions of a paper in reading order; ``forms`` are its short forms."""
    for index, block in enumerate(blocks):
        if "(" in block.text or "[" in block.text:
            yield from _bracketed(block, forms, text_above(blocks, index))
        yield from _worded(block, forms)
        listed = _LISTED.match(block.text)
        if listed and listed[1] in forms:
            yield from _checked(block, listed[1], listed.start(1), listed[2], listed.start(2))
        if block.kind is BlockKind.TABLE_CELL and index + 1 < len(blocks):
            yield from _in_cells(block, blocks[index + 1], forms)


def text_above(blocks: Sequence[Block], index: int) -> str:
    """Return the line above a block where it may go on in the block, or "".

    Tables and PDF files cut a line in two, and leave "(AHPs)" on a line of its own.
    """
    above = blocks[index - 1].text if index else ""
    goes_on = above[-1:].isalnum() and len(above) <= _ONE_LINE
    return above if goes_on else ""


def _bracketed(block: Block, forms: frozenset[str], above: str) -> Iterator[Definition]:
    for match in _LONG_THEN_SHORT.finditer(block.text):
        short = _known(match[1], match[2], forms)
        if not short:
            continue
        found = list(_long_before(block, short, match.start(1), match.start()))
        if not found and above and match.start() < _ONE_LINE:
            joined = f"{above} {block.text[: match.start()]}".rstrip(" ,;" + _QUOTES)
            long = long_form(short, joined)
            if long and _initials_cover(short, long):
                found = [_definition(block, short, match.start(1), long, 0)]
        yield from found
    for match in _SHORT_THEN_LONG.finditer(block.text):
        short = _known(match[1], match[2], forms)
        if short:
            yield from _checked(block, short, match.start(1), match[3], match.start(3))


def _worded(block: Block, forms: frozenset[str]) -> Iterator[Definition]:
    for match in _NAMED.finditer(block.text):
        short = _known(match[1], match[2], forms)
        if short:
            yield from _long_before(block, short, match.start(1), match.start())
    for match in _SAID.finditer(block.text):
        if match[1] in forms:
            yield from _checked(block, match[1], match.start(1), match[2], match.start(2))


def _in_cells(cell: Block, beside: Block, forms: frozenset[str]) -> Iterator[Definition]:
    """Read a table of abbreviations: a short form in one cell and its words in the next."""
    short = cell.text.strip()
    if short in forms and beside.kind is BlockKind.TABLE_CELL:
        long = _whole_long_form(short, beside.text)
        if long:
            at = Span(cell.number, cell.text.index(short), cell.text.index(short) + len(short))
            yield Definition(short, long, at, at)


def _known(form: str, plural: str, forms: frozenset[str]) -> str:
    if form in forms:
        return form
    return form + plural if form + plural in forms else ""


def _long_before(block: Block, short: str, at: int, end: int) -> Iterator[Definition]:
    """Look for the long form in the words that end at ``end``."""
    before = re.sub("['’]s$", "", block.text[:end].rstrip(" ,;" + _QUOTES))
    # The authors' bound on how many words a long form may have.
    most = min(len(short) + 5, len(short) * 2)
    starts = [match.start() for match in re.finditer(r"\S+", before[-200:])]
    window = before[-200:][starts[-most] :] if len(starts) >= most else before[-200:]
    window = re.split(r"[.;:!?]\s", window)[-1]
    long = long_form(short, window)
    if long:
        start = len(before) - len(long)
        yield _definition(block, short, at, long, start)


def _checked(block: Block, short: str, at: int, text: str, start: int) -> Iterator[Definition]:
    long = _whole_long_form(short, text)
    if long:
        yield _definition(block, short, at, long, start)


def _definition(block: Block, short: str, at: int, long: str, start: int) -> Definition:
    where = Span(block.number, at, at + len(short))
    first = Span(block.number, min(at, start), min(at, start) + 1)
    return Definition(short, " ".join(long.split()), where, first)


def long_form(short: str, text: str) -> str:
    """Return the shortest end of ``text`` whose letters give the short form, or ""."""
    letters = [letter.lower() for letter in short if letter.isalnum() or letter == "&"]
    place = len(text)
    for index in range(len(letters) - 1, -1, -1):
        place -= 1
        while place >= 0 and not _gives(text, place, letters[index], opens=index == 0):
            place -= 1
        if place < 0:
            return ""
    found = text[place:].strip()
    return found if _is_long_form(short, found) else ""


def _gives(text: str, place: int, letter: str, *, opens: bool) -> bool:
    """Say whether a letter of a long form can be one of its short form; ``opens``: the first."""
    begins_word = not text[max(0, place - 1) : place].isalnum()
    if letter == "&":
        return begins_word and _AND.match(text, place) is not None
    if opens and (not begins_word or _SMALL.match(text, place)):
        return False
    return text[place].lower() == letter


def _whole_long_form(short: str, text: str) -> str:
    """Return the start of ``text`` that the short form stands for, or ""."""
    text = re.split(r"[,;:]|\.\s|\s[–—-]\s", text.strip(" ." + _QUOTES))[0].strip()
    parts = list(re.finditer(r"\S+", text))
    for last in parts[: len(short) * 2 + 2]:
        candidate = text[: last.end()]
        if long_form(short, candidate) == candidate and _initials_cover(short, candidate):
            return text if len(parts) <= len(short) + 2 else candidate
    return ""


def _initials_cover(short: str, long: str) -> bool:
    """Say whether half the letters or more begin a word of the long form."""
    letters = [letter.lower() for letter in short if letter.isalnum()]
    initials = [word[0].lower() for word in re.findall(r"[^\W_]+", long)]
    return 2 * sum(letter in initials for letter in letters) >= len(letters)


def _is_long_form(short: str, long: str) -> bool:
    found = re.findall(r"[^\W_]+", long)
    if len(long) <= len(short) + 2 or short in long.split():
        return False
    # One long word ("computerised (CT)") must share more than its first letter's place.
    return len(found) > 1 or len(short) <= 3
