"""PlainSpeak checks meeting papers for what lay partners will trip over.

>>> import plainspeak
>>> document = plainspeak.read("examples/invitation.docx")
>>> for finding in plainspeak.check(document)[:1]:
...     print(finding.rule, "-", finding.message)  # doctest: +SKIP
"""

from plainspeak.api import check, report, shipped_glossary, shipped_rules
from plainspeak.document import Block, BlockKind, Document, Gap, Span
from plainspeak.errors import DataError, Fault, PaperError, PlainSpeakError, UsageError
from plainspeak.finding import Confidence, FailOn, Finding, Group, Severity
from plainspeak.glossary import Entry, Glossary, load_glossary
from plainspeak.judge import Exit, Outcome, Verdict, judge
from plainspeak.read import Limits, read, read_papers
from plainspeak.readability import Readability
from plainspeak.report import Checker, Report
from plainspeak.rules import Rule, load_rules

__version__ = "0.1.0"

__all__ = [
    "Block",
    "BlockKind",
    "Checker",
    "Confidence",
    "DataError",
    "Document",
    "Entry",
    "Exit",
    "FailOn",
    "Fault",
    "Finding",
    "Gap",
    "Glossary",
    "Group",
    "Limits",
    "Outcome",
    "PaperError",
    "PlainSpeakError",
    "Readability",
    "Report",
    "Rule",
    "Severity",
    "Span",
    "UsageError",
    "Verdict",
    "check",
    "judge",
    "load_glossary",
    "load_rules",
    "read",
    "read_papers",
    "report",
    "shipped_glossary",
    "shipped_rules",
]
