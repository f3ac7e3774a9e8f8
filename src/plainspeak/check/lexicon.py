"""Every word the rules and glossaries look for, in one tree, made once for many papers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plainspeak.glossary import Entry, Glossary, TermKind
from plainspeak.language.inflect import Form, noun_forms, plural, verb_form, verb_forms
from plainspeak.language.match import PhraseTree
from plainspeak.language.words import tokens
from plainspeak.rules import Inflect, PhraseRule, Rule


@dataclass(frozen=True, slots=True)
class Wording:
    """Words a phrase rule flags: the rule, which forms they can be, and better words."""

    rule: str
    forms: tuple[Form, ...]
    inflect: Inflect
    better: tuple[str, ...]

    def replacement(self, better: str, form: Form) -> str:
        """Return better words in the given form."""
        if self.inflect is Inflect.VERB:
            return verb_form(better, form)
        return plural(better) if self.inflect is Inflect.NOUN and form is Form.S else better


@dataclass(frozen=True, slots=True)
class Term:
    """A written form of a glossary entry. ``long`` marks the full words of an acronym."""

    entry: Entry
    form: Form
    exact: str = ""
    long: bool = False

    def replacement(self, better: str) -> str:
        """Return plain words from the entry in the form of the term."""
        if self.entry.kind is TermKind.VERB:
            return verb_form(better, self.form)
        plain_noun = self.entry.kind is TermKind.NOUN and self.form is Form.S
        return plural(better) if plain_noun else better


@dataclass(frozen=True, slots=True)
class Keep:
    """A longer phrase in which a rule or entry leaves its words alone."""

    owner: str


Stored = Wording | Term | Keep


class Lexicon:
    """The words to look for in a paper, and the context words of each entry."""

    def __init__(self, rules: Iterable[Rule], glossary: Glossary) -> None:
        self.glossary = glossary
        self.tree: PhraseTree[Stored] = PhraseTree()
        for rule in rules:
            if isinstance(rule.data, PhraseRule):
                self._add_phrases(rule.id, rule.data)
        self._near: dict[tuple[str, ...], tuple[str, ...]] = {}
        for entry in glossary.entries:
            self._add_entry(entry)

    def _add_phrases(self, rule: str, data: PhraseRule) -> None:
        for phrase, better in data.swaps:
            for written, forms in _written_forms(phrase, data.inflect):
                self.tree.add(written, Wording(rule, forms, data.inflect, better))
        for phrase in data.keep_in:
            self.tree.add(phrase, Keep(rule))

    def _add_entry(self, entry: Entry) -> None:
        for phrase, term in _terms(entry):
            self.tree.add(phrase, term)
        for phrase in entry.keep_in:
            for written, _ in noun_forms(phrase):
                self.tree.add(written, Keep(entry.id))

    def near_forms(self, near: tuple[str, ...]) -> tuple[str, ...]:
        """Return every form of some context words, ready for ``in`` on a spaced sentence."""
        if near not in self._near:
            self._near[near] = tuple(sorted({form for word in near for form in _context(word)}))
        return self._near[near]


def _written_forms(phrase: str, inflect: Inflect) -> Iterator[tuple[str, tuple[Form, ...]]]:
    if inflect is Inflect.VERB:
        yield from verb_forms(phrase)
    elif inflect is Inflect.NOUN:
        yield from ((written, (form,)) for written, form in noun_forms(phrase))
    else:
        yield phrase, (Form.BASE,)


def _terms(entry: Entry) -> Iterator[tuple[str, Term]]:
    exact = entry.is_acronym or entry.exact_case
    for written in (entry.term, *entry.also):
        for form_written, form in _entry_forms(entry, written):
            yield form_written, Term(entry, form, form_written if exact else "")
    if entry.stands_for:
        for form_written, form in noun_forms(entry.stands_for):
            yield form_written, Term(entry, form, long=True)


def _entry_forms(entry: Entry, written: str) -> Iterator[tuple[str, Form]]:
    if entry.is_acronym:
        yield written, Form.BASE
        yield written + "s", Form.S
    elif entry.kind is TermKind.VERB:
        for form_written, forms in verb_forms(written):
            yield form_written, forms[0]
    elif entry.kind is TermKind.NOUN:
        yield from noun_forms(written)
    else:
        yield written, Form.BASE


def _context(word: str) -> Iterator[str]:
    forms = [form for form, _ in noun_forms(word)] + [form for form, _ in verb_forms(word)]
    for form in forms:
        yield f" {spaced(form)} "


def spaced(text: str) -> str:
    """Return the tokens of a text with one space between them."""
    return " ".join(token.norm for token in tokens(text))
