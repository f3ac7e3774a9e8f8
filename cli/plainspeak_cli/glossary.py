"""The commands ``plainspeak glossary list`` and ``plainspeak glossary lint``."""

from pathlib import Path

import click

from plainspeak_cli.options import data_options, settings_with


@click.group()
def command() -> None:
    """List the glossaries, or look for faults in them.

    Example: plainspeak glossary lint house.toml
    """


@command.command(name="list")
@data_options
def list_terms(glossaries: tuple[Path, ...], rules: tuple[Path, ...], no_shipped: bool) -> None:
    """List every term with its meaning, subject by subject.

    Example: plainspeak glossary list --glossary house.toml
    """
    from plainspeak.api import glossary_for

    glossary = glossary_for(settings_with(glossaries, rules, no_shipped))
    areas = sorted({entry.area for entry in glossary.entries})
    for area in areas:
        entries = [entry for entry in glossary.entries if entry.area == area]
        click.echo(f"{area} ({len(entries)})")
        for entry in sorted(entries, key=lambda entry: entry.term.casefold()):
            full = f" ({entry.stands_for})" if entry.stands_for else ""
            click.echo(f"  {entry.term}{full}: {entry.means}")


@command.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE…]")
def lint(files: tuple[Path, ...]) -> int:
    """Look for every fault in glossary files: the ones named, or all that are shipped.

    Example: plainspeak glossary lint house.toml
    """
    from plainspeak.api import shipped_glossary, shipped_rules
    from plainspeak.check.data import glossary_faults
    from plainspeak.errors import DataError, UsageError
    from plainspeak.glossary import load_glossary
    from plainspeak.shipped import shipped

    for path in files:
        if not path.is_file():
            raise UsageError(f"{path}: is not there: check the name and the folder")
    paths = list(files) or sorted(shipped("glossaries").glob("*.toml"))
    ours = load_glossary(paths)
    whole = ours.laid_over(shipped_glossary()) if files else ours
    faults = glossary_faults(paths, ours, whole, shipped_rules())
    if faults:
        raise DataError(faults)
    stale = [entry for entry in ours.entries if entry.is_stale()]
    for entry in stale:
        click.echo(
            f"[{entry.id}] was last looked at on {entry.reviewed}: please look again", err=True
        )
    count = len(ours.entries)
    click.echo(
        f"{count:,} {'entry' if count == 1 else 'entries'} in "
        f"{len(paths)} {'file' if len(paths) == 1 else 'files'}: no faults."
    )
    return 0
