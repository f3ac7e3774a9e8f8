"""Make the example papers of an invented trust, as Word documents and as PDFs.

The words stand in ``source/*.md``; this script gives them the look of a real NHS paper. Besides
ordinary Markdown the sources may hold ``{+a tracked insertion+}``, ``{=a content control=}``,
``<br>`` for a new line, and a ``Footer:`` line at the top. In the line under a table's heading
row, the number of dashes gives the width of each column.

Run it with ``python examples/make_examples.py``. It needs python-docx, and LibreOffice (the
command ``soffice``) for the PDFs; without LibreOffice it makes the Word documents and ends with
exit code 3. The Word documents come out the same, byte for byte, each time.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as Paper
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

HERE = Path(__file__).resolve().parent
NAMES = ("board-paper", "minutes", "invitation")
TRUST = "Larkfield Community Health NHS Trust"
MADE = datetime(2026, 11, 20, 9, 0, 0, tzinfo=UTC)
FONT = "Arial"
BLUE = RGBColor(0x00, 0x5E, 0xB8)
DARK_BLUE = RGBColor(0x00, 0x30, 0x87)
PALE = "E8EDEE"
TEXT_WIDTH_CM = 16.5
GAPS = {"|": 14, "-": 8}  # points above the words that follow a table or a list
NO_SOFFICE = 3

MARK = re.compile(r"(\*\*.+?\*\*|\{\+.+?\+\}|\{=.+?=\}|\[\^\d+\]|<br>|<[^<>\s]+@[^<>\s]+>)")
NOTE = re.compile(r"^\[\^(\d+)\]:\s*(.+)$")
NUMBERED = re.compile(r"^(\d+\.\d+) (.+)$")
LISTED = re.compile(r"^\d+\. (.+)$")

PLAIN_RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
INSERTION = (
    '<w:ins {ns} w:id="901" w:author="Joseph Okafor" w:date="2026-11-19T16:20:00Z">{run}</w:ins>'
)
CONTROL = (
    '<w:sdt {ns}><w:sdtPr><w:alias w:val="Purpose"/><w:tag w:val="purpose"/>'
    '<w:id w:val="26112026"/><w:text/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>'
)
NOTE_MARK = (
    '<w:r {ns}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    '<w:footnoteReference w:id="{number}"/></w:r>'
)
NOTE_TEXT = (
    '<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    '<w:r><w:t xml:space="preserve"> {text}</w:t></w:r></w:p></w:footnote>'
)
NOTES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {ns}>'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>{notes}</w:footnotes>"
)
NOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


# The look of the page


def set_font(style: ParagraphStyle, size: float, *, bold: bool = False) -> None:
    """Give a style the house font, and take away the theme font that would win over it."""
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    for name in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{name}"), FONT)


def set_style(
    paper: Paper,
    name: str,
    size: float,
    *,
    before: float = 0,
    after: float = 8,
    bold: bool = False,
    colour: RGBColor | None = None,
) -> ParagraphStyle:
    """Set up one paragraph style, making it if Word's own template lacks it."""
    styles = paper.styles
    style = styles[name] if name in styles else styles.add_style(name, 1)
    assert isinstance(style, ParagraphStyle)
    set_font(style, size, bold=bold)
    if colour is not None:
        style.font.color.rgb = colour
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = 1.15
    shape.alignment = WD_ALIGN_PARAGRAPH.LEFT
    return style


def set_styles(paper: Paper) -> None:
    """Set up every style: 12 point sans serif, left aligned, clear headings."""
    set_style(paper, "Normal", 12)
    title = set_style(paper, "Title", 22, before=6, after=14, bold=True, colour=DARK_BLUE)
    for border in title.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    heading = set_style(paper, "Heading 1", 16, before=14, after=6, bold=True, colour=BLUE)
    heading.paragraph_format.keep_with_next = True
    black = RGBColor(0, 0, 0)
    caption = set_style(paper, "Caption", 12, before=6, after=4, bold=True, colour=black)
    caption.paragraph_format.keep_with_next = True
    for name in ("List Bullet", "List Number"):
        listed = set_style(paper, name, 12, after=4).element
        for close_up in listed.findall(f".//{qn('w:contextualSpacing')}"):
            close_up.getparent().remove(close_up)
    numbered = set_style(paper, "Numbered Paragraph", 12).paragraph_format
    numbered.left_indent, numbered.first_line_indent = Cm(1.25), Cm(-1.25)
    set_style(paper, "Table Text", 12, before=2, after=2)
    set_style(paper, "Header", 12, after=0, bold=True, colour=BLUE)
    foot = set_style(paper, "Footer", 10, after=0).paragraph_format.tab_stops
    foot.clear_all()
    foot.add_tab_stop(Cm(TEXT_WIDTH_CM), WD_TAB_ALIGNMENT.RIGHT)
    set_style(paper, "Footnote Text", 10, after=0)


def set_page(paper: Paper) -> None:
    """Set up an A4 page, and tell Word that the words are British English."""
    section = paper.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm((21 - TEXT_WIDTH_CM) / 2)
    section.top_margin, section.bottom_margin = Cm(2.3), Cm(2)
    section.header_distance, section.footer_distance = Cm(1.1), Cm(1)
    for language in paper.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def add_field(paragraph: Paragraph, code: str) -> None:
    """Add a field that Word fills in, such as the page number."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    field.append(parse_xml(PLAIN_RUN.replace("<w:r>", f"<w:r {nsdecls('w')}>", 1).format("1")))
    paragraph._p.append(field)


def add_header_and_footer(paper: Paper, footer: str) -> None:
    """Put the trust's name at the top of each page, and the page number at its foot."""
    section = paper.sections[0]
    top = section.header.paragraphs[0]
    top.text = TRUST
    top.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot = section.footer.paragraphs[0]
    foot.add_run(f"{footer}\tPage ")
    add_field(foot, "PAGE")
    foot.add_run(" of ")
    add_field(foot, "NUMPAGES")


# The words


def raw(template: str, text: str = "", number: str = "") -> BaseOxmlElement:
    """Make a piece of raw XML that python-docx has no call for."""
    run = PLAIN_RUN.format(escape(text))
    return parse_xml(template.format(ns=nsdecls("w"), run=run, number=number))


def add_link(paragraph: Paragraph, address: str) -> None:
    """Add an e-mail address that can be clicked."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(f"mailto:{address}", RT.HYPERLINK, True))
    run = paragraph.add_run(address)
    run.font.underline = True
    run.font.color.rgb = BLUE
    link.append(run._r)
    paragraph._p.append(link)


def add_words(paragraph: Paragraph, text: str) -> None:
    """Add a line of the source to a paragraph, with its marks turned into Word's own."""
    for piece in MARK.split(text):
        if piece.startswith("**"):
            paragraph.add_run(piece[2:-2]).bold = True
        elif piece.startswith("{+"):
            paragraph._p.append(raw(INSERTION, piece[2:-2]))
        elif piece.startswith("{="):
            paragraph._p.append(raw(CONTROL, piece[2:-2]))
        elif piece.startswith("[^"):
            paragraph._p.append(raw(NOTE_MARK, number=piece[2:-1]))
        elif piece == "<br>":
            paragraph.add_run().add_break()
        elif piece.startswith("<"):
            add_link(paragraph, piece[1:-1])
        elif piece:
            paragraph.add_run(piece)


def add_line(paper: Paper, line: str) -> None:
    """Add one line of the source as one paragraph of the right style."""
    if line.startswith("# "):
        add_words(paper.add_paragraph(style="Title"), line[2:])
    elif line.startswith("## "):
        add_words(paper.add_paragraph(style="Heading 1"), line[3:])
    elif line.startswith("- "):
        add_words(paper.add_paragraph(style="List Bullet"), line[2:])
    elif listed := LISTED.match(line):
        add_words(paper.add_paragraph(style="List Number"), listed[1])
    elif numbered := NUMBERED.match(line):
        add_words(paper.add_paragraph(style="Numbered Paragraph"), "\t".join(numbered.groups()))
    elif re.match(r"Table \d+: ", line):
        add_words(paper.add_paragraph(style="Caption"), line)
    else:
        paragraph = paper.add_paragraph()
        add_words(paragraph, line)
        paragraph.paragraph_format.keep_with_next = True if line.endswith(":") else None


def add_footnotes(paper: Paper, notes: dict[str, str]) -> None:
    """Add the part that holds the footnotes, which python-docx cannot make by itself."""
    if not notes:
        return
    texts = (NOTE_TEXT.format(number=n, text=escape(text)) for n, text in notes.items())
    blob = NOTES.format(ns=nsdecls("w"), notes="".join(texts)).encode()
    part = Part(PackURI("/word/footnotes.xml"), NOTES_TYPE, blob, paper.part.package)
    paper.part.relate_to(part, RT.FOOTNOTES)


# The tables


def shade(cell: _Cell) -> None:
    """Give a heading cell a pale background."""
    fill = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{PALE}"/>'
    cell._tc.get_or_add_tcPr().append(parse_xml(fill))


def fill(cell: _Cell, text: str, width: float, *, heading: bool) -> None:
    """Write a cell's words; each ``<br>`` starts a new paragraph."""
    cell.width = Cm(width)
    for at, line in enumerate(text.split("<br>")):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.style = "Table Text"
        add_words(paragraph, f"**{line}**" if heading else line)
    if heading:
        shade(cell)


def mark_rows(table: Table, *, top_heading: bool) -> None:
    """Keep each row, and a short table, on one page, and repeat the heading row."""
    for row in table.rows:
        settings = row._tr.get_or_add_trPr()
        settings.append(OxmlElement("w:cantSplit"))
        if top_heading and row._tr is table.rows[0]._tr:
            settings.append(OxmlElement("w:tblHeader"))
        if row._tr is not table.rows[-1]._tr:
            for paragraph in (p for cell in row.cells for p in cell.paragraphs):
                paragraph.paragraph_format.keep_with_next = True


def add_table(paper: Paper, lines: list[str]) -> None:
    """Add a table; its headings are the top row, or else the first column."""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    top_heading = set(rows[1][0]) == {"-"}
    shares = [len(cell) for cell in rows.pop(1)] if top_heading else [4, 11]
    table = paper.add_table(rows=len(rows), cols=len(shares), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm(TEXT_WIDTH_CM * share / sum(shares))
    for at, (row, texts) in enumerate(zip(table.rows, rows, strict=True)):
        for side, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            heading = at == 0 if top_heading else side == 0
            fill(cell, text, TEXT_WIDTH_CM * shares[side] / sum(shares), heading=heading)
    mark_rows(table, top_heading=top_heading)


# The files


def blocks(lines: list[str]) -> Iterator[list[str]]:
    """Give the source in blocks: each table whole, every other line by itself."""
    for is_table, group in groupby(lines, key=lambda line: line.startswith("|")):
        if is_table:
            yield list(group)
        else:
            yield from ([line] for line in group if line)


def build(source: str) -> Paper:
    """Make the Word document from the text of its source."""
    lines = source.splitlines()
    notes = {found[1]: found[2] for line in lines if (found := NOTE.match(line))}
    paper = Document()
    set_page(paper)
    set_styles(paper)
    add_header_and_footer(paper, lines[0].removeprefix("Footer: "))
    before = ""
    for block in blocks([line for line in lines[1:] if not NOTE.match(line)]):
        first = block[0][0]
        if first == "|":
            add_table(paper, block)
        else:
            add_line(paper, block[0])
        if before in GAPS and first not in ("#", "|", before):
            paper.paragraphs[-1].paragraph_format.space_before = Pt(GAPS[before])
        before = first
    add_footnotes(paper, notes)
    title = next(line[2:] for line in lines if line.startswith("# "))
    set_properties(paper, title)
    return paper


def set_properties(paper: Paper, title: str) -> None:
    """Fill in what Word shows under File, Info, with dates that never change."""
    about = paper.core_properties
    about.title, about.author, about.last_modified_by = title, TRUST, TRUST
    about.comments = "An invented example. No such trust, people or numbers."
    about.language = "en-GB"
    about.created = about.modified = MADE
    about.revision = 1


def save(paper: Paper, target: Path) -> None:
    """Save with fixed dates inside the file, so that it is the same each time."""
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "draft.docx"
        paper.save(str(draft))
        with zipfile.ZipFile(draft) as old, zipfile.ZipFile(target, "w") as new:
            for name in old.namelist():
                entry = zipfile.ZipInfo(name, date_time=MADE.timetuple()[:6])
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system = 0
                new.writestr(entry, old.read(name))


def convert(soffice: str, source: Path) -> None:
    """Make the PDF beside a Word document, tagged so that screen readers can follow it."""
    tagged = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    target = source.with_suffix(".pdf")
    target.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        home = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = [soffice, home, "--headless", "--convert-to", tagged]
        done = subprocess.run(
            [*command, "--outdir", str(source.parent), str(source)],
            check=False,
            capture_output=True,
            text=True,
        )
    if not target.exists():
        raise SystemExit(f"LibreOffice could not make {target.name}: {done.stderr.strip()}")


def main() -> int:
    """Make all the examples; give the exit code."""
    made = [HERE / f"{name}.docx" for name in NAMES]
    for target in made:
        source = HERE / "source" / f"{target.stem}.md"
        save(build(source.read_text(encoding="utf-8")), target)
    soffice = shutil.which("soffice")
    if soffice is None:
        print("LibreOffice (soffice) is missing: no PDFs were made.", file=sys.stderr)
        return NO_SOFFICE
    for target in made:
        convert(soffice, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
