"""Glossaries: the terms PlainSpeak knows, what they mean, and plainer words for them."""

from plainspeak.glossary.entry import Audience, Entry, Glossary, Status, TermKind
from plainspeak.glossary.load import load_glossary

__all__ = ["Audience", "Entry", "Glossary", "Status", "TermKind", "load_glossary"]
