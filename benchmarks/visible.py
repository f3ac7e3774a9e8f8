"""The text that Word shows of a file, taken straight from its XML to check the reader against.

It shares no code with the reader, so that one fault cannot hide in both.
"""

import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Final

from lxml import etree

_PARTS: Final = re.compile(r"word/(?:document\d*|footnotes|endnotes|comments)\.xml", re.IGNORECASE)
_ENDS: Final = re.compile(r"word/(?:header|footer)\d*\.xml", re.IGNORECASE)
_NOT_SHOWN: Final = frozenset({"del", "moveFrom", "Fallback", "rt"})
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_WORD: Final = re.compile(r"[^\W_]+")
_ODD: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u2000-\u200b\u2028\u2029\u202f\u205f\u3000]")


def kept_share(data: bytes, texts: Iterable[str]) -> float:
    """Return the share of the letters shown in a file that stand in the texts."""
    shown, ours = _letters(visible_paragraphs(data)), _letters(texts)
    total = sum(len(word) * count for word, count in shown.items())
    kept = sum(len(word) * count for word, count in (shown & ours).items())
    return kept / total if total else 1.0


def visible_paragraphs(data: bytes) -> Iterator[str]:
    """Yield the text of every paragraph Word shows, of the body and of what stands beside it."""
    with zipfile.ZipFile(BytesIO(data)) as file:
        names = [name.replace("\\", "/") for name in file.namelist()]
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        used = _used_ends(file, names)
        for name in names:
            if _PARTS.fullmatch(name) or name in used:
                yield from _paragraphs(etree.fromstring(file.read(name), parser))


def _used_ends(file: zipfile.ZipFile, names: list[str]) -> set[str]:
    """Return the headers and footers that a section names: Word shows no others."""
    used = set()
    for main in filter(re.compile(r"word/document\d*\.xml").fullmatch, names):
        ids = set(re.findall(rb'(?:header|footer)Reference[^>]*?r:id="([^"]+)"', file.read(main)))
        links = main.replace("word/", "word/_rels/") + ".rels"
        for element in etree.fromstring(file.read(links)) if links in names else ():
            target = "word/" + element.get("Target", "").removeprefix("/word/")
            if element.get("Id", "").encode() in ids and _ENDS.fullmatch(target):
                used.add(target)
    return used


def _paragraphs(root: etree._Element) -> Iterator[str]:
    texts: dict[etree._Element, list[str]] = {}
    for element in root.iter("{*}t", "{*}tab", "{*}ptab", "{*}br", "{*}cr", "{*}noBreakHyphen"):
        around = list(element.iterancestors())
        if "wordprocessingml" not in element.tag or not _is_shown(around):
            continue
        paragraph = next((each for each in around if _name(each) == "p"), None)
        if paragraph is not None:
            instead = "-" if _name(element) == "noBreakHyphen" else " "
            is_text = _name(element) == "t"
            text = _ODD.sub(" ", element.text or "") if is_text else instead
            texts.setdefault(paragraph, []).append(text)
    for parts in texts.values():
        yield "".join(parts)


def _is_shown(around: list[etree._Element]) -> bool:
    for each in around:
        name = _name(each)
        if name in _NOT_SHOWN and not (name == "Fallback" and _is_only_version(each)):
            return False
        if name == "r" and _is_on(each.find("{*}rPr/{*}vanish")):
            return False
        if name == "tr" and each.find("{*}trPr/{*}del") is not None:
            return False
        merged = each.find("{*}tcPr/{*}vMerge") if name == "tc" else None
        if merged is not None and _value(merged, "val") != "restart":
            return False
        if name in {"footnote", "endnote"} and _value(each, "type") in _SEPARATORS:
            return False
    return True


def _is_only_version(fallback: etree._Element) -> bool:
    around = fallback.getparent()
    return around is None or around.find("{*}Choice") is None


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and _value(element, "val") not in {"0", "false", "off"}


def _value(element: etree._Element, name: str) -> str | None:
    items = ((str(key), str(text)) for key, text in element.items())
    return next((text for key, text in items if key.endswith("}" + name)), None)


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text))
