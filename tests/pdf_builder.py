"""Write small PDFs for tests: words at places, rules, pictures, tags, forms and notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pytest

from plainspeak.document import BlockKind, Document
from plainspeak.errors import PaperError
from plainspeak.read.pdf import read_pdf

PROSE = (
    "The committee met on Tuesday to look at the budget for the coming year and",
    "to hear from patients about the new clinic in the town centre, which opened",
    "in March after a long delay and is now seeing more than forty people a day.",
)
WIDE, HIGH = 595, 842
PICTURE = b"q 500 0 0 800 20 20 cm /P Do Q"


@dataclass(frozen=True, slots=True)
class Text:
    """Words at a place on a page, in Helvetica; ``look`` is any code for the pen."""

    words: str
    x: float
    y: float
    size: float = 11
    bold: bool = False
    look: bytes = b""


@dataclass(frozen=True, slots=True)
class Node:
    """An element of a structure tree, with the words, elements and other code it holds."""

    kind: str
    holds: tuple["Node | Text | bytes", ...] = ()
    alt: str = ""
    language: str = ""


def lines(words: Iterable[str], y: float, x: float = 72, **looks: float | bool) -> list[Text]:
    """Return lines of text down from a height, 14 points apart."""
    return [
        Text(line, x, y - 14 * step, looks.get("size", 11), bool(looks.get("bold")))
        for step, line in enumerate(words)
    ]


def text_code(item: Text) -> bytes:
    """Return the code that draws some words."""
    words = item.words.encode("cp1252").replace(b"\\", rb"\\")
    words = words.replace(b"(", rb"\(").replace(b")", rb"\)")
    font = b"/B" if item.bold else b"/R"
    place = b"%g %g Td" % (item.x, item.y)
    return b"q BT %s %s %g Tf %s (%s) Tj ET Q" % (item.look, font, item.size, place, words)


def drawn(items: Iterable[Text]) -> bytes:
    """Return a page's content stream."""
    return b"\n".join(map(text_code, items))


def ruled(xs: Sequence[float], ys: Sequence[float]) -> bytes:
    """Return the code that draws the rules of a table."""
    across = [b"%g %g m %g %g l S" % (xs[0], y, xs[-1], y) for y in ys]
    down = [b"%g %g m %g %g l S" % (x, ys[0], x, ys[-1]) for x in xs]
    return b"\n".join([*across, *down])


@dataclass(slots=True)
class Writer:
    """The objects of a PDF, numbered from 1 as they come."""

    objects: list[bytes] = field(default_factory=list)

    def add(self, body: bytes = b"") -> int:
        """Keep an object, or a place for one, and return its number."""
        self.objects.append(body)
        return len(self.objects)

    def put(self, number: int, body: bytes) -> None:
        """Fill the place that was kept for an object."""
        self.objects[number - 1] = body

    def stream(self, content: bytes, entries: bytes = b"") -> int:
        """Keep a stream."""
        return self.add(
            b"<< %s /Length %d >> stream\n%s\nendstream" % (entries, len(content), content)
        )

    def file(self, root: int, trailer: bytes = b"") -> bytes:
        """Return the whole file."""
        out = bytearray(b"%PDF-1.7\n")
        places = []
        for number, body in enumerate(self.objects, start=1):
            places.append(len(out))
            out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
        start, size = len(out), len(self.objects) + 1
        out += b"xref\n0 %d\n0000000000 65535 f \n" % size
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
        out += b"trailer << /Size %d /Root %d 0 R %s >>\n" % (size, root, trailer)
        out += b"startxref\n%d\n%%%%EOF\n" % start
        return bytes(out)


def made(
    pages: Sequence[bytes],
    *,
    trailer: bytes = b"",
    turn: int = 0,
    notes: Sequence[bytes] = (),
    fields: Sequence[bytes] = (),
    encoding: bytes = b"/Encoding /WinAnsiEncoding",
) -> bytes:
    """Return a PDF with a content stream for each page; notes and fields are on the first."""
    writer = Writer()
    catalog, tree = writer.add(), writer.add()
    resources = _resources(writer, encoding)
    notes_at = [writer.add(note) for note in notes]
    fields_at = [writer.add(entry) for entry in fields]
    kids = []
    for index, content in enumerate(pages):
        beside = b"/Annots [%s]" % _refs([*notes_at, *fields_at]) if not index else b""
        kids.append(_page(writer, tree, resources, content, b"/Rotate %d %s" % (turn, beside)))
    form = b"/AcroForm << /Fields [%s] >>" % _refs(fields_at) if fields else b""
    writer.put(catalog, b"<< /Type /Catalog /Pages %d 0 R %s >>" % (tree, form))
    writer.put(tree, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (_refs(kids), len(kids)))
    return writer.file(catalog, trailer)


def made_tagged(*pages: Sequence[Node | Text]) -> bytes:
    """Return a tagged PDF; words outside all nodes are artifacts."""
    writer = Writer()
    catalog, tree, root = writer.add(), writer.add(), writer.add()
    resources = _resources(writer)
    kids, tops, parents = [], [], []
    for number, page in enumerate(pages):
        at = writer.add()
        tagger = _Tagger(writer, at)
        tops += [tagger.element(item, root) for item in page if isinstance(item, Node)]
        loose = [item for item in page if isinstance(item, Text)]
        content = writer.stream(b"\n".join([*tagger.code, drawn(loose)]))
        writer.put(at, _page_body(tree, resources, content, b"/StructParents %d" % number))
        kids.append(at)
        parents.append(b"%d [%s]" % (number, _refs(tagger.owners)))
    writer.put(tree, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (_refs(kids), len(kids)))
    numbers = b"<< /Nums [%s] >>" % b" ".join(parents)
    writer.put(root, b"<< /Type /StructTreeRoot /K [%s] /ParentTree %s >>" % (_refs(tops), numbers))
    marks = b"/MarkInfo << /Marked true >> /StructTreeRoot %d 0 R" % root
    writer.put(catalog, b"<< /Type /Catalog /Pages %d 0 R %s >>" % (tree, marks))
    return writer.file(catalog)


class _Tagger:
    """Writes the elements of one page, and the code of their words."""

    def __init__(self, writer: Writer, page: int) -> None:
        self.writer = writer
        self.page = page
        self.code: list[bytes] = []
        self.owners: list[int] = []

    def element(self, node: Node, parent: int) -> int:
        at = self.writer.add()
        kids = [self._kid(item, at) for item in node.holds]
        alt = b"/Alt (%s)" % node.alt.encode("cp1252") if node.alt else b""
        language = b"/Lang (%s)" % node.language.encode() if node.language else b""
        self.writer.put(
            at,
            b"<< /Type /StructElem /S /%s /P %d 0 R /Pg %d 0 R /K [%s] %s %s >>"
            % (node.kind.encode(), parent, self.page, b" ".join(kids), alt, language),
        )
        return at

    def _kid(self, item: Node | Text | bytes, parent: int) -> bytes:
        if isinstance(item, Node):
            return b"%d 0 R" % self.element(item, parent)
        mark = len(self.owners)
        self.owners.append(parent)
        code = text_code(item) if isinstance(item, Text) else item
        self.code.append(b"/P << /MCID %d >> BDC\n%s\nEMC" % (mark, code))
        return b"%d" % mark


def _resources(writer: Writer, encoding: bytes = b"/Encoding /WinAnsiEncoding") -> bytes:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica%s %s >>"
    regular, bold = (writer.add(font % (name, encoding)) for name in (b"", b"-Bold"))
    picture = writer.stream(
        b"\x80",
        b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 "
        b"/ColorSpace /DeviceGray",
    )
    fonts = b"/Font << /R %d 0 R /B %d 0 R >>" % (regular, bold)
    return b"<< %s /XObject << /P %d 0 R >> >>" % (fonts, picture)


def _page(writer: Writer, tree: int, resources: bytes, content: bytes, entries: bytes) -> int:
    return writer.add(_page_body(tree, resources, writer.stream(content), entries))


def _page_body(tree: int, resources: bytes, content: int, entries: bytes) -> bytes:
    box = b"/MediaBox [0 0 %d %d]" % (WIDE, HIGH)
    holds = b"/Resources %s /Contents %d 0 R" % (resources, content)
    return b"<< /Type /Page /Parent %d 0 R %s %s %s >>" % (tree, box, holds, entries)


def _refs(numbers: Iterable[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def read(*pages: Iterable[Text] | bytes) -> Document:
    """Return the document of a PDF with these pages."""
    codes = [page if isinstance(page, bytes) else drawn(page) for page in pages]
    return read_pdf("paper.pdf", made(codes))


def texts(document: Document, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    """Return the texts of the blocks of one kind."""
    return [block.text for block in document.blocks if block.kind is kind]


def refusal(data: bytes) -> PaperError:
    """Return why a file is refused."""
    with pytest.raises(PaperError) as caught:
        read_pdf("paper.pdf", data)
    return caught.value
