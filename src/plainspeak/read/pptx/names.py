"""The names inside a PowerPoint file, of which the last part is enough to tell them apart."""

from collections.abc import Iterator

from lxml import etree

_RELATIONS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace; a comment has none."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Yield the children of an element that have one of some names."""
    for child in () if element is None else element:
        if local(child) in names:
            yield child


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first child of a child, and so on, by their names."""
    for name in path:
        element = next(children(element, name), None)
    return element


def relation_id(element: etree._Element, name: str = "id") -> str:
    """Return the r:id of an element, in either namespace."""
    return element.get(_RELATIONS[0] + name) or element.get(_RELATIONS[1] + name) or ""


def is_on(value: str | None) -> bool:
    """Say whether a setting is on."""
    return value in {"1", "true", "on"}
