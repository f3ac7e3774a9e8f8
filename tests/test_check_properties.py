"""Whatever a paper holds, each finding names words of it, and a second look finds the same."""

from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainspeak import (
    Block,
    BlockKind,
    Checker,
    Document,
    Finding,
    PlainSpeakError,
    shipped_glossary,
    shipped_rules,
)
from plainspeak.document import Span
from plainspeak.glossary import TermKind
from plainspeak.read.text import read_markdown, read_text
from plainspeak.rules import AcronymRule, PhraseRule, TermRule

RULES = shipped_rules()
GLOSSARY = shipped_glossary()
CHECKER = Checker(RULES, GLOSSARY, use_spacy=False)
OF_WORDS = {rule.id for rule in RULES if isinstance(rule.data, PhraseRule | TermRule | AcronymRule)}

SWAPS = [
    phrase for rule in RULES if isinstance(rule.data, PhraseRule) for phrase, _ in rule.data.swaps
]
TERMS = [entry.term for entry in GLOSSARY.entries]
LONG = [entry.stands_for for entry in GLOSSARY.entries if entry.stands_for]
VERBS = [entry.term for entry in GLOSSARY.entries if entry.kind is TermKind.VERB]
ODD = [
    "-", "\u2011", "’s", "'", "“", "”", "(", ")", "[", ".", ". ", "?", "…", ", ", "; ", ": ",
    " ", "\u00a0", "\u2009", "\t", "\u00ad", "\u200b", "\ufeff", "\u0301", "ı", "ſ", "ﬁ", "İ",
    "ß", "🙂", "👩‍⚕️", "שלום", "مرحبا", "你好", "\ud800", "\udfff", "_" * 40, "£1.5m", "15/208",
    "No. 3", "e.g.", "them.Be", "pals@nhs.net", "www.nhs.uk/ICB", "Avi Bhatia (AB)", "Chair-",
    "(the ICBs)", "known as", "stands for", "A&E", "CoP", "SW1A 1AA", "THE BOARD MUST", "100%",
    "and", "the", "We", "has been", "to", "patients", "ward",
]  # fmt: skip
LINES = ["\n", "\n\n", "\r\n", "- ", "# ", "> ", "| ", "```", "1. ", "**", "`"]
words = st.sampled_from(SWAPS) | st.sampled_from(TERMS + LONG + VERBS) | st.sampled_from(ODD)
CASES: list[Callable[[str], str]] = [str, str.upper, str.capitalize, str.title]
cases = st.sampled_from(CASES)
pieces = st.tuples(words, cases).map(lambda pair: pair[1](pair[0]))
gaps = st.sampled_from([" ", " ", " ", "", "-", "\u00a0", ", ", ". "])
texts = st.lists(st.tuples(pieces, gaps), max_size=15).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
papers = st.lists(st.tuples(st.sampled_from(list(BlockKind)), texts), max_size=6).map(
    lambda blocks: Document(
        "paper.txt", "txt", "", tuple(Block(n, k, t) for n, (k, t) in enumerate(blocks))
    )
)
files = st.lists(pieces | st.sampled_from(LINES), max_size=25).map(" ".join)
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def spans(findings: tuple[Finding, ...]) -> list[Span]:
    return [found.span for found in findings if found.span]


@slow
@given(papers)
def test_every_finding_names_words_inside_its_block(document: Document) -> None:
    for found in CHECKER.check(document):
        if found.span is None:
            continue
        text = document.blocks[found.span.block].text
        assert 0 <= found.span.start < found.span.end <= len(text)
        flagged = document.text_at(found.span)
        assert flagged == flagged.strip() != "" or found.rule not in OF_WORDS
        assert "{" not in found.message.replace(flagged, "")


@slow
@given(papers)
def test_a_paper_checked_twice_is_found_the_same(document: Document) -> None:
    assert CHECKER.report(document) == CHECKER.report(document)


@slow
@given(papers)
def test_no_words_are_flagged_twice_and_findings_are_in_reading_order(document: Document) -> None:
    findings = CHECKER.check(document)
    of_words = spans(tuple(found for found in findings if found.rule in OF_WORDS))
    for before, after in pairwise(of_words):
        assert before.block < after.block or before.end <= after.start
    assert spans(findings) == sorted(spans(findings), key=lambda span: (span.block, span.start))


@slow
@given(papers)
def test_every_place_a_report_names_is_in_its_paper(document: Document) -> None:
    report = CHECKER.report(document)
    for short in report.short_forms:
        assert {document.text_at(span) for span in short.uses} == {short.form}
    for use in report.terms:
        assert document.text_at(use.first)
        assert use.count >= 1


@slow
@given(papers, papers)
def test_one_paper_leaves_no_trace_in_the_next(one: Document, other: Document) -> None:
    alone = CHECKER.check(other)
    CHECKER.check(one)
    assert CHECKER.check(other) == alone


@slow
@given(files, st.sampled_from([read_text, read_markdown]))
def test_only_our_own_errors_are_raised_for_a_file(
    text: str, reader: Callable[[str, bytes], Document]
) -> None:
    try:
        document = reader("paper", text.encode("utf-8", "replace"))
    except PlainSpeakError:
        return
    CHECKER.report(document)
