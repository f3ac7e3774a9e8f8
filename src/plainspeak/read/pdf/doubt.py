"""Say where the words of a PDF may be wrong: ask a second reader, and a list of words."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from plainspeak.document import Gap
from plainspeak.read.pdf.lines import Page
from plainspeak.read.pdf.mend import Mender
from plainspeak.read.welsh import is_welsh

WHAT = "low confidence"
_CURE = "ask for the Word file, or have the page read by text recognition (OCR)"
_WORD = re.compile(r"[a-z]{2,}")
_ANY_WORD = re.compile(r"\w{2,}")

# Reasons to ask: letters the font does not name, or few words beside much drawing.
_DOUBTED, _FEW_WORDS, _MUCH_DRAWN = 0.2, 15, 40
# pdfminer is slow: a few pages show whether the two readers agree.
_SAMPLE, _MOST_PAGES, _MOST_BYTES = 3, 400, 20 * 2**20
_AGREE = 0.5
_FEWEST = 20  # words that both must give before they are compared
# English papers have 6 in 10 or more of their words among the common ones.
_KNOWN, _ENOUGH = 0.2, 60


def doubts(pages: Sequence[Page], data: bytes, mender: Mender) -> Iterator[Gap]:
    """Yield a gap for each page whose words are likely to be wrong."""
    wrong = [page.number for page in pages if _is_not_english(page, mender)]
    why = (
        "hardly any of its words are English: its fonts may give wrong letters, "
        "or it is in another language"
    )
    for number in wrong:
        yield Gap(WHAT, f"{why}: {_CURE}", page=number)
    suspects = [p for p in pages if p.number not in wrong and _is_suspect(p)][:_SAMPLE]
    if suspects and len(pages) <= _MOST_PAGES and len(data) <= _MOST_BYTES:
        yield from _second_opinion(suspects, data)


def _is_not_english(page: Page, mender: Mender) -> bool:
    words = [word for line in page.lines for word in _WORD.findall(line.text.lower())]
    if len(words) < _ENOUGH or is_welsh(" ".join(line.text for line in page.lines)):
        return False
    return sum(map(mender.is_word, words)) < _KNOWN * len(words)


def _is_suspect(page: Page) -> bool:
    if page.damaged or page.picture or page.unreadable:
        return False
    letters = sum(len(line.text) for line in page.lines)
    words = sum(len(line.text.split()) for line in page.lines)
    empty = words < _FEW_WORDS and page.drawings > _MUCH_DRAWN
    return empty or page.doubted > _DOUBTED * letters


def _second_opinion(suspects: Sequence[Page], data: bytes) -> Iterator[Gap]:
    # Only doubtful papers need pdfminer, and importing it costs 0.1 s.
    from plainspeak.read.pdf.fallback import read_some

    try:
        others = read_some(data, [page.number for page in suspects])
    # pdfminer leaks whatever an odd file makes Python raise: then it has no opinion.
    except Exception:  # noqa: BLE001
        return
    for page, other in zip(suspects, others, strict=False):
        if not _agree(page, other):
            why = "two programs that read the letters of this page give different words"
            yield Gap(WHAT, f"{why}: {_CURE}", page=page.number)


def _agree(page: Page, other: Page) -> bool:
    mine, its = (
        Counter(word for line in each.lines for word in _ANY_WORD.findall(line.text))
        for each in (page, other)
    )
    most = max(mine.total(), its.total())
    # Where pdfminer finds nothing it often has failed without saying so.
    if most < _FEWEST or its.total() < mine.total() / 10:
        return True
    return (mine & its).total() >= _AGREE * most
