"""Turn reports into a verdict: pass, stop, or not checked in full. It fails closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from plainspeak.errors import PaperError
from plainspeak.finding import Confidence, FailOn, Finding, Severity
from plainspeak.report import Report


class Exit(IntEnum):
    """The exit codes of the command line; the docs list what each means."""

    CLEAN = 0
    STOPPED = 1
    USAGE = 2
    UNCHECKED = 3
    CONFIDENTIAL = 4
    OUR_FAULT = 70
    INTERRUPTED = 130


class Outcome(StrEnum):
    """What the verdict is."""

    PASS = "pass"
    STOP = "stop"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Pass, stop or unchecked, with the reasons as sentences."""

    outcome: Outcome
    reasons: tuple[str, ...] = ()

    @property
    def exit(self) -> Exit:
        """Return the exit code for this verdict."""
        return {
            Outcome.PASS: Exit.CLEAN,
            Outcome.STOP: Exit.STOPPED,
            Outcome.UNCHECKED: Exit.UNCHECKED,
        }[self.outcome]


def stops(finding: Finding, fail_on: FailOn) -> bool:
    """Say whether a finding stops a paper. Only what we are sure of may."""
    if fail_on is FailOn.NEVER or finding.confidence is not Confidence.SURE:
        return False
    return finding.severity.rank <= Severity(fail_on).rank


def judge(
    reports: Iterable[Report], fail_on: FailOn = FailOn.MUST, unread: Iterable[PaperError] = ()
) -> Verdict:
    """Judge some papers together. A paper or part that was not read is never a pass."""
    reports = tuple(reports)
    missing = [str(error) for error in unread]
    missing += [
        f"{report.document.name}: {gap.what} was not read: {gap.why}"
        for report in reports
        for gap in report.document.gaps
        if gap.serious
    ]
    if missing or not reports:
        return Verdict(Outcome.UNCHECKED, tuple(missing) or ("No paper was checked.",))
    stopped = [
        report for report in reports if any(stops(found, fail_on) for found in report.findings)
    ]
    if stopped:
        return Verdict(Outcome.STOP, tuple(_reason(report, fail_on) for report in stopped))
    return Verdict(Outcome.PASS)


def _reason(report: Report, fail_on: FailOn) -> str:
    count = sum(stops(finding, fail_on) for finding in report.findings)
    things = "1 thing" if count == 1 else f"{count} things"
    return f"{report.document.name}: {things} to put right before it is shared."
