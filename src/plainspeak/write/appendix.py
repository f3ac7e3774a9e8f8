"""Write the glossary of one paper: the terms it uses and what they mean, and no others."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from plainspeak.check.shortforms import ShortForm
from plainspeak.document import Span
from plainspeak.errors import one_line
from plainspeak.glossary import Entry
from plainspeak.language.inflect import plural
from plainspeak.report import Report, TermUse
from plainspeak.rules.rule import AcronymStatus
from plainspeak.write.place import place_of

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.table import _Cell

_SHOWN = frozenset({AcronymStatus.DEFINED, AcronymStatus.LATE, AcronymStatus.UNDEFINED})
_UNKNOWN = "We do not know this one. Please ask the person who wrote the paper."


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a glossary: the term, its full words, what it means and where it is first."""

    term: str
    full: str
    means: str
    place: str


def glossary_lines(report: Report) -> tuple[Line, ...]:
    """Return the glossary of one paper, in alphabetical order.

    A short form has the paper's own full words first; the glossary fills what the
    paper leaves open, and says so where it knows more than one sense.
    """
    lines = [*_short_form_lines(report), *_term_lines(report)]
    return tuple(sorted(lines, key=lambda line: line.term.casefold()))


def _short_form_lines(report: Report) -> Iterator[Line]:
    senses = _senses(report)
    for short in report.short_forms:
        if short.status in _SHOWN:
            entries = [entry for entry in senses.get(short.form, []) if _agrees(short, entry)]
            yield _short_form_line(report, short, entries)


def _senses(report: Report) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for use in report.terms:
        for form in (use.entry.term, *use.entry.also):
            if use.entry.is_acronym:
                found.setdefault(form, []).append(use.entry)
    return found


def _agrees(short: ShortForm, entry: Entry) -> bool:
    """Say whether an entry is the sense the paper gives the short form itself."""
    ours = {_plain(entry.stands_for), _plain(plural(entry.stands_for))}
    return not short.expansion or _plain(short.expansion) in ours


def _plain(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _short_form_line(report: Report, short: ShortForm, entries: list[Entry]) -> Line:
    full = short.expansion or " or ".join(entry.stands_for for entry in entries)
    means = " Or: ".join(entry.means for entry in entries)
    if not means and not full:
        means = _UNKNOWN
    return Line(short.form, one_line(full), means, _place(report, short.uses[0]))


def _term_lines(report: Report) -> Iterator[Line]:
    shown = {short.form for short in report.short_forms}
    for use in report.terms:
        entry = use.entry
        if entry.is_well_known or (entry.is_acronym and _is_shown(entry, shown)):
            continue
        term = entry.stands_for or entry.term
        full = f"written {entry.term} for short" if entry.is_acronym else ""
        yield Line(term, full, _meaning(use), _place(report, use.first))


def _is_shown(entry: Entry, forms: set[str]) -> bool:
    return bool(forms.intersection((entry.term, *entry.also)))


def _meaning(use: TermUse) -> str:
    if use.entry.replaced_by:
        return f"{use.entry.means} This name is no longer used: see {use.entry.replaced_by}."
    return use.entry.means


def _place(report: Report, span: Span) -> str:
    return place_of(report.document, span)


def _title(report: Report) -> str:
    return f"Glossary for {report.document.name}"


_INTRODUCTION = (
    "These are the terms and short forms used in the paper, what they mean, and where you meet "
    "them first. If something is still not clear, please ask: others will be glad you did."
)
_HEADINGS = ("Term", "What it means", "Where it is first")


def appendix_markdown(report: Report) -> str:
    """Return the glossary of a paper as Markdown."""
    rows = [
        f"| **{_cell(line.term)}** | {_cell(_explained(line))} | {_cell(line.place)} |"
        for line in glossary_lines(report)
    ]
    table = ["| " + " | ".join(_HEADINGS) + " |", "|---|---|---|", *rows]
    body = "\n".join(table) if rows else "This paper uses no terms that need explaining."
    return f"# {_cell(_title(report))}\n\n{_INTRODUCTION}\n\n{body}\n"


def _explained(line: Line) -> str:
    full = line.full[:1].upper() + line.full[1:]
    return f"{full}. {line.means}".strip() if full else line.means


def _cell(text: str) -> str:
    """Keep text of a paper from being taken for Markdown."""
    for mark in "\\|*_<>[]`":
        text = text.replace(mark, "\\" + mark)
    return text


def appendix_docx(report: Report) -> bytes:
    """Return the glossary of a paper as a Word file."""
    import docx
    from docx.shared import Pt

    document = docx.Document()
    document.core_properties.title = _title(report)
    document.core_properties.author = "PlainSpeak"
    font = document.styles["Normal"].font
    # 12 point sans serif or larger: GOV.UK, guidance on publishing accessible documents.
    font.name, font.size = "Arial", Pt(12)
    document.add_heading(_title(report), level=0)
    document.add_paragraph(_INTRODUCTION)
    lines = glossary_lines(report)
    if not lines:
        document.add_paragraph("This paper uses no terms that need explaining.")
    else:
        _add_table(document, lines)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_table(document: "DocxDocument", lines: tuple[Line, ...]) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=3, style="Table Grid")
    table.autofit = False
    widths = (Cm(3.5), Cm(9), Cm(3.5))
    _fill(table.rows[0].cells, _HEADINGS, bold=(0, 1, 2))
    # A heading row that is marked as one is repeated on each page and read out by screen readers.
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for line in lines:
        cells = table.add_row().cells
        _fill(cells, (line.term, _explained(line), line.place), bold=(0,))
    # Word goes by the cells, and other programs by the columns.
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def _fill(cells: "tuple[_Cell, ...]", texts: tuple[str, ...], bold: tuple[int, ...]) -> None:
    for index, (cell, text) in enumerate(zip(cells, texts, strict=True)):
        cell.paragraphs[0].add_run(text).bold = index in bold
