"""Read every paper in a zip. Nothing is written to disk, and nothing in it is opened twice."""

import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import PurePosixPath
from typing import Final

from plainspeak.document import Document
from plainspeak.errors import PaperError
from plainspeak.read.bounded_zip import Zip
from plainspeak.read.clean import clean
from plainspeak.read.email import READ, papers_in_email
from plainspeak.read.kind import kind_of
from plainspeak.read.limits import MIB, in_force
from plainspeak.read.parts import Words

ReadOne = Callable[[str, bytes], Document]

_WORDS: Final = Words("a zip file", "not-zip")
_MEMBER: Final = Words("a file outside a zip", "damaged")
# Papers, of kinds that we read and kinds that we do not: none may be passed over unsaid.
_PAPERS: Final = frozenset(
    """.docx .docm .dotx .dotm .pdf .odt .ott .pptx .pptm .ppsx .html .htm .xhtml .txt .md .eml
    .zip .doc .dot .rtf .ppt .pps .pages .key .odp .wpd .wps .msg .epub .tif .tiff .7z .rar"""
    .split()
)  # fmt: skip
_LEFT_OUT: Final = ("__macosx", "~$", ".")


def papers_in_zip(name: str, data: bytes, read_one: ReadOne) -> Iterator[Document | PaperError]:
    """Yield each paper in a zip, in the order of their names, or why it could not be read.

    Raises PaperError where the zip cannot be read, or has no papers in it.
    """
    try:
        parts = Zip(name, data)
        members = sorted(_members(data))
    except PaperError as error:
        raise _WORDS.refusal(name, error.reason) from error
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _WORDS.refusal(name, "damaged") from error
    if not members:
        cure = "check that it is the right file"
        raise PaperError(name, "no-papers", "has no papers in it that we can read", cure)
    for member in members:
        yield from _papers(f"{name}/{_shown(member)}", parts, member, read_one)


def _members(data: bytes) -> Iterator[str]:
    """Yield the names of the papers, without what systems and programs leave behind."""
    with zipfile.ZipFile(BytesIO(data)) as opened:
        for entry in opened.infolist():
            path = PurePosixPath(entry.filename.replace("\\", "/"))
            hidden = any(
                folder.lower().startswith(_LEFT_OUT) and folder.strip(".") for folder in path.parts
            )
            if not entry.filename.endswith("/") and not hidden and path.suffix.lower() in _PAPERS:
                yield entry.filename


def _papers(
    shown: str, parts: Zip, member: str, read_one: ReadOne
) -> Iterator[Document | PaperError]:
    try:
        data = parts.read(member)
    except PaperError as error:
        yield _MEMBER.refusal(shown, error.reason)
        return
    most = in_force().file_mb
    if len(data) > most * MIB:
        size = f"is larger than {most} MB"
        yield PaperError(shown, "too-big", size, "split it, or take out large pictures")
        return
    kind = kind_of(member, data)
    try:
        if kind == "eml":
            yield from papers_in_email(shown, data, read_one)
        elif kind in READ:
            yield read_one(shown, data)
        else:
            yield _refused(shown, kind)
    except PaperError as error:
        yield error


def _refused(shown: str, kind: str) -> PaperError:
    if kind == "zip":
        problem, cure = "is a zip inside a zip", "unpack it, and check what is in it"
        return PaperError(shown, "zip-in-zip", problem, cure)
    if kind == "old-office":
        cure = "save it again as Word (.docx), OpenDocument (.odt) or PDF"
        return PaperError(shown, "old-office", "is a file of an old office program", cure)
    problem, cure = "is not a kind of file we read", "save it again as Word (.docx) or PDF"
    return PaperError(shown, "unknown-kind", problem, cure)


def _shown(member: str) -> str:
    """Return a member's path as it may be shown: on one line, and never used as a path."""
    return " ".join(clean(member).split())
