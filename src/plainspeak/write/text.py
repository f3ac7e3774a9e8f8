"""Write reports for a person to read in a terminal or a text file."""

import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TextIO

from rich.console import Console
from rich.text import Text

from plainspeak.errors import PaperError, one_line
from plainspeak.finding import Confidence, FailOn, Finding, Severity
from plainspeak.judge import Outcome, Verdict, stops
from plainspeak.report import Report
from plainspeak.write.place import Said, cut, place_of, said_once, sentence_round

FIRST_FIXES = 5
_COLOURS = {Severity.MUST: "bold red", Severity.SHOULD: "yellow", Severity.CONSIDER: "cyan"}
_HARD = 4.0  # on the scale of difficulty: a reader has to slow down
_SECTIONS = 3  # that are named
_PASSAGE = 240  # characters of a passage that are shown
_WORTH_SAYING = 0.5  # of a school year
_NARROWEST, _WIDEST = 40, 100  # columns: longer lines are hard to follow across a screen
HONEST = (
    "A score shows how long the words and sentences are. It cannot show whether people "
    "understand the paper: only a reader can tell you that."
)


def write_text(
    reports: Sequence[Report],
    verdict: Verdict,
    file: TextIO,
    *,
    fail_on: FailOn = FailOn.MUST,
    unread: Sequence[PaperError] = (),
) -> None:
    """Write what we say about some papers; colour only where a person's terminal has it."""
    # FORCE_COLOR is meant for a screen or a log, and not for a file.
    colours = None if file is sys.stdout else False
    console = Console(file=file, highlight=False, soft_wrap=False, force_terminal=colours)
    console.width = max(_NARROWEST, min(console.width, _WIDEST))
    for index, report in enumerate(reports):
        if index:
            console.print()
        _paper(console, report, fail_on)
    if len(reports) + len(unread) > 1:
        console.print()
        _indented(console, Text(_summary(len(reports), verdict), style="bold"), 0)
        for reason in verdict.reasons:
            _indented(console, Text(one_line(reason)), 2, "- ")


def _summary(read: int, verdict: Verdict) -> str:
    papers = "1 paper" if read == 1 else f"{read} papers"
    if verdict.outcome is Outcome.PASS:
        return f"{papers} checked. Nothing needs to be put right before sharing."
    if verdict.outcome is Outcome.STOP:
        return f"{papers} checked. Please put these right before sharing:"
    return f"{papers} checked, but not everything could be read, so this is not a pass:"


def _paper(console: Console, report: Report, fail_on: FailOn) -> None:
    _indented(console, Text(_verdict_line(report, fail_on), style="bold"), 0)
    for gap in report.document.gaps:
        where = f" on page {gap.page}" if gap.page else ""
        kind = "Not read" if gap.serious else "Please note"
        _indented(console, Text(one_line(f"{kind}: {gap.what}{where}: {gap.why}")), 2)
    everything = list(said_once(report.document, report.findings))
    first = _fix_first(report, everything)
    if first:
        _heading(console, "Fix these first" if len(first) > 1 else "Fix this first")
        for number, said in enumerate(first, 1):
            _finding(console, report, said, f"{number}. ")
    rest = [said for said in everything if said not in first]
    if rest:
        _in_reading_order(console, report, rest)
    _scores(console, report)


def _verdict_line(report: Report, fail_on: FailOn) -> str:
    name = one_line(report.document.name)
    stopping = sum(stops(finding, fail_on) for finding in report.findings)
    other = len(report.findings) - stopping
    if any(gap.serious for gap in report.document.gaps):
        return f"{name}: not all of this paper could be read, so it has not passed."
    if stopping:
        more = f", and {_count(other, 'more place')} you could make easier" if other else ""
        return f"{name}: {_count(stopping, 'thing')} to put right before it is shared{more}."
    if other:
        return f"{name}: ready to share. {_count(other, 'place')} could be easier for a lay reader."
    return f"{name}: ready to share. We found nothing a lay reader should trip over."


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def _fix_first(report: Report, everything: list[Said]) -> list[Said]:
    """Return the few fixes that help most: the gravest, then those met most often."""
    uses = {short.uses[0]: len(short.uses) for short in report.short_forms}

    def weight(said: Said) -> tuple[int, bool, int]:
        finding = said.finding
        often = uses.get(finding.span, said.times) if finding.span else 1
        return finding.severity.rank, finding.confidence is not Confidence.SURE, -often

    chosen = sorted(everything, key=weight)[:FIRST_FIXES]
    return [said for said in chosen if said.finding.severity is not Severity.CONSIDER]


def _in_reading_order(console: Console, report: Report, rest: list[Said]) -> None:
    _heading(console, "Then, in reading order")
    document = report.document
    for place, group in groupby(rest, lambda said: place_of(document, said.finding.span)):
        console.print()
        _indented(console, Text(_capital(place), style="bold"), 0)
        for said in group:
            _finding(console, report, said, "- ", with_place=False)


def _finding(
    console: Console, report: Report, said: Said, mark: str, *, with_place: bool = True
) -> None:
    finding, document = said.finding, report.document
    pad = len(mark)
    message = Text(one_line(finding.message), style=_COLOURS[finding.severity])
    _indented(console, message, pad, mark)
    if with_place:
        _indented(console, Text(_capital(place_of(document, finding.span)), style="dim"), pad)
    if finding.span:
        before, words, after = sentence_round(document, finding.span)
        quoted = Text("“").append(before).append(words, style="underline").append(after).append("”")
        _indented(console, quoted, pad)
    if finding.better:
        _indented(console, Text(f"Better: {_either(finding)}"), pad)
    if said.times > 1:
        _indented(
            console, Text(f"Also in {_count(said.times - 1, 'other place')}.", style="dim"), pad
        )


def _either(finding: Finding) -> str:
    return " or ".join(f"“{one_line(words)}”" for words in finding.better)


def _heading(console: Console, words: str) -> None:
    console.print()
    console.print(Text(words, style="bold underline"))


def _indented(console: Console, text: Text, by: int, mark: str = "") -> None:
    """Print text wrapped to the width, every line so far in; a mark stands before the first."""
    lines = text.wrap(console, console.width - by)
    for index, line in enumerate(lines):
        line.rstrip()
        console.print(Text(mark if index == 0 and mark else " " * by).append_text(line))


def _scores(console: Console, report: Report) -> None:
    _heading(console, "How hard it is to read")
    for line in _score_lines(report):
        _indented(console, Text(line), 0)
    for line in _where_lines(report):
        _indented(console, Text(line), 0)
    passages = [found for found in report.hardest.passages if found.difficulty >= _HARD]
    if passages:
        console.print()
        _indented(console, Text("The passages that are hardest to read:"), 0)
    for number, passage in enumerate(passages, 1):
        mark = f"{number}. "
        words = cut(report.document.text_at(passage.span), _PASSAGE)
        place = place_of(report.document, passage.span)
        _indented(console, Text(f"{_capital(place)} ({passage.words} words)"), len(mark), mark)
        _indented(console, Text(f"“{words}”", style="dim"), len(mark))


def _where_lines(report: Report) -> Iterator[str]:
    """Say which sections are hardest, and where sentences are chopped small."""
    sections = report.hardest.sections[:_SECTIONS]
    if len(sections) > 1 and not report.readability.withheld:
        ranked = ", ".join(f"“{cut(found.heading, 40)}” {found.grade:g}" for found in sections)
        yield f"Hardest sections by Flesch-Kincaid grade: {ranked}."
    chopped = len(report.hardest.chopped)
    if chopped:
        yield (
            f"In {_count(chopped, 'place')}, very short sentences follow one another. Splitting a "
            "text helps only when each sentence holds one idea."
        )


def _score_lines(report: Report) -> Iterator[str]:
    readability = report.readability
    if readability.withheld:
        yield f"{_capital(readability.withheld)}."
        return
    scores, counts, age = readability.scores, readability.counts, readability.reading_age
    assert age is not None
    yield (
        f"Scored {counts.words:,} words in {_count(counts.sentences, 'whole sentence')}, "
        f"{readability.share_counted:.0%} of the paper. Headings, tables and labels are left out."
    )
    yield (
        f"Sentences have {scores['words-per-sentence']:g} words on average; "
        f"{scores['share-over-20']:g}% have more than 20, "
        f"and {scores['share-over-25']:g}% more than 25."
    )
    yield (
        f"Reading age {age[0]:.0f} to {age[1]:.0f}, by three formulas (Flesch-Kincaid, automated "
        f"readability, Coleman-Liau). Flesch reading ease {scores['flesch-reading-ease']:g}; "
        "60 or more is plain English."
    )
    yield from _other_views(report)
    passive = report.hardest
    if passive.passive_share:
        share, by = passive.passive_share, passive.passives_by
        yield f"{share:g}% of the sentences have a passive verb, found by {by}."
    yield HONEST


def _other_views(report: Report) -> Iterator[str]:
    """Say how the grade changes when short forms are spelt out, or explained terms left out."""
    grade = "flesch-kincaid-grade"
    readability = report.readability
    written, spelt = readability.scores[grade], readability.spelt_out.get(grade)
    if spelt is not None and abs(spelt - written) >= _WORTH_SAYING:
        yield (
            f"With short forms read as their full words, the Flesch-Kincaid grade is {spelt:g} "
            f"and not {written:g}: short forms make a paper look easier than it is."
        )
    without = readability.terms_out.get(grade)
    if without is not None and abs(without - written) >= _WORTH_SAYING:
        yield f"Without the terms the paper explains, the grade is {without:g} and not {written:g}."
    if readability.legal:
        yield f"{_count(readability.legal, 'word')} of fixed legal wording left out."
    if readability.other_languages:
        yield f"{_count(readability.other_languages, 'word')} in another language set aside."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
