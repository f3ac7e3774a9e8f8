"""Small Word files made from pieces of XML, for the tests of the DOCX reader."""

import zipfile
from io import BytesIO

import pytest

from plainspeak.document import Document
from plainspeak.errors import PaperError
from plainspeak.read.docx import read_docx

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
SPACES = (
    f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
)


def r(text: str, settings: str = "") -> str:
    return f'<w:r><w:rPr>{settings}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str, settings: str = "") -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr>{inside}</w:p>"


def styled(text: str, style: str) -> str:
    return p(r(text), f'<w:pStyle w:val="{style}"/>')


def style(style_id: str, name: str, inside: str = "") -> str:
    start = f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/>'
    return f"{start}{inside}</w:style>"


def cell(inside: str, settings: str = "") -> str:
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{inside}</w:tc>"


def table(*rows: str) -> str:
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


def item(text: str, list_id: int, level: int = 0, settings: str = "") -> str:
    """Return an item of a list."""
    number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return p(r(text), settings + number)


def field(code: str, result: str) -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    text = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark("begin") + text + mark("separate") + result + mark("end")


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return out.getvalue()


def parts_of(body: str, **beside: str) -> dict[str, str | bytes]:
    """Return the parts of a paper whose main part has a name of its own."""
    parts: dict[str, str | bytes] = {}
    pointers = ""
    for kind, inside in beside.items():
        base = kind.rstrip("0123456789")
        pointers += f'<Relationship Id="{kind}" Type="{RELATIONS}/{base}" Target="{kind}.xml"/>'
        # A part with a root of its own brings it along.
        if inside.startswith(("<c:chartSpace", "<dgm:dataModel")):
            parts[f"text/{kind}.xml"] = inside.replace(">", f" {SPACES}>", 1)
        else:
            parts[f"text/{kind}.xml"] = f"<w:{base} {SPACES}>{inside}</w:{base}>"
    first = f'<Relationship Id="r" Type="{RELATIONS}/officeDocument" Target="/text/body.xml"/>'
    return parts | {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f"<Relationships>{first}</Relationships>",
        "text/_rels/body.xml.rels": f"<Relationships>{pointers}</Relationships>",
        "text/body.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
    }


def paper(body: str, **beside: str) -> Document:
    return read_docx("paper.docx", zipped(parts_of(body, **beside)))


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def kinds(document: Document) -> list[tuple[str, str, int]]:
    return [(block.text, block.kind.value, block.level) for block in document.blocks]


def refusal(data: bytes) -> str:
    with pytest.raises(PaperError) as caught:
        read_docx("paper.docx", data)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith("paper.docx: ")
    return caught.value.reason
