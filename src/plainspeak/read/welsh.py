"""Know Welsh passages, which many papers of Welsh bodies hold and few files mark."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plainspeak.document import Block

# Small words that stand in every Welsh sentence and in no English one.
_SMALL_WORDS = frozenset(
    """ac ar bod bydd byddwn chi ddim dros eich ein eu fel gan gyda gydag hon hwn hyn i'r mae
    mae'n mae'r mewn nad neu ni nid o'r oedd sy'n sydd wedi wrth y ydym ydyw ym yn yng yr
    yw""".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FEWEST = 6  # words: fewer tell too little
_DIFFERENT = 3
_SHARE = 0.14  # of the words; Welsh prose has about 0.3


def is_welsh(text: str) -> bool:
    """Say whether a text is Welsh, by its share of small Welsh words."""
    words = _WORD.findall(text.lower().replace("’", "'"))
    known = [word for word in words if word in _SMALL_WORDS]
    # Initials and names repeat one of them; a sentence has several.
    several = len(set(known)) >= _DIFFERENT
    return len(words) >= _FEWEST and several and len(known) >= _SHARE * len(words)


def mark_welsh(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, with Welsh ones marked where the file itself marks no language."""
    for block in blocks:
        welsh = not block.language and is_welsh(block.text)
        yield replace(block, language="cy") if welsh else block
