"""What "explain", "glossary", "appendix" and the help say."""

from collections.abc import Iterator
from pathlib import Path

import click
import docx
import pytest

from commands import (
    CLEAN,
    HOUSE_GLOSSARY,
    STOPS,
    Answer,
    plainspeak,
    saved,
)
from plainspeak import __version__
from plainspeak_cli.main import group


def test_a_rule_is_explained_with_its_reason_its_source_and_examples(tmp_path: Path) -> None:
    answer = plainspeak(tmp_path, "explain", "very-long-sentences")
    assert answer.code == 0
    assert answer.out.startswith("Rule: very-long-sentences (sentence, must)\n")
    for label in ("Says: ", "Why: ", "Source: ", "Flags: ", "Leaves alone: "):
        assert f"\n  {label}" in answer.out


def test_a_term_of_several_words_is_explained_without_quotation_marks(tmp_path: Path) -> None:
    answer = plainspeak(tmp_path, "explain", "golden", "thread")
    assert answer.out.startswith("golden thread\n  Means: ")
    assert answer == plainspeak(tmp_path, "explain", "Golden thread")


def test_a_short_form_is_explained_with_its_full_words_singular_or_plural(tmp_path: Path) -> None:
    for form in ("ICB", "ICBs"):
        answer = plainspeak(tmp_path, "explain", form)
        assert answer.out.startswith("ICB: integrated care board\n  Means: ")


def test_a_house_term_is_explained_too(tmp_path: Path) -> None:
    saved(tmp_path, "house.toml", HOUSE_GLOSSARY)
    answer = plainspeak(tmp_path, "explain", "wibble", "--glossary", "house.toml")
    assert "A chat by the lift." in answer.out


@pytest.mark.parametrize(
    ("word", "meant"),
    [("golden thred", "golden thread"), ("very-long-sentence", "very-long-sentences")],
)
def test_an_unknown_word_is_answered_with_the_nearest_known_one(
    tmp_path: Path, word: str, meant: str
) -> None:
    answer = plainspeak(tmp_path, "explain", word)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err == (
        f"plainspeak: “{word}” is neither a rule nor a term we know: did you mean “{meant}”?\n"
    )


def test_every_rule_that_is_listed_can_be_explained(tmp_path: Path) -> None:
    rules = [line.split()[0] for line in plainspeak(tmp_path, "explain", "--list").out.splitlines()]
    assert "acronym-undefined" in rules
    for rule in rules:
        assert plainspeak(tmp_path, "explain", rule).out.startswith(f"Rule: {rule} (")


# glossary


def test_the_list_of_terms_holds_house_words_and_their_meanings(tmp_path: Path) -> None:
    saved(tmp_path, "house.toml", HOUSE_GLOSSARY)
    answer = plainspeak(tmp_path, "glossary", "list", "--glossary", "house.toml")
    assert answer.code == 0
    assert "House words (2)\n  golden thread: What we all work for.\n" in answer.out
    assert "  ICB (integrated care board): " in answer.out


def test_a_good_glossary_has_no_faults(tmp_path: Path) -> None:
    saved(tmp_path, "house.toml", HOUSE_GLOSSARY)
    answer = plainspeak(tmp_path, "glossary", "lint", "house.toml")
    assert answer == Answer(0, "2 entries in 1 file: no faults.\n", "")


def test_the_shipped_glossaries_have_no_faults(tmp_path: Path) -> None:
    answer = plainspeak(tmp_path, "glossary", "lint")
    assert answer.code == 0
    assert answer.out.endswith(" files: no faults.\n")


def test_advice_that_is_jargon_itself_is_a_fault_at_its_line(tmp_path: Path) -> None:
    bad = HOUSE_GLOSSARY.replace("A chat by the lift.", "A chat about the golden thread.")
    saved(tmp_path, "house.toml", bad)
    answer = plainspeak(tmp_path, "glossary", "lint", "house.toml")
    line = bad.splitlines().index('means = "A chat about the golden thread."') + 1
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"plainspeak: house.toml:{line}: [wibble] “means” uses “golden")


def test_an_entry_nobody_has_looked_at_for_years_is_named_but_is_no_fault(tmp_path: Path) -> None:
    saved(tmp_path, "house.toml", HOUSE_GLOSSARY.replace("2026-01-05", "2019-01-05", 1))
    answer = plainspeak(tmp_path, "glossary", "lint", "house.toml")
    assert answer.code == 0
    assert answer.err == ("[golden-thread] was last looked at on 2019-01-05: please look again\n")


# Help and version


def _commands(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _commands(below, (*path, name))


@pytest.mark.parametrize("path", [*_commands(group)], ids=" ".join)
def test_the_help_of_every_command_has_an_example_of_that_command(
    tmp_path: Path, path: tuple[str, ...]
) -> None:
    answer = plainspeak(tmp_path, *path, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert f"\n  Example: {' '.join(('plainspeak', *path))}" in answer.out
    assert plainspeak(tmp_path, *path, "-h") == answer


def test_the_version_is_that_of_the_library(tmp_path: Path) -> None:
    assert plainspeak(tmp_path, "--version") == Answer(0, f"plainspeak {__version__}\n", "")


# appendix


def rows_of(path: Path) -> list[tuple[str, ...]]:
    """Return the rows of the one table of a Word file, without its headings."""
    (table,) = docx.Document(str(path)).tables
    return [tuple(cell.text for cell in row.cells) for row in table.rows][1:]


APPENDIX_PAPER = """Money

The ICB met in May. The golden thread of it is safety.

The quality zebra exchange (QZX) was there, and so was the icy dogs trust (IDT)."""


def test_the_appendix_holds_the_terms_of_the_paper_and_no_others(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", APPENDIX_PAPER)
    answer = plainspeak(tmp_path, "appendix", "paper.txt", "-o", "glossary.docx")
    assert answer == Answer(0, "glossary.docx: 4 terms explained.\n", "")
    rows = rows_of(tmp_path / "glossary.docx")
    assert [row[0] for row in rows] == ["golden thread", "ICB", "IDT", "QZX"]
    assert rows[1][1].startswith("Integrated care board. The NHS organisation")
    assert rows[3] == ("QZX", "Quality zebra exchange.", "under “Money”")


def test_the_paper_s_own_full_words_go_before_those_of_the_glossary(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", "The ice cream bureau (ICB) met in May. The ICB agreed.")
    plainspeak(tmp_path, "appendix", "paper.txt", "-o", "glossary.docx")
    assert [row[:2] for row in rows_of(tmp_path / "glossary.docx")] == [
        ("ICB", "Ice cream bureau.")
    ]


def test_the_appendix_in_markdown_says_the_same_as_the_word_file(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", APPENDIX_PAPER)
    plainspeak(tmp_path, "appendix", "paper.txt", "-o", "glossary.docx")
    plainspeak(tmp_path, "appendix", "paper.txt", "-o", "glossary.md")
    text = (tmp_path / "glossary.md").read_text(encoding="utf-8")
    shown = [line for line in text.splitlines() if line.startswith("| **")]
    assert shown == [
        f"| **{term}** | {means} | {place} |"
        for term, means, place in rows_of(tmp_path / "glossary.docx")
    ]


def test_a_paper_without_terms_has_an_appendix_that_says_so(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", CLEAN)
    answer = plainspeak(tmp_path, "appendix", "paper.txt", "-o", "glossary.md")
    assert answer.out == "glossary.md: 0 terms explained.\n"
    text = (tmp_path / "glossary.md").read_text(encoding="utf-8")
    assert "This paper uses no terms that need explaining." in text


def test_capitals_in_the_suffix_of_the_appendix_make_no_difference(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    answer = plainspeak(tmp_path, "appendix", "paper.txt", "-o", "GLOSSARY.DOCX")
    assert answer.code == 0, answer.err
    assert [row[0] for row in rows_of(tmp_path / "GLOSSARY.DOCX")] == ["golden thread", "QZX"]


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (("paper.md", "-o", "glossary.pdf"), 2, "is neither .docx nor .md"),
        (("paper.md", "-o", "paper.md"), 2, "is being read itself"),
        (("paper.md",), 2, "-o"),
        (("paper.md", "-o", "nowhere/glossary.md"), 2, "cannot be written"),
        (("missing.docx", "-o", "glossary.md"), 3, "is not there"),
        (("broken.docx", "-o", "glossary.md"), 3, "is not a Word document"),
        (("paper.md", "-o", "glossary.md", "--no-shipped"), 2, "no rules"),
    ],
)
def test_an_appendix_that_cannot_be_made_is_refused_and_nothing_is_written(
    tmp_path: Path, arguments: tuple[str, ...], code: int, says: str
) -> None:
    saved(tmp_path, "paper.md", STOPS)
    saved(tmp_path, "broken.docx", "text")
    answer = plainspeak(tmp_path, "appendix", *arguments)
    (line,) = answer.err.splitlines()
    assert (answer.code, answer.out) == (code, "")
    assert line.startswith("plainspeak: ")
    assert says in line
    assert sorted(path.name for path in tmp_path.iterdir()) == ["broken.docx", "paper.md"]
    assert (tmp_path / "paper.md").read_text(encoding="utf-8") == STOPS
