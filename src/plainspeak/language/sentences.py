"""Find where sentences end in British papers.

A stop ends a sentence unless it belongs to an abbreviation, an initial, a number
or a reference. A small letter may follow where the word in front is a plain one:
people forget capitals. Where the stop is missing too, a sentence ends only at what
must have stood on a line of its own: a drawn line, "Dear Sam," or one address before
another; and before a pronoun with a capital ("the plan It has").
"""

import re
from functools import lru_cache

# Never the end of a sentence: what is meant follows.
_NEVER_LAST = frozenset(
    ["eg", "e.g", "ie", "i.e", "viz", "cf", "vs", "v", "n.b", "p.s", "ps", "approx", "ca"]
)
# Seldom the end of a sentence: a name or a number follows.
_BEFORE_MORE = frozenset(
    """mr mrs ms dr drs prof cllr rev hon st sr jr messrs sgt capt col gen lt mt ft nr al asst
    dept co c fig figs para paras sect sch reg regs ch chap pt vol vols arts ed eds incl excl
    tel ext p pp s ss""".split()
)
# The end of a sentence, unless a number follows.
_BEFORE_NUMBER = frozenset(
    """no nos ref refs item art app max min est jan feb mar apr jun jul aug sep sept oct nov
    dec mon tue tues wed thu thur thurs fri sat sun""".split()
)
# The end of a sentence, unless a small letter or a bracket follows.
_BEFORE_SMALL = frozenset(
    """a.m p.m etc ltd plc inc corp llp govt gov temp avg misc admin org tech spec poss dev hosp
    hr hrs mins sec secs wk wks mth mths yr yrs rd ave""".split()
)
_ABBREVIATIONS = _NEVER_LAST | _BEFORE_MORE | _BEFORE_NUMBER | _BEFORE_SMALL
# Before a small letter, other words of two or three letters are taken for abbreviations.
_SHORT_WORDS = frozenset(
    """act add age aid all any are ask bad bed big bit but buy can car cat cut day did die do dog
    due eat end far few fit for get go got had her hers him his how it job kid lot low man me met
    new not now off old on one or our out pay put ran red run say see set she six so ten the
    them then too top try two up us use was way we who why win yes yet you arm bus dad ear eye fee
    gas has ill is law leg men mum own sad saw son tax war""".split()
)
# No name starts with these, so that they open a sentence even after "St." or "U.K.".
_OPENERS = frozenset(
    """the this that these those there it its we our they their he she his her you your but and
    so if when while however""".split()
)

# No sentence ends with these: "we read The state of care", "the It’s OK campaign".
_NOT_LAST_WORDS = frozenset(
    """a an the and or but of in at on by for from to with as is are was were be our their your my
    his its this that these those called titled named entitled see read than if when we i they he
    she who which where whether because although while whilst""".split()
)

_SMILE = r"[:;]-?[()DP]+(?!\S)"
_WEB = r"(?:https?://|www\.)"
# What may end a sentence. Each begins with a plain mark or letter, and only then looks
# back, which keeps the search fast.
_ENDS = {
    # A stop with its closing quotes and brackets, the mark of a note ("agreed.1") and
    # smiles or stars. The stops of ". . ." are one.
    "stop": r"[.!?…](?<![.!?…]{2})(?: ?[.!?…])*(?:[\"'”’)\]]| [)\]](?=\s))*"
    r"(?:\[\d{1,3}\]|(?<=[a-z]{2}[.!?])\d{1,2}|(?<=[.!?][\"'”’)])\d{1,2})?"
    rf"(?: ?(?:{_SMILE}|\*+(?!\S)))*(?!\S)",
    # A stop with no space behind it ("them.Be", "is it?yes"), which conversion from PDF and
    # web pages leaves behind, and people in a hurry.
    "glued": r"[.!?](?:(?<=[a-z]{2}.)(?=[A-Z][a-z])|(?<=[a-z]{2}\?)(?=[a-z]{2,12}\s))"
    r"|(?:\.(?<!\.\.)\.++|…)(?=[A-Z][a-z]|I )",
    "smile": r"[:;](?<=\s.)-?[()DP]+(?=\s+[A-Z])",
    # "-----", but not "_____", which is a place to write in.
    "line": r"(?:-(?<!--)-{9,}+|=(?<!==)={4,}+|\*(?<!\*\*)\*{4,}+)(?=\s+[A-Z\"“(]|\s*$)",
    "bullet": r"\s(?=[•●▪◦⚫]\s)",
    # "Dear Sam," and "Kind regards," stand on their own in a letter.
    "greeting": r"(?:(?:Dear|Hi|Hello)(?: [\w.'’-]{1,30}){1,4}|Yours (?:sincerely|faithfully)"
    r"|(?:Kind|Best|Warm)(?:est)? (?:[Rr]egards|[Ww]ishes)|Regards|(?:Many )?[Tt]hanks),"
    r"(?=\s+[A-Z])",
    # An address on the web before another, and an email address before a capital.
    "address": rf"{_WEB}\S{{1,300}}+(?=\s+{_WEB})"
    r"|@[\w-]{1,60}+\.[\w.-]{1,60}(?<=\w)>?(?=\s+[A-Z\"“])",
    # Before a word that has a capital only where it opens a sentence ("the plan It has").
    "opener": r"\s(?:(?<=[a-z]{2}\s)|(?<=[a-z]{4}[)\]”]\s))\s{0,5}"
    r"(?=(?:The|He|She|It|We|They|There|This|These|You|My|Our|Please|However|Therefore|If)\s[a-z])",
}
_END = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _ENDS.items()))
_LAST_WORD = re.compile(r"\w(?:[\w.&'’]*\w)?$")
_PLAIN_WORD = re.compile(r"(?<![\w.&])[A-Za-z]+(?:['’][a-z]+)?$")
_ADDRESS = re.compile(r"www\.|://|@|\.(?:docx?|pdf|xlsx?|pptx?|csv|txt|html?)\b", re.IGNORECASE)
_OPENING = "\"'“‘(["
_NEXT = re.compile(rf"\s*[{re.escape(_OPENING)}]*")
_WORD = re.compile(r"[A-Za-z]*")
_INITIAL = re.compile(r"(?:^|[\s(.\"'“‘-])[A-Z]$")
_LABEL = re.compile(r"\d[\d.]*|[A-Za-z]|[ivx]{1,5}")
_LETTERED = re.compile(
    r"\b(?:appendix|annex|part|section|group|band|hepatitis|vitamin|type|option|ward)\s\w$",
    re.IGNORECASE,
)
# "a) Beds", "iPads were bought" and addresses open sentences with a small letter.
_OPENS_SMALL = re.compile(rf"(?:[a-z]|[ivx]{{1,5}})\)|[a-z][A-Z]|{_WEB}")


@lru_cache(maxsize=4096)  # several rules ask for the sentences of each block of a paper
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end of each sentence, without the space round it."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end in _END.finditer(text):
        if _ends_sentence(text, start, end):
            _add(spans, text, start, end.end())
            start = end.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + piece.index(stripped[0])
        spans.append((first, first + len(stripped)))


def _ends_sentence(text: str, start: int, end: re.Match[str]) -> bool:
    """Say whether what was found ends the sentence that begins at ``start``."""
    if end.lastgroup == "stop":
        return _stop_ends(text, start, end)
    if end.lastgroup == "greeting":
        # The space between two sentences is short; a long one must not be cut out again
        # and again.
        return end.start() - start < 20 and not text[start : end.start()].strip()
    if end.lastgroup == "opener":
        last = _LAST_WORD.search(text, max(0, end.start() - 40), end.start())
        return last is None or last.group().lower() not in _NOT_LAST_WORDS
    return end.lastgroup != "glued" or not _is_in_address(text, end.start())


def _stop_ends(text: str, start: int, stop: re.Match[str]) -> bool:
    # Only the 40 characters before matter; slicing keeps long paragraphs linear.
    before = text[max(start, stop.start() - 40) : stop.start()]
    following = _NEXT.match(text, stop.end())
    next_at = following.end() if following else stop.end()
    mark = stop.group()
    if text[next_at : next_at + 1].islower() and not _OPENS_SMALL.match(text, next_at):
        return text[next_at - 1].isspace() and _ends_before_small(before, mark)
    if not mark.startswith(".") or mark.startswith(".."):
        return True
    found = _LAST_WORD.search(before)
    # The mark of a note, or the number of "no.3": either way what stands after the stop.
    number = mark.strip(".").isdigit()
    after = mark.strip(".") if number else text[stop.end() : next_at + 20].lstrip()
    return not (found and _is_short_form(found.group(), before, after))


def _is_in_address(text: str, at: int) -> bool:
    """Say whether the characters round a place, up to the next spaces, are an address."""
    before = text[max(0, at - 300) : at].rsplit(None, 1)[-1:]
    after = text[at : at + 100].split(None, 1)[:1]
    return _ADDRESS.search("".join(before + after)) is not None


def _ends_before_small(before: str, mark: str) -> bool:
    """Say whether a sentence ends although the next word starts with a small letter."""
    if mark != ".":
        return not mark.strip("?!")
    found = _PLAIN_WORD.search(before)
    if not found:
        return before.endswith((")", '"', "”"))
    word = found.group()
    if len(word) < 3 or (len(word) == 3 and not word.isupper()):
        return word.lower() in _SHORT_WORDS
    return word.lower() not in _ABBREVIATIONS


def _is_short_form(last: str, before: str, after: str) -> bool:
    """Say whether a stop belongs to the short form in front of it."""
    word = last.lower()
    # A number or letter that stands first is a label: "3. Finance", "a. Finance".
    if word in _NEVER_LAST or (before.strip() == last and _LABEL.fullmatch(last)):
        return True
    if word in _BEFORE_NUMBER:
        return after.lstrip(_OPENING)[:1].isdigit()
    if word in _BEFORE_SMALL:
        return after.startswith("(")
    after = after.lstrip(_OPENING)
    # "See Appendix C. Costs" and "vitamin D. Most", but "J. Smith" and "U.K. law".
    if _LETTERED.search(before):
        return False
    opener = _WORD.match(after)
    if opener and opener.group().lower() in _OPENERS:
        return False
    if word in _BEFORE_MORE:
        return True
    return bool(_INITIAL.search(before)) and len(last.rpartition(".")[2]) == 1
