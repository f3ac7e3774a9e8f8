"""The walk through a web page: what it shows, block by block."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from plainspeak.document import BlockKind, Cell, Change
from plainspeak.read.gather import (
    Gathered,
    language_of,
    main_language,
    squeezed,
    whole_number,
    words_in,
)
from plainspeak.read.webpage.lists import List, begin
from plainspeak.read.webpage.names import (
    BLOCKS,
    GAPS,
    HEADINGS,
    PARTS,
    PLACES,
    ROLES,
    UNREAD,
)
from plainspeak.read.webpage.notes import is_mark, kind_of_note
from plainspeak.read.webpage.tables import Table, is_layout

_HIDING: Final = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)"
)
_DEEPEST_HEADING: Final = 9
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class _Place:
    """What an element is in; those inside it begin with the same."""

    kind: BlockKind = BlockKind.PARAGRAPH
    heading: int = 0
    cell: Cell | None = None
    table: Table | None = None
    items: List | None = None
    item: etree._Element | None = None
    language: str = ""
    in_part: bool = False
    as_is: bool = False


@dataclass(slots=True)
class _Line:
    """The words gathered for the next block."""

    pieces: list[str] = field(default_factory=list)
    languages: Counter[str] = field(default_factory=Counter)
    pictures: list[str] = field(default_factory=list)
    after_space: bool = True


class Page:
    """Reads a web page into what is gathered, without recursion."""

    def __init__(self, gathered: Gathered, root: etree._Element) -> None:
        self._gathered = gathered
        self._root = root
        self._line = _Line()
        self._places = [_Place()]
        self._labelled: set[etree._Element] = set()
        self._hidden = False
        self._changes: list[Change] = []

    def read(self) -> list[Change]:
        """Read every block of the page, and return what was marked as deleted."""
        self._title()
        walk = etree.iterwalk(self._root, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                if not self._enter(element):
                    walk.skip_subtree()
            else:
                self._leave(element)
        self._flush()
        if self._hidden:
            why = "Parts of the page are marked as hidden, so they are not read."
            self._gathered.gap("hidden text", why)
        return self._changes

    def _title(self) -> None:
        """Read the title of the window where the page itself has none."""
        if any(words_in(heading) for heading in self._root.iter("h1")):
            return
        title = self._root.find("head/title")
        if title is not None:
            language = language_of(self._root.get("lang"))
            self._gathered.add(BlockKind.TITLE, squeezed(title.text or ""), language=language)

    def _enter(self, element: etree._Element) -> bool:
        """Take in the start of an element, and say whether to go inside it."""
        tag = str(element.tag)
        if tag in BLOCKS:
            self._flush()
        if tag in UNREAD or self._is_hidden(element):
            self._places.append(self._places[-1])
            self._pass_by(element, tag)
            return False
        if tag == "a" and is_mark(element, self._places[-1].kind):
            self._places.append(self._places[-1])
            return False
        place = self._inside(element, tag)
        self._places.append(place)
        if tag == "br" and self._line.pieces[-1:] == ["\n"]:
            # Two in a row are how many people make paragraphs.
            self._flush()
        elif tag == "br":
            self._add("\n", as_is=True)
        elif tag == "img" and element.get("alt") != "":
            # Writers leave it empty, and do not leave it out, for what is only there to please.
            self._line.pictures.append(element.get("alt") or "")
        self._add(element.text or "")
        return True

    def _leave(self, element: etree._Element) -> None:
        if element.tag in BLOCKS:
            self._flush()
        self._places.pop()
        if element is not self._root:
            self._add(element.tail or "")

    def _pass_by(self, element: etree._Element, tag: str) -> None:
        """Note what is not read, where that is worth knowing."""
        if tag in GAPS:
            self._gathered.gap(*GAPS[tag])
        elif tag == "del":
            text = words_in(element)
            if text:
                when = element.get("datetime") or ""
                self._changes.append(Change("deletion", text, "", when, self._gathered.next))
        elif tag not in UNREAD:
            self._hidden = self._hidden or bool(words_in(element))
        if tag in {"math", "object", "select", "textarea"}:
            self._add(" ")
        if tag == "svg":
            title = element.findtext("title") or element.get("aria-label") or ""
            if title:
                self._line.pictures.append(title)

    def _is_hidden(self, element: etree._Element) -> bool:
        return (
            element.tag == "del"
            or element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or _HIDING.search((element.get("style") or "").lower()) is not None
        )

    def _inside(self, element: etree._Element, tag: str) -> _Place:
        """Return where the words of an element stand."""
        place = self._places[-1]
        lang = element.get("lang") or element.get(_XML_LANG)
        if lang is not None:
            place = replace(place, language=language_of(lang))
        role = element.get("role") or ""
        if role in ROLES or (tag in PLACES and not (place.in_part and tag in {"header", "footer"})):
            place = replace(place, kind=ROLES.get(role) or PLACES[tag])
        if note := kind_of_note(element):
            place = replace(place, kind=note)
        if tag in PARTS:
            place = replace(place, in_part=True)
        if tag in HEADINGS or role == "heading":
            given = HEADINGS.get(tag, 2)
            level = whole_number(element.get("aria-level"), given, _DEEPEST_HEADING)
            return replace(place, heading=level or given)
        if tag == "pre":
            return replace(place, as_is=True)
        if tag in {"ul", "ol", "menu", "dir", "li"}:
            return self._in_list(element, place)
        return self._in_table(element, tag, place)

    def _in_list(self, element: etree._Element, place: _Place) -> _Place:
        if element.tag == "li":
            return replace(place, item=element, items=place.items or List(1))
        level = place.items.level + 1 if place.items else 1
        return replace(place, items=begin(element, level), item=None)

    def _in_table(self, element: etree._Element, tag: str, place: _Place) -> _Place:
        if tag == "table":
            if is_layout(element):
                return replace(place, table=None)
            # A table in a list is not part of its item.
            table = Table(self._gathered.table())
            return replace(place, table=table, items=None, item=None)
        if place.table and tag == "tr":
            place.table.row()
        elif place.table and tag in {"td", "th"}:
            cell = place.table.cell(element)
            kind = BlockKind.TABLE_CELL if place.kind is BlockKind.PARAGRAPH else place.kind
            return replace(place, kind=kind, cell=cell)
        return place

    def _add(self, text: str, *, as_is: bool = False) -> None:
        place, line = self._places[-1], self._line
        if place.as_is:
            as_is = True
        elif not as_is:
            text = squeezed(text)
            text = text.lstrip(" ") if line.after_space else text
        if text:
            # A line break takes the spaces after it with it.
            line.after_space = text.endswith((" ", "\n")) and not place.as_is
            line.pieces.append(text)
            line.languages[place.language] += len(text.strip())

    def _flush(self) -> None:
        """Make a block of the words gathered so far."""
        line, place = self._line, self._places[-1]
        self._line = _Line()
        number = self._gathered.next
        text = "".join(line.pieces)
        kind, level, label = self._kind(place, text)
        self._gathered.add(
            kind,
            text,
            level=level,
            label=label,
            cell=place.cell,
            language=main_language(line.languages),
        )
        for alt in line.pictures:
            self._gathered.picture(alt, block=number)

    def _kind(self, place: _Place, text: str) -> tuple[BlockKind, int, str]:
        in_cell = place.kind is BlockKind.TABLE_CELL
        if place.heading and not in_cell:
            return BlockKind.HEADING, place.heading, ""
        if place.item is None or place.items is None or place.kind is not BlockKind.PARAGRAPH:
            return place.kind, 0, ""
        label = ""
        if text.strip() and place.item not in self._labelled:
            self._labelled.add(place.item)
            label = place.items.next(place.item)
        return BlockKind.LIST_ITEM, place.items.level, label
