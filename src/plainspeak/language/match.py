"""Find many phrases at once in a text, by a tree of their words.

A tree of plain dictionaries reads two million words a second and knows word
edges, which is enough that no library is needed (see the docs on speed).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from plainspeak.language.words import Token, tokens

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """A phrase found: its first token, one past its last, and what was stored with it."""

    first: int
    last: int
    values: tuple[Value, ...]


class PhraseTree(Generic[Value]):
    """Phrases with a value each; hyphens, capitals and the width of gaps do not matter."""

    def __init__(self, phrases: Iterable[tuple[str, Value]] = ()) -> None:
        self._root: dict[str, Any] = {}
        for phrase, value in phrases:
            self.add(phrase, value)

    def add(self, phrase: str, value: Value) -> None:
        """Store a phrase. The same phrase may be stored with several values."""
        node = self._root
        for token in tokens(phrase):
            node = node.setdefault(token.norm, {})
        # The empty string is no token, so it can hold the values of a phrase.
        node[""] = (*node.get("", ()), value)

    def matches(self, text: list[Token]) -> Iterator[Match[Value]]:
        """Yield every phrase at every place, the longest at each place first."""
        root = self._root
        for first, token in enumerate(text):
            node = root.get(token.norm)
            if node is None:
                continue
            found: list[Match[Value]] = []
            last = first + 1
            while node is not None:
                if "" in node:
                    found.append(Match(first, last, node[""]))
                node = node.get(text[last].norm) if last < len(text) else None
                last += 1
            yield from reversed(found)
