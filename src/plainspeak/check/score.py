"""Score rules: a paper that is hard going as a whole."""

from collections.abc import Iterator

from plainspeak.check.paper import Paper
from plainspeak.check.wording import fill
from plainspeak.finding import Finding
from plainspeak.rules import Rule, ScoreRule


def check_scores(rule: Rule, paper: Paper) -> Iterator[Finding]:
    """Flag a score beyond its limit; a paper too short to score has none."""
    assert isinstance(rule.data, ScoreRule)
    score = paper.readability.scores.get(rule.data.measure)
    if score is None:
        return
    over, under = rule.data.over, rule.data.under
    if (over is not None and score > over) or (under is not None and score < under):
        yield Finding(
            rule=rule.id,
            group=rule.group,
            severity=rule.severity,
            confidence=rule.confidence,
            span=None,
            message=fill(
                rule.message,
                score=f"{score:g}",
                over=f"{over:g}" if over is not None else "",
                under=f"{under:g}" if under is not None else "",
            ),
        )
