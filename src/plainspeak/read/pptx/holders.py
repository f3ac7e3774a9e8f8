"""The placeholders of slides, and the bullets they have from their layout and master."""

from lxml import etree

from plainspeak.read.pptx.names import child, children, local
from plainspeak.read.pptx.words import bullet_of, level_of

TITLES = frozenset({"title", "ctrTitle"})
_BODY = frozenset({"body", "obj", "subTitle"})


def holder(shape: etree._Element) -> etree._Element | None:
    """Return the placeholder (p:ph) that a shape fills, if it fills one."""
    for about in shape:
        if local(about).startswith("nv"):
            return child(about, "nvPr", "ph")
    return None


def kind_of_holder(shape: etree._Element) -> str | None:
    """Return what a shape's placeholder is for, such as "title"; None where it fills none."""
    found = holder(shape)
    # A placeholder with no type holds any kind of content.
    return None if found is None else found.get("type") or "obj"


class Bullets:
    """Tells the bullet of a paragraph: its own, or that of the layout and master below it."""

    def __init__(self, layout: etree._Element | None, master: etree._Element | None) -> None:
        self._layout = _shapes(layout)
        self._master = _shapes(master)
        self._body = child(master, "txStyles", "bodyStyle")

    def of(self, shape: etree._Element, paragraph: etree._Element) -> etree._Element | None:
        """Return the element that says what bullet a paragraph has, or nothing."""
        own = bullet_of(child(paragraph, "pPr"))
        if own is not None:
            return own
        level = f"lvl{level_of(paragraph) + 1}pPr"
        styles = [child(shape, "txBody", "lstStyle")]
        found = holder(shape)
        if found is not None:
            under = (_of_layout(self._layout, found), _of_master(self._master, found))
            styles.extend(child(shape, "txBody", "lstStyle") for shape in under)
            if (found.get("type") or "obj") in _BODY:
                styles.append(self._body)
        for style in styles:
            bullet = bullet_of(child(style, level))
            if bullet is not None:
                return bullet
        return None


def _shapes(part: etree._Element | None) -> list[etree._Element]:
    return list(children(child(part, "cSld", "spTree"), "sp"))


def _of_layout(shapes: list[etree._Element], wanted: etree._Element) -> etree._Element | None:
    """Return the shape of a layout that a placeholder fills: the one with its number."""
    number = wanted.get("idx") or "0"
    for shape in shapes:
        found = holder(shape)
        if found is not None and (found.get("idx") or "0") == number:
            return shape
    return None


def _of_master(shapes: list[etree._Element], wanted: etree._Element) -> etree._Element | None:
    """Return the shape of a master that a placeholder takes its looks from: by its type."""
    kind = wanted.get("type") or "obj"
    for shape in shapes:
        found = kind_of_holder(shape)
        if found == kind or (found is not None and _BODY.issuperset({found, kind})):
            return shape
    return None
