"""Say where in a paper something stands, in words a person would use."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from plainspeak.document import Document, Span
from plainspeak.errors import one_line
from plainspeak.finding import Finding
from plainspeak.language.sentences import sentence_spans

_ROUND = 110  # characters shown on each side of the words found


def place_of(document: Document, span: Span | None) -> str:
    """Return the page and section of a span: ``page 2, under “Finance”``."""
    if span is None:
        return "the whole paper"
    block = document.blocks[span.block]
    page = f"page {block.page}" if block.page else ""
    section = f"under “{cut(block.section, 60)}”" if block.section else ""
    return ", ".join(part for part in (page, section) if part) or "at the start"


def cut(text: str, most: int) -> str:
    """Return text that is at most so long, cut at a word."""
    text = one_line(text)
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"


def sentence_round(document: Document, span: Span) -> tuple[str, str, str]:
    """Return the sentence a span stands in: before, the words themselves, and after."""
    text = document.blocks[span.block].text
    start, end = next(
        (found for found in sentence_spans(text) if found[0] <= span.start < found[1]),
        (0, len(text)),
    )
    end = max(end, span.end)
    before, after = text[start : span.start], text[span.end : end]
    if len(before) > _ROUND:
        before = "…" + before[-_ROUND:].partition(" ")[2]
    if len(after) > _ROUND:
        after = after[:_ROUND].rpartition(" ")[0] + "…"
    space = (" " if before[-1:].isspace() else "", " " if after[:1].isspace() else "")
    words = cut(text[span.start : span.end], 3 * _ROUND)
    return one_line(before) + space[0], words, space[1] + one_line(after)


@dataclass(frozen=True, slots=True)
class Said:
    """A finding and how many times its rule says the same of the same words."""

    finding: Finding
    times: int


def said_once(document: Document, findings: Iterable[Finding]) -> Iterator[Said]:
    """Yield each different finding at its first place, with its number of places."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        words = finding.entry or (document.text_at(finding.span) if finding.span else "")
        groups.setdefault((finding.rule, words.casefold()), []).append(finding)
    return (Said(group[0], len(group)) for group in groups.values())
