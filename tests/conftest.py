"""What several tests need: a paper from words, and the folders of outside material."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plainspeak import Block, BlockKind, Document
from plainspeak.read.text import read_text

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def paper(text: str) -> Document:
    """Return a document from plain text: blank lines part blocks, "- " makes list items."""
    return read_text("paper.txt", text.encode("utf-8", "replace"))


def of_kind(kind: BlockKind, *texts: str) -> Document:
    """Return a document whose blocks are all of one kind."""
    blocks = tuple(Block(number, kind, text) for number, text in enumerate(texts))
    return Document("paper.txt", "txt", "", blocks)


def shared(*parts: str) -> Path:
    """Return a folder of outside material, or skip the test and say that it is not here."""
    folder = SHARED.joinpath(*parts)
    if not folder.exists():
        pytest.skip(f"the outside material {'/'.join(parts)} is not here")
    return folder


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that writes a text file and returns its path."""

    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write_file
