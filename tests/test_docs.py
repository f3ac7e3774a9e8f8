"""The docs tell the truth: their examples run, their links lead somewhere, and they are plain."""

import doctest
import re
from dataclasses import fields
from pathlib import Path

import pytest

from conftest import ROOT
from plainspeak import FailOn, Limits, judge, read, report

PAGES = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("*/README.md")],
    key=lambda path: path.relative_to(ROOT).as_posix(),
)
NAMES = [path.relative_to(ROOT).as_posix() for path in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_page_passes_our_own_check(page: Path) -> None:
    verdict = judge([report(read(page))], FailOn.MUST)
    assert verdict.reasons == ()


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_examples_of_the_library_page_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = doctest.testfile(str(ROOT / "docs" / "library.md"), module_relative=False)
    assert result.attempted > 15
    assert result.failed == 0


def test_the_readme_names_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    from plainspeak_cli.main import _COMMANDS

    assert [name for name in _COMMANDS if f"plainspeak {name}" not in readme] == []


def test_the_docs_name_every_exit_code() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    from plainspeak import Exit

    assert [code for code in Exit if f"| {int(code)} |" not in readme] == []


def test_the_page_on_reading_lists_every_limit_with_its_usual_value() -> None:
    page = (ROOT / "docs" / "reading.md").read_text(encoding="utf-8")
    rows = {
        row[1].strip(" `"): row[3].strip().replace(",", "")
        for row in (line.split("|") for line in page.splitlines() if line.startswith("| `"))
    }
    limits = {field.name.replace("_", "-"): str(field.default) for field in fields(Limits)}
    assert rows == limits
