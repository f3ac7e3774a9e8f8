"""Readability scores from our own counts, with what was counted and what was not.

Only prose is scored: whole sentences of paragraphs, list items, text boxes and
notes. Headings and table cells are not sentences, and a formula that takes them
for sentences gives a number that means nothing.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass

from plainspeak.document import SET_ASIDE, Block, BlockKind, Document
from plainspeak.language.sentences import sentence_spans
from plainspeak.language.syllables import syllables
from plainspeak.language.words import words

PROSE = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.TEXT_BOX,
        BlockKind.FOOTNOTE,
        BlockKind.ENDNOTE,
    }
)
FEWEST_WORDS = 100  # below this a score jumps about (users' research, section 6)
FEWEST_SENTENCES = 5
LONG_SENTENCE = 25  # words; GOV.UK: guidance on publishing accessible documents
# A line without a full stop is a label unless it is as long as a sentence.
_LABEL_WORDS = 15
# A stop with the quotes, brackets and note marks that may stand behind it.
_END = re.compile(r"""[.!?…:;]["'”’)\]]*(?:\[\d{1,3}\]|\d{1,2})?$""")


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are fed: totals over the sentences that were scored.

    ``letters`` counts letters and figures; ``polysyllables`` are words of three
    syllables or more; ``long_sentences`` have over 25 words.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    letters: int = 0
    polysyllables: int = 0
    long_sentences: int = 0


@dataclass(frozen=True, slots=True)
class Readability:
    """Named scores with the counts they came from.

    ``words`` is every word of the paper, running heads and contents left out;
    ``counts.words`` of them were in whole sentences and were scored. ``scores``
    is empty, and ``withheld`` says why, where a score would be no honest number.
    """

    words: int
    counts: Counts
    scores: dict[str, float]
    withheld: str = ""

    @property
    def share_counted(self) -> float:
        """Return the share of the paper's words that were scored, from 0 to 1."""
        return self.counts.words / self.words if self.words else 0.0


def is_sentence(text: str, length: int) -> bool:
    """Say whether a piece of prose is a whole sentence, and not a label."""
    return _END.search(text[-12:]) is not None or length > _LABEL_WORDS


def measure(document: Document) -> Readability:
    """Score the prose of a paper."""
    read = [block for block in document.blocks if block.kind not in SET_ASIDE]
    total = sum(len(words(block.text)) for block in read)
    counts = count(block for block in read if block.kind in PROSE)
    withheld = _withheld(counts)
    return Readability(total, counts, {} if withheld else scores(counts), withheld)


def count(blocks: Iterable[Block]) -> Counts:
    """Count the whole sentences of some blocks."""
    sentences = total = sounds = letters = heavy = long = 0
    for block in blocks:
        for start, end in sentence_spans(block.text):
            text = block.text[start:end]
            found = words(text)
            if not found or not is_sentence(text, len(found)):
                continue
            spoken = [syllables(word) for word in found]
            sentences += 1
            total += len(found)
            sounds += sum(spoken)
            letters += sum(map(len, found))
            heavy += sum(number >= 3 for number in spoken)
            long += len(found) > LONG_SENTENCE
    return Counts(sentences, total, sounds, letters, heavy, long)


def _withheld(counts: Counts) -> str:
    if counts.words < FEWEST_WORDS or counts.sentences < FEWEST_SENTENCES:
        return (
            f"too short to score: {counts.words} words in {counts.sentences} whole sentences, "
            f"and a fair score needs {FEWEST_WORDS} words in {FEWEST_SENTENCES}"
        )
    return ""


def scores(counts: Counts) -> dict[str, float]:
    """Return every score, by name, in the order they are shown."""
    grade = flesch_kincaid_grade(counts)
    return {
        "flesch-reading-ease": round(flesch_reading_ease(counts), 1),
        "flesch-kincaid-grade": round(grade, 1),
        "smog-grade": round(smog_grade(counts), 1),
        "automated-readability-index": round(automated_readability_index(counts), 1),
        "coleman-liau-index": round(coleman_liau_index(counts), 1),
        # UK school years start a year earlier, so a US grade is about age minus 5.
        "reading-age": round(max(grade, 0.0) + 5, 1),
        "words-per-sentence": round(counts.words / counts.sentences, 1),
        "share-over-25": round(100 * counts.long_sentences / counts.sentences, 1),
    }


def flesch_reading_ease(counts: Counts) -> float:
    """Return Flesch's reading ease: about 0 (very hard) to 100 (very easy).

    R. Flesch, A new readability yardstick, Journal of Applied Psychology 32 (1948).
    """
    return (
        206.835 - 1.015 * counts.words / counts.sentences - 84.6 * counts.syllables / counts.words
    )


def flesch_kincaid_grade(counts: Counts) -> float:
    """Return the Flesch-Kincaid grade, a US school year.

    J. P. Kincaid and others, Research Branch Report 8-75, US Navy (1975).
    """
    return 0.39 * counts.words / counts.sentences + 11.8 * counts.syllables / counts.words - 15.59


def smog_grade(counts: Counts) -> float:
    """Return the SMOG grade, a US school year, made for samples of 30 sentences or more.

    G. H. McLaughlin, SMOG grading: a new readability formula, Journal of Reading 12 (1969).
    """
    return 1.0430 * math.sqrt(counts.polysyllables * 30 / counts.sentences) + 3.1291


def automated_readability_index(counts: Counts) -> float:
    """Return the automated readability index, a US school year.

    R. J. Senter and E. A. Smith, AMRL-TR-66-220, US Air Force (1967).
    """
    return 4.71 * counts.letters / counts.words + 0.5 * counts.words / counts.sentences - 21.43


def coleman_liau_index(counts: Counts) -> float:
    """Return the Coleman-Liau index, a US school year.

    M. Coleman and T. L. Liau, A computer readability formula designed for machine
    scoring, Journal of Applied Psychology 60 (1975).
    """
    letters = 100 * counts.letters / counts.words
    sentences = 100 * counts.sentences / counts.words
    return 0.0588 * letters - 0.296 * sentences - 15.8
