"""The parts of a paper that stand beside its body: notes, headers, footers and comments."""

from collections.abc import Iterator
from itertools import chain

from lxml import etree

from plainspeak.document import BlockKind
from plainspeak.read.docx import names as names
from plainspeak.read.docx.package import Package


def parts_beside(package: Package, root: etree._Element) -> Iterator[tuple[BlockKind, str]]:
    """Yield the parts that are not the body, each once: notes, then headers and footers."""
    relations = tuple(package.related(package.main))
    by_id = {relation.id: relation.target for relation in relations}

    def related(kind: str) -> list[str]:
        return [relation.target for relation in relations if relation.kind == kind]

    # One search for both, as each goes through the whole body.
    ends = tuple(root.iter(*names.HEADER_REFERENCE, *names.FOOTER_REFERENCE))

    def referred(tags: frozenset[str]) -> list[str]:
        ids = (names.relation_id(element) or "" for element in ends if element.tag in tags)
        return [by_id[relation_id] for relation_id in ids if relation_id in by_id]

    found = chain(
        ((BlockKind.FOOTNOTE, part) for part in related("footnotes")),
        ((BlockKind.ENDNOTE, part) for part in related("endnotes")),
        ((BlockKind.HEADER, part) for part in referred(names.HEADER_REFERENCE)),
        ((BlockKind.FOOTER, part) for part in referred(names.FOOTER_REFERENCE)),
        ((BlockKind.COMMENT, part) for part in related("comments")),
    )
    yield from dict.fromkeys(found)
