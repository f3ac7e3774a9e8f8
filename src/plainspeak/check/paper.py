"""A paper on the workbench: its document with everything the rule kinds share."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from plainspeak.check.lexicon import Keep, Lexicon, Term, Wording
from plainspeak.check.shortforms import ShortForm, short_forms
from plainspeak.document import SET_ASIDE, Block, BlockKind, Document, Span
from plainspeak.glossary import Entry
from plainspeak.glossary.entry import PartOfSpeech
from plainspeak.language.inflect import Form
from plainspeak.language.match import Match
from plainspeak.language.sentences import sentence_spans
from plainspeak.language.tagger import Tagger
from plainspeak.language.words import Token, tokens
from plainspeak.readability import Readability, Sentence, measure, sentences
from plainspeak.rules.rule import AcronymStatus as Status

_HYPHENS = frozenset("-‐‑")


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was matched: its block's tokens, and the first and last of them."""

    block: Block
    tokens: list[Token]
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Return the address of the matched words."""
        return Span(
            self.block.number, self.tokens[self.first].start, self.tokens[self.last - 1].end
        )

    @property
    def text(self) -> str:
        """Return the matched words as they are written."""
        return self.block.text[self.tokens[self.first].start : self.tokens[self.last - 1].end]

    @property
    def opens_sentence(self) -> bool:
        """Say whether the matched words begin their sentence."""
        before = self.block.text[: self.tokens[self.first].start].rstrip(" \"'“‘(")
        return not before or before[-1] in ".!?:…\n"

    @property
    def is_joined(self) -> bool:
        """Say whether a hyphen joins the matched words to another: "sub-optimal"."""
        text, span = self.block.text, self.span
        before, after = text[: span.start][-2:], text[span.end :][:2]
        joined = before[-1:] in _HYPHENS and before[:-1].isalnum()
        return joined or (after[:1] in _HYPHENS and after[1:].isalpha())


@dataclass(frozen=True, slots=True)
class TermPlace:
    """A glossary term in the paper, with every sense its context allows."""

    place: Place
    senses: tuple[Term, ...]
    sure: bool


class Paper:
    """A document and what the rule kinds share, worked out once when first asked for."""

    def __init__(self, document: Document, lexicon: Lexicon, tagger: Tagger) -> None:
        self.document = document
        self.lexicon = lexicon
        self.tagger = tagger

    @cached_property
    def readability(self) -> Readability:
        """Return the paper's scores and counts."""
        return measure(self.document, self._expansions(), self._explained(), self.sentences)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences of the prose, as the scores count them."""
        return tuple(sentences(self.document))

    def _expansions(self) -> dict[str, str]:
        """Return the full words of short forms: the paper's own, or the glossary's only sense."""
        found = {}
        for short in self.short_forms:
            senses = self.lexicon.glossary.acronym(short.form)
            if short.expansion:
                found[short.form] = short.expansion
            elif len(senses) == 1 and short.status in {Status.UNDEFINED, Status.WELL_KNOWN}:
                found[short.form] = senses[0].stands_for
        return found

    def _explained(self) -> Iterator[Span]:
        """Yield the places of the short forms the paper explains, and of their full words."""
        defined = {short.form: short for short in self.short_forms if short.expansion}
        for short in defined.values():
            yield from short.uses
        for found in self.terms:
            if any(term.entry.term in defined for term in found.senses):
                yield found.place.span

    @cached_property
    def short_forms(self) -> tuple[ShortForm, ...]:
        """Return the paper's short forms with what it does with each."""
        special = frozenset(
            term.entry.term
            for found in self.terms
            for term in found.senses
            if term.entry.is_acronym and term.entry.only_near and not term.entry.is_well_known
        )
        return short_forms(self.document, self.lexicon.glossary, special)

    @cached_property
    def read_blocks(self) -> tuple[Block, ...]:
        """Return the blocks a reader reads: no running heads, contents, code or Welsh."""
        return tuple(
            block
            for block in self.document.blocks
            if block.kind not in SET_ASIDE and block.is_english
        )

    @cached_property
    def wordings(self) -> dict[str, list[tuple[Place, Wording]]]:
        """Return the words each phrase rule flags, by rule."""
        found: dict[str, list[tuple[Place, Wording]]] = {}
        for place, values in self._places:
            # Words that are quoted, or the title of a source, are not the writer's to change.
            if place.block.kind in {BlockKind.QUOTE, BlockKind.REFERENCE} or place.is_joined:
                continue
            for value in values:
                if isinstance(value, Wording):
                    found.setdefault(value.rule, []).append((place, value))
        return found

    @cached_property
    def terms(self) -> tuple[TermPlace, ...]:
        """Return every place where a glossary term stands in a sense the glossary means."""
        places = []
        for place, values in self._places:
            senses = [value for value in values if isinstance(value, Term)]
            fitting = tuple(term for term in senses if self._fits(place, term))
            if fitting:
                places.append(TermPlace(place, fitting, sure=len(_entries(fitting)) == 1))
        return tuple(places)

    @cached_property
    def _places(self) -> list[tuple[Place, tuple[Wording | Term, ...]]]:
        """Match the whole tree once; words inside a longer kept phrase are left alone."""
        places = []
        for block in self.read_blocks:
            text = tokens(block.text)
            matches = list(self.lexicon.tree.matches(text))
            kept = [
                (value.owner, match.first, match.last)
                for match in matches
                for value in match.values
                if isinstance(value, Keep)
            ]
            for match in matches:
                values = tuple(_wanted(match, kept))
                if values:
                    places.append((Place(block, text, match.first, match.last), values))
        return places

    def _fits(self, place: Place, term: Term) -> bool:
        entry = term.entry
        if term.exact and _shown(place.text) != term.exact:
            return False
        if entry.only_near or entry.not_near:
            sentence = self._sentence_round(place)
            if entry.only_near and not self._has(sentence, entry.only_near):
                return False
            if entry.not_near and self._has(sentence, entry.not_near):
                return False
        if entry.only_as and place.last == place.first + 1 and not _shows_its_tense(term):
            part = self.tagger.part_of_speech(place.block.text, place.tokens, place.first)
            return part is None or part == entry.only_as
        return True

    def _sentence_round(self, place: Place) -> str:
        """Return the sentence of a place, without the place itself, as spaced tokens."""
        span = place.span
        for start, end in sentence_spans(place.block.text):
            if start <= span.start < end:
                inside = (
                    token.norm
                    for index, token in enumerate(place.tokens)
                    if start <= token.start < end and not place.first <= index < place.last
                )
                return f" {' '.join(inside)} "
        return " "

    def _has(self, sentence: str, near: tuple[str, ...]) -> bool:
        return any(form in sentence for form in self.lexicon.near_forms(near))


def _wanted(
    match: Match[Wording | Term | Keep], kept: list[tuple[str, int, int]]
) -> Iterator[Wording | Term]:
    for value in match.values:
        if isinstance(value, Keep):
            continue
        owner = value.rule if isinstance(value, Wording) else value.entry.id
        if not any(
            owner == keeper and first <= match.first and match.last <= last
            for keeper, first, last in kept
        ):
            yield value


def _shows_its_tense(term: Term) -> bool:
    """Say whether the form alone shows a verb: "signposting", "cascaded"."""
    ending = term.form in {Form.ING, Form.PAST, Form.PARTICIPLE}
    return ending and term.entry.only_as is PartOfSpeech.VERB


def _shown(text: str) -> str:
    """Return words as a reader sees them, for comparing capitals."""
    return text.replace("\u00ad", "").replace("\u200b", "").replace("’", "'")


def _entries(terms: tuple[Term, ...]) -> set[Entry]:
    return {term.entry for term in terms}
