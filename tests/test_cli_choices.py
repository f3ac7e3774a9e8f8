"""Which papers, glossaries and rules "plainspeak check" uses, and what stops a paper."""

import json
from pathlib import Path

import pytest

from commands import (
    CLEAN,
    HOUSE_GLOSSARY,
    HOUSE_RULE,
    OF_EACH_LEVEL,
    ROOT,
    STOPS,
    plainspeak,
    saved,
)


@pytest.mark.parametrize(
    ("limit", "stopped"),
    [
        ("must", {"must"}),
        ("should", {"must", "should"}),
        ("consider", {"must", "should", "consider"}),
        ("never", set()),
    ],
)
def test_fail_on_names_the_least_severity_that_stops_a_paper(
    tmp_path: Path, limit: str, stopped: set[str]
) -> None:
    for level, text in OF_EACH_LEVEL.items():
        saved(tmp_path, f"{level}.txt", text)
        answer = plainspeak(
            tmp_path, "check", f"{level}.txt", "--format", "json", "--fail-on", limit
        )
        assert [finding["severity"] for finding in answer.paper["findings"]] == [level]
        verdict = json.loads(answer.out)["verdict"]
        assert (answer.code, verdict) == ((1, "stop") if level in stopped else (0, "pass"))


def test_the_command_line_goes_before_the_settings_file(tmp_path: Path) -> None:
    saved(tmp_path, "plainspeak.toml", 'fail-on = "never"\n')
    saved(tmp_path, "below/paper.txt", STOPS)
    assert plainspeak(tmp_path / "below", "check", "paper.txt").code == 0
    assert plainspeak(tmp_path / "below", "check", "paper.txt", "--fail-on", "must").code == 1


# House glossaries and rules


def test_a_house_entry_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    saved(tmp_path, "house.toml", HOUSE_GLOSSARY)
    saved(tmp_path, "paper.txt", "The golden thread is safety. We will wibble. The QZX team met.")
    plain = plainspeak(tmp_path, "check", "paper.txt", "--format", "json")
    house = plainspeak(
        tmp_path, "check", "paper.txt", "--format", "json", "--glossary", "house.toml"
    )
    assert plain.words == ["golden thread", "QZX"]
    assert house.words == ["golden thread", "wibble", "QZX"]
    assert house.paper["findings"][0]["better"] == ["shared aim"]
    assert "shared aim" not in plain.paper["findings"][0]["better"]


def test_a_house_rule_is_used_beside_the_shipped_ones(tmp_path: Path) -> None:
    saved(tmp_path, "house.toml", HOUSE_RULE)
    saved(tmp_path, "paper.txt", STOPS)
    answer = plainspeak(tmp_path, "check", "paper.txt", "--format", "json", "--rules", "house.toml")
    assert answer.words == ["QZX", "golden thread", "plan"]
    assert answer.paper["findings"][2]["rule"] == "house"
    assert answer.paper["findings"][2]["message"] == "“plan” is a house word. Say “list”."


def test_a_house_rule_takes_the_place_of_the_shipped_one_of_its_name(tmp_path: Path) -> None:
    shipped = (ROOT / "rules" / "acronym-undefined.toml").read_text(encoding="utf-8")
    milder = shipped.replace('severity = "must"', 'severity = "consider"')
    saved(tmp_path, "acronym-undefined.toml", milder)
    saved(tmp_path, "paper.txt", "The QZX team met in May.")
    house = ("--rules", "acronym-undefined.toml")
    answer = plainspeak(tmp_path, "check", "paper.txt", "--format", "json", *house)
    found = [(finding["text"], finding["severity"]) for finding in answer.paper["findings"]]
    assert (answer.code, found) == (0, [("QZX", "consider")])


def test_a_folder_may_be_given_for_glossaries_and_rules(tmp_path: Path) -> None:
    saved(tmp_path, "words/house.toml", HOUSE_GLOSSARY)
    saved(tmp_path, "rules/house.toml", HOUSE_RULE)
    saved(tmp_path, "paper.txt", "We will wibble. We read the plan.")
    folders = ("--glossary", "words", "--rules", "rules")
    answer = plainspeak(tmp_path, "check", "paper.txt", "--format", "json", *folders)
    assert answer.words == ["wibble", "plan"]


def test_without_the_shipped_rules_only_house_rules_are_used(tmp_path: Path) -> None:
    saved(tmp_path, "house.toml", HOUSE_RULE)
    saved(tmp_path, "paper.txt", STOPS)
    answer = plainspeak(
        tmp_path, "check", "paper.txt", "--format", "json", "--rules", "house.toml", "--no-shipped"
    )
    assert (answer.code, answer.words) == (1, ["plan"])
    assert answer.paper["terms"] == []


def test_checking_with_no_rules_at_all_is_refused_and_never_a_pass(tmp_path: Path) -> None:
    saved(tmp_path, "house.toml", HOUSE_GLOSSARY)
    saved(tmp_path, "paper.txt", STOPS)
    for more in ((), ("--glossary", "house.toml")):
        answer = plainspeak(tmp_path, "check", "paper.txt", "--no-shipped", *more)
        assert (answer.code, answer.out) == (2, "")
        assert answer.err == (
            "plainspeak: there are no rules to check with: "
            "give “--rules”, or use the shipped ones\n"
        )


# Several papers, and folders


def test_several_papers_are_reported_in_the_order_given_and_judged_together(
    tmp_path: Path,
) -> None:
    saved(tmp_path, "b.txt", CLEAN)
    saved(tmp_path, "a.txt", STOPS)
    answer = plainspeak(tmp_path, "check", "b.txt", "a.txt", "b.txt")
    assert answer.code == 1
    assert answer.out.startswith("b.txt: ready to share.")
    assert answer.out.index("b.txt: ready") < answer.out.index("a.txt: 1 thing")
    assert answer.out.count("b.txt: ready") == 1
    assert "2 papers checked. Please put these right before sharing:" in answer.out


def test_a_folder_is_checked_with_all_below_it_but_no_lock_files_and_nothing_hidden(
    tmp_path: Path,
) -> None:
    for name in ("one.txt", "sub/deeper/two.md", "sub/THREE.TXT"):
        saved(tmp_path, f"papers/{name}", CLEAN)
    for name in ("~$x.docx", ".hidden.txt", ".git/four.txt", "sub/.old/five.md", "sheet.xlsx"):
        saved(tmp_path, f"papers/{name}", STOPS)
    answer = plainspeak(tmp_path, "check", "papers", "--format", "json")
    names = [paper["name"] for paper in json.loads(answer.out)["papers"]]
    assert (answer.code, answer.err) == (0, "")
    assert sorted(names) == ["THREE.TXT", "one.txt", "two.md"]


def test_one_bad_paper_in_a_folder_does_not_keep_the_others_from_being_reported(
    tmp_path: Path,
) -> None:
    saved(tmp_path, "papers/a.txt", STOPS)
    saved(tmp_path, "papers/b.docx", "not a Word file")
    saved(tmp_path, "papers/c.txt", CLEAN)
    answer = plainspeak(tmp_path, "check", "papers", "--format", "json")
    whole = json.loads(answer.out)
    (line,) = answer.err.splitlines()
    (unread,) = whole["unread"]
    assert answer.code == 3, "a paper that was not read comes before one that is stopped"
    assert [paper["name"] for paper in whole["papers"]] == ["a.txt", "c.txt"]
    assert whole["verdict"] == "unchecked"
    assert set(unread) == {"name", "reason", "message"}
    assert (unread["name"], unread["reason"]) == ("b.docx", "not-docx")
    assert line == f"plainspeak: {unread['message']}"
    assert "this is not a pass" in plainspeak(tmp_path, "check", "papers").out


# explain
