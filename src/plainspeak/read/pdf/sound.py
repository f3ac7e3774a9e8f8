"""Decide whether the tags of a page can be trusted."""

import re
from collections.abc import Sequence
from itertools import pairwise

from plainspeak.document import BlockKind
from plainspeak.read.pdf.sheet import Line

_SHARE = 0.9
# Some programs tag each line as a paragraph: then many end in mid-sentence.
_MOST_CUT, _CUT_SHARE = 2, 0.1
_FULL = 25  # characters in a line that may go on
# The parts of a page, from each edge, where words without a tag may be a running head.
EDGE = 0.15
_END = re.compile(r"[.!?:;,][\"'”’)\]]*$")


def is_sound(lines: Sequence[Line], height: float) -> bool:
    """Tell whether nearly all words of a page have a tag, and paragraphs are whole."""
    total = tagged = 0
    for line in lines:
        if line.tag or not at_edge(line, height):
            total += len(line.text)
            tagged += len(line.text) if line.tag else 0
    if not total or tagged < _SHARE * total:
        return False
    cut = sum(_is_cut(upper, lower) for upper, lower in pairwise(lines))
    paragraphs = len({line.tag.number for line in lines if line.tag})
    return cut <= max(_MOST_CUT, _CUT_SHARE * paragraphs)


def at_edge(line: Line, height: float) -> bool:
    """Tell whether a line stands where running heads and feet do."""
    return not EDGE * height < line.base < (1 - EDGE) * height


def _is_cut(upper: Line, lower: Line) -> bool:
    """Tell whether a sentence runs on from one paragraph into another."""
    if upper.tag is None or lower.tag is None or upper.tag.number == lower.tag.number:
        return False
    if {upper.tag.kind, lower.tag.kind} != {BlockKind.PARAGRAPH}:
        return False
    runs_on = lower.text[:1].islower() and not _END.search(upper.text)
    return runs_on and len(upper.text) > _FULL and upper.base > lower.base
