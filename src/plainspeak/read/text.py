"""Read plain text and Markdown. Each block is a slice of the file, at its offset.

Markdown's marks become spaces, one for one, so that an offset in a block stays
an offset in the file.
"""

import hashlib
import re
from collections.abc import Iterator

from plainspeak.document import Block, BlockKind, Document, number_blocks
from plainspeak.errors import PaperError
from plainspeak.read.limits import in_force

_BULLET = re.compile(r"[ \t]*(?:[•‣▪●◦∙·*–—-]|o|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])[ \t]+(?=\S)")
# Marks that steer a terminal are no part of the words; one for one, as offsets need it.
_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), " ")
_HEADING_WORDS = 10
_WRAPPED = range(45, 121)  # characters: the lengths of line at which people's tools wrap text

_FENCE = re.compile(r"[ \t]*(```|~~~)")
_SETTINGS = re.compile(r"---\n[\w-]+:")  # some tools keep them at the top
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
_MD_HEADING = re.compile(r"(#{1,6})[ \t]+")
_MD_RULE_MARKS = "-*_=|: \t"
_MD_MARKS = re.compile(
    # A mark that is never closed must not take the next paragraph with it, nor the
    # time to look for its end from every place: hence the bounds, and no way back.
    r"`(?:[^`\n]|\n(?![ \t]*\n)){0,300}+`"  # code
    r"|!\[[^\]\n]{0,300}+\]\([^)\n]{0,300}+\)"  # a picture
    r"|(?<=\])\([^)\n]{0,300}+\)|(?<=\])\[[^\]\n]{0,300}+\]"  # where a link goes
    r"|</?[a-zA-Z][^<>\n]{0,300}+>"
    # Emphasis; "snake_case" and "\\*" hold no mark of it.
    r"|(?<!\\)(?:\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))"
    r"|[\[\]]|\\(?=[^\w\s])",
    re.DOTALL,
)


def read_text(name: str, data: bytes) -> Document:
    """Read a plain text file: blank lines part paragraphs, and lines may be wrapped."""
    text = _decoded(name, data)
    return _document(name, "txt", data, _text_blocks(text))


def read_markdown(name: str, data: bytes) -> Document:
    """Read a Markdown file; code and the addresses of links are no part of the text."""
    text = _decoded(name, data)
    return _document(name, "md", data, _markdown_blocks(text))


def _document(name: str, kind: str, data: bytes, blocks: Iterator[Block]) -> Document:
    numbered = tuple(number_blocks(blocks))
    if not numbered:
        raise PaperError(name, "no-text", "holds no words", "check that the right file was saved")
    return Document(name, kind, hashlib.sha256(data).hexdigest(), numbered)


def _decoded(name: str, data: bytes) -> str:
    """Decode a file; offsets count characters, and every line end is one of them."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        most = in_force().characters
        if len(text) > most:
            size = f"holds more than {most:,} characters"
            raise PaperError(name, "too-much-text", size, "split it into smaller papers")
        return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    problem = "is not plain text"
    raise PaperError(name, "not-text", problem, "save it again as text with UTF-8 encoding")


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with its offset, without its line end."""
    start = 0
    for line in text.split("\n"):
        yield start, line
        start += len(line) + 1


def _text_blocks(text: str) -> Iterator[Block]:
    start = end = 0  # of the paragraph being gathered
    gathered: list[str] = []
    for offset, line in (*_lines(text), (len(text), "")):
        goes_on = gathered and line.strip() and not _BULLET.match(line)
        if goes_on and _is_wrapped(gathered[-1], line):
            gathered.append(line)
            end = offset + len(line)
            continue
        if gathered:
            yield from _block(text, start, end, len(gathered))
        gathered = [line] if line.strip() else []
        start, end = offset, offset + len(line)


def _is_wrapped(line: str, following: str) -> bool:
    """Say whether a line goes on in the next, and was only cut to fit the page."""
    length = len(line.rstrip())
    # No paragraph starts with a bracket that goes on from the line above.
    if following.lstrip()[:1] == "(" and line.rstrip()[-1:].isalnum():
        return True
    if length not in _WRAPPED:
        return False
    # A next line whose first word would have fitted was not moved there by wrapping.
    first = following.split(maxsplit=1)[0]
    return not line.rstrip().endswith((".", "!", "?", ":")) or length + len(first) >= 60


def _block(text: str, start: int, end: int, lines: int) -> Iterator[Block]:
    bullet = _BULLET.match(text, start, end)
    kind = BlockKind.PARAGRAPH
    level = 0
    if bullet:
        kind, level = BlockKind.LIST_ITEM, 1
        start = bullet.end() if not bullet.group().strip()[0].isalnum() else start
    start, end = _trim(text, start, end)
    words = text[start:end].split()
    ends = text[end - 1 : end]
    if not bullet and lines == 1 and len(words) <= _HEADING_WORDS and ends not in set(".!?:;,"):
        kind, level = BlockKind.HEADING, 2
    if words:
        yield Block(0, kind, text[start:end], level=level, offset=start)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_rule(line: str) -> bool:
    """Say whether a line is only drawn: "* * *", or the rule below the head of a table."""
    marks = "".join(line.split())
    return (
        len(marks) >= 3
        and not marks.strip(_MD_RULE_MARKS)
        and any(mark * 3 in marks for mark in "-*_=")
    )


def _without_comments(text: str) -> str:
    """Return text with each comment of the web replaced by as many spaces."""
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start : end + 3])]
        at = end + 3
    return "".join([*pieces, text[at:]])


def _markdown_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of Markdown, line by line, with a paragraph's lines joined."""
    plain = _without_comments(text)
    shown = _MD_MARKS.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), plain)
    fence = "---" if _SETTINGS.match(text) else ""
    paragraph: tuple[int, int, BlockKind, int] | None = None
    for offset, line in (*_lines(text), (len(text), "")):
        plain = shown[offset : offset + len(line)]
        opens, starts, rule = _FENCE.match(line), _md_start(line), _is_rule(line)
        if paragraph and (opens or starts or rule or not plain.strip()):
            yield from _md_block(shown, *_underlined(shown, paragraph, line))
            paragraph = None
        if fence:
            fence = "" if offset > 0 and line.strip().startswith(fence) else fence
            continue
        if opens:
            fence = opens[1]
        if opens or rule or not plain.strip():
            continue
        if line.lstrip().startswith("|"):
            yield from _md_cells(shown, offset, offset + len(line))
        elif starts and starts[1] is BlockKind.HEADING:
            yield from _md_block(shown, offset + starts[0], offset + len(line), *starts[1:])
        elif starts:
            paragraph = (offset + starts[0], offset + len(line), starts[1], starts[2])
        elif paragraph:
            paragraph = (paragraph[0], offset + len(line), paragraph[2], paragraph[3])
        else:
            paragraph = (offset, offset + len(line), BlockKind.PARAGRAPH, 0)


def _underlined(
    shown: str, paragraph: tuple[int, int, BlockKind, int], line: str
) -> tuple[int, int, BlockKind, int]:
    """Return a paragraph as a heading where the line below only underlines it."""
    start, end, kind, _ = paragraph
    words = shown[start:end].rstrip()
    if kind is not BlockKind.PARAGRAPH or not _UNDERLINE.match(line) or words.endswith("."):
        return paragraph
    return start, end, BlockKind.HEADING, 1 if "=" in line else 2


def _md_start(line: str) -> tuple[int, BlockKind, int] | None:
    """Return where the words of a line that opens a block begin, its kind and level."""
    heading = _MD_HEADING.match(line)
    if heading:
        return heading.end(), BlockKind.HEADING, len(heading[1])
    quote = re.match(r"[ \t]*>[ \t>]*", line)
    if quote:
        return quote.end(), BlockKind.QUOTE, 0
    bullet = re.match(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+", line)
    if bullet:
        indent = len(line) - len(line.lstrip())
        return bullet.end(), BlockKind.LIST_ITEM, indent // 2 + 1
    return (0, BlockKind.TABLE_CELL, 0) if line.lstrip().startswith("|") else None


def _md_block(shown: str, start: int, end: int, kind: BlockKind, level: int) -> Iterator[Block]:
    start, end = _trim(shown, start, end)
    if start < end:
        yield Block(0, kind, shown[start:end], level=level, offset=start)


def _md_cells(shown: str, start: int, end: int) -> Iterator[Block]:
    for match in re.finditer(r"[^|]+", shown[start:end]):
        cell = start + match.start(), start + match.end()
        yield from _md_block(shown, *cell, BlockKind.TABLE_CELL, 0)
