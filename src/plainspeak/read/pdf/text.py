"""Clean the characters of a PDF, and put words back together over line ends."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from plainspeak.read.pdf.mend import HYPHENS, Mender

# PDFium writes one of these where a line ends with a hyphen and the word goes on.
BROKEN = "\ufffe"
BROKEN_MARKS = "\ufffe\x02"

_LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    # Word's Calibri joins these letters too, and names the joined shapes wrongly.
    "\u019f": "ti",
    "\u01a9": "tt",
    "\u01ab": "tti",
}
# The same fault, but this letter is also a real one (Māori names begin with it).
_WRONG_FT = re.compile("(?<=[a-z])\u014c")
_SPACES = "\t\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_DROPPED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\r\n"]
_TABLE = str.maketrans(
    dict.fromkeys((*_CONTROLS, *_DROPPED), "")
    | dict.fromkeys((*_SPACES, "\r", "\n"), " ")
    | _LIGATURES
)
# Characters no reader can say: a font without a map to Unicode gives these.
_UNREADABLE = re.compile("\\(cid:\\d+\\)|[\ue000-\uf8ff\ufffd\x01\x03-\x08\x0b\x0c\x0e-\x1f]")
# Word writes its bullets in private-use characters: they are marks, not lost words.
_BULLET = re.compile("^\\s*[\ue000-\uf8ff](?=\\s|$)", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")

# First parts that keep their hyphen unless the paper writes the word as one.
_FIRST_PARTS = """
    co cross face follow half high large long low mid multi non one peer post quasi real self semi
    short single six small third three two user vice well whole world year
"""
# Last parts that are nearly always joined by a hyphen: nurse-led, evidence-based.
_LAST_PARTS = """
    based centered centred driven focused free friendly funded language led level like making
    managed old only prone related reported risk scale specific term wide year years
"""
# First parts of words that may be written either way: the common words decide.
_PREFIXES = frozenset(
    "anti inter intra micro mini neuro over post pre socio sub super trans ultra under".split()
)
_FIRST, _LAST = frozenset(_FIRST_PARTS.split()), frozenset(_LAST_PARTS.split())
# "Over- or under-estimated": the hyphen stands for a part that follows.
_SUSPENDED = re.compile(r"(?:or|and|to|as well as) ")
# A line that ends so goes on without a space: COVID-/19, 295–/301.
_HELD_BY_DASH, _NUMBER_DASH = re.compile(r"\w-$"), re.compile(r"\d–$")


def clean(text: str) -> str:
    """Return text with ligatures spelled out, odd spaces made plain and marks dropped."""
    return " ".join(_WRONG_FT.sub("ft", text.translate(_TABLE)).split())


def count_ligatures(text: str) -> int:
    """Count the letters of a text that are joined in one sign."""
    return sum(map(text.count, _LIGATURES)) if not text.isascii() else 0


def unreadable_share(text: str) -> float:
    """Return how much of a text is characters that stand for no letter, from 0 to 1."""
    text = _BULLET.sub("", text)
    seen = sum(map(len, text.split()))
    lost = sum(len(match[0]) for match in _UNREADABLE.finditer(text))
    return lost / seen if seen else 0.0


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words a paper writes within its lines, in lower case, to mend broken ones.

    The paper itself is asked first, and the common words that ``mender`` knows after it.
    """

    words: frozenset[str]
    mender: Mender = field(default_factory=Mender)

    def join(self, first: str, second: str) -> str:
        """Return two lines as one, where a hyphen ended the first."""
        first = first.rstrip(BROKEN)
        if _SUSPENDED.match(second):
            return f"{first}- {second}"
        if self._keeps_hyphen(first, second):
            return f"{first}-{second}"
        self.mender.counts[HYPHENS] += 1
        return first + second

    def _keeps_hyphen(self, first: str, second: str) -> bool:
        head, tail = first.split(" ")[-1], second.split(" ")[0]
        if any(mark in head + tail for mark in ("/", "@", "www.")):
            return True
        before, after = re.search(r"[^\W\d_]+$", head), re.match(r"[^\W\d_]+", tail)
        if before is None or after is None:
            return True
        start, end = before[0].lower(), after[0].lower()
        if start + end in self.words:
            return False
        if f"{start}-{end}" in self.words:
            return True
        # A name or an acronym has an edge that a broken word has not: COVID-related.
        edge = after[0][0].isupper() != before[0][-1].isupper()
        if edge or start in _FIRST or end in _LAST or "-" in head + tail:
            return True
        is_word = self.mender.is_word
        if is_word(start + end):
            return False
        # Two whole words were joined by the writer, as in "time-dependent".
        return (is_word(start) or start in _PREFIXES) and len(start) > 2 and is_word(end)


def vocabulary(texts: Iterable[str], mender: Mender | None = None) -> Vocabulary:
    """Gather the words that stand whole within lines, hyphenated ones included."""
    words: set[str] = set()
    for text in texts:
        whole = text.rsplit(" ", 1)[0] if text.endswith(BROKEN) else text
        words.update(_WORD.findall(whole.lower()))
    return Vocabulary(frozenset(words), mender or Mender())


def join_lines(lines: Iterable[str], known: Vocabulary) -> str:
    """Return the lines of one paragraph as one text."""
    text = ""
    for line in lines:
        if text.endswith(BROKEN):
            text = known.join(text, line)
        elif (_HELD_BY_DASH.search(text) and line[:1].isalnum()) or (
            _NUMBER_DASH.search(text) and line[:1].isdigit()
        ):
            text += line
        else:
            text = f"{text} {line}" if text else line
    return text.rstrip(BROKEN)
