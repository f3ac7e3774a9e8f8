"""Choose a reader by what a file holds, and read the bytes of one file here and now."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any, cast

from plainspeak.document import SET_ASIDE, Document
from plainspeak.errors import PaperError
from plainspeak.read.kind import kind_of
from plainspeak.read.limits import DEFAULT, SUFFIXES, Limits, in_force, kept
from plainspeak.read.welsh import mark_welsh

ReadOne = Callable[[str, bytes], Document]

# Each reader is loaded only when a file needs it: together they take a tenth of a second.
_READERS = {
    "docx": ("docx", "read_docx"),
    "pdf": ("pdf", "read_pdf"),
    "odt": ("odt", "read_odt"),
    "pptx": ("pptx", "read_pptx"),
    "html": ("html", "read_html"),
    "md": ("text", "read_markdown"),
    "txt": ("text", "read_text"),
}
_CONTAINERS = {"eml": ("email", "papers_in_email"), "zip": ("pack", "papers_in_zip")}


def read_bytes(
    name: str, data: bytes, limits: Limits = DEFAULT, *, ocr: bool = False
) -> Iterator[Document | PaperError]:
    """Yield the papers in the bytes of one file: one, or each of a mail or a zip.

    Raises PaperError when there is none to yield.
    """
    with kept(limits):
        yield from _papers(name, data, ocr=ocr)


def _papers(name: str, data: bytes, *, ocr: bool) -> Iterator[Document | PaperError]:
    if not data.strip(b"\0 \t\r\n"):
        raise PaperError(name, "empty", "is empty", "check that the right file was saved")

    def read_one(name: str, data: bytes) -> Document:
        return _read_one(name, data, ocr=ocr)

    kind = kind_of(name, data)
    if kind in _CONTAINERS:
        yield from _loaded(*_CONTAINERS[kind])(name, data, read_one)
    else:
        yield read_one(name, data)


def _read_one(name: str, data: bytes, *, ocr: bool) -> Document:
    kind = kind_of(name, data)
    if kind not in _READERS:
        raise _refusal(name, kind)
    options = {"ocr": _recogniser(name)} if kind == "pdf" and ocr else {}
    document: Document = _loaded(*_READERS[kind])(name, data, **options)
    if all(block.kind in SET_ASIDE for block in document.blocks):
        # Nothing checked must not look like a pass.
        cure = "check that it is the right file, or ask for one with text in it"
        raise PaperError(name, "no-text", "holds no words that we can read", cure)
    _hold_to_limits(document)
    return replace(document, blocks=tuple(mark_welsh(document.blocks)))


def _hold_to_limits(document: Document) -> None:
    """Refuse a paper with more pages or text than the limits allow, of whatever kind."""
    limits = in_force()
    cure = "split it, or raise the limit with --limit {}=…"
    if (document.pages or 0) > limits.pages:
        size = f"has more than {limits.pages:,} pages"
        raise PaperError(document.name, "too-many-pages", size, cure.format("pages"))
    if sum(len(block.text) for block in document.blocks) > limits.characters:
        size = f"holds more than {limits.characters:,} characters"
        raise PaperError(document.name, "too-much-text", size, cure.format("characters"))


def _recogniser(name: str) -> Callable[..., str | None]:
    """Return text recognition, or say that it is not there: no scan may pass unread."""
    from plainspeak.read.pdf import ocr

    if not ocr.is_installed():
        problem = "cannot be read with --ocr, as Tesseract is not installed"
        raise PaperError(name, "no-ocr", problem, "install Tesseract, or leave --ocr out")
    return ocr.recognise


def _loaded(module: str, function: str) -> Callable[..., Any]:
    return cast(Callable[..., Any], getattr(import_module(f"plainspeak.read.{module}"), function))


def _refusal(name: str, kind: str) -> PaperError:
    if kind in {"old-office", "rtf"}:
        made_by = "an old Office file" if kind == "old-office" else "a Rich Text file"
        return PaperError(name, kind, f"is {made_by}", "save it as .docx, .pptx or PDF")
    cure = "use one of " + ", ".join(SUFFIXES)
    return PaperError(name, "unknown-kind", "is not a kind of file we read", cure)
