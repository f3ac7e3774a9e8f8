"""What a paper's styles say about its paragraphs: kind, level, bold, hidden."""

import re
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from plainspeak.document import BlockKind
from plainspeak.read.docx import names as names
from plainspeak.read.docx.names import is_on, value

# Word allows about ten styles based on one another; a file may claim more, or a ring.
_MAX_CHAIN: Final = 50

# Built-in styles keep their English names in every language of Word, but may
# have other ids: "berschrift1" is the German id of "heading 1".
_KINDS: Final = (
    (re.compile(r"title"), BlockKind.TITLE),
    (re.compile(r"subtitle"), BlockKind.HEADING),
    (re.compile(r"heading([1-9])"), BlockKind.HEADING),
    (re.compile(r"list(?:bullet|number|paragraph|continue)?([1-9]?)"), BlockKind.LIST_ITEM),
    (re.compile(r"caption"), BlockKind.CAPTION),
    (re.compile(r"(?:intense)?quote|quotations|blocktext"), BlockKind.QUOTE),
    (re.compile(r"toc[1-9]|toc-?heading|tableoffigures|index[1-9]"), BlockKind.CONTENTS),
    (re.compile(r"(?!.*(?:post|zip|bar)code).*code.*|htmlpreformatted"), BlockKind.CODE),
    (re.compile(r"bibliography"), BlockKind.REFERENCE),
)
_SUBTITLE_LEVEL: Final = 2
_BODY_LEVEL: Final = 9
_LEVEL: Final = re.compile("[0-9]")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style comes to, with all it is based on; None where it does not say."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    list_id: str | None = None
    bold: bool | None = None
    hidden: bool | None = None


class Styles:
    """The styles of a paper by id, each worked out once."""

    __slots__ = ("_default", "_elements", "_known", "can_hide")

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str | None, Style] = {}
        self._default: str | None = None
        self.can_hide = root is not None and next(root.iter(*names.HIDDEN), None) is not None
        for element in () if root is None else root.iterchildren(*names.STYLE):
            style_id = value(element, "styleId") or ""
            self._elements[style_id] = element
            if value(element, "type") == "paragraph" and value(element, "default") in {"1", "true"}:
                self._default = style_id

    def paragraph(self, style_id: str | None) -> Style:
        """Return the style of a paragraph; without an id, the paper's own default."""
        return self.run(style_id or self._default)

    def run(self, style_id: str | None) -> Style:
        """Return a style by its id; an unknown id goes by its own name, as in "Heading1"."""
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id)
        return self._known[style_id]

    def _resolve(self, style_id: str | None) -> Style:
        if style_id is None:
            return Style()
        if style_id not in self._elements:
            return _named(style_id, Style())
        chain: dict[str, etree._Element] = {}
        following: str | None = style_id
        while following in self._elements and following not in chain and len(chain) < _MAX_CHAIN:
            chain[following] = self._elements[following]
            following = _child_value(chain[following], names.BASED_ON)
        style = Style()
        for element in reversed(chain.values()):
            style = _build_on(style, element)
        return style


def settings_level(settings: etree._Element, style: Style) -> Style:
    """Return a style with the outline level and the list of a w:pPr put over it."""
    for child in settings.iterchildren(*names.OUTLINE, *names.NUMBERING):
        if child.tag in names.NUMBERING:
            style = _listed(style, child)
        elif style.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            level = _number(value(child), _BODY_LEVEL)
            if level < _BODY_LEVEL:
                style = replace(style, kind=BlockKind.HEADING, level=level + 1)
    return style


def _build_on(base: Style, element: etree._Element) -> Style:
    name = _child_value(element, names.STYLE_NAME) or value(element, "styleId") or ""
    style = _named(name, base)
    for settings in element.iterchildren(*names.PARAGRAPH_SETTINGS):
        style = settings_level(settings, style)
        if style.kind is base.kind is BlockKind.HEADING and _has_body_level(settings):
            style = replace(style, kind=BlockKind.PARAGRAPH, level=0)
    for settings in element.iterchildren(*names.RUN_SETTINGS):
        for child in settings.iterchildren(*names.BOLD, *names.HIDDEN):
            is_bold = child.tag in names.BOLD
            on = is_on(child)
            style = replace(style, bold=on) if is_bold else replace(style, hidden=on)
    return style


def _named(name: str, base: Style) -> Style:
    key = name.lower().replace(" ", "")
    for pattern, kind in _KINDS:
        if found := pattern.fullmatch(key):
            level = int(found[1] or 1) if pattern.groups else 0
            return replace(base, kind=kind, level=_SUBTITLE_LEVEL if key == "subtitle" else level)
    return base


def _listed(style: Style, numbering: etree._Element) -> Style:
    """Put a w:numPr over a style; list number 0 takes the paragraph out of its list."""
    list_id = _child_value(numbering, names.LIST_NUMBER) or style.list_id
    if list_id == "0":
        in_list = style.kind is BlockKind.LIST_ITEM
        kind = BlockKind.PARAGRAPH if in_list else style.kind
        return replace(style, kind=kind, level=0 if in_list else style.level, list_id=None)
    if style.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
        return replace(style, list_id=list_id)
    level = _number(_child_value(numbering, names.LIST_LEVEL), 0) + 1
    return replace(style, kind=BlockKind.LIST_ITEM, level=level, list_id=list_id)


def _has_body_level(settings: etree._Element) -> bool:
    return _number(_child_value(settings, names.OUTLINE), 0) >= _BODY_LEVEL


def _child_value(element: etree._Element, tags: frozenset[str]) -> str | None:
    child = next(element.iterchildren(*tags), None)
    return None if child is None else value(child)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and _LEVEL.fullmatch(text) else otherwise
