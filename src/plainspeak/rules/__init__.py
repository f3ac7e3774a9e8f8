"""Rules: what PlainSpeak looks for, as data that carries its reason and its tests."""

from plainspeak.rules.load import load_rules
from plainspeak.rules.rule import (
    AcronymRule,
    Example,
    Inflect,
    Measure,
    PhraseRule,
    Rule,
    ScoreRule,
    SentenceRule,
    Style,
    StyleRule,
    TermRule,
    Unit,
)

__all__ = [
    "AcronymRule",
    "Example",
    "Inflect",
    "Measure",
    "PhraseRule",
    "Rule",
    "ScoreRule",
    "SentenceRule",
    "Style",
    "StyleRule",
    "TermRule",
    "Unit",
    "load_rules",
]
