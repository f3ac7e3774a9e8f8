"""What "plainspeak check" says, in text and in the wire form."""

import json
import os
import sys
from pathlib import Path

import docx
import pytest

from commands import (
    CLEAN,
    LONG,
    OF_EACH_LEVEL,
    STOPS,
    at_terminal,
    in_new_process,
    plainspeak,
    saved,
)
from plainspeak import __version__


def test_output_to_a_pipe_has_no_escape_codes(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    answer = in_new_process(tmp_path, "check", "paper.txt", TERM="xterm-256color")
    assert "QZX" in answer.out
    assert "\x1b" not in answer.out


def test_a_terminal_shows_colours_unless_no_color_is_set(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    colours = ("\x1b[1;31m", "\x1b[31m", "\x1b[33m", "\x1b[36m")
    seen = at_terminal(tmp_path, "check", "paper.txt")
    assert "QZX" in seen
    assert any(colour in seen for colour in colours)
    seen = at_terminal(tmp_path, "check", "paper.txt", NO_COLOR="1")
    assert "QZX" in seen
    assert not any(colour in seen for colour in colours)


def test_a_file_has_no_escape_codes_even_where_colour_is_forced(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    in_new_process(tmp_path, "check", "paper.txt", "-o", "report.txt", FORCE_COLOR="1")
    assert "\x1b" not in (tmp_path / "report.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("columns", [40, 57, 80, 100])
def test_no_line_is_wider_than_the_terminal_and_some_lines_use_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    heading = "The place where everybody who comes to the meeting sits"
    address = "https://www.example.org/" + "a" * 150
    saved(tmp_path, "paper.txt", f"{heading}\n\n{STOPS} {OF_EACH_LEVEL['consider']} {address}")
    monkeypatch.setenv("COLUMNS", str(columns))
    widths = [len(line) for line in plainspeak(tmp_path, "check", "paper.txt").out.splitlines()]
    assert max(widths) <= columns
    assert max(widths) > columns - 15


def test_a_paper_without_findings_passes_in_the_first_line(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", CLEAN)
    answer = plainspeak(tmp_path, "check", "paper.txt")
    assert answer.code == 0
    assert answer.out.startswith("paper.txt: ready to share.")
    assert "Fix" not in answer.out


def test_the_first_line_is_the_verdict_and_says_how_many_things_stop_the_paper(
    tmp_path: Path,
) -> None:
    saved(tmp_path, "paper.txt", "The QZX team met. The JXQ team met. The golden thread is safety.")
    first = plainspeak(tmp_path, "check", "paper.txt").out.partition("\n\n")[0]
    assert " ".join(first.split()) == (
        "paper.txt: 2 things to put right before it is shared, "
        "and 1 more place you could make easier."
    )


def test_fix_these_first_holds_five_and_the_gravest_of_them(tmp_path: Path) -> None:
    forms = ("QZX", "JXQ", "ZQK", "KXJ", "XZW", "WQJ", "VXQ")
    text = " ".join(f"The {form} team met." for form in forms)
    saved(tmp_path, "paper.txt", f"The golden thread is safety. {text}")
    lines = plainspeak(tmp_path, "check", "paper.txt").out.splitlines()
    numbered = [line for line in lines if line[:2] in {f"{number}." for number in range(10)}]
    assert "Fix these first" in lines
    assert [line.split("”")[0][4:] for line in numbered] == list(forms[:5])


def test_a_finding_shows_its_place_its_sentence_and_better_words(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", "Money\n\nWe met. The golden thread of it is safety. We will see.")
    answer = plainspeak(tmp_path, "check", "paper.txt")
    lines = [line.strip() for line in answer.out.splitlines()]
    assert "Under “Money”" in lines
    assert "“The golden thread of it is safety.”" in lines
    assert any(line.startswith("Better: “") for line in lines)


def test_words_of_a_paper_cannot_change_the_colours_of_a_terminal(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", "The QZX team \x1b[31mmet\x1b[0m in May.\x9b31m")
    out = plainspeak(tmp_path, "check", "paper.txt").out
    assert "QZX" in out
    assert not {"\x1b", "\x9b"}.intersection(out)


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
def test_the_name_of_a_paper_cannot_change_the_colours_of_a_terminal(tmp_path: Path) -> None:
    saved(tmp_path, "red\x1b[31m.txt", STOPS)
    saved(tmp_path, "green\x1b[32m.txt", "")
    answer = plainspeak(tmp_path, "check", *sorted(tmp_path.iterdir()))
    assert "\x1b" not in answer.out + answer.err


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux allows names that are no text")
def test_a_paper_whose_name_is_not_text_is_checked(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text(STOPS, encoding="utf-8")
    for form in ("text", "json"):
        answer = in_new_process(
            tmp_path, "check", name, "--format", form, PYTHONIOENCODING="utf-8:strict"
        )
        assert answer.code == 1, answer.err
        assert "QZX" in answer.out


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_screen_that_lacks_some_letters_still_gets_its_report(
    tmp_path: Path, encoding: str
) -> None:
    saved(tmp_path, "paper.txt", "The QZX team → everybody.")
    answer = in_new_process(tmp_path, "check", "paper.txt", PYTHONIOENCODING=encoding)
    assert answer.code == 1, answer.err
    assert "QZX" in answer.out


# JSON, for a program

TOP_WORDS = {"schema", "plainspeak", "verdict", "reasons", "papers", "unread"}
SCORE_WORDS = set(
    """scores spelt_out terms_out reading_age counts by_kind other_languages legal share_counted
    withheld""".split()
)
BLOCK_WORDS = set("number kind text page section offset level label cell language".split())
PAPER_WORDS = {
    "hardest",
    "mended",
    "name", "format", "sha256", "words", "pages", "gaps", "readability", "tagger", "acronyms",
    "terms", "findings",
}  # fmt: skip
FINDING_WORDS = {
    "rule", "group", "severity", "confidence", "span", "text", "message", "better", "entry",
    "page", "section",
}  # fmt: skip


def test_json_has_exactly_the_words_of_the_wire_form(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", LONG)
    answer = plainspeak(tmp_path, "check", "paper.txt", "--format", "json", "--with-text")
    whole, paper = json.loads(answer.out), answer.paper
    assert set(whole) == TOP_WORDS
    assert set(paper) == PAPER_WORDS | {"blocks"}
    for finding in paper["findings"]:
        assert set(finding) == FINDING_WORDS
        assert finding["span"] is None or set(finding["span"]) == {"block", "start", "end"}
    assert set(paper["readability"]) == SCORE_WORDS
    assert paper["readability"]["scores"]
    for acronym in paper["acronyms"]:
        assert set(acronym) == {"form", "status", "expansion", "uses", "first"}
    for term in paper["terms"]:
        assert set(term) == {"entry", "term", "first", "count"}
    for block in paper["blocks"]:
        assert set(block) == BLOCK_WORDS
    assert [acronym["form"] for acronym in paper["acronyms"]] == ["QZX"]
    assert [(term["term"], term["count"]) for term in paper["terms"]] == [("golden thread", 3)]
    assert (whole["schema"], whole["plainspeak"]) == (1, __version__)
    assert (whole["verdict"], whole["unread"]) == ("stop", [])
    assert whole["reasons"]


def test_json_has_no_text_of_the_paper_unless_it_is_asked_for(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", "The QZX team met in May.\n\nNobody else may read this sentence.")
    answer = plainspeak(tmp_path, "check", "paper.txt", "--format", "json")
    assert set(answer.paper) == PAPER_WORDS
    assert "Nobody else" not in answer.out


def test_a_gap_has_the_words_of_the_wire_form(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph(CLEAN)
    hidden = paper.add_paragraph().add_run("A secret aside.")
    hidden.font.hidden = True
    paper.save(str(tmp_path / "paper.docx"))
    answer = plainspeak(tmp_path, "check", "paper.docx", "--format", "json")
    assert answer.paper["gaps"], "hidden text is a gap"
    for gap in answer.paper["gaps"]:
        assert set(gap) == {"what", "why", "page", "block", "serious"}


def test_spans_slice_the_blocks_to_the_words_flagged(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", LONG)
    paper = plainspeak(tmp_path, "check", "paper.txt", "--format", "json", "--with-text").paper
    flagged = [finding for finding in paper["findings"] if finding["span"]]
    assert {"QZX", "golden thread"} <= {finding["text"] for finding in flagged}
    for finding in flagged:
        span = finding["span"]
        text = paper["blocks"][span["block"]]["text"]
        assert text[span["start"] : span["end"]] == finding["text"]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_offsets_slice_the_file_to_the_blocks(tmp_path: Path, line_end: str) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(LONG.replace("\n", line_end).encode("utf-8-sig"))
    paper = plainspeak(tmp_path, "check", path, "--format", "json", "--with-text").paper
    # Every line end counts as one character, as it does when Python reads a file.
    text = path.read_text(encoding="utf-8-sig")
    assert paper["blocks"][0]["text"] == "Naïve heading — café"
    for block in paper["blocks"]:
        assert text[block["offset"] :].startswith(block["text"])


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_is_utf_8_whatever_the_screen_has(tmp_path: Path, encoding: str) -> None:
    saved(tmp_path, "paper.txt", f"{LONG} → the end")
    answer = in_new_process(
        tmp_path, "check", "paper.txt", "--format", "json", "--with-text", PYTHONIOENCODING=encoding
    )
    assert answer.code == 1, answer.err
    assert answer.paper["blocks"][0]["text"] == "Naïve heading — café"


def test_the_same_paper_gives_the_same_json_twice(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", LONG)
    first = in_new_process(tmp_path, "check", "paper.txt", "--format", "json", PYTHONHASHSEED="1")
    again = in_new_process(tmp_path, "check", "paper.txt", "--format", "json", PYTHONHASHSEED="2")
    assert first == again


# Writing to a file

# Runs the command line where no file may grow beyond 500 bytes.
