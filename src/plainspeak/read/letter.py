"""The words of a mail: its headers, and the blocks of its text."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import EmailMessage
from itertools import groupby
from typing import Final

from plainspeak.document import Block, BlockKind
from plainspeak.errors import PaperError
from plainspeak.read.gather import squeezed
from plainspeak.read.html import read_html
from plainspeak.read.text import read_text

_MOST_HEADER: Final = 4_000  # Python takes long over longer ones; a list of people may be longer


def header_words(mail: EmailMessage, wanted: str) -> str:
    """Return a header as "Subject: The plan", or nothing where the mail has none."""
    for key, raw in mail.raw_items():
        if key.lower() == wanted.lower():
            value = str(raw)[:_MOST_HEADER].encode("utf-8", "replace").decode("utf-8")
            # A header that says it is in letters nobody knows is shown as it stands.
            with suppress(LookupError, MessageError, ValueError):
                value = str(make_header(decode_header(value)))
            return f"{wanted}: {squeezed(value).strip()}" if value.strip() else ""
    return ""


def text_of(part: EmailMessage) -> str:
    """Return the text of a part, whatever its letters are said to be."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset("utf-8"))
    except (LookupError, UnicodeError):
        return data.decode("cp1252", "replace")


def in_utf8(part: EmailMessage) -> bytes:
    """Return a text part's bytes, in letters its reader knows where only the mail names them."""
    data = part.get_payload(decode=True)
    try:
        return data if isinstance(data, bytes) and data.decode() else b""
    except UnicodeDecodeError:
        return ("\ufeff" + text_of(part)).encode("utf-8", "replace")


def letter_blocks(name: str, part: EmailMessage) -> Iterator[Block]:
    """Yield the blocks of a text part, without numbers."""
    text = text_of(part).replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
    if not text.strip():
        return
    try:
        if part.get_content_type() == "text/html":
            yield from read_html(name, ("\ufeff" + text).encode()).blocks
        else:
            flowed = str(part.get_param("format", "")).lower() == "flowed"
            yield from _plain(name, _unflowed(text) if flowed else text)
    except PaperError as error:
        # A part with pictures or marks alone has no words; all else is worth knowing.
        if error.reason != "no-text":
            raise


def _plain(name: str, text: str) -> Iterator[Block]:
    """Yield the blocks of plain text; what is quoted from another mail is a quote."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for is_quote, group in groupby(lines, key=lambda line: line.startswith(">")):
        inside = "\n".join(line.lstrip("> ") if is_quote else line for line in group)
        if not inside.strip():
            continue
        for block in read_text(name, inside.encode()).blocks:
            kind = BlockKind.QUOTE if is_quote else block.kind
            # "Kind regards" and "Dear all" are short lines, but head nothing.
            kind = BlockKind.PARAGRAPH if kind is BlockKind.HEADING else kind
            level = block.level if kind is BlockKind.LIST_ITEM else 0
            yield replace(block, kind=kind, level=level, offset=None)


def _unflowed(text: str) -> str:
    """Join the lines that a mail program broke: those end in a space (RFC 3676)."""
    joined: list[str] = []
    for line in text.replace("\r\n", "\n").split("\n"):
        before = joined[-1] if joined else ""
        goes_on = before.endswith(" ") and before != "-- "
        if goes_on and before.startswith(">") == line.startswith(">"):
            joined[-1] += line.lstrip("> ") if line.startswith(">") else line.removeprefix(" ")
        else:
            joined.append(line.removeprefix(" "))
    return "\n".join(joined)
