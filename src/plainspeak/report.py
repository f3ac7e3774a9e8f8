"""Everything PlainSpeak says about one paper, as one value."""

from collections.abc import Iterable
from dataclasses import dataclass

from plainspeak.check import Lexicon, Paper, check_paper
from plainspeak.check.shortforms import ShortForm
from plainspeak.document import Document, Span
from plainspeak.finding import Finding
from plainspeak.glossary import Entry, Glossary
from plainspeak.hardest import Hardest, hardest
from plainspeak.language.tagger import Tagger
from plainspeak.readability import Readability
from plainspeak.rules import Rule


@dataclass(frozen=True, slots=True)
class TermUse:
    """A glossary entry that the paper uses: where first, and how many times."""

    entry: Entry
    first: Span
    count: int


@dataclass(frozen=True, slots=True)
class Report:
    """Everything about one paper. ``tagger`` names what told nouns from verbs."""

    document: Document
    findings: tuple[Finding, ...]
    readability: Readability
    hardest: Hardest
    short_forms: tuple[ShortForm, ...]
    terms: tuple[TermUse, ...]
    tagger: str


class Checker:
    """Rules and glossaries made ready once, to check any number of papers.

    ``use_spacy`` False tells nouns from verbs by patterns alone. ``thorough`` asks the
    language model about every possible passive, which takes seconds.
    """

    def __init__(
        self,
        rules: Iterable[Rule],
        glossary: Glossary,
        *,
        use_spacy: bool = True,
        thorough: bool = False,
    ) -> None:
        self._rules = tuple(rules)
        self._lexicon = Lexicon(self._rules, glossary)
        self._use_spacy = use_spacy
        self._thorough = thorough and use_spacy

    def check(self, document: Document) -> tuple[Finding, ...]:
        """Return what the rules find in a document, in reading order."""
        return self.report(document).findings

    def report(self, document: Document) -> Report:
        """Return everything about a document."""
        tagger = Tagger(use_spacy=self._use_spacy)
        paper = Paper(document, self._lexicon, tagger)
        findings = check_paper(paper, self._rules)
        return Report(
            document=document,
            findings=findings,
            readability=paper.readability,
            hardest=hardest(document, paper.sentences, thorough=self._thorough),
            short_forms=paper.short_forms,
            terms=_term_uses(paper),
            tagger=tagger.used,
        )


def _term_uses(paper: Paper) -> tuple[TermUse, ...]:
    first: dict[str, TermUse] = {}
    for found in paper.terms:
        for term in found.senses:
            entry, span = term.entry, found.place.span
            use = first.get(entry.id, TermUse(entry, span, 0))
            first[entry.id] = TermUse(entry, use.first, use.count + 1)
    return tuple(sorted(first.values(), key=lambda use: (use.first, use.entry.id)))
