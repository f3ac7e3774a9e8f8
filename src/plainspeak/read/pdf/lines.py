"""The pages of a PDF as PDFium reads them: their lines, and what could not be read."""

from dataclasses import dataclass, replace

import pypdfium2 as pdfium

from plainspeak.document import Block, Picture
from plainspeak.read.pdf.chars import Chars
from plainspeak.read.pdf.drawn import Drawn, read_drawn
from plainspeak.read.pdf.frame import Frame
from plainspeak.read.pdf.ruled import grids
from plainspeak.read.pdf.sheet import Ground, Line, Sheet
from plainspeak.read.pdf.sound import is_sound
from plainspeak.read.pdf.tags import Tags
from plainspeak.read.pdf.text import count_ligatures, unreadable_share

_FEW = 50  # characters: fewer beside a picture are a stamp or a page number
_UNREADABLE = 0.1


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its lines in the order of the file, and what could not be read.

    ``unseen`` counts characters nobody can see, ``doubted`` those whose font does not
    say which letters they are. ``recognised`` marks words that a machine read from a
    picture, ``drawings`` counts what is drawn, and ``tagged`` says that the lines have tags.
    ``extras`` are answers and notes; ``recognition`` is what text recognition made of it.
    ``separator`` is the height of the rule above the notes at its foot, or 0.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    unreadable: bool = False
    picture: bool = False
    damaged: bool = False
    sideways: tuple[Line, ...] = ()
    unseen: int = 0
    doubted: int = 0
    recognised: bool = False
    drawings: int = 0
    tagged: bool = False
    pictures: tuple[Picture, ...] = ()
    ligatures: int = 0
    extras: tuple[Block, ...] = ()
    recognition: str | None = None
    separator: float = 0.0


def read_page(
    page: pdfium.PdfPage, number: int, limit: int, tags: Tags | None = None
) -> tuple[Page, int]:
    """Return a page and the count of its characters; no lines when over the limit."""
    frame = Frame.of(page)
    width, height = frame.size
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > limit:
            return Page(number, width, height, ()), count
        text = textpage.get_text_range() if count else ""
        if not text.strip():
            return _without_words(page, number, frame), count
        return _with_words(page, number, frame, Chars(textpage, text, count), tags), count
    finally:
        textpage.close()


def _with_words(
    page: pdfium.PdfPage, number: int, frame: Frame, chars: Chars, tags: Tags | None
) -> Page:
    frame = replace(frame, turn=chars.usual_quarter())
    width, height = frame.size
    drawn = read_drawn(page, frame)
    ground = Ground(frame, drawn, grids(drawn, height), tags.by_mark if tags else {})
    sheet = Sheet(chars, number, ground)
    lines = sheet.lines()
    unreadable = unreadable_share(chars.text) > _UNREADABLE
    if unreadable:
        lines = [line for line in lines if unreadable_share(line.text) <= _UNREADABLE]
    shown = sum(len(line.text) for line in lines)
    tagged = tags is not None and is_sound(lines, height)
    if tagged:
        lines = [_in_tagged_cell(line) for line in lines]
    elif tags is not None:
        lines = [replace(line, tag=None) for line in lines]
    return Page(
        number,
        width,
        height,
        tuple(lines),
        unreadable,
        picture=shown < _FEW and not unreadable and _shows_more(drawn, shown),
        sideways=tuple(sheet.sideways),
        unseen=sheet.unseen,
        doubted=sheet.doubted,
        recognised=drawn.has_page_picture and (drawn.unseen or drawn.is_covered),
        drawings=drawn.count,
        tagged=tagged,
        pictures=tags.pictures if tags else drawn.pictures(number),
        separator=drawn.note_rule(width, height),
        ligatures=count_ligatures(chars.text),
    )


def _in_tagged_cell(line: Line) -> Line:
    """Return a line in the cell that its tag names, whatever the rules round it say."""
    cell = line.tag.cell if line.tag else None
    return line if line.cell == cell else replace(line, cell=cell)


def _without_words(page: pdfium.PdfPage, number: int, frame: Frame) -> Page:
    drawn = read_drawn(page, frame)
    width, height = frame.size
    shows = _shows_more(drawn, 0)
    pictures = drawn.pictures(number)
    return Page(number, width, height, (), picture=shows, drawings=drawn.count, pictures=pictures)


def _shows_more(drawn: Drawn, shown: int) -> bool:
    """Tell whether a page with few words shows something else.

    With no words, any image or drawing counts. Beside a stamp or a page number,
    only an image over half of the page does: such a page is a scan.
    """
    return drawn.has_page_picture or (not shown and drawn.count > 0)
