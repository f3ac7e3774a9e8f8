"""What an organisation has decided, read strictly from plainspeak.toml."""

from dataclasses import dataclass
from pathlib import Path

from plainspeak.errors import DataError
from plainspeak.finding import FailOn
from plainspeak.table import Table, TomlFile

NAME = "plainspeak.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """Which findings stop a paper, and which glossaries and rules are used.

    ``skip`` names rules that are turned off. ``shipped`` False leaves out the
    glossaries and rules that come with PlainSpeak.
    """

    fail_on: FailOn = FailOn.MUST
    glossaries: tuple[Path, ...] = ()
    rules: tuple[Path, ...] = ()
    skip: tuple[str, ...] = ()
    shipped: bool = True


def find_settings(folder: Path) -> Settings:
    """Return the settings of the nearest plainspeak.toml here or above, or the usual ones.

    Raises DataError with every fault of that file.
    """
    for place in (folder, *folder.parents):
        path = place / NAME
        if path.is_file():
            return load_settings(path)
    return Settings()


def load_settings(path: Path) -> Settings:
    """Read one settings file; the paths in it are taken from its own folder."""
    file = TomlFile(path)
    table = Table(file, "", 0, file.values)
    settings = Settings(
        fail_on=table.choice("fail-on", FailOn, FailOn.MUST),
        glossaries=_paths(path, table, "glossaries"),
        rules=_paths(path, table, "rules"),
        skip=table.texts("skip"),
        shipped=table.flag("shipped") if table.has("shipped") else True,
    )
    if not file.faults:
        table.finish()
    if file.faults:
        raise DataError(file.faults)
    return settings


def _paths(path: Path, table: Table, key: str) -> tuple[Path, ...]:
    return tuple(path.parent / name for name in table.texts(key))
