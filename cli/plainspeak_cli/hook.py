"""The command ``plainspeak hook``, for pre-commit."""

from pathlib import Path

import click

from plainspeak.errors import one_line
from plainspeak.read import read_papers
from plainspeak.settings import find_settings
from plainspeak_cli.check import check_each, find_papers
from plainspeak_cli.options import checker_for


@click.command()
@click.argument("papers", nargs=-1, type=click.Path(path_type=Path), metavar="[PAPER…]")
def command(papers: tuple[Path, ...]) -> int:
    """Check the papers that are about to be committed, and stop on what plainspeak.toml says.

    pre-commit calls this with the .docx and .pdf files of a commit.

    Example: plainspeak hook board-paper.docx
    """
    from plainspeak.judge import judge, stops
    from plainspeak.write.place import place_of

    settings = find_settings(Path.cwd())
    found, unread = find_papers(papers)
    if not found and not unread:
        return 0  # a commit without papers has nothing to check
    documents = read_papers(found)
    reports = list(check_each(documents, checker_for(settings), unread))
    for report in reports:
        for finding in report.findings:
            if stops(finding, settings.fail_on):
                place = place_of(report.document, finding.span)
                line = f"{report.document.name}: {place}: {finding.message}"
                click.echo(one_line(line))
    verdict = judge(reports, settings.fail_on, unread)
    for reason in verdict.reasons:
        click.echo(f"plainspeak: {one_line(reason)}", err=True)
    return int(verdict.exit)
