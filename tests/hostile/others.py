"""Hostile OpenDocument texts and PowerPoint slides."""

from collections.abc import Callable, Mapping
from functools import partial

from hostile.build import OFFICE, PACKAGE, entry, joined, nested, relations, repeated, zipped
from hostile.word_parts import LAUGHS

ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = (
    f'xmlns:office="{ODF}office:1.0" xmlns:text="{ODF}text:1.0" xmlns:table="{ODF}table:1.0"'
    f' xmlns:style="{ODF}style:1.0" xmlns:draw="{ODF}drawing:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
LINE = "<text:p>We met in May. We read the plan with care.</text:p>"


def content(body: str, styles: str = "", before: str = "") -> str:
    return (
        f"{before}<office:document-content {NAMES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{LINE}{body}</office:text>"
        "</office:body></office:document-content>"
    )


def odt(body: str = "", styles: str = "", **changes: str | None) -> bytes:
    """Return an OpenDocument text; ``changes`` are parts, without ``.xml``."""
    parts = {"content": content(body, styles), "styles": None, **changes}
    return joined(
        [
            entry("mimetype", b"application/vnd.oasis.opendocument.text", stored=True),
            *(entry(f"{name}.xml", part.encode()) for name, part in parts.items() if part),
        ]
    )


def table(inside: str) -> str:
    return f"<table:table>{inside}</table:table>"


CELL = f"<table:table-cell>{LINE}</table:table-cell>"
ROW = f"<table:table-row>{CELL}</table:table-row>"
TEXTS = {
    "sections-100-deep": nested("text:section", 100, LINE),
    "sections-20000-deep": nested("text:section", 20_000, LINE),
    "lists-100-deep": "<text:list><text:list-item>" * 100
    + LINE
    + "</text:list-item></text:list>" * 100,
    "tables-60-deep": "<table:table><table:table-row><table:table-cell>" * 60
    + LINE
    + "</table:table-cell></table:table-row></table:table>" * 60,
    "spans-200-deep": "<text:p>" + nested("text:span", 200, "in") + "</text:p>",
    "frames-100-deep": "<text:p>"
    + "<draw:frame><draw:text-box><text:p>" * 60
    + "</text:p></draw:text-box></draw:frame>" * 60
    + "</text:p>",
    "notes-60-deep": "<text:p>"
    + "<text:note><text:note-body><text:p>" * 60
    + "</text:p></text:note-body></text:note>" * 60
    + "</text:p>",
    "columns-repeated-2-to-31": table(
        '<table:table-column table:number-columns-repeated="2147483648"/>'
        f'<table:table-row><table:table-cell table:number-columns-repeated="2147483647">{LINE}'
        "</table:table-cell></table:table-row>"
    ),
    "rows-repeated-2-to-31": table(
        ROW.replace("row>", 'row table:number-rows-repeated="2147483647">', 1)
    ),
    "rows-and-columns-repeated-9999": table(
        '<table:table-row table:number-rows-repeated="9999"><table:table-cell'
        f' table:number-columns-repeated="9999">{LINE}</table:table-cell></table:table-row>'
    ),
    "spans-2-to-31": table(
        '<table:table-row><table:table-cell table:number-columns-spanned="2147483647"'
        f' table:number-rows-spanned="2147483647">{LINE}</table:table-cell></table:table-row>'
    ),
    "spans-below-0": table(
        f'<table:table-row><table:table-cell table:number-columns-spanned="-1">{LINE}'
        "</table:table-cell></table:table-row>"
    ),
    "spaces-2-to-31": '<text:p>a<text:s text:c="2147483647"/>b</text:p>',
    "spaces-a-million-500-times": '<text:p>a<text:s text:c="1000000"/>b</text:p>' * 500,
    "spaces-of-5000-figures": f'<text:p>a<text:s text:c="{"9" * 5000}"/>b</text:p>',
    "spaces-below-0": '<text:p>a<text:s text:c="-5"/>b</text:p>',
    "heading-level-2-to-31": '<text:h text:outline-level="2147483648">Plan</text:h>',
    "list-starts-at-2-to-63": '<text:list><text:list-item text:start-value="9223372036854775808">'
    f"{LINE}</text:list-item></text:list>" * 50,
    "list-goes-on-in-itself": f'<text:list xml:id="a" text:continue-list="a"><text:list-item>{LINE}'
    "</text:list-item></text:list>" * 3,
    "paragraphs-60000": "<text:p/>" * 60_000,
    "paragraphs-60000-with-words": "<text:p>ward</text:p>" * 60_000,
    "text-of-3-million": f"<text:p>{'words ' * 500_000}</text:p>",
    "tabs-100000": f"<text:p>{'<text:tab/><text:line-break/>' * 100_000}</text:p>",
    "changes-never-ending": "<text:tracked-changes>"
    + '<text:changed-region xml:id="c"><text:deletion/></text:changed-region>' * 20_000
    + "</text:tracked-changes>"
    + '<text:p><text:change-start text:change-id="c"/>in</text:p>' * 100,
    "picture-not-there": '<text:p><draw:frame><draw:image xlink:href="Pictures/gone.png"/>'
    '<draw:object xlink:href="./Object 404"/></draw:frame></text:p>',
    "section-of-another-file": '<text:section><text:section-source xlink:href="/etc/passwd"/>'
    "</text:section>",
    "formula-of-20000": "<text:p>" + '<text:user-field-get text:name="x"/>' * 20_000 + "</text:p>",
}
RING = "".join(
    f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="{above}"'
    f' style:list-style-name="{above}"/>'
    for name, above in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "d"))
)
CHAIN = "".join(
    f'<style:style style:name="s{n}" style:family="paragraph" style:parent-style-name="s{n + 1}"/>'
    for n in range(20_000)
)
USED = '<text:p text:style-name="{}">We met in May.</text:p>'
ODTS: dict[str, Callable[[], bytes]] = {
    **{name: partial(odt, body) for name, body in TEXTS.items()},
    "styles-in-a-ring": lambda: odt(USED.format("a") + USED.format("d"), RING),
    "styles-20000-deep": lambda: odt(USED.format("s0"), CHAIN),
    "laughs": lambda: odt(content=content("&a11;", before=f"<!DOCTYPE x [{LAUGHS}]>")),
    "declares": lambda: odt(content=content("", before="<!DOCTYPE x>")),
    "entity-file": lambda: odt(
        content=content("&a;", before='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>')
    ),
    "content-missing": lambda: odt(content=None),
    "content-cut-short": lambda: odt(content=content("")[:-40]),
    "content-of-another-language": lambda: odt(content="<html/>"),
    "styles-cut-short": lambda: odt(styles="<office:document-styles"),
    "meta-of-5000-figures": lambda: odt(
        meta=f'<office:document-meta {NAMES}><office:meta page-count="{"9" * 5000}"/>'
        "</office:document-meta>"
    ),
    "of-a-sheet": lambda: zipped(
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content("")}
    ),
    "mimetype-of-1-mib": lambda: zipped({"mimetype": "x" * 2**20, "content.xml": content("")}),
    "mimetype-of-another-kind": lambda: zipped({"mimetype": "text/plain", "content.xml": ""}),
    "bomb": lambda: joined(
        [
            entry("mimetype", b"application/vnd.oasis.opendocument.text", stored=True),
            repeated("content.xml", b" " * 2**20, 300, b"<a>", b"</a>"),
        ]
    ),
    "bomb-of-60-mib-of-words": lambda: joined(
        [
            entry("mimetype", b"application/vnd.oasis.opendocument.text", stored=True),
            repeated("content.xml", LINE.encode() * 1000, 800,
                     content("").encode()[:-72], content("").encode()[-72:]),
        ]
    ),
    "locked": lambda: zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "\x01\x02\x03 noise",
            "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:'
            'manifest:1.0"><m:file-entry m:full-path="content.xml"><m:encryption-data/>'
            "</m:file-entry></m:manifest>",
        }
    ),
}  # fmt: skip

PRESENT = "http://schemas.openxmlformats.org/presentationml/2006/main"
DRAW = "http://schemas.openxmlformats.org/drawingml/2006/main"
KNOWN = f'xmlns:p="{PRESENT}" xmlns:a="{DRAW}" xmlns:r="{OFFICE}"'
SAID = "<p:txBody><a:p><a:r><a:t>We met in May.</a:t></a:r></a:p></p:txBody>"
SHAPE = f"<p:sp>{SAID}</p:sp>"
SLIDE_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/ppt/presentation.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation'
    '.main+xml"/></Types>'
)


def slide(shapes: str) -> str:
    return f"<p:sld {KNOWN}><p:cSld><p:spTree>{SHAPE}{shapes}</p:spTree></p:cSld></p:sld>"


def pptx(shapes: str = "", slides: int = 1, changes: Mapping[str, str] | None = None) -> bytes:
    """Return slides that are all one part, unless ``changes`` say otherwise."""
    ids = "".join(f'<p:sldId id="{n}" r:id="rId{n}"/>' for n in range(1, slides + 1))
    shown = f"<p:presentation {KNOWN}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
    return zipped(
        {
            "[Content_Types].xml": SLIDE_TYPES,
            "_rels/.rels": relations(("officeDocument", "ppt/presentation.xml")),
            "ppt/presentation.xml": shown,
            "ppt/_rels/presentation.xml.rels": relations(*[("slide", "slide.xml")] * slides),
            "ppt/slide.xml": slide(shapes),
            **(changes or {}),
        }
    )


PPTXS: dict[str, Callable[[], bytes]] = {
    "one-slide-3000-times": lambda: pptx(slides=3000),
    "slides-not-there": lambda: pptx(
        changes={"ppt/_rels/presentation.xml.rels": relations(("slide", "gone.xml"))}
    ),
    "slide-is-the-presentation": lambda: pptx(
        changes={"ppt/_rels/presentation.xml.rels": relations(("slide", "presentation.xml"))}
    ),
    "presentation-is-a-slide": lambda: pptx(changes={"ppt/presentation.xml": slide("")}),
    "links-in-a-ring": lambda: pptx(
        changes={
            "ppt/_rels/slide.xml.rels": relations(
                ("slideLayout", "slide.xml"), ("notesSlide", "slide.xml"),
                ("slideMaster", "slide.xml"), ("slide", "presentation.xml"),
            )
        }
    ),
    "groups-100-deep": lambda: pptx(nested("p:grpSp", 100, SHAPE)),
    "groups-20000-deep": lambda: pptx(nested("p:grpSp", 20_000, SHAPE)),
    "shapes-20000": lambda: pptx(SHAPE * 20_000),
    "table-spans-2-to-31": lambda: pptx(
        "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>"
        f'<a:tc gridSpan="2147483647" rowSpan="2147483647">{SAID.replace("p:tx", "a:tx")}</a:tc>'
        "</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    ),
    "place-of-5000-figures": lambda: pptx(
        f'<p:sp><p:spPr><a:xfrm><a:off x="{"9" * 5000}" y="-1e9"/><a:ext cx="x" cy=""/></a:xfrm>'
        f"</p:spPr>{SAID}</p:sp>"
    ),
    "level-2-to-31": lambda: pptx(
        '<p:sp><p:txBody><a:p><a:pPr lvl="2147483648"><a:buAutoNum startAt="2147483648"/></a:pPr>'
        "<a:r><a:t>x</a:t></a:r></a:p></p:txBody></p:sp>"
    ),
    "text-of-3-million": lambda: pptx(SHAPE.replace("May", "words " * 500_000)),
    "laughs": lambda: pptx(
        changes={"ppt/slide.xml": f"<!DOCTYPE x [{LAUGHS}]>{slide('<a>&a11;</a>')}"}
    ),
    "declares": lambda: pptx(changes={"ppt/presentation.xml": "<!DOCTYPE x>" + slide("")}),
    "slide-cut-short": lambda: pptx(changes={"ppt/slide.xml": slide("")[:-20]}),
    "slide-empty": lambda: pptx(changes={"ppt/slide.xml": ""}),
    "no-slides": lambda: pptx(slides=0),
    "choices-200-deep": lambda: pptx(
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
        '2006">' + nested("mc:Choice", 200, SHAPE) + "</mc:AlternateContent>"
    ),
}  # fmt: skip
CASES: dict[str, Callable[[], bytes]] = {
    **{f"open-{name}.odt": make for name, make in ODTS.items()},
    **{f"slides-{name}.pptx": make for name, make in PPTXS.items()},
}
