"""Where a paper is hardest: the worst passages, the sections ranked, and chopped sentences.

A mean hides the paragraph nobody can read, so the report shows places before
numbers.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from plainspeak.difficulty import passage_difficulty
from plainspeak.document import Document, Span
from plainspeak.formulas import flesch_kincaid_grade
from plainspeak.language.passive import passives
from plainspeak.language.tagger import parser_name
from plainspeak.readability import Sentence, count

WORST = 5
FEWEST_WORDS = 20  # in a passage; a shorter one is a label or a date
SECTION_WORDS = 60  # in a section that is ranked
CHOPPED_WORDS = 6  # in a very short sentence
CHOPPED_RUN = 4  # of those one after another


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of prose with how hard it is, from 1 (very easy) to 6 (very hard)."""

    span: Span
    difficulty: float
    words: int


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its Flesch-Kincaid grade, a US school year."""

    heading: str
    grade: float
    words: int


@dataclass(frozen=True, slots=True)
class Hardest:
    """The worst passages and sections, worst first, and the runs of chopped sentences.

    ``passive_share`` is the percentage of the sentences with a passive verb, and
    ``passives_by`` names what found them: patterns, or a model.
    """

    passages: tuple[Passage, ...] = ()
    sections: tuple[Section, ...] = ()
    chopped: tuple[Span, ...] = ()
    passive_share: float = 0.0
    passives_by: str = "patterns"


def hardest(document: Document, prose: Iterable[Sentence], *, thorough: bool = False) -> Hardest:
    """Return where a paper is hardest; ``thorough`` asks the model about every passive."""
    prose = tuple(prose)
    passages = sorted(_passages(document, prose), key=lambda found: -found.difficulty)
    sections = sorted(_sections(document, prose), key=lambda found: -found.grade)
    model = parser_name() if thorough else None
    passive = sum(
        any(passives(document.text_at(place), use_model=thorough) for place in sentence.places)
        for sentence in prose
    )
    return Hardest(
        passages=tuple(passages[:WORST]),
        sections=tuple(sections),
        chopped=tuple(_chopped(prose)),
        passive_share=round(100 * passive / len(prose), 1) if prose else 0.0,
        passives_by=model or "patterns",
    )


def _passages(document: Document, prose: tuple[Sentence, ...]) -> Iterator[Passage]:
    for number, group in groupby(prose, lambda sentence: sentence.span.block):
        found = list(group)
        words = sum(len(sentence.words) for sentence in found)
        if words < FEWEST_WORDS:
            continue
        text = document.blocks[number].text
        pieces = [text[sentence.span.start : sentence.span.end] for sentence in found]
        span = Span(number, found[0].span.start, found[-1].span.end)
        yield Passage(span, round(passage_difficulty(pieces), 2), words)


def _sections(document: Document, prose: tuple[Sentence, ...]) -> Iterator[Section]:
    def heading(sentence: Sentence) -> str:
        return document.blocks[sentence.span.block].section or ""

    for name, group in groupby(prose, heading):
        counts = count(sentence.words for sentence in group)
        if name and counts.words >= SECTION_WORDS:
            yield Section(name, round(flesch_kincaid_grade(counts), 1), counts.words)


def _chopped(prose: tuple[Sentence, ...]) -> Iterator[Span]:
    """Yield the runs of very short sentences: splitting a text is not making it plain."""
    for number, group in groupby(prose, lambda sentence: sentence.span.block):
        run: list[Sentence] = []
        for sentence in (*group, None):
            if sentence and len(sentence.words) <= CHOPPED_WORDS:
                run.append(sentence)
                continue
            if len(run) >= CHOPPED_RUN:
                yield Span(number, run[0].span.start, run[-1].span.end)
            run = []
