"""Find the short forms of a paper and say what the paper does with each of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from plainspeak.check.definitions import Definition, definitions, long_form, text_above
from plainspeak.document import SET_ASIDE, Block, Document, Span
from plainspeak.glossary import Glossary
from plainspeak.language.familiar import common_words
from plainspeak.rules.rule import AcronymStatus as Status

# Two capitals or more, with small letters, figures and "&" among them: A&E, CoP, NG12.
_FORM = (
    r"[A-Za-z0-9]*[A-Z][A-Za-z0-9]*(?:&[A-Za-z0-9]*)?"
    r"(?:(?<=[A-Z])/(?=[A-Z]\b))?[A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*"
)
SHORT_FORM = re.compile(rf"(?<![\w@#])(?:{_FORM})(?:-\d+)?(?=\+|[^\w@]|$)")
_ADDRESS = re.compile(
    r"\S+@\S+|(?:https?://|www\.)\S+|[@#]\w+|\b[\w-]+\.(?:com|org|net|uk|gov|nhs|docx?|pdf|xlsx?)\b\S*"
)
_ROMAN = re.compile(r"(?=[IVXL])X{0,3}L?(?:IX|IV|V?I{0,3})[a-z]?$")
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]?$|\d[A-Z]{2}$")
_NUMBERED = re.compile(r"\d")
_PERSON = re.compile(
    r"((?:(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Cllr|Councillor|Rev)\.?\s+)?"
    r"[A-Z](?:[\w’'-]+|\.?)(?:\s+(?:[a-z]{1,3}\s+)?[A-Z][\w’'-]*\.?){1,3})\s*\(([A-Z]{2,4})\)"
)
_TITLED = re.compile(r"(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Dame|Cllr|Councillor|Rev)\b")
# "Director of Strategy (JA)": an office, and initials that its words do not explain.
_OFFICE = re.compile(
    r"\b(?:Director|Chair|Officer|Manager|Nurse|Lead|Member|Secretary|Chief|Head|Executive|Governor"
    r"|Administrator|President|Treasurer|Partner|Representative|Coordinator|Adviser|Advisor)s?\b"
    r"([^()\n.;]{0,80}?)\s*(?:\([A-Z]{2,4}\)\s*)?\(([A-Z]{2,3})\)"
)
# A word in small letters, but not a part of an address: "gcc.gov.uk" is no word "gcc".
_SMALL = re.compile(r"(?<![\w.@/-])[a-z]+(?![\w@/]|\.\w)")
_LONGEST_MIXED = 6  # letters: "CoP" and "LeDeR" are short forms, "PowerPoint" is a name


@dataclass(frozen=True, slots=True)
class Use:
    """One place where a short form stands."""

    form: str
    span: Span
    shouted: bool = False


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form, what the paper does with it, and every place it stands.

    ``expansion`` is the paper's own where it has one. ``defined_at`` is the place
    of the short form in that definition.
    """

    form: str
    status: Status
    uses: tuple[Span, ...]
    expansion: str = ""
    defined_at: Span | None = None


@dataclass(slots=True)
class _Paper:
    """What is gathered in one pass over a paper."""

    uses: dict[str, list[Use]] = field(default_factory=dict)
    defined: dict[str, Definition] = field(default_factory=dict)
    people: set[str] = field(default_factory=set)
    lower: set[str] = field(default_factory=set)
    special: frozenset[str] = frozenset()


def short_forms(
    document: Document, glossary: Glossary, special: frozenset[str] = frozenset()
) -> tuple[ShortForm, ...]:
    """Return every short form of a paper with its status, in order of first use.

    ``special`` holds the forms whose context shows a sense that lay readers do not
    know, such as DNA for "did not attend".
    """
    blocks = [
        block for block in document.blocks if block.kind not in SET_ASIDE and block.is_english
    ]
    paper = _Paper()
    for block in blocks:
        for use in _uses(block):
            paper.uses.setdefault(use.form, []).append(use)
    for definition in definitions(blocks, frozenset(paper.uses)):
        paper.defined.setdefault(definition.short, definition)
    paper.people = {
        form
        for index, block in enumerate(blocks)
        for form in _people(f"{text_above(blocks, index)} {block.text}".lstrip())
    }
    shouted = {
        form.lower() for form, uses in paper.uses.items() if form.isalpha() and form.isupper()
    }
    for block in blocks:
        if shouted:
            paper.lower |= shouted & set(_SMALL.findall(block.text))
    paper.special = special
    found = (_judged(form, uses, paper, glossary) for form, uses in paper.uses.items())
    return tuple(sorted(found, key=lambda short: short.uses[0]))


def _uses(block: Block) -> Iterator[Use]:
    addresses = [match.span() for match in _ADDRESS.finditer(block.text)]
    shouted = _shouted_spans(block.text)
    for match in SHORT_FORM.finditer(block.text):
        start, end = match.span()
        if any(first <= start < last for first, last in addresses):
            continue
        form = singular(match.group())
        if not _looks_short(form):
            continue
        yield Use(
            form,
            Span(block.number, start, start + len(form)),
            shouted=any(first <= start and end <= last for first, last in shouted),
        )


def singular(form: str) -> str:
    """Return a short form without its plural ending: ``ICBs`` gives ``ICB``."""
    return form[:-1] if len(form) > 2 and form.endswith("s") and form[-2].isupper() else form


def _looks_short(form: str) -> bool:
    """Say whether a word with capitals in it can be a short form at all."""
    letters = [letter for letter in form if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    if capitals < 2:
        # "B12" and "M25" are codes, and "3D" is a word.
        return False
    small = len(letters) - capitals
    if not small:
        return True
    # Three small letters together are part of a word: "PDFium" and "NHSmail" are names.
    is_word = re.search(r"[a-z]{3}", form) or form.startswith(("Mc", "Mac"))
    return len(letters) <= _LONGEST_MIXED and capitals >= small and not is_word


# A run of words in capitals is a heading or a cry, not a row of short forms.
_RUN = re.compile(r"[A-Z][A-Z’'&,:\-–/]*(?:\s+(?:[A-Z0-9&’'\-–/]+[,:]?)){1,}")


def _shouted_spans(text: str) -> list[tuple[int, int]]:
    """Return the runs of three or more words in capitals, or of two where one is long."""
    spans = []
    for match in _RUN.finditer(text):
        found = re.findall(r"[A-Z]{2,}", match.group())
        common = sum(word.lower() in common_words() for word in found)
        if len(found) >= 2 and common * 2 >= len(found):
            spans.append(match.span())
    return spans


def _people(text: str) -> Iterator[str]:
    """Yield the initials a paper gives to people: "Avi Bhatia (AB)", "Director (HT)"."""
    for match in _PERSON.finditer(text):
        name, initials = match.groups()
        parts = [part for part in re.split(r"[\s-]+", name) if part[:1].isupper()]
        titled = bool(_TITLED.match(name))
        letters = "".join(part[0] for part in parts if not _TITLED.match(part))
        fits = initials == letters or (len(letters) > 1 and initials == letters[0] + letters[-1])
        strange = any(part.lower() not in common_words() for part in parts[-1:])
        if (fits and (titled or strange)) or (titled and initials[-1] == letters[-1:]):
            yield initials
    for match in _OFFICE.finditer(text):
        if not long_form(match[2], text[: match.start(2)].rstrip(" (")[-60:]):
            yield match[2]


def _judged(form: str, uses: list[Use], paper: _Paper, glossary: Glossary) -> ShortForm:
    spans = tuple(use.span for use in uses)
    definition = paper.defined.get(form)
    if form in paper.people:
        return ShortForm(form, Status.INITIALS, spans)
    if definition:
        late = any(span < definition.first for span in spans)
        status = Status.LATE if late else Status.DEFINED
        return ShortForm(form, status, spans, definition.long, definition.at)
    return ShortForm(form, _undefined_status(form, uses, paper, glossary), spans)


def _undefined_status(form: str, uses: list[Use], paper: _Paper, glossary: Glossary) -> Status:
    senses = glossary.acronym(form)
    if any(entry.is_well_known for entry in senses) and form not in paper.special:
        return Status.WELL_KNOWN
    if _is_code(form):
        return Status.CODE
    plain = form.lower()
    is_word = plain in paper.lower or plain in common_words()
    if all(use.shouted for use in uses) and (is_word or not senses):
        return Status.SHOUTING
    if is_word and not senses and form.isupper() and len(form) > 2:
        return Status.SHOUTING
    return Status.UNDEFINED


def _is_code(form: str) -> bool:
    if _ROMAN.fullmatch(form) or _POSTCODE.fullmatch(form):
        return True
    digits = len(_NUMBERED.findall(form))
    return digits >= 2 or (digits == 1 and form[0].isdigit())
