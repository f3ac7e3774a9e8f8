"""Files that want to call home: each holds links to an address that somebody listens at."""

from collections.abc import Callable

from hostile.build import PAGE, main_part, p, pdf, relations, stream, word, word_with
from hostile.letters import PLAIN, mail, parted
from hostile.others import content, odt, pptx
from hostile.word_parts import DOCUMENT, LINKS, declared

OUTSIDE = ' TargetMode="External"'


def with_link(kind: str, target: str, body: str = "") -> bytes:
    return word_with({
        DOCUMENT: main_part(p() + body), LINKS: relations((kind, target), mode=OUTSIDE),
    })  # fmt: skip


def with_entity(*lines: str) -> bytes:
    return word_with({DOCUMENT: declared("".join(lines))})


def action(words: str) -> bytes:
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S %s >> >>" % words.encode()})


def xhtml(url: str) -> bytes:
    kind = f'<!DOCTYPE html PUBLIC "-//X//DTD X//EN" "{url}/x.dtd">'
    return f"{kind}<html><body><p>We met in May.</p></body></html>".encode()


def loaded(url: str) -> bytes:
    return (
        f'<html><head><base href="{url}/"><link rel="stylesheet" href="{url}/a.css">'
        f'<meta http-equiv="refresh" content="0;url={url}"><script src="{url}/a.js"></script>'
        f'</head><body background="{url}/b.png"><p>We met.</p><img src="{url}/a.png" alt="a">'
        f'<iframe src="{url}"></iframe><object data="{url}"></object></body></html>'
    ).encode()


CALLERS: dict[str, Callable[[str], bytes]] = {
    "entity.docx": lambda url: with_entity(f'<!ENTITY a SYSTEM "{url}/a">'),
    "entity-in-a-declaration.docx": lambda url: with_entity(
        f'<!ENTITY % b SYSTEM "{url}/b"> %b;', '<!ENTITY a "x">'
    ),
    "declaration-elsewhere.docx": lambda url: word_with(
        {DOCUMENT: f'<!DOCTYPE w:document SYSTEM "{url}/d.dtd">' + main_part(p())}
    ),
    "declaration-of-the-links.docx": lambda url: word_with(
        {"_rels/.rels": f'<!DOCTYPE a SYSTEM "{url}/r.dtd">' + relations()}
    ),
    "included.docx": lambda url: word(
        f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{url}/i"/>'
    ),
    "schema.docx": lambda url: word(
        '<w:p xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:schemaLocation="{url} {url}/a.xsd"/>'
    ),
    "template.docx": lambda url: with_link("attachedTemplate", f"{url}/t.dotm"),
    "picture.docx": lambda url: with_link(
        "image",
        f"{url}/p.png",
        '<w:p><w:r><w:drawing><a:blip r:link="rId1"/></w:drawing></w:r></w:p>',
    ),
    "chunk.docx": lambda url: with_link("aFChunk", f"{url}/c.html", '<w:altChunk r:id="rId1"/>'),
    "styles.docx": lambda url: with_link("styles", f"{url}/s.xml"),
    "main-part.docx": lambda url: word_with(
        {"_rels/.rels": relations(("officeDocument", f"{url}/d.xml"), mode=OUTSIDE)}
    ),
    "field.docx": lambda url: word(
        f'<w:p><w:fldSimple w:instr="INCLUDETEXT {url}/f"><w:r/></w:fldSimple></w:p>'
    ),
    "entity.odt": lambda url: odt(
        content=content("&a;", before=f'<!DOCTYPE x [<!ENTITY a SYSTEM "{url}/a">]>')
    ),
    "section.odt": lambda url: odt(
        f'<text:section><text:section-source xlink:href="{url}/s.odt"/></text:section>'
        f'<text:p><draw:frame><draw:image xlink:href="{url}/p.png"/></draw:frame></text:p>'
    ),
    "slide.pptx": lambda url: pptx(
        changes={
            "ppt/_rels/presentation.xml.rels": relations(("slide", f"{url}/s.xml"), mode=OUTSIDE)
        }
    ),
    "declaration.html": xhtml,
    "everything.html": loaded,
    "everything.eml": lambda url: mail(
        parted(
            PLAIN,
            f"Content-Type: text/html\r\n\r\n{loaded(url).decode()}",
            f'Content-Type: message/external-body; access-type=URL; URL="{url}/m"\r\n\r\n'
            "Content-Type: text/plain\r\n\r\n",
        )
    ),
    "pictures.md": lambda url: f"# Plan\n\nWe met in May. ![a]({url}/p.png) [b]({url})".encode(),
    "address.pdf": lambda url: action(f"/URI /URI ({url})"),
    "form.pdf": lambda url: action(f"/SubmitForm /F << /FS /URL /F ({url}/form) >> /Flags 0"),
    "other-file.pdf": lambda url: action(f"/GoToR /F << /FS /URL /F ({url}/g.pdf) >> /D [0 /Fit]"),
    "script.pdf": lambda url: action(f"/JavaScript /JS (this.submitForm('{url}/js'))"),
    "stream-elsewhere.pdf": lambda url: pdf(
        {4: f"<< /Length 0 /F << /FS /URL /F ({url}/s) >> >>\nstream\n\nendstream".encode()}
    ),
    "form-of-markup.pdf": lambda url: pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /XFA 6 0 R >> /Metadata 6 0 R >>",
            6: stream(f'<!DOCTYPE a [<!ENTITY b SYSTEM "{url}/x">]><a>&b;</a>'.encode()),
        }
    ),
    "page-link.pdf": lambda url: pdf(
        {
            3: PAGE % (b"", b"/Annots [6 0 R]"),
            6: b"<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (%s) >> >>"
            % url.encode(),
        }
    ),
}
