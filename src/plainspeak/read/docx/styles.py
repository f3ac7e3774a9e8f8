"""What a paper's styles say about its paragraphs: kind, level, list, looks and language."""

import re
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from plainspeak.document import BlockKind
from plainspeak.read.docx import names as names
from plainspeak.read.docx.names import child_value, is_on, value

# Word allows about ten styles based on one another; a file may claim more, or a ring.
_MAX_CHAIN: Final = 50

# Built-in styles keep their English names in every language of Word, but may
# have other ids: "berschrift1" is the German id of "heading 1".
_KINDS: Final = (
    (re.compile(r"title"), BlockKind.TITLE),
    (re.compile(r"subtitle(?:text)?"), BlockKind.HEADING),
    (re.compile(r"heading([1-9])"), BlockKind.HEADING),
    # The names that people give their own: "Our section title", "Level 2 subheading".
    (
        re.compile(
            r"(?!.*(?:table|tbl|cell|column|row|box|figure|chart|toc|contents|header|note|text|body))"
            r".*(?:heading([1-9]?)(?:unindexed|unnumbered|nonumber|numbered)?|sectiontitle)"
        ),
        BlockKind.HEADING,
    ),
    (re.compile(r"list(?:bullet|number|paragraph|continue)?([1-9]?)"), BlockKind.LIST_ITEM),
    (re.compile(r"caption"), BlockKind.CAPTION),
    (re.compile(r"(?:intense)?quote|quotations|blocktext"), BlockKind.QUOTE),
    (re.compile(r"toc[1-9]|toc-?heading|tableoffigures|index[1-9]"), BlockKind.CONTENTS),
    (re.compile(r"(?!.*(?:post|zip|bar)code).*code.*|htmlpreformatted"), BlockKind.CODE),
    (re.compile(r"bibliography"), BlockKind.REFERENCE),
)
_OWN_LEVEL: Final = 2
_BODY_LEVEL: Final = 9
_LEVEL: Final = re.compile("[0-9]")
_SIZE: Final = re.compile("[0-9]{1,4}")
_USUAL_SIZE: Final = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style comes to, with all it is based on; None where it does not say.

    ``size`` is that of the letters, in half points. ``list_level`` counts from 0. Where
    only the style's list says the level, it is None, and ``list_style`` is the style
    that the list knows.
    """

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    list_id: str | None = None
    list_level: int | None = None
    list_style: str | None = None
    bold: bool | None = None
    underlined: bool | None = None
    size: int | None = None
    hidden: bool | None = None
    language: str | None = None


class Styles:
    """The styles of a paper by id, each worked out once."""

    __slots__ = (
        "_default", "_elements", "_known", "can_hide", "default_size", "languages"
    )  # fmt: skip

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._known: dict[str | None, Style] = {}
        self._default: str | None = None
        self.can_hide = root is not None and next(root.iter(*names.HIDDEN), None) is not None
        marks = () if root is None else root.iter(*names.LANGUAGE)
        self.languages = frozenset(map(value, marks))
        self.default_size = _default_size(root)
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

    def table_parts(self, style_id: str | None) -> frozenset[str]:
        """Return the parts of a table that its style makes stand out, such as "firstRow"."""
        return frozenset(
            value(part, "type") or ""
            for element in self._chain(style_id)
            for part in element.iterchildren(*names.TABLE_STYLE_PART)
        )

    def _resolve(self, style_id: str | None) -> Style:
        if style_id is None:
            return Style()
        if style_id not in self._elements:
            return _named(style_id, Style())
        style = Style()
        for element in reversed(self._chain(style_id)):
            style = _build_on(style, element)
        return style

    def _chain(self, style_id: str | None) -> tuple[etree._Element, ...]:
        """Return a style and those it is based on, one after the other."""
        chain: dict[str, etree._Element] = {}
        while style_id in self._elements and style_id not in chain and len(chain) < _MAX_CHAIN:
            chain[style_id] = self._elements[style_id]
            style_id = child_value(chain[style_id], names.BASED_ON)
        return tuple(chain.values())


def settings_level(settings: etree._Element, style: Style, style_id: str | None = None) -> Style:
    """Return a style with the outline level and the list of a w:pPr put over it.

    ``style_id`` is the style the settings are those of, if they are not a paragraph's own.
    """
    for child in settings.iterchildren(*names.OUTLINE, *names.NUMBERING):
        if child.tag in names.NUMBERING:
            style = _listed(style, child, style_id)
        elif style.kind in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
            level = _number(value(child), _BODY_LEVEL)
            if level < _BODY_LEVEL:
                style = replace(style, kind=BlockKind.HEADING, level=level + 1)
    return style


def _build_on(base: Style, element: etree._Element) -> Style:
    name = child_value(element, names.STYLE_NAME) or value(element, "styleId") or ""
    style = _named(name, base)
    for settings in element.iterchildren(*names.PARAGRAPH_SETTINGS):
        style = settings_level(settings, style, value(element, "styleId"))
        if style.kind is base.kind is BlockKind.HEADING and _has_body_level(settings):
            style = replace(style, kind=BlockKind.PARAGRAPH, level=0)
    for settings in element.iterchildren(*names.RUN_SETTINGS):
        style = _with_looks(style, settings)
    return style


def _with_looks(style: Style, settings: etree._Element) -> Style:
    for child in settings:
        if child.tag in names.BOLD:
            style = replace(style, bold=is_on(child))
        elif child.tag in names.UNDERLINE:
            style = replace(style, underlined=is_on(child))
        elif child.tag in names.SIZE:
            style = replace(style, size=half_points(value(child)) or style.size)
        elif child.tag in names.HIDDEN:
            style = replace(style, hidden=is_on(child))
        elif child.tag in names.LANGUAGE:
            style = replace(style, language=value(child))
    return style


def _named(name: str, base: Style) -> Style:
    key = name.lower().replace(" ", "")
    for pattern, kind in _KINDS:
        if found := pattern.fullmatch(key):
            level = 0
            if pattern.groups:
                otherwise = _OWN_LEVEL if kind is BlockKind.HEADING else 1
                level = int(found[1] or otherwise)
            elif kind is BlockKind.HEADING:
                level = _OWN_LEVEL
            # A style made from a real heading style keeps the level of that.
            if kind is base.kind is BlockKind.HEADING and not (pattern.groups and found[1]):
                level = base.level
            return replace(base, kind=kind, level=level)
    return base


def _listed(style: Style, numbering: etree._Element, style_id: str | None) -> Style:
    """Put a w:numPr over a style; list number 0 takes the paragraph out of its list."""
    list_id = child_value(numbering, names.LIST_NUMBER) or style.list_id
    if list_id == "0":
        in_list = style.kind is BlockKind.LIST_ITEM
        kind = BlockKind.PARAGRAPH if in_list else style.kind
        return replace(style, kind=kind, level=0 if in_list else style.level, list_id=None)
    said = child_value(numbering, names.LIST_LEVEL)
    depth = style.list_level if said is None else _number(said, 0)
    style = replace(style, list_id=list_id, list_level=depth)
    if style_id is not None and said is None:
        style = replace(style, list_style=style_id)
    if style.kind not in {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
        return style
    level = style.level or 1 if depth is None else depth + 1
    return replace(style, kind=BlockKind.LIST_ITEM, level=level)


def half_points(text: str | None) -> int | None:
    """Return a size of letters as the file gives it, or None where it is no number."""
    return int(text) if text and _SIZE.fullmatch(text) else None


def _default_size(root: etree._Element | None) -> int:
    for defaults in () if root is None else root.iterchildren(*names.DEFAULTS):
        for size in defaults.iter(*names.SIZE):
            return half_points(value(size)) or _USUAL_SIZE
    return _USUAL_SIZE


def _has_body_level(settings: etree._Element) -> bool:
    return _number(child_value(settings, names.OUTLINE), 0) >= _BODY_LEVEL


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and _LEVEL.fullmatch(text) else otherwise
