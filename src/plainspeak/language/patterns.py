"""Find wording that hides who does what: nominalisations, noun strings and double negatives.

Plain patterns answer, and are made to be right where they speak rather than to find all.
Only for noun strings may spaCy's small model be asked, in sentences that may hold one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from plainspeak.language.sentences import sentence_spans
from plainspeak.language.tagger import parse, parser_name

Spans = tuple[tuple[int, int], ...]

# Nouns with a verb in them that no ending shows.
_HIDDEN_VERBS = frozenset(
    """analysis appraisal approval arrival closure delivery denial disclosure discovery dismissal
    disposal exposure failure receipt recovery referral refusal removal renewal retrieval review
    survival transferral withdrawal use""".split()
)
# These end as if there were a verb in them, and name a thing, a group, a place or a state.
_THINGS = frozenset(
    """absence abundance action addition advance ambition ambulance annoyance appearance
    argument attention audience balance caption challenge chance circumstance collection
    combination commission commitment component condition conference confidence consequence
    constitution convenience convention deficiency department depiction dimension direction
    disappointment distance document edition efficiency element emotion environment equipment
    essence establishment evidence excellence exception existence experience faction fiction
    foundation fraction fragment function generation government importance incidence
    independence influence information instance institution instrument insurance intelligence
    intention invoice junction licence location majority mansion mission moment motion nation
    notion occasion option organisation organization parliament passion pension performance
    permission population portion position possession potion presence prevalence profession
    proportion provenance question reaction region relation relevance reputation requirement
    residence resistance science section segment selection sentence sentiment sequence session
    significance silence situation solution statement station substance supplement television
    tension testament tradition union vacation variation version violence vision""".split()
)
_ENDING = re.compile(r"(?:ation|ition|ution|ption|ction|sion|ment|ance|ence)s?$")
_OF = re.compile(
    r"\b(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Oo]ur|[Tt]heir|[Aa]ny|[Tt]his) )?([a-z]{3,}) of(?= [\w‘“'\"£])"
)
_LIGHT = re.compile(
    r"\b(?:mak(?:e|es|ing)|made|undert(?:ake|akes|aken|aking|ook)|conduct(?:s|ed|ing)?"
    r"|carr(?:y|ies|ied|ying) out|perform(?:s|ed|ing)?) (?:an?|the) ([a-z]{3,})\b"
)
_LIGHT_NOUNS = frozenset("decision commitment".split())

_NOUN_ENDING = re.compile(
    r"(?:[aeist]tion|ction|ption|sion|ment|ance|ence|ity|ness|ship|ism|ology|graphy|ency|ancy)s?$"
)
# The everyday nouns of meeting papers that no ending shows.
_NOUNS = frozenset(
    """access action adult agency audit bed board budget business cancer capital care case centre
    change child clinic committee community contract cost council data date day death delivery
    department design director discharge event evidence executive family finance framework fund
    funding governance group guidance health home hospital house housing impact improvement
    incident information job learning level life list management manager market meeting member
    model network nurse office officer outcome panel partner party pathway patient people person
    pharmacy place plan planning policy pool process programme progress project provider quality
    rate referral register report research resource response review risk role safety sector
    service setting site skill staff standard standards strategy support survey system table target
    team technology test time training transport treatment trust unit user waste waiting ward
    winter work worker workforce workload workshop workstream year""".split()
)
_NO_NOUNS = frozenset("works needs hence whence once since dance mention enhance advance".split())
_RUN = re.compile(
    r"(?<![\w-])[A-Za-z]{2,}+(?:-[A-Za-z]+)*+(?:[ \u00a0][A-Za-z]{2,}+(?:-[A-Za-z]+)*+){3,}"
)
_WORD = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_LONG_STRING = 4

_NOT_NEGATIVE = (
    r"under|until|unless|unto|uni(?:t|que|on|vers|form|corn|lateral|son|sex)|uncle|unanim"
)
_DOUBLE = re.compile(
    r"(?:\b(?:not|never|cannot|hardly)|n['’]t)"
    r"(?: (?:be|been|an?|at all|entirely|altogether|completely|wholly|always)){0,2} "
    rf"(?:(?!{_NOT_NEGATIVE})(?:unlikely|un[a-z]{{3,}}(?<!ly)\b)"
    r"|in(?:accurate|appropriate|capable|conceivable|considerable|consistent|correct|frequent"
    r"|significant|sufficient|valid)(?:ly)?|im(?:material|possible|probable|proper)"
    r"|ir(?:relevant|regular)"
    r"|dis(?:agree|approve|like|pleased|satisfied|similar)|deny|fail(?:s|ed)? to|without)\b",
    re.IGNORECASE,
)


def nominalisations(text: str) -> Spans:
    """Return the places of nouns that hide a verb: "the provision of", "make an assessment"."""
    found = [match.span() for match in _OF.finditer(text) if _hides_verb(match.group(1))] + [
        match.span()
        for match in _LIGHT.finditer(text)
        if _hides_verb(match.group(1)) or match.group(1) in _LIGHT_NOUNS
    ]
    return tuple(_apart(sorted(found)))


def _hides_verb(noun: str) -> bool:
    if noun in _HIDDEN_VERBS:
        return True
    return _ENDING.search(noun) is not None and noun.removesuffix("s") not in _THINGS


def _apart(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans that do not overlap an earlier one; "make a review of" is one place."""
    ends = 0
    for start, end in spans:
        if start >= ends:
            yield start, end
            ends = end


def double_negatives(text: str) -> Spans:
    """Return the places of two negatives that undo each other: "not unlikely", "not without"."""
    return tuple(match.span() for match in _DOUBLE.finditer(text))


def noun_strings(text: str, *, use_model: bool = False) -> Spans:
    """Return the places of four or more nouns in a row that are not all a name."""
    runs = [run for run in _RUN.finditer(text) if _sure_nouns(run.group()) >= 2]
    if use_model and runs and parser_name():
        return tuple(_strings_by_model(text, runs))
    return tuple(span for run in runs for span in _strings(_tagged(run), text))


def _strings_by_model(text: str, runs: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Ask the model only for the sentences that may hold a noun string."""
    sentences = [
        (start, end)
        for start, end in sentence_spans(text)
        if any(run.start() < end and start < run.end() for run in runs)
    ]
    parsed = parse(text[start:end] for start, end in sentences)
    for (start, _), words in zip(sentences, parsed, strict=True):
        tagged = [
            (start + word.start, start + word.end, word.tag.startswith("N")) for word in words
        ]
        yield from _strings(tagged, text)


def _tagged(run: re.Match[str]) -> list[tuple[int, int, bool]]:
    """Return the place of each word of a run, and whether it is surely a noun."""
    at = run.start()
    return [
        (at + word.start(), at + word.end(), _is_noun(word.group()))
        for word in _WORD.finditer(run.group())
    ]


def _strings(words: list[tuple[int, int, bool]], text: str) -> Iterator[tuple[int, int]]:
    """Yield where four or more nouns stand side by side."""
    string: list[tuple[int, int]] = []
    for start, end, noun in [*words, (0, 0, False)]:
        if noun:
            string.append((start, end))
            continue
        if len(string) >= _LONG_STRING and any(text[at].islower() for at, _ in string):
            yield string[0][0], string[-1][1]
        string = []


def _sure_nouns(run: str) -> int:
    return sum(map(_is_noun, _WORD.findall(run)))


@lru_cache(maxsize=4096)
def _is_noun(word: str) -> bool:
    if word.isupper():
        return True
    word = word.lower().rpartition("-")[2]
    if word in _NO_NOUNS:
        return False
    one = word.removesuffix("s")
    return word in _NOUNS or one in _NOUNS or _NOUN_ENDING.search(word) is not None
