"""The reader of mails: what they say, what is attached, and what is refused."""

import time
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspeak.document import Document
from plainspeak.errors import PaperError
from plainspeak.read.email import papers_in_email
from plainspeak.read.kind import kind_of
from plainspeak.read.text import read_markdown, read_text


def read_one(name: str, data: bytes) -> Document:
    """Read plain papers, and refuse all others as a reader would."""
    if kind_of(name, data) not in {"txt", "md"}:
        raise PaperError(name, "damaged", "is damaged", "send it again")
    return read_text(name, data) if name.endswith(".txt") else read_markdown(name, data)


def mail(text: str = "", html: str = "", subject: str = "The plan") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Ann <ann@a.uk>", "Board <b@a.uk>", subject
    if text:
        made.set_content(text)
    if html and text:
        made.add_alternative(html, subtype="html")
    elif html:
        made.set_content(html, subtype="html")
    return made


def papers(made: EmailMessage | bytes) -> tuple[Document | PaperError, ...]:
    data = made if isinstance(made, bytes) else made.as_bytes()
    return papers_in_email("mail.eml", data, read_one)


def document(made: EmailMessage | bytes) -> Document:
    first = papers(made)[0]
    assert isinstance(first, Document)
    return first


def words(made: EmailMessage | bytes) -> list[tuple[str, str]]:
    """Return what a mail says below its headers."""
    return [
        (block.text, block.kind.value)
        for block in document(made).blocks
        if block.kind.value != "header"
    ]


def names(made: EmailMessage | bytes) -> list[str]:
    return [
        f"{paper.name}: {paper.reason}" if isinstance(paper, PaperError) else paper.name
        for paper in papers(made)
    ]


def refusal(data: bytes) -> str:
    with pytest.raises(PaperError) as caught:
        papers(data)
    assert "\n" not in str(caught.value)
    return caught.value.reason


def test_a_mail_begins_with_who_wrote_to_whom_about_what() -> None:
    read = document(mail("Dear all\n\nPlease read the plan.\n", subject="Café plan"))
    assert [(block.text, block.kind.value) for block in read.blocks] == [
        ("From: Ann <ann@a.uk>", "header"),
        ("To: Board <b@a.uk>", "header"),
        ("Subject: Café plan", "header"),
        ("Dear all", "paragraph"),
        ("Please read the plan.", "paragraph"),
    ]
    assert read.format == "eml"
    assert [block.number for block in read.blocks] == [0, 1, 2, 3, 4]
    assert {block.offset for block in read.blocks} == {None}


def test_the_plain_version_is_read_where_there_are_two() -> None:
    assert words(mail("Plain.", "<p>Rich.")) == [("Plain.", "paragraph")]
    assert words(mail("", "<ul><li>Rich.</ul>")) == [("Rich.", "list-item")]
    assert words(mail(" \n", "<p>Rich.")) == [("Rich.", "paragraph")]


def test_what_is_quoted_from_another_mail_is_a_quote() -> None:
    assert words(mail("I agree.\n\n> Shall we?\n> I think so.\n\nAnn wrote this.")) == [
        ("I agree.", "paragraph"),
        ("Shall we?", "quote"),
        ("I think so.", "quote"),
        ("Ann wrote this.", "paragraph"),
    ]


def test_lines_that_a_mail_program_broke_are_joined() -> None:
    made = b"Content-Type: text/plain; format=flowed\n\nWe will \nmeet in \nMay.\n-- \nAnn\n"
    assert words(b"Subject: x\n" + made)[0] == ("We will meet in May.", "paragraph")


@pytest.mark.parametrize(
    ("header", "body"),
    [
        (b"charset=utf-8", "café".encode()),
        (b"charset=iso-8859-1", "café".encode("latin-1")),
        (b"charset=no-such", "café".encode("cp1252")),
        (b"charset=utf-8", "café".encode("cp1252")),
        (b"", "café".encode()),
    ],
)
def test_letters_are_read_as_the_writer_meant_them(header: bytes, body: bytes) -> None:
    head = b"Subject: x\nContent-Type: text/plain; " + header
    assert words(head + b"\nContent-Transfer-Encoding: 8bit\n\n" + body) == [("café", "paragraph")]


def test_each_paper_that_is_attached_is_a_document_of_its_own() -> None:
    made = mail("See the papers.")
    made.add_attachment(b"One.", maintype="text", subtype="plain", filename="b/plan.txt")
    made.add_attachment("Two.", filename="notes.md")
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="bad.pdf")
    made.add_attachment(b"PK", maintype="application", subtype="x", filename="sums.xlsx")
    made.add_attachment(b"x", maintype="image", subtype="png", filename="beds.png")
    assert names(made) == [
        "mail.eml", "mail.eml/plan.txt", "mail.eml/notes.md", "mail.eml/bad.pdf: damaged",
    ]  # fmt: skip
    gaps = document(made).gaps
    assert [(gap.what, gap.serious) for gap in gaps] == [("attachment", False)] * 2
    assert [gap.why.partition(":")[0] for gap in gaps] == ["sums.xlsx", "beds.png"]


def test_an_attachment_in_other_letters_is_read_as_the_mail_says() -> None:
    made = mail("See the paper.")
    data = "Café.".encode("utf-16-le")
    made.add_attachment(data, maintype="text", subtype="plain", filename="plan.txt")
    made.get_payload()[1].set_param("charset", "utf-16-le")  # type: ignore[index, union-attr]
    paper = papers(made)[1]
    assert isinstance(paper, Document)
    assert paper.blocks[0].text == "Café."


def test_mails_in_mails_are_read_three_deep() -> None:
    made = mail("First.")
    for text in ("Second.", "Third.", "Fourth."):
        outer = mail(text)
        outer.add_attachment(made)
        made = outer
    assert names(made) == [
        "mail.eml",
        "mail.eml/mail 2.eml",
        "mail.eml/mail 2.eml/mail 2.eml",
    ]
    deepest = papers(made)[-1]
    assert isinstance(deepest, Document)
    assert [gap.what for gap in deepest.gaps] == ["attachment"]


def test_a_mail_saved_as_a_file_and_attached_is_read_too() -> None:
    made = mail("See the mail.")
    saved = mail("Inside.").as_bytes()
    made.add_attachment(saved, maintype="application", subtype="octet-stream", filename="old.eml")
    assert names(made) == ["mail.eml", "mail.eml/old.eml"]


def test_a_paper_beside_the_rich_version_is_not_lost() -> None:
    made = (
        b"Subject: x\nContent-Type: multipart/alternative; boundary=a\n\n--a\n"
        b"Content-Type: text/plain\n\nPlain.\n--a\n"
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>Rich.\n"
        b"--b\nContent-Type: text/plain; name=plan.txt\n\nThe plan.\n--b--\n--a--\n"
    )
    assert words(made) == [("Plain.", "paragraph")]
    assert names(made) == ["mail.eml", "mail.eml/plan.txt"]


def test_a_mail_of_only_papers_is_read_and_one_of_nothing_is_no_pass() -> None:
    made = mail("")
    made.add_attachment("One.", filename="plan.txt")
    assert names(made) == ["mail.eml", "mail.eml/plan.txt"]
    assert refusal(mail(" ").as_bytes()) == "no-text"
    assert refusal(b"") == "no-text"


def test_names_are_shown_on_one_line_and_without_folders() -> None:
    made = mail("See.")
    made.add_attachment("One.", filename="../../etc/pass\twd.txt")
    assert names(made)[1] == "mail.eml/pass wd.txt"


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: " + b"a;" * 200_000 + b"\n\nx",
        b"Content-Type: text/plain\n" * 20_000 + b"\nx",
        b"".join(
            b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at)
            for at in range(3_000)
        ),
        b"Content-Type: multipart/mixed; boundary=a\n\n"
        + b"Content-Type: multipart/mixed; boundary=b\n" * 100
        + b"\n" * 1_000_000,
    ],
)
def test_a_mail_made_to_take_for_ever_is_refused_at_once(data: bytes) -> None:
    began = time.perf_counter()
    assert refusal(b"Subject: x\n" + data) in {"too-big", "damaged"}
    assert time.perf_counter() - began < 5


@pytest.mark.parametrize(
    "header", [b"Subject: ", b"From: ", b"Content-Type: ", b"Content-Disposition: "]
)
@pytest.mark.parametrize(
    "odd",
    [
        b"<" * 900, b"(" * 900, b"=?utf-8?b?" + b"A" * 900, b"=?x?q?a?=" * 200, b'a="' * 300,
        b"\xff\xfe" * 50, b"=?utf-8?q?=00=0A?=",
        b"a/b; filename*=x'y'%ff", b"text/plain; charset=\x00",
    ],
)  # fmt: skip
def test_odd_headers_are_survived(header: bytes, odd: bytes) -> None:
    said = ""
    try:
        read = papers(header + odd + b"\n\nThe plan.\n")
        assert all("\n" not in paper.name for paper in read)
    except PaperError as error:
        said = str(error)
    assert "\n" not in said


def test_parts_nested_too_deep_are_a_serious_gap() -> None:
    made = b"Subject: x\nContent-Type: multipart/mixed; boundary=z\n\n--z\n"
    made += b"Content-Type: text/plain\n\nFirst.\n--z\n"
    for at in range(40):
        made += b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at)
    assert words(made) == [("First.", "paragraph")]
    assert [gap.serious for gap in document(made).gaps] == [True]


def answers(data: bytes) -> None:
    said = ""
    try:
        read = papers(data)
    except PaperError as error:
        said = str(error)
    else:
        said = "".join(str(paper) for paper in read if isinstance(paper, PaperError))
    assert "\n" not in said


@given(st.binary(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_bytes_give_papers_or_one_line(data: bytes) -> None:
    answers(data)
    answers(b"Subject: x\nContent-Type: multipart/mixed; boundary=a\n\n--a\n" + data)


def whole() -> bytes:
    made = mail("One.", "<p>Two.")
    made.add_attachment("Three.", filename="plan.txt")
    made.add_attachment(mail("Four."))
    return made.as_bytes()


GOOD = whole()


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 255), st.booleans())
@settings(max_examples=400, deadline=None)
def test_a_damaged_mail_gives_papers_or_one_line(at: int, value: int, cut: bool) -> None:
    answers(GOOD[:at] if cut else GOOD[:at] + bytes([value]) + GOOD[at + 1 :])
