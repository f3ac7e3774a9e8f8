"""Tell what kind of file some bytes are, by what they hold rather than by their name."""

import codecs
import re
from pathlib import PurePosixPath
from typing import Final

from plainspeak.errors import PaperError
from plainspeak.read.bounded_zip import Zip

_SUFFIXES: Final = {
    "docx": ("docx", "docm", "dotx", "dotm"),
    "pptx": ("pptx", "pptm", "ppsx", "ppsm", "potx", "potm"),
    "odt": ("odt", "ott"),
    "pdf": ("pdf",),
    "html": ("html", "htm", "xhtml", "xht"),
    "md": ("md", "markdown"),
    "txt": ("txt", "text"),
    "eml": ("eml",),
    "zip": ("zip",),
    "rtf": ("rtf",),
}
_KINDS: Final = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes}

_HEAD: Final = 1024  # bytes in which "%PDF-" must stand (ISO 32000-1, annex H, note 13)
_SPACE: Final = b" \t\r\n\f"
_BOMS: Final = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")  # the second is a zip with nothing in it
_OLE: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_TEXT: Final = frozenset({"txt", "md", "html", "eml"})
_HTML: Final = re.compile(
    rb"(?:<\?xml[^>]*>|(?><!--.*?-->)|\s)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
# The first lines of a mail on its way. "To:" and "Subject:" alone may open a memo.
_MAIL: Final = re.compile(
    rb"(?:From [^\n]*\n)?(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?"
    rb"(?:MIME-Version|Message-ID|Received|Return-Path|DKIM-Signature):",
    re.IGNORECASE,
)
_MAIL_HEAD: Final = 20_000
_WORD: Final = re.compile(
    rb"wordprocessingml\.(?:document|template)\.main\+xml"
    rb"|ms-word\.(?:document|template)\.macroenabled(?:template)?\.main\+xml",
    re.IGNORECASE,
)
_SLIDES: Final = re.compile(
    rb"presentationml\.(?:presentation|slideshow|template)\.main\+xml"
    rb"|ms-powerpoint\.(?:presentation|slideshow|template)\.macroenabled\.main\+xml",
    re.IGNORECASE,
)
_SHEETS: Final = re.compile(
    rb"spreadsheetml\.(?:sheet|template)\.main\+xml|visio|ms-excel", re.IGNORECASE
)
_OPEN_TEXT: Final = b"application/vnd.oasis.opendocument.text"


def kind_of(name: str, data: bytes) -> str:
    """Return what a file is: one of the kinds we read, or rtf, old-office, zip or unknown.

    A file that has none of our kinds in it but the name of one is given to that
    kind's reader, which says best what is wrong with it.
    """
    claimed = _KINDS.get(PurePosixPath(name.replace("\\", "/")).suffix.lower().lstrip("."), "")
    start = data[:_HEAD].lstrip(_SPACE)
    if data.startswith(_ZIP):
        return _kind_of_zip(name, data, claimed)
    if data.startswith(_OLE):
        # A locked file of the newer kinds is packed as an old one.
        return (claimed if claimed == "pptx" else "docx") if _LOCKED in data else "old-office"
    if start.startswith(b"{\\rtf"):
        return "rtf"
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    return _kind_of_text(data, claimed) or claimed or "unknown"


def _kind_of_text(data: bytes, claimed: str) -> str:
    """Return the kind of a text, or nothing where it is no text or of no kind we know."""
    has_mark = data.startswith(_BOMS)
    if b"\0" in data and not has_mark:
        return ""
    start = data[:_MAIL_HEAD].removeprefix(codecs.BOM_UTF8).lstrip(_SPACE)
    if claimed in _TEXT:
        return claimed
    if _HTML.match(start[:_HEAD]):
        return "html"
    if _MAIL.match(start.replace(b"\r\n", b"\n")):
        return "eml"
    return ""


def _kind_of_zip(name: str, data: bytes, claimed: str) -> str:
    """Return the kind of a zip by the two parts that say so; no other is unpacked."""
    try:
        parts = Zip(name, data)
        if "mimetype" in parts:
            kind = parts.read("mimetype").strip()
            # Templates and masters of texts have longer names; drawings have others.
            return "odt" if kind.startswith(_OPEN_TEXT) else "unknown"
        if "[Content_Types].xml" in parts:
            return _kind_of_office(parts.read("[Content_Types].xml"), claimed)
        office = "_rels/.rels" in parts
    except PaperError:
        # Its reader says what is wrong with it.
        return claimed if claimed in {"docx", "pptx", "odt", "zip"} else "zip"
    return claimed if office and claimed in {"docx", "pptx"} else "zip"


def _kind_of_office(types: bytes, claimed: str) -> str:
    if _WORD.search(types):
        return "docx"
    if _SLIDES.search(types):
        return "pptx"
    # Some papers do not say what their main part is, and their readers look for it.
    return claimed if claimed in {"docx", "pptx"} and not _SHEETS.search(types) else "unknown"
