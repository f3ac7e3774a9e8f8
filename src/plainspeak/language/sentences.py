"""Find where sentences end in British papers.

A stop ends a sentence unless it belongs to an abbreviation, an initial, a number
or a reference, or the next word starts with a small letter.
"""

import re

# Never the end of a sentence: what is meant follows.
_NEVER_LAST = frozenset(["eg", "e.g", "ie", "i.e", "viz", "cf", "vs", "v", "n.b", "approx", "ca"])
# Seldom the end of a sentence: a name or a number follows.
_BEFORE_MORE = frozenset(
    """mr mrs ms dr prof cllr rev hon st sr jr messrs sgt capt col gen lt mt ft nr al asst dept
    co c fig figs para paras sect sch reg regs ch chap pt vol vols arts ed eds incl excl tel
    ext p pp s ss""".split()
)
# The end of a sentence, unless a number follows.
_BEFORE_NUMBER = frozenset(
    """no nos ref refs item art app max min est jan feb mar apr jun jul aug sep sept oct nov
    dec""".split()
)
# No name starts with these, so that they open a sentence even after "St." or "U.K.".
_OPENERS = frozenset(
    """the this that these those there it its we our they their he she his her you your but and
    so if when while however""".split()
)

# A stop with its closing quotes and brackets and the mark of a note ("agreed.1"),
# and then a space, or a glued capital ("them.Be"), which conversion from PDF and
# web pages leaves behind. The stops of ". . ." are one.
_STOP = re.compile(
    r"(?<![.!?…])[.!?…](?: ?[.!?…])*[\"'”’)\]]*"
    r"(?:\[\d{1,3}\]|(?<=[a-z]{2}[.!?])\d{1,2}|(?<=[.!?][\"'”’)])\d{1,2})?(?=\s)"
    r"|(?<=[a-z]{2})[.!?](?=[A-Z][a-z])"
)
_LAST_WORD = re.compile(r"\w(?:[\w.&'’]*\w)?$")
_ADDRESS = re.compile(r"\S*(?:www\.|://|@)\S*$", re.IGNORECASE)
_NEXT = re.compile(r"\s*[\"'“‘(\[]*")
_WORD = re.compile(r"[A-Za-z]*")
_INITIAL = re.compile(r"(?:^|[\s(.\"'“‘-])[A-Z]$")
_LABEL = re.compile(r"\d[\d.]*|[A-Za-z]|[ivx]{1,5}")
# "a) Beds" and "iPads were bought" open sentences with a small letter.
_SMALL_OPENER = re.compile(r"(?:[a-z]|[ivx]{1,5})\)|[a-z][A-Z]")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the start and end of each sentence, without the space round it."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends_sentence(text, start, stop):
            _add(spans, text, start, stop.end())
            start = stop.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + piece.index(stripped[0])
        spans.append((first, first + len(stripped)))


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    # Only the 40 characters before matter; slicing keeps long paragraphs linear.
    before = text[max(start, stop.start() - 40) : stop.start()]
    following = _NEXT.match(text, stop.end())
    next_at = following.end() if following else stop.end()
    if text[next_at : next_at + 1].islower() and not _SMALL_OPENER.match(text, next_at):
        return False
    if not stop.group().startswith("."):
        return True
    glued = not text[stop.end()].isspace()
    if glued and _ADDRESS.search(before):
        return False
    found = _LAST_WORD.search(before)
    # The mark of a note, or the number of "no.3": either way what stands after the stop.
    number = stop.group().strip(".").isdigit()
    after = stop.group().strip(".") if number else text[next_at : next_at + 20]
    return not (found and _is_short_form(found.group(), before, after))


def _is_short_form(last: str, before: str, after: str) -> bool:
    """Say whether a stop belongs to the short form in front of it."""
    word = last.lower()
    # A number or letter that stands first is a label: "3. Finance", "a. Finance".
    if word in _NEVER_LAST or (before.strip() == last and _LABEL.fullmatch(last)):
        return True
    if word in _BEFORE_NUMBER:
        return after[:1].isdigit()
    opener = _WORD.match(after)
    if opener and opener.group().lower() in _OPENERS:
        return False
    if word in _BEFORE_MORE:
        return True
    # "J. Smith" and "U.K. law", but "see Appendix B. Costs" and "vitamin C. Most".
    if _INITIAL.search(before) and len(last.rpartition(".")[2]) == 1:
        label = re.search(
            r"\b(?:appendix|annex|part|section|group|band|hepatitis|vitamin|type|option|ward)\s\w$",
            before,
            re.IGNORECASE,
        )
        return label is None
    return False
