"""What the styles of an OpenDocument text say about its paragraphs and words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from plainspeak.document import BlockKind
from plainspeak.read.gather import language_of, whole_number
from plainspeak.read.odt.names import full, get, short

_MAX_CHAIN: Final = 50
_ESCAPED: Final = re.compile("_([0-9a-f]{2})_")  # "Heading_20_1" is "Heading 1"
_SUBTITLE_LEVEL: Final = 2
# The names LibreOffice gives, and those of papers that Word saved.
_KINDS: Final = (
    (re.compile("title"), BlockKind.TITLE),
    (re.compile("subtitle"), BlockKind.HEADING),
    (re.compile("heading([1-9])"), BlockKind.HEADING),
    (re.compile("caption"), BlockKind.CAPTION),
    (re.compile("quotations|(?:intense)?quote|blocktext"), BlockKind.QUOTE),
    (re.compile("preformattedtext|htmlpreformatted|(?:source)?code"), BlockKind.CODE),
    (re.compile("contents(?:heading|[0-9]+)|toc-?(?:heading|[1-9])"), BlockKind.CONTENTS),
    (re.compile("bibliography(?:[1-9])?"), BlockKind.REFERENCE),
)


@dataclass(frozen=True, slots=True)
class Style:
    """What a style comes to, with all it is based on; None where it does not say."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    hidden: bool | None = None
    bold: bool | None = None
    underlined: bool | None = None
    language: str | None = None


class Styles:
    """The styles of one part of a paper, with the automatic ones that are its own."""

    def __init__(self, *roots: etree._Element | None) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._known: dict[tuple[str, str], Style] = {}
        self._default = Style()
        for element in _children(roots):
            family = get(element, "style:family")
            if short(element) == "style:style":
                self._elements[family, get(element, "style:name")] = element
            elif short(element) == "style:default-style" and family == "paragraph":
                self._default = _build_on(Style(), element)

    def paragraph(self, name: str) -> Style:
        """Return a paragraph style by its name."""
        return self._style("paragraph", name, self._default)

    def words(self, name: str) -> Style:
        """Return the style of some words inside a paragraph by its name."""
        return self._style("text", name, Style())

    def masters(self) -> Iterator[str]:
        """Yield the page styles that these styles begin."""
        for element in self._elements.values():
            if master := get(element, "style:master-page-name"):
                yield master

    def _style(self, family: str, name: str, default: Style) -> Style:
        key = (family, name)
        if key not in self._known:
            chain: dict[tuple[str, str], etree._Element] = {}
            following = key
            while following in self._elements and len(chain) < _MAX_CHAIN:
                if following in chain:
                    break
                chain[following] = self._elements[following]
                following = (family, get(chain[following], "style:parent-style-name"))
            # A style that is not defined goes by its name, as in "Heading_20_1".
            style = _named(following[1], default)
            for element in reversed(chain.values()):
                style = _build_on(style, element)
            self._known[key] = style
        return self._known[key]


def _children(roots: tuple[etree._Element | None, ...]) -> Iterator[etree._Element]:
    for root in roots:
        yield from () if root is None else root


def _build_on(base: Style, element: etree._Element) -> Style:
    style = base
    for name in (get(element, "style:name"), get(element, "style:display-name")):
        style = _named(name, style)
    level = whole_number(get(element, "style:default-outline-level"), 0, 10)
    if level and style.kind is BlockKind.PARAGRAPH:
        style = replace(style, kind=BlockKind.HEADING, level=level)
    for words in element.iterchildren(full("style:text-properties")):
        style = _with_words(style, words)
    return style


def _with_words(style: Style, words: etree._Element) -> Style:
    if display := get(words, "text:display"):
        style = replace(style, hidden=display == "none")
    if weight := get(words, "fo:font-weight"):
        style = replace(style, bold=weight in {"bold", "600", "700", "800", "900"})
    if line := get(words, "style:text-underline-style"):
        style = replace(style, underlined=line != "none")
    if language := get(words, "fo:language"):
        style = replace(style, language=language_of(language))
    return style


def _named(name: str, base: Style) -> Style:
    spelled = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), name)
    key = spelled.lower().replace(" ", "")
    for pattern, kind in _KINDS:
        if found := pattern.fullmatch(key):
            level = int(found[1]) if kind is BlockKind.HEADING and pattern.groups else 0
            return replace(base, kind=kind, level=_SUBTITLE_LEVEL if key == "subtitle" else level)
    return base
