"""Read a paper into a Document, whatever kind of file it is."""

import stat
from collections.abc import Callable
from pathlib import Path

from plainspeak.document import SET_ASIDE, Document
from plainspeak.errors import PaperError
from plainspeak.read.limits import MOST_BYTES

SUFFIXES = (".docx", ".pdf", ".txt", ".md")

_PDF_HEAD = 1024  # bytes in which "%PDF-" must stand (ISO 32000-1, annex H, note 13)
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


def read(path: Path | str) -> Document:
    """Read one paper: .docx, .pdf, .txt or .md, told apart by content first.

    Raises PaperError, whose message is one line, when the file cannot be read.
    """
    path = Path(path)
    name = path.name
    if path.suffix.lower() not in SUFFIXES:
        kinds = ", ".join(SUFFIXES)
        raise PaperError(name, "unknown-kind", "is not a kind of file we read", f"use {kinds}")
    data = _bytes(path)
    if not data.strip():
        raise PaperError(name, "empty", "is empty", "check that the right file was saved")
    document = _reader(name, path.suffix.lower(), data)(name, data)
    if all(block.kind in SET_ASIDE for block in document.blocks):
        # Nothing checked must not look like a pass.
        cure = "check that it is the right file, or ask for one with text in it"
        raise PaperError(name, "no-text", "holds no words that we can read", cure)
    return document


def _bytes(path: Path) -> bytes:
    """Return the whole of a regular file, opened once, within the limit on size."""
    name = path.name
    try:
        # Looked at before it is opened: to open a named pipe is to wait for its writer.
        if not stat.S_ISREG(path.stat().st_mode):
            raise PaperError(name, "not-a-file", "is not an ordinary file", "name a saved file")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        problem, cure = "is not there", "check the name and the folder"
        raise PaperError(str(path), "missing", problem, cure) from None
    except OSError as error:
        problem = f"cannot be opened ({error.strerror})"
        raise PaperError(name, "cannot-open", problem, "check that you may read it") from None
    if len(data) > MOST_BYTES:
        size = f"is larger than {MOST_BYTES // 2**20} MB"
        raise PaperError(name, "too-big", size, "split it, or take out large pictures")
    return data


def _reader(name: str, suffix: str, data: bytes) -> Callable[[str, bytes], Document]:
    """Choose a reader by what the file holds; loading it only now keeps start-up quick."""
    holds_pdf = b"%PDF-" in data[:_PDF_HEAD]
    holds_office = data.startswith((_ZIP, _OLE))
    if suffix in {".txt", ".md"}:
        if holds_pdf or holds_office:
            problem = f"is not really a {suffix} file"
            raise PaperError(name, "not-text", problem, "save it again under its own kind")
        from plainspeak.read.text import read_markdown, read_text

        return read_text if suffix == ".txt" else read_markdown
    if holds_office or (suffix == ".docx" and not holds_pdf):
        from plainspeak.read.docx import read_docx

        return read_docx
    from plainspeak.read.pdf import read_pdf

    return read_pdf
