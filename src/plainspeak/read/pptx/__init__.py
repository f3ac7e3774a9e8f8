"""The PowerPoint reader: the bytes of a .pptx file to a Document."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from plainspeak.document import Block, BlockKind, Document
from plainspeak.read.docx.package import Relation
from plainspeak.read.gather import Gathered
from plainspeak.read.parts import Parts, Words
from plainspeak.read.pptx.holders import Bullets, kind_of_holder
from plainspeak.read.pptx.names import child, children, local, relation_id
from plainspeak.read.pptx.slide import SlideReader
from plainspeak.read.pptx.words import words

WORDS: Final = Words("a PowerPoint file (.pptx)", "not-pptx")

_MOST_SLIDES: Final = 2_000
_NOTES: Final = "Notes"
_OFF: Final = frozenset({"0", "false", "off"})


def read_pptx(name: str, data: bytes) -> Document:
    """Read a PowerPoint file; raises PaperError where it cannot be read."""
    parts = Parts(name, data, WORDS)
    main, root = _main(parts)
    gathered = Gathered(name, data, "pptx")
    slides = list(_slides(parts, main, root))
    if len(slides) > _MOST_SLIDES:
        raise WORDS.refusal(name, "too-many-parts")
    notes: set[int] = set()
    layouts: dict[str, Bullets] = {}
    for number, path in enumerate(slides, 1):
        notes.update(_read_slide(gathered, parts, path, number, layouts))
    headed = {
        block.page
        for block in gathered.blocks
        if block.kind in {BlockKind.TITLE, BlockKind.HEADING}
    }

    def section(block: Block) -> str | None:
        """Return where a block stands: a slide without a title is not under the one before."""
        if block.number in notes:
            return _NOTES
        return block.section if block.page in headed else None

    return gathered.document(len(slides), section=section)


def _main(parts: Parts) -> tuple[str, etree._Element]:
    for relation in parts.related(""):
        root = parts.tree(relation.target) if relation.kind == "officeDocument" else None
        if root is not None and local(root) == "presentation":
            return relation.target, root
    raise WORDS.refusal(parts.name, "not-pptx")


def _slides(parts: Parts, main: str, root: etree._Element) -> Iterator[str]:
    """Yield the paths of the slides in the order they are shown; "" where one is missing."""
    targets = {relation.id: relation.target for relation in parts.related(main)}
    for slide in children(child(root, "sldIdLst"), "sldId"):
        path = targets.get(relation_id(slide), "")
        yield path if path in parts else ""


def _read_slide(
    gathered: Gathered, parts: Parts, path: str, number: int, layouts: dict[str, Bullets]
) -> range:
    """Read one slide, and return the numbers of the blocks that are its speaker's notes."""
    slide = parts.tree(path) if path else None
    if slide is None:
        why = "The file points to it, but does not hold it."
        gathered.gap("slide", why, number, serious=True)
        return range(0)
    if slide.get("show") in _OFF:
        gathered.gap("hidden slide", "It is marked as hidden, so it is not shown.", number)
        return range(0)
    relations = tuple(parts.related(path))
    layout = next((each.target for each in relations if each.kind == "slideLayout"), "")
    if layout not in layouts:
        layouts[layout] = _bullets(parts, layout)
    SlideReader(gathered, parts, path, number, layouts[layout]).read(slide)
    before = gathered.next
    _read_notes(gathered, parts, relations, number)
    notes = range(before, gathered.next)
    _read_comments(gathered, parts, relations, number)
    return notes


def _bullets(parts: Parts, layout: str) -> Bullets:
    """Return the bullets that slides of a layout have where they do not say themselves."""
    if not layout:
        return Bullets(None, None)
    masters = (each.target for each in parts.related(layout) if each.kind == "slideMaster")
    return Bullets(parts.tree(layout), parts.tree(next(masters, "")))


def _read_notes(
    gathered: Gathered, parts: Parts, relations: tuple[Relation, ...], number: int
) -> None:
    """Read what the speaker wrote below a slide: whoever gets the file can see it."""
    for relation in relations:
        root = parts.tree(relation.target) if relation.kind == "notesSlide" else None
        for shape in children(child(root, "cSld", "spTree"), "sp"):
            if kind_of_holder(shape) == "body":
                for paragraph in children(child(shape, "txBody"), "p"):
                    found = words(paragraph)
                    gathered.add(
                        BlockKind.PARAGRAPH, found.text, page=number, language=found.language
                    )


def _read_comments(
    gathered: Gathered, parts: Parts, relations: tuple[Relation, ...], number: int
) -> None:
    """Read comments, of the older kind (one text) and of the newer (paragraphs and replies)."""
    for relation in relations:
        root = parts.tree(relation.target) if relation.kind == "comments" else None
        for comment in () if root is None else root.iter("{*}cm", "{*}reply"):
            for text in children(comment, "text"):
                gathered.add(BlockKind.COMMENT, text.text or "", page=number)
            for paragraph in children(child(comment, "txBody"), "p"):
                gathered.add(BlockKind.COMMENT, words(paragraph).text, page=number)
