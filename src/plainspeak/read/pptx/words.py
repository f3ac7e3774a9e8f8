"""The words of one paragraph of a slide, and whether it is in a list."""

from collections import Counter
from dataclasses import dataclass

from lxml import etree

from plainspeak.read.clean import clean
from plainspeak.read.gather import language_of, main_language, numeral, whole_number
from plainspeak.read.pptx.names import child, children, local

_SIGNS = {"alphaLc": "a", "alphaUc": "A", "romanLc": "i", "romanUc": "I"}
_ENDS = {"Period": ("", "."), "ParenR": ("", ")"), "ParenBoth": ("(", ")")}
_DEEPEST = 8
_SYMBOL_FONTS = ("wingdings", "symbol", "webdings")
_BULLETS = frozenset({"buNone", "buChar", "buAutoNum", "buBlip"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a paragraph. ``equation`` says that one was left out."""

    text: str
    language: str
    level: int
    equation: bool


def words(paragraph: etree._Element) -> Words:
    """Return the words of a paragraph (a:p)."""
    pieces: list[str] = []
    languages: Counter[str] = Counter()
    equation = False
    for run in paragraph:
        name = local(run)
        if name == "br":
            pieces.append("\n")
        elif name in {"r", "fld"}:
            text = "".join(part.text or "" for part in children(run, "t"))
            settings = child(run, "rPr")
            language = language_of(None if settings is None else settings.get("lang"))
            languages[language] += len(text.strip())
            pieces.append("\n".join(map(clean, text.split("\v"))))
        elif name in {"m", "AlternateContent"}:
            equation = True
            pieces.append(" ")
    return Words("".join(pieces), main_language(languages), level_of(paragraph), equation)


def level_of(paragraph: etree._Element) -> int:
    """Return how deep a paragraph stands, from 0."""
    settings = child(paragraph, "pPr")
    return whole_number(None if settings is None else settings.get("lvl"), 0, _DEEPEST)


def bullet_of(settings: etree._Element | None) -> etree._Element | None:
    """Return what some settings say of bullets: an element such as a:buNone, or nothing."""
    return next(children(settings, *_BULLETS), None)


class Labels:
    """Counts the numbered paragraphs of one shape."""

    def __init__(self) -> None:
        self._counts: dict[int, tuple[str, int]] = {}

    def next(self, bullet: etree._Element | None, level: int) -> str:
        """Return the label of the next paragraph; one without a number begins a new count."""
        name = "" if bullet is None else local(bullet)
        self._counts = {at: count for at, count in self._counts.items() if at <= level}
        if bullet is None or name != "buAutoNum":
            self._counts.pop(level, None)
            return "" if name in {"", "buNone"} else _sign(bullet)
        kind = bullet.get("type") or ""
        before, count = self._counts.get(level, ("", 0))
        start = whole_number(bullet.get("startAt"), 1)
        count = count + 1 if before == kind else start
        self._counts[level] = (kind, count)
        return _numbered(kind, count)


def _numbered(kind: str, count: int) -> str:
    sign = next((sign for start, sign in _SIGNS.items() if kind.startswith(start)), "1")
    before, after = next((both for end, both in _ENDS.items() if kind.endswith(end)), ("", ""))
    return f"{before}{numeral(count, sign)}{after}"


def _sign(bullet: etree._Element | None) -> str:
    """Return a bullet; the letters that symbol fonts turn into signs are shown as a dot."""
    sign = (bullet.get("char") or "")[:1] if bullet is not None else ""
    around = None if bullet is None else bullet.getparent()
    font = child(around, "buFont")
    face = "" if font is None else (font.get("typeface") or "").lower()
    is_odd = face.startswith(_SYMBOL_FONTS) or sign.isalnum() or "\ue000" <= sign <= "\uf8ff"
    return "•" if is_odd or not sign.strip() else sign
