"""Word papers made to try the PDF reader on: columns and footnotes."""

from itertools import cycle, islice
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

ROOT = Path(__file__).resolve().parents[1]
PARAGRAPHS = 60
_NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def make_papers(folder: Path) -> None:
    """Write papers in columns, with notes, and with both, from the words of the examples."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, columns, notes in [("columns", 2, 0), ("notes", 1, 9), ("columns-notes", 2, 9)]:
        paper = docx.Document()
        texts = list(islice(cycle(_texts()), PARAGRAPHS))
        paper.add_heading("The work of the new clinic", 1)
        for number, text in enumerate(texts):
            paragraph = paper.add_paragraph(text)
            if notes and number % notes == 0:
                _refer(paragraph, number // notes + 1)
        if columns > 1:
            _set_columns(paper, columns)
        if notes:
            _add_notes(paper, [texts[at] for at in range(0, PARAGRAPHS, notes)])
        paper.save(str(folder / f"made-{name}.docx"))


def _texts() -> list[str]:
    """Return the paragraphs of the example papers, those of more than a line."""
    sources = sorted(ROOT.glob("examples/source/*.md"))
    lines = [line for file in sources for line in file.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if len(line) > 80 and line[0].isalpha()]


def _set_columns(paper: docx.document.Document, count: int) -> None:
    columns = paper.sections[0]._sectPr.find(qn("w:cols"))
    if columns is None:
        columns = OxmlElement("w:cols")
        paper.sections[0]._sectPr.append(columns)
    columns.set(qn("w:num"), str(count))


def _refer(paragraph: Paragraph, number: int) -> None:
    """Put the small raised number of a note at the end of a paragraph."""
    paragraph._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )
    )


def _add_notes(paper: docx.document.Document, texts: list[str]) -> None:
    notes = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        '<w:footnoteRef/></w:r><w:r><w:rPr><w:sz w:val="16"/></w:rPr>'
        f'<w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        for number, text in enumerate(texts, start=1)
    )
    xml = f"<w:footnotes {nsdecls('w')}>{notes}</w:footnotes>"
    package = paper.part.package
    part = Part(PackURI("/word/footnotes.xml"), _NOTES, xml.encode(), package)
    paper.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
