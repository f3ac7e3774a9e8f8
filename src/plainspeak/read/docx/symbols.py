"""The characters behind w:sym, which names a font and a place in it."""

import sys
from typing import Final

UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"

# Old symbol fonts put their pictures at U+F000 and up, where Unicode has nothing.
_PRIVATE: Final = range(0xE000, 0xF900)
_ONE_BYTE: Final = range(0x100)

# The places that Word's own menus and AutoCorrect put into papers.
_WINGDINGS: Final = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■",
    0x6F: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥",
    0x9F: "•", 0xA0: "▫", 0xA7: "▪", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑",
    0xE2: "↓", 0xE7: "←", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨", 0xF3: "⬄", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2: Final = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x97: "●", 0xA3: "☐", 0xF3: "★"
}  # fmt: skip
_WEBDINGS: Final = {0x61: "✓", 0x63: "☐", 0x72: "✗"}
_SYMBOL: Final = {
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    0x44: "Δ", 0x47: "Γ", 0x4C: "Λ", 0x50: "Π", 0x51: "Θ", 0x53: "Σ", 0x57: "Ω", 0x59: "Ψ",
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xDE: "⇒", 0xE5: "∑",
    **{code: chr(code) for code in (0x20, 0x2B, 0x2E, 0x2F, 0x3C, 0x3D, 0x3E, *range(48, 58))},
}  # fmt: skip
_FONTS: Final = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}


def symbol(font: str | None, code: str | None) -> str:
    """Return the one character that a font shows at a place given in hexadecimal."""
    try:
        place = int(code or "", 16)
    except ValueError:
        return UNKNOWN
    table = _FONTS.get((font or "").strip().lower())
    if place in _PRIVATE or (table is not None and place in _ONE_BYTE):
        return (table or {}).get(place & 0xFF, UNKNOWN)
    return chr(place) if place in range(sys.maxunicode) and chr(place).isprintable() else UNKNOWN
