"""Whatever is given, the answer is one plain line for each fault, and no half of a report."""

import os
import random
import re
import tempfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands import (
    HOUSE_GLOSSARY,
    HOUSE_RULE,
    STOPS,
    Answer,
    in_new_process,
    plainspeak,
    saved,
)
from plainspeak.errors import DataError
from plainspeak.glossary import load_glossary

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def lines_of(answer: Answer, code: int) -> list[str]:
    """Return the lines of trouble, each of which has to be one that a person can read."""
    assert "Traceback" not in answer.err
    assert (answer.code, answer.out) == (code, "")
    lines = answer.err.splitlines()
    assert lines, "something went wrong and nobody was told"
    for line in lines:
        assert line.startswith("plainspeak: ")
        assert len(line) < 300
    return lines


# Papers that cannot be read


def word_file(*paragraphs: str) -> bytes:
    paper = docx.Document()
    for text in paragraphs:
        paper.add_paragraph(text)
    out = BytesIO()
    paper.save(out)
    return out.getvalue()


def pdf_file(text: str, trailer: str = "") -> bytes:
    """Return a PDF with one line of text, and more words for its trailer."""
    shown = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
            " /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out = "%PDF-1.4\n"
    places = []
    for number, inside in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{inside}\nendobj\n"
    start = len(out)
    size = len(objects) + 1
    out += f"xref\n0 {size}\n0000000000 65535 f \n"
    out += "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode("latin-1")


def locked_pdf() -> bytes:
    """Return a PDF whose keys fit no empty password, so that a reader has to ask for one."""
    owner, user = "41" * 32, "42" * 32
    identity = "<00112233445566778899aabbccddeeff>"
    lock = f"<< /Filter /Standard /V 1 /R 2 /O <{owner}> /U <{user}> /P -4 >>"
    return pdf_file("The QZX team met.", f"/Encrypt {lock} /ID [{identity} {identity}]")


def other_zip() -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("holiday/beach.jpg", "Sand and more sand.")
    return out.getvalue()


def in_half(data: bytes) -> bytes:
    return data[: len(data) // 2]


NOISE = random.Random(5).randbytes(4000)
BAD_PAPERS = {
    "an unknown suffix": ("paper.xlsx", b"\x89PNG\r\n\x1a\n" + NOISE, "not a kind of file we read"),
    "no suffix": ("paper", STOPS.encode(), "not a kind of file we read"),
    "an empty Word file": ("paper.docx", b"", "empty"),
    "an empty PDF": ("paper.pdf", b"", "empty"),
    "an empty text": ("paper.txt", b"", "empty"),
    "only spaces": ("paper.md", b" \n\n\t\n", "empty"),
    "only rules": ("paper.md", b"---\n\n***\n", "no words"),
    "text renamed to Word": ("paper.docx", STOPS.encode(), "not a Word document"),
    "text renamed to PDF": ("paper.pdf", STOPS.encode(), "not a PDF"),
    "a zip of something else": ("paper.docx", other_zip(), "no papers in it"),
    "half a Word file": ("paper.docx", in_half(word_file(STOPS)), "damaged"),
    "a PDF of noise": ("paper.pdf", b"%PDF-1.7\n" + NOISE, "damaged"),
    "the head of a PDF": ("paper.pdf", pdf_file("We met in May.")[:60], "damaged"),
    "a PDF with a password": ("paper.pdf", locked_pdf(), "password"),
    "an old Word file": ("paper.docx", OLE + NOISE, "old Office file"),
    "a Word file with a password": (
        "paper.docx", OLE + NOISE + "EncryptedPackage".encode("utf-16-le"), "password",
    ),
    "an old Word file renamed to PDF": ("paper.pdf", OLE + NOISE, "old Office file"),
    "noise renamed to text": ("paper.txt", NOISE, "not plain text"),
    "noise renamed to Markdown": ("paper.md", b"\0" + NOISE, "not plain text"),
    "a PDF without words": ("paper.pdf", pdf_file(""), "no text to check"),
}  # fmt: skip


RENAMED = {"Word": word_file(STOPS), "PDF": pdf_file(STOPS)}


@pytest.mark.parametrize("data", RENAMED.values(), ids=RENAMED)
@pytest.mark.parametrize("suffix", ["txt", "docx", "pdf", "xyz"])
def test_the_kind_of_a_paper_is_told_by_its_content(
    tmp_path: Path, suffix: str, data: bytes
) -> None:
    (tmp_path / f"paper.{suffix}").write_bytes(data)
    answer = plainspeak(tmp_path, "check", f"paper.{suffix}", "--format", "json")
    assert answer.code == 1
    assert "QZX" in answer.words


@pytest.mark.parametrize(("name", "data", "says"), BAD_PAPERS.values(), ids=BAD_PAPERS)
def test_a_paper_that_cannot_be_read_gives_one_line_and_nothing_else(
    tmp_path: Path, name: str, data: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for answer in (
        in_new_process(tmp_path, "check", name),
        plainspeak(tmp_path, "check", name, "--format", "json", "-o", "report.json"),
    ):
        (line,) = lines_of(answer, 3)
        assert line.startswith(f"plainspeak: {name}: ")
        assert says in line
        problem, _, cure = line.rpartition(": ")
        assert problem
        assert len(cure.split()) > 2, "the line has to say what to do"
    assert path.read_bytes() == data
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_a_word_file_without_words_is_no_pass(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").write_bytes(word_file())
    (line,) = lines_of(in_new_process(tmp_path, "check", "paper.docx"), 3)
    assert line.startswith("plainspeak: paper.docx: ")


@pytest.mark.parametrize(
    ("name", "says"),
    [("missing.docx", "is not there"), ("no/such/folder/paper.pdf", "is not there"), ("", "")],
)
def test_a_paper_that_is_not_there_is_named_as_it_was_given(
    tmp_path: Path, name: str, says: str
) -> None:
    answer = in_new_process(tmp_path, "check", name or ".", "-o", "report.txt")
    (line,) = lines_of(answer, 3)
    assert line.startswith(f"plainspeak: {name or '.'}: ")
    assert (says or "holds no papers") in line
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_the_name_of_a_paper_is_a_folder_without_papers(tmp_path: Path) -> None:
    (tmp_path / "paper.docx").mkdir()
    (line,) = lines_of(in_new_process(tmp_path, "check", "paper.docx"), 3)
    assert line.startswith("plainspeak: paper.docx: holds no papers: ")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_with_the_name_of_a_paper_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "paper.docx")
    # Something else has to end the wait if PlainSpeak waits for the pipe.
    answer = in_new_process(tmp_path, "check", "paper.docx", seconds=5)
    (line,) = lines_of(answer, 3)
    assert line.startswith("plainspeak: paper.docx: is not an ordinary file: ")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="this user may read everything")
def test_a_paper_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", STOPS).chmod(0)
    (line,) = lines_of(in_new_process(tmp_path, "check", "paper.txt"), 3)
    assert line.startswith("plainspeak: paper.txt: cannot be opened (")


@pytest.mark.skipif(os.name == "nt", reason="Windows allows no such names")
def test_a_line_end_in_a_name_does_not_make_two_lines(tmp_path: Path) -> None:
    saved(tmp_path, "two\nlines.txt", "")
    lines = lines_of(in_new_process(tmp_path, "check", "two\nlines.txt"), 3)
    assert len(lines) == 1


def test_every_paper_that_cannot_be_read_has_a_line(tmp_path: Path) -> None:
    saved(tmp_path, "b.pdf", "text")
    saved(tmp_path, "a.docx", "text")
    answer = in_new_process(tmp_path, "check", "b.pdf", "gone.txt", "a.docx")
    names = [line.split(": ")[1] for line in lines_of(answer, 3)]
    assert names == ["b.pdf", "gone.txt", "a.docx"]


@pytest.mark.parametrize(
    ("name", "data"),
    [("paper.pdf", word_file(STOPS)), ("paper.docx", pdf_file("The QZX team met in May."))],
    ids=["a Word file", "a PDF"],
)
def test_a_paper_with_the_wrong_suffix_is_read_by_what_it_holds(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    answer = in_new_process(tmp_path, "check", name, "--format", "json")
    assert (answer.code, answer.err) == (1, "")
    assert "QZX" in answer.words


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_pdf_that_was_cut_off_is_refused_unless_every_word_is_there(
    tmp_path: Path, share: float
) -> None:
    whole = pdf_file("We met in May. We read the plan.")
    (tmp_path / "paper.pdf").write_bytes(whole[: int(len(whole) * share)])
    answer = in_new_process(tmp_path, "check", "paper.pdf", "--format", "json", "--with-text")
    if answer.code == 3:
        assert len(lines_of(answer, 3)) == 1
    else:
        assert [block["text"] for block in answer.paper["blocks"]] == [
            "We met in May. We read the plan."
        ]


# The command line


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("check", "paper.txt", "--formt", "json"), "--format"),
        (("check", "paper.txt", "--format", "yaml"), "yaml"),
        (("check", "paper.txt", "--fail-on", "maybe"), "maybe"),
        (("check",), "PATH"),
        (("chek", "paper.txt"), "chek"),
        (("glossary", "lnt"), "lnt"),
        (("explain",), "Name a rule"),
        (("appendix", "paper.txt"), "-o"),
        (("check", "paper.txt", "--glossary", "gone.toml"), "gone.toml: is not there"),
        (("check", "paper.txt", "--rules", "gone.toml"), "gone.toml: is not there"),
        (("glossary", "lint", "gone.toml"), "gone.toml: is not there"),
        (("check", "paper.txt", "-o", "."), "."),
    ],
)
def test_a_wrong_call_gives_one_line_that_says_what_to_do(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    (line,) = lines_of(plainspeak(tmp_path, *arguments), 2)
    assert says in line
    assert [path.name for path in tmp_path.iterdir()] == ["paper.txt"]


# Data files with faults


def line_with(text: str, part: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


BAD_GLOSSARY = """[about]
title = "House words"
owner = "Larkfield Trust"
licence = "CC-BY-4.0"

[golden-thread]
term = "golden thread"
meens = "What we all work for."
status = "agred"
source = "Larkfield Trust, house style"
reviewed = 2026-01-05

[wibble]
term = "wibble"
means = "a wibble is a chat"
say-instead = "chat"
status = "agreed"
source = "Larkfield Trust, house style"
reviewed = "last week"

[apple]
term = "apple"
means = "A round fruit."
status = "agreed"
source = "Larkfield Trust, house style"
reviewed = 2026-01-05
"""
GLOSSARY_FAULTS = [
    (6, "needs the field “means”"),
    (8, "has no field “meens”: did you mean “means”?"),
    (9, "“status” cannot be “agred”: did you mean “agreed”?"),
    (15, "“means” must start with a capital letter"),
    (15, "“means” must end with a full stop"),
    (15, "“means” uses the term “wibble”"),
    (16, "“say-instead” must be a list in square brackets"),
    (19, "“reviewed” must be a date such as 2026-11-22"),
    (21, "[apple] must stand before [wibble]"),
]


@pytest.mark.parametrize(
    "command",
    [
        ("check", "paper.txt", "-o", "report.txt", "--glossary"),
        ("appendix", "paper.txt", "-o", "glossary.md", "--glossary"),
        ("explain", "ICB", "--glossary"),
        ("glossary", "list", "--glossary"),
        ("glossary", "lint"),
    ],
    ids=" ".join,
)
def test_every_fault_of_a_glossary_is_reported_at_once(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    saved(tmp_path, "house.toml", BAD_GLOSSARY)
    lines = lines_of(plainspeak(tmp_path, *command, "house.toml"), 2)
    starts = [re.match(r"plainspeak: house\.toml:(\d+): (.*: .+)", line) for line in lines]
    found = [(int(start[1]), start[2]) for start in starts if start]
    assert len(found) == len(lines), "each line has its place, its problem and its cure"
    for number, problem in GLOSSARY_FAULTS:
        assert any(number == line and problem in message for line, message in found), problem
    assert len(found) == len(GLOSSARY_FAULTS)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["house.toml", "paper.txt"]


def test_faults_of_several_glossaries_are_reported_together(tmp_path: Path) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    saved(tmp_path, "one.toml", HOUSE_GLOSSARY.replace("means", "meens"))
    saved(tmp_path, "two.toml", "[about\n")
    answer = plainspeak(
        tmp_path, "check", "paper.txt", "--glossary", "one.toml", "--glossary", "two.toml"
    )
    files = {line.split(":")[1].strip() for line in lines_of(answer, 2)}
    assert files == {"one.toml", "two.toml"}


BREAKS: dict[str, Callable[[str], str]] = {
    "is not TOML": lambda text: text.replace("[rule]", "[rule"),
    "has an unknown field": lambda text: text.replace("why =", "wy ="),
    "has an unknown kind": lambda text: text.replace('"phrase"', '"phrases"'),
    "has an unknown severity": lambda text: text.replace('"must"', '"should not"'),
    "has a word it cannot fill in": lambda text: text.replace("{better}", "{bettr}"),
    "has a list that is none": lambda text: text.replace('["list"]', '"list"'),
    "has an example without words": lambda text: text.replace("leave =", "leaf ="),
    "has no rule": lambda text: "[swap]\n",
    "has nothing": lambda text: "",
}


@pytest.mark.parametrize("broken", BREAKS.values(), ids=BREAKS)
def test_a_rule_file_with_faults_is_not_used_and_its_faults_have_lines(
    tmp_path: Path, broken: Callable[[str], str]
) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    saved(tmp_path, "house.toml", broken(HOUSE_RULE))
    answer = plainspeak(tmp_path, "check", "paper.txt", "--rules", "house.toml", "-o", "report.txt")
    for line in lines_of(answer, 2):
        assert re.match(r"plainspeak: house\.toml:\d+: .+: .+", line)
    assert not (tmp_path / "report.txt").exists()


@pytest.mark.parametrize(
    ("chosen", "line"),
    [
        (
            'fail_on = "never"\n',
            "plainspeak.toml:1: has no field “fail_on”: did you mean “fail-on”?",
        ),
        (
            '# ours\nfail-on = "nevr"\n',
            "plainspeak.toml:2: “fail-on” cannot be “nevr”: did you mean “never”?",
        ),
        ('skip = "all"\n', "plainspeak.toml:1: “skip” must be a list in square brackets"),
        ("shipped = 0\n", "plainspeak.toml:1: “shipped” must be true or false"),
        ("[settings\n", "plainspeak.toml:1: "),
        ('skip = ["no-such-rule"]\n', "there is no rule “no-such-rule” to skip"),
        ('rules = ["gone.toml"]\n', "gone.toml:1: cannot be opened"),
    ],
)
@pytest.mark.parametrize("command", ["check", "hook"])
def test_a_settings_file_with_a_fault_stops_every_check(
    tmp_path: Path, chosen: str, line: str, command: str
) -> None:
    saved(tmp_path, "paper.txt", STOPS)
    saved(tmp_path, "plainspeak.toml", chosen)
    (shown,) = lines_of(plainspeak(tmp_path, command, "paper.txt"), 2)
    assert shown.startswith(f"plainspeak: {line}")


# Anything at all, given as a glossary

PIECES = [
    "[about]\n",
    'title = "House words"\n',
    'owner = "us"\n',
    'licence = "CC0"\n',
    "[about]\ntitle = 1\n",
    "[golden-thread]\n",
    "[Wibble]\n",
    "[[wibble]]\n",
    "[a.b]\n",
    '["two\\nlines"]\n',
    'term = "wibble"\n',
    'term = ""\n',
    'term = "’"\n',
    'term = """two\nlines"""\n',
    'means = "A two\\nlines."\n',
    'means = """Uses two\nlines."""\n',
    'means = "A chat."\n',
    'also = ["wibbles", 3]\n',
    'also = [["wibbles"]]\n',
    'say-instead = ["chat", "chat"]\n',
    'stands-for = "what it be"\n',
    "stands-for = []\n",
    'nation = ["Wales", "Mars"]\n',
    'only-as = "noun"\n',
    "only-as = {a = 1}\n",
    "exact-case = true\n",
    "lay-tested = {date = 2026-01-05, people = 9}\n",
    "lay-tested = {date = 2026-01-05T10:00:00, peple = true}\n",
    'status = "agreed"\n',
    'status = "retired"\n',
    'source = "us"\n',
    "reviewed = 2026-01-05\n",
    "reviewed = 2999-01-05\n",
    "reviewed = 2026-01-05T10:00:00\n",
    "reviewed = 2026-01-05T10:00:00Z\n",
    "reviewed = 10:00:00\n",
    "reviewed = 2026-13-45\n",
    'valid-to = "2026"\n',
    '"two\\nlines" = 1\n',
    '"\\u001b[31m" = 1\n',
    "about = 3\n",
    "wibble = 3\n",
    "a = nan\n",
    "a = [[[[\n",
    "a = {b = {}}\n",
    "\\u0000",
    "\0",
    "\ufeff",
    "\r",
    "=",
    '"""',
]
ENTRY_START = (
    '[about]\ntitle = "House"\nowner = "us"\nlicence = "CC0"\n'
    '[wibble]\nterm = "wibble"\nmeans = "A chat."\nstatus = "agreed"\nsource = "us"\n'
)


ONE_LINE = re.compile(r"house\.toml:\d+: [^\n\r\x1b]+")


def faults_of(data: bytes) -> list[str]:
    """Return the faults of a glossary file; anything but a DataError goes on up."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "house.toml"
        path.write_bytes(data)
        try:
            load_glossary([path])
        except DataError as error:
            return [str(fault) for fault in error.faults]
    return []


GOOD_LINES = HOUSE_GLOSSARY.lstrip().splitlines(keepends=True)
ODD_TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=14).map("".join)
# A good glossary with some of its lines changed goes deeper than noise does.
SPOILT = st.dictionaries(
    st.sampled_from(range(len(GOOD_LINES))), st.sampled_from(PIECES) | st.just(""), max_size=4
).map(lambda spoilt: "".join(spoilt.get(at, line) for at, line in enumerate(GOOD_LINES)))


@settings(deadline=None)
@given(ODD_TEXTS | SPOILT)
def test_no_text_makes_the_glossary_loader_raise_anything_but_faults_of_one_line(
    text: str,
) -> None:
    for fault in faults_of(text.encode("utf-8", "surrogatepass")):
        assert ONE_LINE.fullmatch(fault)


@pytest.mark.parametrize(
    "text",
    [
        ENTRY_START + "reviewed = 2026-01-05T10:00:00\n",
        ENTRY_START + "reviewed = 2026-01-05\n" + '"two\\nlines" = 1\n',
        ENTRY_START + "reviewed = 2026-01-05\n" + '"red\\u001b[31m" = 1\n',
        ENTRY_START.replace("A chat.", "A chat: see wib\\nble.").replace('"wibble"', '"wib\\nble"'),
        "a = " + "1" * 5000,
        "a = " + "[" * 5000,
    ],
    ids=[
        "a time for a date",
        "a field of two lines",
        "a field with an escape code",
        "a term of two lines",
        "a number of 5,000 figures",
        "5,000 brackets",
    ],
)
def test_odd_but_possible_toml_gives_faults_of_one_line(text: str) -> None:
    faults = faults_of(text.encode())
    assert faults
    for fault in faults:
        assert ONE_LINE.fullmatch(fault)


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_make_the_glossary_loader_raise_anything_but_faults(data: bytes) -> None:
    assert faults_of(data)
