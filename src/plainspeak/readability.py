"""Readability scores from our own counts, with what was counted and what was not.

Only prose is scored: whole sentences of paragraphs, list items, text boxes and
notes. Headings and table cells are not sentences, and a formula that takes them
for sentences gives a number that means nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache

from plainspeak.document import SET_ASIDE, Block, BlockKind, Document, Span
from plainspeak.formulas import Counts, reading_age, scores
from plainspeak.language.familiar import familiarity
from plainspeak.language.sentences import sentence_spans
from plainspeak.language.syllables import syllables
from plainspeak.language.words import word_spans, words

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
LONGISH_SENTENCE = 20  # words; NHS digital service manual, how we write
FEWEST_FOR_SMOG = 30  # sentences: the size of sample the formula was made for
NO_SENTENCES = 100  # words on average: text without stops, and no honest sentences
UNFAMILIAR = 0.5  # familiarity below which few lay readers are sure of a word

# A share of unfamiliar words that no English paper has: of 99 real ones, the most
# technical has 0.19.
NOT_ENGLISH = 0.45

# Sentences that the law or a template fixes, and that no writer may change: what keeps
# the public out, what must be open, and whom a duty binds.
_LEGAL = re.compile(
    r"schedule 12A|sections? 100[A-K]?\b|exempt information|press and (?:the )?public be excluded"
    r"|public bodies \(admission to meetings\)|freedom of information act 2000"
    r"|(?:under|pursuant to|in accordance with|for the purposes of) (?:section|regulation|paragraph"
    r"|article|schedule|part) \d+[A-Z]?(?:\(\w+\))* (?:of|to) the [A-Z]",
    re.IGNORECASE,
)

# A line without a full stop is a label unless it is as long as a sentence.
_LABEL_WORDS = 15
_END = re.compile(r"""[.!?…:;]["'”’)\]]*(?:\[\d{1,3}\]|\d{1,2})?$""")
_SHORTENED = re.compile(r"(?:es|ed|ing)$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the prose: its main place, and its words.

    A lead-in with its first bullet is one sentence, as a person reads it; its place
    is then that of the bullet, and ``places`` holds both.
    """

    span: Span
    words: tuple[str, ...]
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Readability:
    """Named scores with the counts they came from.

    ``words`` is every word of the paper, running heads and contents left out;
    ``by_kind`` shares them out over the kinds of block. ``other_languages`` are those
    the file marks as not English, and ``legal`` those of sentences that the law fixes.
    ``counts.words`` were in whole sentences and were scored. ``spelt_out`` are the
    scores with short forms read as their full words, and ``terms_out`` with the terms
    left out that the paper explains. All three are empty, and ``withheld`` says why,
    where a score would be no honest number.
    """

    words: int
    counts: Counts
    scores: Mapping[str, float]
    spelt_out: Mapping[str, float]
    terms_out: Mapping[str, float]
    by_kind: Mapping[str, int]
    other_languages: int = 0
    legal: int = 0
    withheld: str = ""

    @property
    def share_counted(self) -> float:
        """Return the share of the paper's words that were scored, from 0 to 1."""
        return self.counts.words / self.words if self.words else 0.0

    @property
    def reading_age(self) -> tuple[float, float] | None:
        """Return the UK reading age as a range; None where there are no scores."""
        return reading_age(dict(self.scores)) if self.scores else None


def measure(
    document: Document,
    expansions: Mapping[str, str] | None = None,
    explained: Iterable[Span] = (),
    prose: Sequence[Sentence] | None = None,
) -> Readability:
    """Score the prose of a paper.

    ``expansions`` gives the full words of short forms, and ``explained`` the places of
    terms that the paper explains itself. ``prose`` saves finding the sentences again.
    """
    every = list(sentences(document)) if prose is None else prose
    prose = [sentence for sentence in every if not is_legal(document, sentence)]
    legal = sum(len(found.words) for found in every) - sum(len(found.words) for found in prose)
    counts = count(sentence.words for sentence in prose)
    by_kind, foreign = _words_by_kind(document)
    withheld = _withheld(counts)
    if withheld:
        words = sum(by_kind.values())
        return Readability(words, counts, {}, {}, {}, by_kind, foreign, legal, withheld)
    return Readability(
        words=sum(by_kind.values()),
        counts=counts,
        scores=_honest(counts),
        spelt_out=_honest(_changed(counts, _spelt_out(prose, expansions or {}))),
        terms_out=_honest(_changed(counts, _held_out(document, prose, explained))),
        by_kind=by_kind,
        other_languages=foreign,
        legal=legal,
    )


def is_legal(document: Document, sentence: Sentence) -> bool:
    """Say whether a sentence is fixed legal wording, which is not the writer's to change."""
    return any(_LEGAL.search(document.text_at(place)) for place in sentence.places)


def is_sentence(text: str, length: int) -> bool:
    """Say whether a piece of prose is a whole sentence, and not a label."""
    return _END.search(text[-12:]) is not None or length > _LABEL_WORDS


def sentences(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of the prose; a lead-in goes on in the bullet below it."""
    lead_in: Sentence | None = None
    in_list = False
    for block in document.blocks:
        if block.kind not in PROSE or not block.is_english:
            continue
        is_item = block.kind is BlockKind.LIST_ITEM
        if lead_in and not is_item:
            yield lead_in
            lead_in = None
        in_list = is_item and (in_list or lead_in is not None)
        for sentence in _block_sentences(block):
            whole = _joined(lead_in, sentence)
            text = block.text[sentence.span.start : sentence.span.end]
            is_whole = in_list or lead_in or is_sentence(text, len(sentence.words))
            lead_in = whole if text.endswith(":") else None
            if lead_in is None and is_whole:
                yield whole
    if lead_in:
        yield lead_in


def _joined(lead_in: Sentence | None, sentence: Sentence) -> Sentence:
    if lead_in is None:
        return sentence
    return Sentence(sentence.span, lead_in.words + sentence.words, lead_in.places + sentence.places)


def _block_sentences(block: Block) -> Iterator[Sentence]:
    for start, end in sentence_spans(block.text):
        found = tuple(words(block.text[start:end]))
        if found:
            span = Span(block.number, start, end)
            yield Sentence(span, found, (span,))


def count(prose: Iterable[tuple[str, ...]]) -> Counts:
    """Count sentences, each given as its words."""
    found = [sentence for sentence in prose if sentence]
    lengths = [len(sentence) for sentence in found]
    facts = [_facts(word) for sentence in found for word in sentence]
    totals = [sum(each) for each in zip(*facts, strict=True)] or [0] * 6
    spoken, letters, heavy, complex_words, long, unknown = totals
    return Counts(
        sentences=len(found),
        words=sum(lengths),
        syllables=spoken,
        letters=letters,
        polysyllables=heavy,
        complex_words=complex_words + sum(map(_is_complex_opening, found)),
        long_words=long,
        unfamiliar=unknown,
        over_20=sum(length > LONGISH_SENTENCE for length in lengths),
        over_25=sum(length > LONG_SENTENCE for length in lengths),
    )


def _is_complex_opening(sentence: tuple[str, ...]) -> bool:
    """Say whether a sentence opens with a complex word: its capital does not make it a name."""
    first = sentence[0]
    return first[:1].isupper() and first[1:].islower() and _facts(first.lower())[3] == 1


@lru_cache(maxsize=65536)
def _facts(word: str) -> tuple[int, int, int, int, int, int]:
    """Return what the formulas count of one word, in the order ``count`` adds it up."""
    spoken = syllables(word)
    letters = sum(map(str.isalnum, word))
    heavy = spoken >= 3
    by_ending = _SHORTENED.search(word) and syllables(_SHORTENED.sub("", word)) < 3
    is_complex = heavy and not word[:1].isupper() and "-" not in word and not by_ending
    unfamiliar = word.isalpha() and familiarity(word) < UNFAMILIAR
    return spoken, letters, int(heavy), int(is_complex), int(letters > 6), int(unfamiliar)


def _words_by_kind(document: Document) -> tuple[dict[str, int], int]:
    """Return the words of each kind of block, and those in other languages."""
    by_kind: dict[str, int] = {}
    foreign = 0
    for block in document.blocks:
        if block.kind in SET_ASIDE:
            continue
        number = len(words(block.text))
        by_kind[block.kind] = by_kind.get(block.kind, 0) + number
        foreign += 0 if block.is_english else number
    return by_kind, foreign


def _withheld(counts: Counts) -> str:
    if counts.words < FEWEST_WORDS or counts.sentences < FEWEST_SENTENCES:
        return (
            f"too short to score: {counts.words} words in {counts.sentences} whole sentences, "
            f"and a fair score needs {FEWEST_WORDS} words in {FEWEST_SENTENCES}"
        )
    if counts.unfamiliar > NOT_ENGLISH * counts.words:
        return "not scored: most of the words are not English words that we know"
    if counts.words / counts.sentences > NO_SENTENCES:
        return "not scored: the text has next to no full stops, so there are no sentences to count"
    return ""


def _honest(counts: Counts) -> dict[str, float]:
    """Return the scores that this much text allows."""
    if not counts.words:
        return {}
    found = scores(counts)
    if counts.sentences < FEWEST_FOR_SMOG:
        del found["smog-grade"]
    return found


# The words of a sentence as written, and as another way of reading has them.
_Reading = tuple[tuple[str, ...], tuple[str, ...]]


def _changed(counts: Counts, readings: Iterable[_Reading]) -> Counts:
    """Return the counts with some sentences read in another way; the others stay as counted."""
    readings = list(readings)
    before = count(written for written, _ in readings)
    after = count(read for _, read in readings)
    each = zip(astuple(counts), astuple(before), astuple(after), strict=True)
    return Counts(*(total - old + new for total, old, new in each))


def _spelt_out(prose: Iterable[Sentence], expansions: Mapping[str, str]) -> Iterator[_Reading]:
    """Yield the sentences with short forms, and the same with their full words."""
    full = {form: tuple(spelt.split()) for form, spelt in expansions.items()}
    for sentence in prose:
        if not full.keys().isdisjoint(sentence.words):
            spelt = (word for form in sentence.words for word in full.get(form, (form,)))
            yield sentence.words, tuple(spelt)


def _held_out(
    document: Document, prose: Iterable[Sentence], explained: Iterable[Span]
) -> Iterator[_Reading]:
    """Yield the sentences with terms that the paper explains, and the same without them."""
    by_block: dict[int, list[Span]] = {}
    for span in explained:
        by_block.setdefault(span.block, []).append(span)
    for sentence in prose:
        if any(place.block in by_block for place in sentence.places):
            kept = [
                word
                for place in sentence.places
                for word in _outside(document, place, by_block.get(place.block, []))
            ]
            yield sentence.words, tuple(kept)


def _outside(document: Document, place: Span, terms: list[Span]) -> Iterator[str]:
    text = document.text_at(place)
    for first, last in word_spans(text):
        at = place.start + first
        if not any(term.start <= at < term.end for term in terms):
            yield text[first:last]
