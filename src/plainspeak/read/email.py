"""Read a mail: what it says, and every paper that is attached to it."""

import email
import re
from collections.abc import Callable, Iterator
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default as policy
from typing import Final

from plainspeak.document import BlockKind, Document
from plainspeak.errors import PaperError
from plainspeak.read.clean import clean
from plainspeak.read.gather import Gathered
from plainspeak.read.kind import kind_of
from plainspeak.read.letter import header_words, in_utf8, letter_blocks, text_of

ReadOne = Callable[[str, bytes], Document]

READ: Final = frozenset({"docx", "pdf", "odt", "pptx", "html", "md", "txt"})

_DEEPEST_MAIL: Final = 3
_DEEPEST_PART: Final = 20
_MOST_PARTS: Final = 500
# Python reads long and odd headers in a time that grows with their square.
_MOST_HEADER: Final = 2_000
_MOST_HEADERS: Final = 200_000
_CONTENT: Final = re.compile(
    rb"^content-[a-z-]+[ \t]*:.*(?:\r?\n[ \t].*)*", re.IGNORECASE | re.MULTILINE
)
_MOST_WORK: Final = 20_000_000  # lines, times the parts each may be in
# What Python's own reader of mails raises on damaged ones.
_BROKEN: Final = (
    ArithmeticError, AssertionError, AttributeError, LookupError, MessageError, RecursionError,
    TypeError, ValueError,
)  # fmt: skip
_AS_IS: Final = policy.clone(refold_source="none")
_TEXTS: Final = {"text/plain": ".txt", "text/html": ".html"}
_CURE: Final = "save the mail again, or save its papers from it and check those"


def papers_in_email(name: str, data: bytes, read_one: ReadOne) -> tuple[Document | PaperError, ...]:
    """Return the mail itself and each paper attached to it, or why it could not be read.

    Raises PaperError where the mail as a whole cannot be read.
    """
    return tuple(_Mail(name, data, read_one, 1).papers(_parsed(name, data)))


class _Mail:
    """One mail, and the papers that are found in it."""

    def __init__(self, name: str, data: bytes, read_one: ReadOne, depth: int) -> None:
        self._name = name
        self._gathered = Gathered(name, data, "eml")
        self._read_one = read_one
        self._depth = depth
        self._found: list[Document | PaperError] = []

    def papers(self, mail: EmailMessage) -> Iterator[Document | PaperError]:
        """Yield the mail and what it holds."""
        gathered = self._gathered
        try:
            for header in ("From", "To", "Subject"):
                gathered.add(BlockKind.HEADER, header_words(mail, header))
            headers = gathered.next
            parts = list(_leaves(mail))
        except _BROKEN as error:
            raise PaperError(self._name, "damaged", "the mail is damaged", _CURE) from error
        for number, part in enumerate(parts, 1):
            try:
                self._part(part, number)
            except _BROKEN:
                gathered.gap("part of the mail", "It is damaged.", serious=True)
        if gathered.next == headers and not self._found:
            # Nothing checked must not look like a pass.
            raise PaperError(self._name, "no-text", "the mail holds no words we can read", _CURE)
        if gathered.blocks:
            yield gathered.document()
        yield from self._found

    def _part(self, part: EmailMessage, number: int) -> None:
        if part.get_content_type() == "message/rfc822":
            self._inner_mail(part, number)
        elif _is_letter(part):
            for block in letter_blocks(self._name, part):
                self._gathered.add(
                    block.kind,
                    block.text,
                    level=block.level,
                    label=block.label,
                    cell=block.cell,
                    language=block.language,
                )
        elif part.get_content_maintype() == "multipart":
            why = f"It is damaged, or more than {_DEEPEST_PART} deep."
            self._gathered.gap("part of the mail", why, serious=True)
        elif part.get_content_maintype() != "image" or part.is_attachment():
            self._attachment(part, number)

    def _attachment(self, part: EmailMessage, number: int) -> None:
        data = part.get_payload(decode=True)
        kind = part.get_content_type()
        named = _shown(part.get_filename() or f"attachment {number}{_TEXTS.get(kind, '')}")
        if kind in _TEXTS:
            data = in_utf8(part)
        if not isinstance(data, bytes) or not data:
            self._gap(named, "It is empty.")
            return
        found = kind_of(named, data)
        if found == "eml":
            self._mail_in(f"{self._name}/{named}", data)
        elif found in READ:
            self._try(lambda: (self._read_one(f"{self._name}/{named}", data),))
        else:
            self._gap(named, "It is no kind of paper that we read.")

    def _inner_mail(self, part: EmailMessage, number: int) -> None:
        inside = part.get_payload()
        if not isinstance(inside, list) or not inside or not isinstance(inside[0], EmailMessage):
            self._gap(f"mail {number}", "It is damaged.")
            return
        named = _shown(part.get_filename() or f"mail {number}.eml")
        self._mail_in(f"{self._name}/{named}", inside[0].as_bytes(policy=_AS_IS))

    def _mail_in(self, name: str, data: bytes) -> None:
        if self._depth == _DEEPEST_MAIL:
            self._gap(name.rpartition("/")[2], f"It is a mail more than {_DEEPEST_MAIL} deep.")
            return
        inner = _Mail(name, data, self._read_one, self._depth + 1)
        self._try(lambda: tuple(inner.papers(_parsed(name, data))))

    def _try(self, read: Callable[[], tuple[Document | PaperError, ...]]) -> None:
        try:
            self._found += read()
        except PaperError as error:
            # Without its traceback, which would keep the whole attachment in memory.
            self._found.append(error.with_traceback(None))

    def _gap(self, named: str, why: str) -> None:
        self._gathered.gap("attachment", f"{named}: {why}")


def _parsed(name: str, data: bytes) -> EmailMessage:
    headers = _CONTENT.findall(data)
    many = len(headers) > 4 * _MOST_PARTS or sum(map(len, headers)) > _MOST_HEADERS
    parts = sum(b"multipart/" in header.lower() for header in headers)
    lines = data.count(b"\n") + data.count(b"\r")
    if many or any(len(header) > _MOST_HEADER for header in headers) or parts * lines > _MOST_WORK:
        problem = "the mail has too many parts, or their headers are too long"
        raise PaperError(name, "too-big", problem, _CURE)
    try:
        return email.message_from_bytes(data, policy=policy)
    except _BROKEN as error:
        raise PaperError(name, "damaged", "the mail is damaged", _CURE) from error


def _leaves(part: EmailMessage, depth: int = 0) -> Iterator[EmailMessage]:
    """Yield the parts that hold something; of several versions of a text, the plainest."""
    inside = part.get_payload()
    is_mail = part.get_content_type() == "message/rfc822"
    if is_mail or not isinstance(inside, list) or depth == _DEEPEST_PART:
        yield part
    else:
        children = [child for child in inside if isinstance(child, EmailMessage)]
        leaves = [leaf for child in children for leaf in _leaves(child, depth + 1)]
        if part.get_content_subtype() == "alternative":
            letters = [leaf for leaf in leaves if _is_letter(leaf) and text_of(leaf).strip()]
            # Sorted by how plain they are; HTML may come in several pieces.
            plainest = min((leaf.get_content_type() != "text/plain" for leaf in letters), default=0)
            yield from (
                leaf
                for leaf in leaves
                if not _is_letter(leaf) or (leaf.get_content_type() != "text/plain") == plainest
            )
        else:
            yield from leaves


def _is_letter(part: EmailMessage) -> bool:
    """Say whether a part is text of the mail itself, and no file beside it."""
    plain = not part.is_attachment() and not part.get_filename()
    return plain and part.get_content_type() in _TEXTS


def _shown(name: str) -> str:
    """Return a file's name as it may be shown: one line, and no folders."""
    return " ".join(clean(name.replace("\\", "/").rpartition("/")[2]).split()) or "attachment"
