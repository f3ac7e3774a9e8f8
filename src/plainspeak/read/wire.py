"""A Document as lines of plain data and back: what the reading process sends is never code.

Whatever comes back is checked field by field, since the process that sent it has
been reading a stranger's file. Each block has a line of its own, so that a long
paper is never in memory twice.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from plainspeak.document import Block, BlockKind, Cell, Change, Document, Gap, Picture
from plainspeak.errors import PaperError

Outcome = Document | PaperError
Part = TypeVar("Part")

_LISTS = ("blocks", "gaps", "changes", "pictures")


def _fields(value: Any) -> dict[str, Any]:
    return {name: getattr(value, name) for name in value.__slots__}


_ENCODER = json.JSONEncoder(separators=(",", ":"), default=_fields)


def to_wire(papers: Iterable[Outcome]) -> bytes:
    """Return documents and errors as lines of JSON."""
    return b"".join(line.encode() + b"\n" for paper in papers for line in _lines(paper))


def _lines(paper: Outcome) -> Iterator[str]:
    if isinstance(paper, PaperError):
        yield _ENCODER.encode({"error": [paper.name, paper.reason, paper.problem, paper.cure]})
        return
    lists = {name: getattr(paper, name) for name in _LISTS}
    counts = {name: len(parts) for name, parts in lists.items()}
    yield _ENCODER.encode({"document": _fields(paper) | counts})
    for parts in lists.values():
        yield from map(_ENCODER.encode, parts)


def from_wire(sent: Iterable[bytes]) -> tuple[Outcome, ...]:
    """Return what was sent, line by line.

    Raises ValueError for anything that ``to_wire`` does not make.
    """
    lines = (json.loads(line.decode("ascii")) for line in sent)
    try:
        papers = tuple(_outcome(form, lines) for form in lines)
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError(f"not a document: {error}") from error
    if not papers:
        raise ValueError("no document at all")
    return papers


def _outcome(form: dict[str, Any], lines: Iterator[Any]) -> Outcome:
    if "error" in form:
        name, reason, problem, cure = map(_text, _list(form["error"]))
        return PaperError(name, reason, problem, cure)
    return _document(form["document"], lines)


def _document(form: dict[str, Any], lines: Iterator[Any]) -> Document:
    # In the order in which they are sent.
    blocks = _parts(form["blocks"], _block, lines)
    gaps = _parts(form["gaps"], _gap, lines)
    changes = _parts(form["changes"], _change, lines)
    pictures = _parts(form["pictures"], _picture, lines)
    if any(block.number != index for index, block in enumerate(blocks)):
        raise ValueError("blocks are not numbered in order")
    beside = [each.block for each in gaps] + [each.block for each in changes]
    beside += [each.block for each in pictures]
    if any(block is not None and block >= len(blocks) for block in beside):
        raise ValueError("something stands beside a block that is not there")
    return Document(
        name=_text(form["name"]),
        format=_text(form["format"]),
        sha256=_text(form["sha256"]),
        blocks=blocks,
        gaps=gaps,
        pages=_count(form["pages"]),
        changes=changes,
        pictures=pictures,
        mended=tuple((_text(what), _whole(count)) for what, count in _list(form["mended"])),
    )


def _parts(
    count: object, part: Callable[[dict[str, Any]], Part], lines: Iterator[Any]
) -> tuple[Part, ...]:
    wanted = _whole(count)
    parts = tuple(map(part, islice(lines, wanted)))
    if len(parts) != wanted:
        raise ValueError("the document was cut short")
    return parts


def _block(form: dict[str, Any]) -> Block:
    cell, section = form["cell"], form["section"]
    return Block(
        number=_whole(form["number"]),
        kind=BlockKind(form["kind"]),
        text=_text(form["text"]),
        page=_count(form["page"]),
        section=None if section is None else _text(section),
        level=_whole(form["level"]),
        offset=_count(form["offset"]),
        label=_text(form["label"]),
        cell=None if cell is None else _cell(cell),
        language=_text(form["language"]),
    )


def _cell(form: dict[str, Any]) -> Cell:
    table, row, column = (_whole(form[name]) for name in ("table", "row", "column"))
    return Cell(table, row, column, _flag(form["is_header"]))


def _gap(form: dict[str, Any]) -> Gap:
    return Gap(
        what=_text(form["what"]),
        why=_text(form["why"]),
        page=_count(form["page"]),
        block=_count(form["block"]),
        serious=_flag(form["serious"]),
    )


def _change(form: dict[str, Any]) -> Change:
    kind, text, who, when = (_text(form[name]) for name in ("kind", "text", "who", "when"))
    return Change(kind, text, who, when, _count(form["block"]))


def _picture(form: dict[str, Any]) -> Picture:
    return Picture(_text(form["alt"]), _count(form["page"]), _count(form["block"]))


def _list(value: object) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not text")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError("not a count")
    return value


def _count(value: object) -> int | None:
    return None if value is None else _whole(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("not true or false")
    return value
