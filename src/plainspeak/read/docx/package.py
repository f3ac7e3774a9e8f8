"""A DOCX file as a set of XML parts that point to each other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from posixpath import dirname, join, normpath, split
from typing import Final
from urllib.parse import unquote

from lxml import etree

from plainspeak.errors import PaperError
from plainspeak.read.bounded_zip import Zip, refusal
from plainspeak.read.docx.names import DOCUMENT

# A tag costs about 120 bytes as a tree and 4 in the file: without this limit,
# 64 MiB of empty tags would need 2 GiB. The largest honest part had 600,000.
MAX_TAGS: Final = 3_000_000

_CONTENT_TYPES: Final = "[Content_Types].xml"
_MAIN_TYPES: Final = frozenset(
    {
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml",
    }
)
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
# libxml2 names its limits in these words when an input goes over one.
_OVER_LIMIT: Final = ("huge", "excessive", "amplification")


@dataclass(frozen=True, slots=True)
class Relation:
    """One part's pointer to another: ``kind`` is the last word of its type."""

    id: str
    kind: str
    target: str


class Package:
    """The XML parts of a paper; a part asked for twice gives the same tree."""

    __slots__ = ("_trees", "_zip", "main", "name")

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._zip = Zip(name, data)
        self._trees: dict[str, etree._Element] = {}
        self.main = self._find_main()

    def tree(self, part: str) -> etree._Element | None:
        """Return the root of a part, or None where the file does not have it."""
        if part not in self._trees:
            if part not in self._zip:
                return None
            data = self._zip.read(part)
            self._trees[part] = parse(data, lambda reason: refusal(self.name, reason, part))
        return self._trees[part]

    def related(self, part: str) -> Iterator[Relation]:
        """Yield the relations of a part to others inside the file; "" is the file itself."""
        folder, file = split(part)
        root = self.tree(join(folder, "_rels", f"{file}.rels"))
        for element in () if root is None else root:
            target = unquote(element.get("Target", ""))
            if target and element.get("TargetMode") != "External":
                kind = element.get("Type", "").rpartition("/")[2]
                path = normpath(join("/", dirname(part), target)).lstrip("/")
                yield Relation(element.get("Id", ""), kind, path)

    def relative(self, part: str, *kinds: str) -> etree._Element | None:
        """Return the root of the first related part of a kind, if the file has it."""
        for relation in self.related(part):
            if relation.kind in kinds:
                tree = self.tree(relation.target)
                if tree is not None:
                    return tree
        return None

    def _find_main(self) -> str:
        if _CONTENT_TYPES not in self._zip and "_rels/.rels" not in self._zip:
            raise refusal(self.name, "not-docx")
        for part in self._main_parts():
            root = self.tree(part)
            if root is not None and root.tag in DOCUMENT:
                return part
        raise refusal(self.name, "not-docx", "it has no main text")

    def _main_parts(self) -> Iterator[str]:
        """Yield where the main part may be: as pointed to, else as its content type says."""
        for relation in self.related(""):
            if relation.kind == "officeDocument":
                yield relation.target
        types = self.tree(_CONTENT_TYPES)
        for element in () if types is None else types:
            if element.get("ContentType", "").lower() in _MAIN_TYPES and element.get("PartName"):
                yield element.get("PartName", "").lstrip("/")


def parse(
    data: bytes, refused: Callable[[str], PaperError], *, bare: bool = False
) -> etree._Element:
    """Return the root of a part, parsed within limits and with nothing fetched.

    ``refused`` makes the error for a reason code, in the words of the kind of file.
    ``bare`` leaves out comments and instructions, and lets two elements have one id.
    """
    if any(doctype in data for doctype in _DOCTYPES):
        raise refused("dtd")
    if data.count(b"<") > MAX_TAGS:
        raise refused("too-big")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        collect_ids=not bare,
        remove_comments=bare,
        remove_pis=bare,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        over = any(word in str(error).lower() for word in _OVER_LIMIT)
        raise refused("too-big" if over else "damaged") from error
    # Caught here too, for a DOCTYPE in an encoding the search above cannot see.
    if root.getroottree().docinfo.internalDTD is not None:
        raise refused("dtd")
    return root
