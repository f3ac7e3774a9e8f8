"""The parts of a zipped file, read within limits and never to disk."""

import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

from plainspeak.errors import PaperError
from plainspeak.read.limits import MIB, in_force

# Honest Word files reach 130:1, and small repetitive ones far more.
MAX_RATIO: Final = 200
RATIO_FROM: Final = 10 * MIB

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_ENTRY: Final = b"PK\x01\x02"
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
)
_SAVE_AGAIN: Final = "open it in Word and save it again as a Word document (.docx)"

# Every refusal of the DOCX reader: its stable code, the problem and the cure.
REFUSALS: Final[dict[str, tuple[str, str]]] = {
    "empty": ("the file is empty", "send a file that has something in it"),
    "not-docx": ("this is not a Word document", _SAVE_AGAIN),
    "old-doc": ("this is an old Word document (.doc)", _SAVE_AGAIN),
    "password": (
        "the document is locked with a password",
        "take the password off in Word and save it again",
    ),
    "damaged": ("the document is damaged", _SAVE_AGAIN),
    "dtd": ("the document declares its own XML entities, which Word never does", _SAVE_AGAIN),
    "too-big": (
        "the document is too big when unpacked",
        "split it, or take out what is not needed, and try again",
    ),
    "too-many-parts": ("the document has too many parts", _SAVE_AGAIN),
}


def refusal(name: str, reason: str, detail: str = "") -> PaperError:
    """Return the error for a paper that is refused, with an optional detail in brackets."""
    problem, cure = REFUSALS[reason]
    return PaperError(name, reason, f"{problem} ({detail})" if detail else problem, cure)


class Zip:
    """The entries of one zip, each read once at most and only up to the limits."""

    __slots__ = ("_entries", "_name", "_total", "_zip")

    def __init__(self, name: str, data: bytes) -> None:
        _refuse_other_formats(name, data)
        self._name = name
        self._total = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise refusal(name, "damaged", "its zip cannot be opened") from error
        entries = self._zip.infolist()
        if len(entries) > in_force().zip_entries:
            raise refusal(name, "too-many-parts")
        self._entries = {_key(entry.filename): entry for entry in entries}
        # With two parts of one name, we could read one and Word show the other.
        if len(self._entries) != len(entries):
            raise refusal(name, "damaged", "two of its parts have the same name")

    def __contains__(self, part: str) -> bool:
        """Say whether the zip has a part, in capitals or not."""
        return _key(part) in self._entries

    def read(self, part: str) -> bytes:
        """Return the bytes of a part, counted as they come and not as declared."""
        entry = self._entries[_key(part)]
        if entry.flag_bits & 1:
            raise refusal(self._name, "password")
        if entry.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise refusal(self._name, "damaged", f"{part} is packed in an unknown way")
        limits = in_force()
        allowed = min(limits.part_mb * MIB, limits.parts_mb * MIB - self._total)
        try:
            with self._zip.open(entry) as opened:
                data = opened.read(allowed + 1)
        except _BROKEN as error:
            raise refusal(self._name, "damaged", f"{part} cannot be unpacked") from error
        self._total += len(data)
        repeats = len(data) > RATIO_FROM and len(data) > MAX_RATIO * entry.compress_size
        if len(data) > allowed or repeats:
            raise refusal(self._name, "too-big", part)
        return data


def _key(part: str) -> str:
    """Return a part's name as it is compared: some writers put a slash before, or the wrong one."""
    return part.replace("\\", "/").lstrip("/").lower()


def _refuse_other_formats(name: str, data: bytes) -> None:
    if not data:
        raise refusal(name, "empty")
    if data.startswith(_OLE):
        raise refusal(name, "password" if _LOCKED in data else "old-doc")
    if not data.startswith(b"PK"):
        raise refusal(name, "not-docx")
    # Opening a zip reads its whole list of entries, so a list of a million is
    # stopped first. Embedded workbooks have lists too, hence the wide margin.
    if data.count(_ENTRY) > 10 * in_force().zip_entries:
        raise refusal(name, "too-many-parts")
