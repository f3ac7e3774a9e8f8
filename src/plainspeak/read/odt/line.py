"""The words of one paragraph, with what hangs on it."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from plainspeak.read.gather import main_language, squeezed, whole_number, words_in
from plainspeak.read.odt.changes import Changes
from plainspeak.read.odt.names import get, short
from plainspeak.read.odt.styles import Style, Styles

# A file may ask for a million spaces; nobody needs more to tell two words apart.
_MOST_SPACES: Final = 20
_UNREAD: Final = frozenset(
    {"text:ruby-text", "text:script", "text:tracked-changes", "office:forms", "text:number"}
)
_CHANGES: Final = frozenset({"text:change-start", "text:change-end", "text:change"})
_HIDING: Final = frozenset({"text:hidden-text", "text:hidden-paragraph"})
_ENDS: Final = frozenset({"text:note", "office:annotation"})


@dataclass(slots=True)
class Line:
    """What a paragraph holds: its words, and elements that are read after it."""

    text: str = ""
    language: str = ""
    strong: bool = False
    hidden: bool = False
    label: str = ""
    floating: list[etree._Element] = field(default_factory=list)
    ends: list[etree._Element] = field(default_factory=list)


class LineReader:
    """Reads one paragraph without recursion, as spans may be nested deep."""

    def __init__(
        self,
        styles: Styles,
        changes: Changes,
        is_equation: Callable[[etree._Element], bool],
        block: int,
    ) -> None:
        self._styles = styles
        self._changes = changes
        self._is_equation = is_equation
        self._block = block
        self._pieces: list[str] = []
        self._after_space = True
        self._languages: Counter[str] = Counter()
        self._looks: list[Style] = []
        self._around: list[Style] = []
        self._line = Line()

    def read(self, element: etree._Element, style: Style) -> Line:
        """Return the words of a paragraph of a style."""
        self._around = [style]
        walk = etree.iterwalk(element, events=("start", "end"))
        for event, inside in walk:
            if event == "start":
                if not self._enter(inside, is_root=inside is element):
                    walk.skip_subtree()
            elif inside is not element:
                self._around.pop()
                self._add(squeezed(inside.tail or ""))
        self._line.text = "".join(self._pieces)
        self._line.language = main_language(self._languages)
        looks = self._looks
        self._line.strong = bool(looks) and (
            all(look.bold for look in looks) or all(look.underlined for look in looks)
        )
        return self._line

    def _enter(self, element: etree._Element, *, is_root: bool) -> bool:
        """Take in the start of an element, and say whether to go inside it."""
        name = short(element)
        if is_root:
            self._add(squeezed(element.text or ""))
            return True
        self._around.append(self._inside(element, name))
        if name in _ENDS:
            self._line.ends.append(element)
        elif name.startswith("draw:") and name != "draw:a":
            self._line.floating.append(element)
            if self._is_equation(element):
                self._add(" ", as_is=True)
        elif name in _CHANGES:
            self._changes.mark(element, self._block)
        elif name == "text:s":
            self._add(" " * whole_number(get(element, "text:c"), 1, _MOST_SPACES), as_is=True)
        elif name in {"text:tab", "text:line-break"}:
            self._add(" " if name == "text:tab" else "\n", as_is=True)
        elif name == "text:number":
            self._line.label = words_in(element)
        elif isinstance(element.tag, str) and name not in _UNREAD:
            self._add(squeezed(element.text or ""))
            return True
        return False

    def _inside(self, element: etree._Element, name: str) -> Style:
        around = self._around[-1]
        if name in _HIDING and get(element, "text:is-hidden") == "true":
            return replace(around, hidden=True)
        if name not in {"text:span", "text:a"}:
            return around
        if name == "text:a":
            return replace(around, underlined=False)
        own = self._styles.words(get(element, "text:style-name"))
        return Style(
            around.kind,
            hidden=around.hidden if own.hidden is None else own.hidden,
            bold=around.bold if own.bold is None else own.bold,
            underlined=around.underlined if own.underlined is None else own.underlined,
            language=around.language if own.language is None else own.language,
        )

    def _add(self, text: str, *, as_is: bool = False) -> None:
        """Add text, unless it is hidden; spaces in the file's own text count once."""
        style = self._around[-1]
        if style.hidden:
            self._line.hidden = self._line.hidden or bool(text.strip())
            return
        if not as_is and self._after_space:
            text = text.lstrip(" ")
        if not text:
            return
        self._after_space = not as_is and text.endswith(" ")
        self._pieces.append(text)
        self._changes.add(text)
        letters = len(text) - text.count(" ")
        if letters:
            self._languages[style.language or ""] += letters
            self._looks.append(style)
