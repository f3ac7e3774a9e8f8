"""Open a paper: an ordinary file, once, within the limit on its size."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from plainspeak.errors import PaperError
from plainspeak.read.limits import MIB, Limits


def name_of(path: Path) -> str:
    """Return what a paper is called: the end of its path, if it has one."""
    return path.name or str(path)


@contextlib.contextmanager
def opened(path: Path, limits: Limits) -> Iterator[BinaryIO]:
    """Open a regular file; raises PaperError for anything else."""
    name = name_of(path)
    try:
        # Looked at before it is opened: to open a named pipe is to wait for its writer.
        _check_ordinary(name, path.stat().st_mode)
        file = path.open("rb", buffering=0)
    except FileNotFoundError:
        problem, cure = "is not there", "check the name and the folder"
        raise PaperError(str(path), "missing", problem, cure) from None
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else "no file can have this name"
        problem = f"cannot be opened ({why})"
        raise PaperError(name, "cannot-open", problem, "check that you may read it") from None
    with file:
        held = os.fstat(file.fileno())
        _check_ordinary(name, held.st_mode)
        if held.st_size > limits.file_mb * MIB:
            size = f"is larger than {limits.file_mb} MB"
            cure = "take out large pictures, or raise the limit with --limit file-mb=…"
            raise PaperError(name, "too-big", size, cure)
        yield file


def _check_ordinary(name: str, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise PaperError(name, "not-a-file", "is not an ordinary file", "name a saved file")
