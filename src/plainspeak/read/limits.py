"""The limits of what is read, in one place. The docs on reading show them all with the reason.

The largest honest file of some 4,300 that were looked at stands beside each.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields, replace
from typing import Self

from plainspeak.errors import UsageError

MIB = 2**20

# The names of the files that are taken from a folder. What they are is told by content.
SUFFIXES = (
    ".docx", ".docm", ".dotx", ".dotm", ".pdf", ".odt", ".ott", ".pptx", ".html", ".htm",
    ".txt", ".md", ".eml", ".zip",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of everything one paper may take. Sizes are in MiB, times in seconds."""

    file_mb: int = 50  # one file; largest honest one 4
    seconds: int = 60  # of the clock, to read one paper
    cpu_seconds: int = 30  # of the processor; 1.2
    memory_mb: int = 1024  # of the process that reads; 209
    answer_mb: int = 64  # what that process may send back; 6
    open_files: int = 64
    pages: int = 2_000  # 619
    characters: int = 2_000_000  # of text; one stress file has 2.16 million
    zip_entries: int = 2_000  # 70
    part_mb: int = 64  # one part of a zip, unpacked; 12.6
    parts_mb: int = 256  # all parts together; 15.3

    def changed(self, name: str, value: str) -> Self:
        """Return these limits with one changed, as in ``pages=3000``.

        Raises UsageError for a limit that does not exist or a value that is no
        whole number above 0.
        """
        key = name.replace("-", "_")
        known = ", ".join(field.name.replace("_", "-") for field in fields(self))
        if key not in {field.name for field in fields(self)}:
            raise UsageError(f"there is no limit “{name}”: use one of {known}")
        if not value.isdecimal() or not 0 < int(value) < 10**9:
            raise UsageError(f"the limit “{name}” cannot be “{value}”: give a whole number above 0")
        return replace(self, **{key: int(value)})


DEFAULT = Limits()
# The readers are many small functions deep; the limits of the file they are at are
# looked up and not handed through all of them.
_IN_FORCE: ContextVar[Limits] = ContextVar("limits", default=DEFAULT)


def in_force() -> Limits:
    """Return the limits of the file that is being read."""
    return _IN_FORCE.get()


@contextmanager
def kept(limits: Limits) -> Iterator[None]:
    """Keep these limits while a file is read."""
    token = _IN_FORCE.set(limits)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)
