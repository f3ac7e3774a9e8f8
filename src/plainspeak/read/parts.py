"""The XML parts of a zipped paper that is not a Word file, within the limits of Word files."""

from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import join, normpath

from lxml import etree

from plainspeak.errors import PaperError
from plainspeak.read.docx.package import Package, parse


@dataclass(frozen=True, slots=True)
class Words:
    """What a kind of paper is called in refusals: "an OpenDocument text (.odt)" and its code."""

    called: str
    code: str

    def refusal(self, name: str, reason: str) -> PaperError:
        """Return the error for a paper of this kind that is refused."""
        reason = {"not-docx": self.code, "old-doc": "old-office"}.get(reason, reason)
        again = f"save it again as {self.called}"
        problems: Mapping[str, tuple[str, str]] = {
            "empty": ("the file is empty", "send a file that has something in it"),
            self.code: (f"this is not {self.called}", again),
            "old-office": ("this is a file of an old office program", again),
            "password": ("the file is locked with a password", "take the password off, and save"),
            "damaged": ("the file is damaged", again),
            "dtd": ("the file declares its own XML entities, as no honest one does", again),
            "too-big": ("the file is too big when unpacked", "split it into smaller papers"),
            "too-many-parts": ("the file has too many parts", again),
        }
        return PaperError(name, reason, *problems.get(reason, problems["damaged"]))


class Parts(Package):
    """The parts of a paper, with refusals in the words of its own kind."""

    __slots__ = ("words",)

    def __init__(self, name: str, data: bytes, words: Words) -> None:
        self.words = words
        try:
            super().__init__(name, data)
        except PaperError as error:
            raise words.refusal(name, error.reason) from error

    def __contains__(self, part: str) -> bool:
        """Say whether the file has a part."""
        return part in self._zip

    def tree(self, part: str) -> etree._Element | None:
        """Return the root of a part, or None where the file does not have it."""
        if part not in self._trees:
            if part not in self:
                return None
            self._trees[part] = self._parsed(self.bytes_of(part))
        return self._trees[part]

    def bytes_of(self, part: str) -> bytes:
        """Return a part as it is, or nothing where the file does not have it."""
        try:
            return self._zip.read(part) if part in self._zip else b""
        except PaperError as error:
            raise self.words.refusal(self.name, error.reason) from error

    def _parsed(self, data: bytes) -> etree._Element:
        # LibreOffice may give two lists one id, which is no reason to refuse a paper.
        return parse(data, lambda reason: self.words.refusal(self.name, reason), bare=True)

    def _find_main(self) -> str:
        """Leave the search for the main part to the reader, as each kind has its own way."""
        return ""


def path_inside(folder: str, target: str) -> str:
    """Return the path of a part that another one names, as seen from its folder."""
    return normpath(join("/", folder, target)).lstrip("/")
