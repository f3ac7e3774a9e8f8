"""The command ``plainspeak appendix``."""

from pathlib import Path

import click

from plainspeak.errors import UsageError
from plainspeak.finding import FailOn
from plainspeak_cli.options import (
    checker_for,
    data_options,
    never_over_an_input,
    save,
    settings_with,
)


@click.command()
@click.argument("paper", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write it: a .docx or .md file.",
)
@data_options
def command(
    paper: Path,
    output: Path,
    glossaries: tuple[Path, ...],
    rules: tuple[Path, ...],
    no_shipped: bool,
) -> int:
    """Write the glossary of one paper: the terms and short forms it uses, and no others.

    Example: plainspeak appendix board-paper.docx -o glossary.docx
    """
    if output.suffix.lower() not in {".docx", ".md"}:
        raise UsageError(f"{output}: is neither .docx nor .md: end the name with one of the two")
    settings = settings_with(glossaries, rules, no_shipped)
    never_over_an_input(output, (paper, *settings.glossaries))

    from plainspeak.judge import judge
    from plainspeak.read import read
    from plainspeak.write.appendix import appendix_docx, appendix_markdown, glossary_lines

    report = checker_for(settings).report(read(paper))
    if output.suffix.lower() == ".docx":
        save(output, appendix_docx(report))
    else:
        save(output, appendix_markdown(report).encode())
    terms = len(glossary_lines(report))
    click.echo(f"{output}: {terms} {'term' if terms == 1 else 'terms'} explained.")
    # A part that could not be read may hold terms that are missing here.
    return int(judge([report], FailOn.NEVER).exit)
