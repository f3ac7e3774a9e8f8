"""Read TOML files strictly: every fault at once, each with its line and a cure.

Line numbers are worked out only when there is a fault to report, so that good
files load at full speed.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from plainspeak.errors import Fault, one_line

Choice = TypeVar("Choice", bound=StrEnum)
Value = TypeVar("Value")

_KINDS: dict[type, str] = {
    str: "text in quotation marks",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    date: "a date such as 2026-11-22",
    list: "a list in square brackets",
    dict: "a table",
}


class TomlFile:
    """One TOML file and the faults found in it so far."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        self.faults: list[Fault] = []
        self._text = ""
        self.values: dict[str, object] = {}
        try:
            self._text = path.read_text(encoding="utf-8")
            self.values = tomllib.loads(self._text)
        except OSError as error:
            self.fault(1, f"cannot be opened ({error.strerror}): check the name")
        except UnicodeDecodeError:
            self.fault(1, "is not saved as UTF-8 text: save it again with that encoding")
        except tomllib.TOMLDecodeError as error:
            self._syntax_fault(str(error))
        except RecursionError:
            self.fault(1, "has brackets within brackets without end: close them")
        except ValueError:
            # tomllib lets Python's own limit on the figures of a number through.
            self.fault(1, "holds a number of thousands of figures: make it shorter")

    def _syntax_fault(self, error: str) -> None:
        problem, _, place = error.partition(" (at ")
        line = re.search(r"line (\d+)", place)
        last = self._text.count("\n") + 1
        cure = "look for a missing quotation mark, bracket or equals sign here"
        if "overwrite" in problem or "twice" in problem:
            cure = "the same name stands in this file twice: keep one"
        self.fault(int(line[1]) if line else last, f"{problem}: {cure}")

    def fault(self, line: int, message: str) -> None:
        """Remember one fault."""
        self.faults.append(Fault(self.name, line, one_line(message)))

    def header_line(self, header: str, nth: int = 0) -> int:
        """Return the line of the nth ``[header]`` or ``[[header]]``, from 1."""
        found = re.finditer(rf"^\s*\[+\s*{re.escape(header)}\s*\]+", self._text, re.MULTILINE)
        for index, match in enumerate(found):
            if index == nth:
                return self._line(match.end())
        return 1

    def field_line(self, header: str, key: str, nth: int = 0) -> int:
        """Return the line of a field in the nth table of that name, from 1."""
        first = self.header_line(header, nth) if header else 0
        pattern = re.compile(rf"""\s*["']?{re.escape(key)}["']?\s*=""")
        for number, line in enumerate(self._text.split("\n")[first:], first + 1):
            if line.startswith("["):
                break
            if pattern.match(line):
                return number
        return max(first, 1)

    def _line(self, offset: int) -> int:
        return self._text.count("\n", 0, offset) + 1

    def table(self, header: str, nth: int = 0, values: object = None) -> "Table":
        """Return one table of the file, read field by field."""
        content = self.values.get(header) if values is None else values
        if not isinstance(content, dict):
            line = self.header_line(header, nth)
            self.fault(line, f"[{header}] must be a table: write [{header}] on its own line")
            content = {}
        return Table(self, header, nth, content)


class Table:
    """One TOML table, read field by field; what is left unread is a fault."""

    def __init__(self, file: TomlFile, header: str, nth: int, values: dict[str, object]) -> None:
        self.file = file
        self.header = header
        self._nth = nth
        self.values = values
        self._known: set[str] = set()

    def fault(self, key: str, message: str) -> None:
        """Remember a fault in one field, or in the whole table if it has no such field."""
        line = self.file.field_line(self.header, key, self._nth)
        # The fields of a settings file stand in no table.
        self.file.fault(line, f"[{self.header}] {message}" if self.header else message)

    def has(self, key: str) -> bool:
        """Say whether the table has a field."""
        return key in self.values

    def _get(self, key: str, kind: type[Value], required: bool = False) -> Value | None:
        self._known.add(key)
        value = self.values.get(key)
        if value is None:
            if required:
                self.fault(key, f"needs the field “{key}”: add {_KINDS[kind]}")
            return None
        # True is a whole number to Python, and a date with a time is a date.
        is_kind = isinstance(value, kind) and not (
            (kind is not bool and isinstance(value, bool)) or isinstance(value, datetime)
        )
        if is_kind:
            return value  # type: ignore[return-value]
        self.fault(key, f"“{key}” must be {_KINDS[kind]}: mend the value")
        return None

    def text(self, key: str, required: bool = False) -> str:
        """Return a text field, or "" where it is missing or wrong."""
        value = self._get(key, str, required)
        if value is None:
            return ""
        if value != value.strip() or not value:
            self.fault(key, f"“{key}” is empty or has a space at its edge: take it away")
        return value.strip()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, or an empty one where it is missing or wrong."""
        values = self._get(key, list)
        if values is None:
            return ()
        if not all(isinstance(value, str) and value.strip() == value != "" for value in values):
            self.fault(key, f"“{key}” must be a list of texts: put each in quotation marks")
            return ()
        if len(set(values)) < len(values):
            self.fault(key, f"“{key}” holds the same words twice: keep one")
        return tuple(values)

    def flag(self, key: str, required: bool = False) -> bool:
        """Return a true or false field; false where it is missing."""
        return bool(self._get(key, bool, required))

    def whole(self, key: str, required: bool = False) -> int | None:
        """Return a whole number field."""
        return self._get(key, int, required)

    def number(self, key: str) -> float | None:
        """Return a number field, whole or not."""
        if isinstance(self.values.get(key), int):
            return self.whole(key)
        return self._get(key, float)

    def day(self, key: str, required: bool = False) -> date | None:
        """Return a date field."""
        return self._get(key, date, required)

    def inner(self, key: str) -> "Table | None":
        """Return a table that stands inside this one on one line."""
        values = self._get(key, dict)
        return None if values is None else Table(self.file, self.header, self._nth, values)

    def choice(
        self, key: str, among: type[Choice], default: Choice, required: bool = False
    ) -> Choice:
        """Return a field that must be one of the words of an enumeration."""
        value = self.text(key, required)
        if not value:
            return default
        try:
            return among(value)
        except ValueError:
            words = [str(member) for member in among]
            self.fault(key, f"“{key}” cannot be “{value}”: {_cure(value, words)}")
            return default

    def each(self, read: Callable[[str, object], Iterable[Value]]) -> Iterator[Value]:
        """Read a table whose field names are data, such as the swaps of a rule."""
        for key, value in self.values.items():
            self._known.add(key)
            yield from read(key, value)

    def finish(self) -> None:
        """Report every field that nothing has asked for."""
        for key in self.values:
            if key not in self._known:
                self.fault(key, f"has no field “{key}”: {_cure(key, sorted(self._known))}")


def _cure(word: str, words: list[str]) -> str:
    from difflib import get_close_matches  # only when there is a fault: it is slow to load

    close = get_close_matches(word, words, n=1)
    return f"did you mean “{close[0]}”?" if close else "use one of " + ", ".join(words)
