"""Read a web page, however badly it is made; nothing is fetched for it."""

import codecs
import re
from typing import Final

from lxml import etree

from plainspeak.document import Document
from plainspeak.errors import PaperError
from plainspeak.read.gather import Gathered
from plainspeak.read.limits import in_force
from plainspeak.read.webpage.walk import Page

# The tags of a page may take far more room than its words.
_MARKUP: Final = 20  # characters of source for one of text, at most
_MOST_TAGS: Final = 1_000_000
_CHARSET_IN: Final = 4096  # browsers look at 1,024 bytes; some writers put much above it
_CHARSET: Final = re.compile(
    rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE
)
_KNOWN: Final = re.compile(
    r"utf8|cp125\d|iso8859-\d+|koi8-[ru]|mac-roman|gbk|gb2312|big5|euc_jp|shift_jis"
)
# Browsers read these as the Windows kind of Latin letters, and so did whoever wrote the page.
_LATIN: Final = frozenset({"ascii", "iso8859-1"})
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_html(name: str, data: bytes) -> Document:
    """Read a web page; raises PaperError where it cannot be read."""
    root = _parsed(name, _decoded(name, data))
    gathered = Gathered(name, data, "html")
    changes = [] if root is None else Page(gathered, root).read()
    return gathered.document(changes=changes)


def _decoded(name: str, data: bytes) -> str:
    """Decode a page by its mark, by what it says of itself, as UTF-8 or else as Latin letters."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _tidy(name, data.removeprefix(mark).decode(encoding, "replace"))
    for encoding in (*_own_encoding(data), "utf-8"):
        try:
            return _tidy(name, data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _tidy(name, data.decode("cp1252", "replace"))


def _own_encoding(data: bytes) -> tuple[str, ...]:
    found = _CHARSET.search(data[:_CHARSET_IN])
    try:
        encoding = codecs.lookup(found[1].decode("ascii")).name if found else ""
    except (LookupError, UnicodeDecodeError):
        return ()
    encoding = encoding.replace("utf-8", "utf8")
    if encoding in _LATIN:
        encoding = "cp1252"
    return (encoding,) if _KNOWN.fullmatch(encoding) else ()


def _tidy(name: str, text: str) -> str:
    if "\0" in text:
        cure = "save it again as a web page (.html)"
        raise PaperError(name, "not-html", "this is not a web page", cure)
    if len(text) > _MARKUP * in_force().characters or text.count("<") > _MOST_TAGS:
        raise _too_big(name)
    return text


def _parsed(name: str, text: str) -> etree._Element | None:
    """Return the root of a page, or nothing where it is blank."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        root = None
    # The parser leaves out what goes over its limits, and goes on without a word.
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise _too_big(name)
    return root


def _too_big(name: str) -> PaperError:
    problem = "the web page is too large, or nested too deep"
    return PaperError(name, "too-big", problem, "split it into smaller papers")
