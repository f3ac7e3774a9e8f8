"""The names of the elements we meet in a DOCX file, in both of its namespaces.

Word writes "transitional" files by default and "Strict" ones on request. They
differ in their namespaces only, so every set of tags here holds both.
"""

from typing import Final

from lxml import etree

WORD: Final = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
RELATIONS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
_MATHS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)
_DRAWING: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/",
    "{http://purl.oclc.org/ooxml/drawingml/",
)
_CHOICES: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def w(*names: str) -> frozenset[str]:
    """Return the full tags of WordprocessingML elements."""
    return frozenset(space + name for space in WORD for name in names)


def drawing(*names: str) -> frozenset[str]:
    """Return the full tags of DrawingML elements, each given as "kind}name"."""
    return frozenset(space + name for space in _DRAWING for name in names)


DOCUMENT: Final = w("document")
PARAGRAPH: Final = w("p")
PARAGRAPH_SETTINGS: Final = w("pPr")
RUN: Final = w("r")
RUN_SETTINGS: Final = w("rPr")
TEXT: Final = w("t")
TABLE: Final = w("tbl")
ROW: Final = w("tr")
ROW_SETTINGS: Final = w("trPr")
CELL: Final = w("tc")
TABLE_SETTINGS: Final = w("tblPr")
TABLE_STYLE: Final = w("tblStyle")
TABLE_LOOK: Final = w("tblLook")
TABLE_STYLE_PART: Final = w("tblStylePr")
HEADER_ROW: Final = w("tblHeader")
COLUMNS_BEFORE: Final = w("gridBefore")
COLUMNS: Final = w("gridSpan")
CELL_SETTINGS: Final = w("tcPr")
MERGED: Final = w("vMerge", "hMerge")
CONTROL: Final = w("sdt")
CONTROL_SETTINGS: Final = w("sdtPr")
GALLERY: Final = w("docPartGallery")
FIELD_MARK: Final = w("fldChar")
CHOSEN_FROM: Final = w("ddList")
FIELD_CODE: Final = w("instrText")
SIMPLE_FIELD: Final = w("fldSimple")
BREAK: Final = w("br")
RENDERED_BREAK: Final = w("lastRenderedPageBreak")
SYMBOL: Final = w("sym")
TEXT_BOX: Final = w("txbxContent")
NOTE: Final = w("footnote", "endnote", "comment")
NOTE_REFERENCE: Final = w("footnoteReference", "endnoteReference", "commentReference")
HEADER_REFERENCE: Final = w("headerReference")
FOOTER_REFERENCE: Final = w("footerReference")
INSERTED_FILE: Final = w("altChunk", "subDoc")
BOLD: Final = w("b")
UNDERLINE: Final = w("u")
SIZE: Final = w("sz")
DEFAULTS: Final = w("docDefaults")
LANGUAGE: Final = w("lang")
HIDDEN: Final = w("vanish")
RUN_STYLE: Final = w("rStyle")
PARAGRAPH_STYLE: Final = w("pStyle")
OUTLINE: Final = w("outlineLvl")
NUMBERING: Final = w("numPr")
LIST_NUMBER: Final = w("numId")
LIST_LEVEL: Final = w("ilvl")
STYLE: Final = w("style")
STYLE_NAME: Final = w("name")
BASED_ON: Final = w("basedOn")
INSERTED: Final = w("ins")
MOVED_HERE: Final = w("moveTo")
MOVED_AWAY: Final = w("moveFrom")
DELETED: Final = w("del") | MOVED_AWAY
DELETED_TEXT: Final = w("delText", "t")
OBJECT: Final = w("object")

EQUATION: Final = frozenset(space + "oMath" for space in _MATHS)
ALTERNATIVES: Final = frozenset({_CHOICES + "AlternateContent"})
CHOICE: Final = _CHOICES + "Choice"
FALLBACK: Final = _CHOICES + "Fallback"

CHART: Final = drawing("chart}chart")
NEW_CHART: Final = frozenset({"{http://schemas.microsoft.com/office/drawing/2014/chartex}chart"})
# SmartArt keeps its words in another part; a locked canvas in a form of its own.
DIAGRAM: Final = drawing("diagram}relIds")
CANVAS_TEXT: Final = drawing("main}txBody")
PICTURE: Final = drawing("picture}pic")
OLD_PICTURE: Final = frozenset({"{urn:schemas-microsoft-com:vml}imagedata"})
PLACED: Final = drawing("wordprocessingDrawing}inline", "wordprocessingDrawing}anchor")
PLACED_PROPERTIES: Final = drawing("wordprocessingDrawing}docPr")
PICTURE_PROPERTIES: Final = drawing("picture}cNvPr")
DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
DRAWN_PARAGRAPH: Final = drawing("main}p")
DRAWN_TEXT: Final = drawing("main}t")
CHART_TITLE: Final = drawing("chart}title")
CHART_NAMES: Final = drawing("chart}tx", "chart}cat")
CHART_VALUE: Final = drawing("chart}v")
DIAGRAM_POINT: Final = drawing("diagram}pt")
EMBEDDED: Final = frozenset({"{urn:schemas-microsoft-com:office:office}OLEObject"})

# One character each, so that an offset in a block stays an offset in its runs.
CHARACTERS: Final[dict[str, str]] = {
    **dict.fromkeys(w("tab", "ptab"), " "),
    **dict.fromkeys(w("cr"), "\n"),
    **dict.fromkeys(w("noBreakHyphen"), "-"),
    **dict.fromkeys(w("softHyphen"), "\N{SOFT HYPHEN}"),
}

# Settings, and text that is in the file but not on the page.
UNREAD: Final = (
    DELETED
    | w("pPr", "rPr", "sdtPr", "sdtEndPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr")
    | w("smartTagPr", "customXmlPr", "rubyPr", "rt", "delText", "delInstrText", "ffData")
)


_OFF: Final = frozenset({"0", "false", "off", "none"})


def value(element: etree._Element, name: str = "val") -> str | None:
    """Return a w: attribute of an element, in either namespace."""
    found = element.get(WORD[0] + name)
    return element.get(WORD[1] + name) if found is None else found


def child_value(element: etree._Element, tags: frozenset[str]) -> str | None:
    """Return the w:val of the first child that has one of the tags."""
    child = next(element.iterchildren(*tags), None)
    return None if child is None else value(child)


def is_on(element: etree._Element) -> bool:
    """Say whether an on/off setting such as w:b is on: by being there, unless it says no."""
    return value(element) not in _OFF


def relation_id(element: etree._Element, name: str = "id") -> str | None:
    """Return the r:id of an element, in either namespace."""
    return element.get(RELATIONS[0] + name) or element.get(RELATIONS[1] + name)
