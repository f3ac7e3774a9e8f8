"""Hostile Word files: their mark-up as a language, and how their parts point to each other."""

from collections.abc import Callable
from functools import partial

from hostile.build import MAIN, SPACES, TYPES, W, main_part, p, relations, word, word_with

SOUND = main_part(p())
DOCUMENT = "word/document.xml"
LINKS = "word/_rels/document.xml.rels"


def declared(inside: str, used: str = "&a;", root: str = "w:document") -> str:
    """Return a main part with declarations before it."""
    return f"<!DOCTYPE {root} [{inside}]>" + main_part(p(used))


LAUGHS = '<!ENTITY a0 "ha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
)
TEXTS: dict[str, bytes | str] = {
    "laughs": declared(LAUGHS, "&a11;"),
    "laughs-squared": declared(f'<!ENTITY a "{"ha" * 100_000}">', "&a;" * 20_000),
    "entity-of-itself": declared('<!ENTITY a "&a;">'),
    "entities-of-each-other": declared('<!ENTITY a "&b;"><!ENTITY b "&a;">'),
    "entity-file": declared('<!ENTITY a SYSTEM "file:///etc/passwd">'),
    "entity-file-by-name": declared('<!ENTITY a SYSTEM "/etc/passwd">'),
    "entity-device": declared('<!ENTITY a SYSTEM "file:///dev/zero">'),
    "entity-in-a-declaration": declared(
        '<!ENTITY % b SYSTEM "file:///etc/passwd"><!ENTITY % c "%b;"> %b; %c;', "x"
    ),
    "entity-not-declared": main_part(p("&nothing;")),
    "declares-nothing": "<!DOCTYPE w:document>" + SOUND,
    "declares-in-utf-16": declared('<!ENTITY a "ha">').encode("utf-16"),
    "declares-in-utf-32": (
        '<?xml version="1.0" encoding="UTF-32"?>' + declared("")
    ).encode("utf-32"),
    "declares-in-ebcdic": ('<?xml version="1.0" encoding="cp037"?>' + declared("")).encode("cp037"),
    "declares-in-utf-7": (
        '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE w:document+AD4-' + SOUND
    ),
    "declares-in-lower-case": "<!doctype html>" + SOUND,
    "declares-in-a-comment": "<!-- <!DOCTYPE a> -->" + SOUND,
    "includes-a-file": main_part(
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'
    ),
    "style-sheet-of-a-file": '<?xml-stylesheet href="file:///etc/passwd" type="text/xsl"?>' + SOUND,
    "utf-8-that-is-none": SOUND.encode().replace(b"May", b"M\xff\xfe\xc0\x80y"),
    "utf-16-of-odd-length": SOUND.encode("utf-16")[:-1],
    "utf-16-half-pairs": SOUND.encode("utf-16-le").replace(
        "May".encode("utf-16-le"), b"\x00\xd8\x00\xd8\x00\xdc"
    ),
    "encoding-unknown": '<?xml version="1.0" encoding="utf-99"?>' + SOUND,
    "encoding-a-lie": '<?xml version="1.0" encoding="UTF-16"?>' + SOUND,
    "control-characters": SOUND.encode().replace(b"May", b"\x01\x02\x1b[31m\x00\x7f"),
    "control-references": main_part(p("&#x1;&#x1b;[31m&#0;")),
    "half-pair-references": main_part(p("&#xD800;&#xDFFF;")),
    "references-beyond-all": main_part(p("&#x110000;&#99999999999999999999;")),
    "terminal-code-c1": main_part(p("\x85\x9b31m")),
    "not-closed": SOUND[: len(SOUND) // 2],
    "cut-in-a-tag": SOUND[:-3],
    "two-roots": SOUND * 2,
    "empty": b"",
    "spaces-1-mib": b" " * 2**20,
    "mark-of-order-only": b"\xff\xfe",
    "null-bytes": bytes(5000),
    "comment-of-11-mib": f"<!--{'x' * 11 * 2**20}-->" + SOUND,
    "instruction-of-1-mib": f"<?x {'y' * 2**20}?>" + SOUND,
    "cdata-of-1-mib": main_part(p(f"<![CDATA[{'<w:p>' * 200_000}]]>")),
    "prefix-unknown": f'<w:document xmlns:w="{W}"><q:body/></w:document>',
    "of-another-language": "<html><body><p>We met in May.</p></body></html>",
    "no-namespace": "<document><body><p>We met.</p></body></document>",
    "strict-in-half": main_part(p()).replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    "no-body": f"<w:document {SPACES}/>",
    "two-bodies": f"<w:document {SPACES}>{f'<w:body>{p()}</w:body>' * 2}</w:document>",
    "body-within-body": main_part(f"<w:body>{p()}</w:body>"),
    "is-a-list-of-styles": f'<w:styles xmlns:w="{W}"/>',
    "is-a-picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "names-of-1-mib": f"<w:document {SPACES}><w:{'x' * 2**20}/></w:document>",
}  # fmt: skip
# The same declarations in a part that is read later, or first.
ELSEWHERE = {
    "types": {"[Content_Types].xml": '<!DOCTYPE a [<!ENTITY a "x">]>' + TYPES},
    "package-links": {"_rels/.rels": "<!DOCTYPE a>" + MAIN},
    "links": {LINKS: "<!DOCTYPE a>" + relations()},
    "styles": {"word/styles.xml": "<!DOCTYPE a>", LINKS: relations(("styles", "styles.xml"))},
    "notes": {"word/n.xml": "<!DOCTYPE a>", LINKS: relations(("footnotes", "n.xml"))},
}
HEADER = f"<w:hdr {SPACES}>{p('head')}</w:hdr>"
SHOW_HEADER = main_part(
    p() + '<w:sectPr><w:headerReference r:id="rId1" w:type="default"/></w:sectPr>'
)
APP = '<Properties xmlns="x"><Pages>%s</Pages><Words>%s</Words></Properties>'
POINTING: dict[str, dict[str, bytes | str | None]] = {
    "main-part-missing": {DOCUMENT: None},
    "types-missing": {"[Content_Types].xml": None},
    "links-missing": {"_rels/.rels": None},
    "types-and-links-missing": {"[Content_Types].xml": None, "_rels/.rels": None},
    "types-of-noise": {"[Content_Types].xml": b"\xff\xfe\0\x01"},
    "main-part-is-itself": {"_rels/.rels": relations(("officeDocument", "_rels/.rels"))},
    "main-part-is-outside": {"_rels/.rels": MAIN.replace("/>", ' TargetMode="External"/>')},
    "main-part-is-a-file": {"_rels/.rels": relations(("officeDocument", "file:///etc/passwd"))},
    "main-part-goes-up": {"_rels/.rels": relations(("officeDocument", "../../../etc/passwd"))},
    "main-part-goes-up-in-code": {
        "_rels/.rels": relations(("officeDocument", "%2e%2e/%2e%2e/etc/passwd%00.xml"))
    },
    "main-part-name-of-1-mib": {"_rels/.rels": relations(("officeDocument", "../" * 2**18))},
    "main-part-twice": {"_rels/.rels": relations(*[("officeDocument", "word/document.xml")] * 9)},
    "links-50000": {LINKS: relations(*[("image", f"media/{n}.png") for n in range(50_000)])},
    "links-to-null": {LINKS: relations(("styles", "NULL"), ("numbering", "#_top"), ("header", ""))},
    "links-to-itself": {
        LINKS: relations(*[(kind, "document.xml") for kind in
                           ("styles", "numbering", "footnotes", "endnotes", "comments", "header",
                            "footer", "settings", "theme")])
    },
    "header-is-the-main-part": {
        DOCUMENT: SHOW_HEADER, LINKS: relations(("header", "document.xml")),
    },
    "header-not-there": {DOCUMENT: SHOW_HEADER, LINKS: relations(("header", "gone.xml"))},
    "header-is-a-ring": {
        DOCUMENT: SHOW_HEADER, LINKS: relations(("header", "h.xml")), "word/h.xml": HEADER,
        "word/_rels/h.xml.rels": relations(("header", "h.xml"), ("footer", "document.xml")),
    },
    "header-of-5000-sections": {
        DOCUMENT: main_part(
            p() + '<w:p><w:pPr><w:sectPr><w:headerReference r:id="rId1" w:type="default"/>'
            "</w:sectPr></w:pPr></w:p>" * 5000
        ),
        LINKS: relations(("header", "h.xml")), "word/h.xml": HEADER,
    },
    "all-parts-of-the-wrong-kind": {
        LINKS: relations(("styles", "n.xml"), ("numbering", "n.xml"), ("comments", "n.xml"),
                         ("footnotes", "n.xml"), ("settings", "n.xml")),
        "word/n.xml": HEADER,
    },
    "pages-of-5000-figures": {"docProps/app.xml": APP % ("9" * 5000, "9" * 5000)},
    "pages-below-0": {"docProps/app.xml": APP % (-5, "many")},
    "program-inside": {
        "word/vbaProject.bin": b"\xd0\xcf\x11\xe0" + bytes(900),
        LINKS: relations(("vbaProject", "vbaProject.bin"), ("oleObject", "embeddings/o.bin")),
        "word/embeddings/o.bin": b"MZ" + bytes(900),
    },
    "chunk-of-html": {
        DOCUMENT: main_part(p() + '<w:altChunk r:id="rId1"/>'),
        LINKS: relations(("aFChunk", "chunk.html")),
        "word/chunk.html": "<script>while(1);</script>We met in May.",
    },
    "chunk-is-the-paper": {
        DOCUMENT: main_part(p() + '<w:altChunk r:id="rId1"/>' * 50),
        LINKS: relations(("aFChunk", "document.xml")),
    },
}  # fmt: skip


def comments(count: int) -> bytes:
    one = f'<w:comment w:id="1" w:author="{"A" * 500}">{p("Note")}</w:comment>'
    part = f"<w:comments {SPACES}>{one * count}</w:comments>"
    return word('<w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>' * 500,
                [("comments", "comments.xml")], comments=part)  # fmt: skip


CASES: dict[str, Callable[[], bytes]] = {
    **{f"xml-{name}.docx": partial(word_with, {DOCUMENT: text}) for name, text in TEXTS.items()},
    **{f"declared-in-{name}.docx": partial(word_with, parts) for name, parts in ELSEWHERE.items()},
    **{f"parts-{name}.docx": partial(word_with, parts) for name, parts in POINTING.items()},
    "comments-20000.docx": partial(comments, 20_000),
}
