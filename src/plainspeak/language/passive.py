"""Find passive verbs: "was agreed", "has not yet been sent", "got lost".

A sentence without a form of "be" or "get" and a word that may be a participle behind it
holds no passive that we look for. Of the others, spaCy's small model is asked, where it
may be used and is installed; it knows "the plan was agreed" from "the chair was tired".
Without it, a plain pattern answers: "be", up to four words such as "not yet", and a
participle that is not mostly an adjective.
"""

import re
from collections.abc import Iterator

from plainspeak.language.sentences import sentence_spans
from plainspeak.language.tagger import ParsedWord, parse, parser_name

# Participles that do not end in "ed".
_IRREGULAR = frozenset(
    """arisen beat beaten begun bent bet bitten blown born borne bought bound bred broadcast broken
    brought built burnt burst cast caught chosen cost cut dealt done drawn drawn dreamt driven
    drunk dug eaten fed felt flown forbidden forecast foregone foreseen forgiven forgotten fought
    found frozen given ground grown hanged heard held hidden hit hung hurt input kept known laid
    learnt led left lent let lit lost made meant met mistaken misunderstood mown outgrown overcome
    overridden overseen overtaken paid proven put read rebuilt redone rewritten ridden rung run
    said sawn seen sent set sewn shaken shed shot shown shrunk shut slain sold sought sown spelt
    spent spilt split spoilt spoken spread spun stolen struck stuck stung sung sunk swept sworn swum
    taken taught thought thrown told torn underpaid understood undertaken undone upheld upset
    withdrawn withheld won worn wound woven written""".split()
)
# These look like participles and say how something or somebody is, but for "by" behind
# them: "we were involved", "we were concerned by it".
_STATES = frozenset(
    """advanced aged annoyed armed ashamed bored committed complicated concerned confused crowded
    dedicated delighted detailed determined disabled divorced drunk embarrassed excited experienced
    fascinated frightened frustrated gone impressed inclined interested involved limited lost mixed
    naked outdated overcrowded overpriced overrated overwhelmed overworked pleased privileged
    qualified related relaxed retired sacred satisfied scared shocked skilled sophisticated stuck
    surprised talented terrified thrilled tired understaffed upset varied wasted wicked
    worried""".split()
)
# "Unchanged" says how something is, but these are verbs of their own.
_UNDOING = ("uncover", "under", "undo", "unload", "unlock", "unveil")
_PREFIXES = frozenset("re co pre de over under out self".split())
_NO_PARTICIPLES = frozenset(
    "bed bleed breed exceed feed hundred indeed kindred need proceed red seed speed weed".split()
)
# What may stand between: adverbs, "not", and a subject after a question ("was it sent?").
_BETWEEN = frozenset(
    """not never n't also always already being been both either ever first fully further just last
    more most much next no now often once only over rather simply since so soon sometimes still
    that then thereby therefore thus too together well yet almost even all each it he she they we
    you i this there better best again however instead later quite very""".split()
)
_REACH = 4  # words between "be" and its participle

_BE_FORMS = frozenset(
    """am is are was were be been being get gets got gotten getting 's 'm 're ai s m re""".split()
)
# Spelt out with capitals rather than with a flag: it is found three times as fast.
_START = re.compile(
    r"\b(?:[Aa]m|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Bb]e|[Bb]een|[Bb]eing|[Gg]et|[Gg]ets|[Gg]ot|[Gg]otten"
    r"|[Gg]etting|(?:[Ii]s|[Aa]re|[Ww]as|[Ww]ere)n['’]t|AM|IS|ARE|WAS|WERE|BE|BEEN|BEING)\b"
    # "It's agreed", but not "the trust's agreed plan".
    r"|['’](?:s(?:(?<=\b[IiHh][te]..)|(?<=\b(?:[Ss]he|[Ww]ho)..)|(?<=\b[Tt]hat..)|(?<=\b[Tt]here..))"
    r"|m(?<=\bI..)|re(?<=\w...))\b"
)
# "Has not yet" or "will only" in front of it.
_BEFORE = re.compile(
    r"\b(?:has|have|had|having|will|would|shall|should|can|could|may|might|must|cannot"
    r"|(?:has|have|had|wo|would|should|ca|could|must)n['’]t)\s+(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s*,?\s*([A-Za-z]+(?:-[A-Za-z]+)*)")
_HELPERS = frozenset(["aux", "auxpass", "neg"])
_LETTERS = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)*")
_PASSIVE = frozenset(["auxpass", "nsubjpass", "csubjpass"])


def passives(text: str, *, use_model: bool = True) -> tuple[tuple[int, int], ...]:
    """Return the start and end of each passive verb, from its first helper to its participle."""
    if not use_model or not may_be_passive(text) or not parser_name():
        return tuple(_by_pattern(text))
    sentences = [span for span in sentence_spans(text) if may_be_passive(text[slice(*span)])]
    parsed = parse(text[start:end] for start, end in sentences)
    return tuple(
        (start + first, start + last)
        for (start, _), words in zip(sentences, parsed, strict=True)
        for first, last in _by_model(words)
    )


def may_be_passive(sentence: str) -> bool:
    """Say whether a sentence holds a form of "be" or "get" and a possible participle."""
    if not _START.search(sentence):
        return False
    return any(is_participle(word) for word in _LETTERS.findall(sentence))


def is_participle(word: str) -> bool:
    """Say whether a word looks like the participle of a verb."""
    word = word.lower()
    before, hyphen, last = word.rpartition("-")
    if hyphen:  # "re-opened", but not "well-led"
        return before in _PREFIXES and is_participle(last)
    if word.startswith("un") and not word.startswith(_UNDOING):
        return False
    if word.endswith("ed"):
        return len(word) > 3 and word not in _NO_PARTICIPLES
    return word in _IRREGULAR


def _by_model(words: tuple[ParsedWord, ...]) -> Iterator[tuple[int, int]]:
    """Yield the passive verbs of a parsed sentence."""
    under: dict[int, list[ParsedWord]] = {}
    for word in words:
        under.setdefault(word.head, []).append(word)
    for at, verb in enumerate(words):
        head = words[verb.head]
        labels = {word.label for word in under.get(at, ())}
        is_verb = verb.tag == "VBN" and verb.norm not in _STATES and is_participle(verb.norm)
        if not is_verb and "agent" not in labels:
            continue
        if labels & _PASSIVE:
            yield _group(verb, under.get(at, []))
        elif verb.label == "acomp" and _is_be(head):
            # "The soil is too heavily contaminated": the model takes it for a state.
            yield _group(verb, [head, *under[verb.head]])
        elif verb.label == "acl" and head.label == "nsubj" and _asks(words[head.head], head):
            # "Why is the city called Leeds?"
            yield words[head.head].start, verb.end


def _group(verb: ParsedWord, others: list[ParsedWord]) -> tuple[int, int]:
    """Return the place of a verb with the helpers in front of it."""
    starts = [
        word.start
        for word in others
        if word.start < verb.start
        and word.norm != "to"
        and (word.label in _HELPERS or _is_be(word))
    ]
    return min([*starts, verb.start]), verb.end


def _is_be(word: ParsedWord) -> bool:
    return word.norm.replace("’", "'") in _BE_FORMS


def _asks(be: ParsedWord, subject: ParsedWord) -> bool:
    return be.start < subject.start and _is_be(be)


def _by_pattern(text: str) -> Iterator[tuple[int, int]]:
    """Yield the passive verbs of a text as plain patterns see them."""
    ends = 0
    for start in _START.finditer(text):
        if start.start() < ends:
            continue
        participle = _participle_after(text, start.end())
        if participle:
            # Only the 40 characters before matter; slicing keeps long paragraphs linear.
            cut = max(ends, start.start() - 40)
            before = _BEFORE.search(text[cut : start.start()])
            yield cut + before.start() if before else start.start(), participle
            ends = participle


def _participle_after(sentence: str, at: int) -> int | None:
    """Return where the participle ends that belongs to the "be" in front of a place."""
    for _ in range(_REACH + 1):
        word = _NEXT.match(sentence, at)
        if word is None:
            return None
        norm = word.group(1).lower()
        if norm not in _STATES and is_participle(norm):
            return word.end()
        if norm not in _BETWEEN and not norm.endswith("ly"):
            return None
        at = word.end()
    return None
