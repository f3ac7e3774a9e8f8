"""The common words of English, for telling a word from a short form or a name."""

from functools import cache
from importlib.resources import files


@cache
def common_words() -> frozenset[str]:
    """Return some 12,000 common English words in small letters, read once when first asked for."""
    text = files("plainspeak.language").joinpath("common_words.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
