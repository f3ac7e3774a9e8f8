"""The names of OpenDocument elements and attributes, with the prefixes of its standard."""

from typing import Final

from lxml import etree

_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES: Final = {
    "office": f"{_OASIS}office:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "draw": f"{_OASIS}drawing:1.0",
    "style": f"{_OASIS}style:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_PREFIXES: Final = {space: prefix for prefix, space in _SPACES.items()}


def full(name: str) -> str:
    """Return the full name of "text:p"."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


def short(element: etree._Element) -> str:
    """Return an element's name as "text:p", or nothing where it is not of the standard."""
    # A comment's tag is no text.
    space, _, local = str(element.tag).partition("}")
    prefix = _PREFIXES.get(space[1:])
    return f"{prefix}:{local}" if prefix else ""


def get(element: etree._Element, name: str) -> str:
    """Return an attribute by its name with a prefix, or nothing."""
    return element.get(full(name)) or ""
