"""Cleaning of text one character for one character, so that offsets stay true."""

from typing import Final

# Word shows a raw line end inside a run as a space; its real line breaks are
# elements, or one of the three characters below.
_NEW_LINES: Final = (0x85, 0x2028, 0x2029)
_SPACES: Final = (0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x3000, 0xFEFF)
_CONTROLS: Final = (*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF)
_SURROGATES: Final = range(0xD800, 0xE000)
_TABLE: Final[dict[int, str]] = dict.fromkeys(
    (*_SPACES, *_CONTROLS, *_SURROGATES), " "
) | dict.fromkeys(_NEW_LINES, "\n")


def clean(text: str) -> str:
    """Return text of the same length with odd spaces and control characters made plain."""
    # Nearly every run is printable already; the table is fifty times slower.
    return text if text.isprintable() else text.translate(_TABLE)
