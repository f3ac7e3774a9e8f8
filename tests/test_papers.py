"""Every real paper ends in a report or in one clear line."""

from pathlib import Path

import pytest

from conftest import ROOT, SHARED, shared
from plainspeak import Checker, Document, PaperError, read, shipped_glossary, shipped_rules

PAPERS = sorted(path for path in (SHARED / "papers").glob("*") if path.suffix in {".docx", ".pdf"})
EXAMPLES = sorted(
    path for path in (ROOT / "examples").iterdir() if path.suffix in {".docx", ".pdf"}
)


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(shipped_rules(), shipped_glossary())


def test_the_real_papers_are_here_and_complete() -> None:
    assert shared("papers").is_dir()
    assert len(PAPERS) == 113


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_a_real_paper_ends_in_a_report_or_one_clear_line(path: Path, checker: Checker) -> None:
    outcome = _read(path)
    if isinstance(outcome, PaperError):
        assert len(str(outcome).splitlines()) == 1
        assert str(outcome).count(": ") >= 2
        return
    document, report = outcome, checker.report(outcome)
    for finding in report.findings:
        if finding.span:
            assert document.text_at(finding.span).strip()


def _read(path: Path) -> Document | PaperError:
    try:
        return read(path)
    except PaperError as error:
        return error


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_read_whole_and_has_findings(path: Path, checker: Checker) -> None:
    report = checker.report(read(path))
    assert [gap for gap in report.document.gaps if gap.serious] == []
    assert report.findings
    assert report.readability.scores


@pytest.mark.parametrize("name", ["board-paper", "minutes", "invitation"])
def test_the_word_and_pdf_files_of_one_example_give_the_same_short_forms(
    name: str, checker: Checker
) -> None:
    of_word, of_pdf = (
        {short.form: short.status for short in checker.report(read(path)).short_forms}
        for path in (ROOT / "examples" / f"{name}.docx", ROOT / "examples" / f"{name}.pdf")
    )
    assert of_word == of_pdf
