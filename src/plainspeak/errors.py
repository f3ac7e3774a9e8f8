"""Every error PlainSpeak raises on purpose, in one small tree.

    PlainSpeakError
    ├── PaperError        a paper could not be read, or only in part
    ├── DataError         a glossary, rule or settings file has faults
    └── UsageError        a call asked for something that does not exist

A message is one line that names the place, the problem and the cure. The
library raises; only the command line prints and exits.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Marks that could change the colours of a terminal or the direction of its text.
_UNSAFE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)


def one_line(text: str) -> str:
    """Return text as one line, without marks that could upset a terminal."""
    return _UNSAFE.sub("", " ".join(text.split()))


class PlainSpeakError(Exception):
    """The base of every error PlainSpeak raises on purpose."""


class PaperError(PlainSpeakError):
    """A paper could not be read.

    ``reason`` is a short stable code such as ``password`` or ``no-text``, for
    scripts; the message is for people.
    """

    def __init__(self, name: str, reason: str, problem: str, cure: str) -> None:
        self.name = name
        self.reason = reason
        self.problem = problem
        self.cure = cure
        super().__init__(one_line(f"{name}: {problem}: {cure}"))


class UsageError(PlainSpeakError):
    """Something was asked for that does not exist: a rule, a term, a folder."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault in a data file: where it is, what is wrong, and the cure."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


class DataError(PlainSpeakError):
    """A glossary, rule or settings file has faults; ``faults`` holds them all."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(map(str, self.faults)))
