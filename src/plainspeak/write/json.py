"""Write the wire form: one JSON document that other programs may rely on.

It is a promise: the page docs/json.md lists its words, a test holds it, and
``schema`` goes up when a word changes its meaning or goes away.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from plainspeak.check.shortforms import ShortForm
from plainspeak.document import Block, Document, Span
from plainspeak.errors import PaperError
from plainspeak.finding import Finding
from plainspeak.hardest import Hardest
from plainspeak.judge import Verdict
from plainspeak.readability import Readability
from plainspeak.report import Report, TermUse

SCHEMA = 1


def as_json(
    reports: Iterable[Report],
    verdict: Verdict,
    version: str,
    *,
    unread: Iterable[PaperError] = (),
    with_text: bool = False,
) -> str:
    """Return the wire form of some reports; ``with_text`` adds the blocks of the papers."""
    form = {
        "schema": SCHEMA,
        "plainspeak": version,
        "verdict": verdict.outcome,
        "reasons": verdict.reasons,
        "papers": [_paper(report, with_text) for report in reports],
        "unread": [
            {"name": error.name, "reason": error.reason, "message": str(error)} for error in unread
        ],
    }
    # Lone surrogates in a damaged file would make text that no program can decode.
    text = json.dumps(form, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace").decode("utf-8") + "\n"


def _paper(report: Report, with_text: bool) -> dict[str, Any]:
    document = report.document
    paper = {
        "name": document.name,
        "format": document.format,
        "sha256": document.sha256,
        "words": report.readability.words,
        "pages": document.pages,
        "gaps": [asdict(gap) for gap in document.gaps],
        "readability": _readability(report.readability),
        "hardest": _hardest(report.hardest),
        "mended": dict(document.mended),
        "tagger": report.tagger,
        "acronyms": [_acronym(short) for short in report.short_forms],
        "terms": [_term(use) for use in report.terms],
        "findings": [_finding(document, finding) for finding in report.findings],
    }
    if with_text:
        paper["blocks"] = [_block(block) for block in document.blocks]
    return paper


def _readability(readability: Readability) -> dict[str, Any]:
    return {
        "scores": dict(readability.scores),
        "spelt_out": dict(readability.spelt_out),
        "terms_out": dict(readability.terms_out),
        "reading_age": readability.reading_age,
        "counts": asdict(readability.counts),
        "by_kind": dict(readability.by_kind),
        "other_languages": readability.other_languages,
        "legal": readability.legal,
        "share_counted": round(readability.share_counted, 3),
        "withheld": readability.withheld or None,
    }


def _hardest(hardest: Hardest) -> dict[str, Any]:
    return {
        "passages": [
            {"span": _span(found.span), "difficulty": found.difficulty, "words": found.words}
            for found in hardest.passages
        ],
        "sections": [asdict(section) for section in hardest.sections],
        "chopped": [_span(span) for span in hardest.chopped],
        "passive_share": hardest.passive_share,
        "passives_by": hardest.passives_by,
    }


def _acronym(short: ShortForm) -> dict[str, Any]:
    return {
        "form": short.form,
        "status": short.status,
        "expansion": short.expansion or None,
        "uses": len(short.uses),
        "first": _span(short.uses[0]),
    }


def _term(use: TermUse) -> dict[str, Any]:
    return {
        "entry": use.entry.id,
        "term": use.entry.term,
        "first": _span(use.first),
        "count": use.count,
    }


def _finding(document: Document, finding: Finding) -> dict[str, Any]:
    span = finding.span
    block = document.blocks[span.block] if span else None
    return {
        "rule": finding.rule,
        "group": finding.group,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "span": _span(span) if span else None,
        "text": document.text_at(span) if span else "",
        "message": finding.message,
        "better": finding.better,
        "entry": finding.entry,
        "page": block.page if block else None,
        "section": block.section if block else None,
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "number": block.number,
        "kind": block.kind,
        "text": block.text,
        "page": block.page,
        "section": block.section,
        "offset": block.offset,
        "level": block.level,
        "label": block.label,
        "cell": asdict(block.cell) if block.cell else None,
        "language": block.language,
    }


def _span(span: Span) -> dict[str, int]:
    return {"block": span.block, "start": span.start, "end": span.end}
