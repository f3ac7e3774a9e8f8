"""Find the glossaries and rules that come with PlainSpeak."""

from pathlib import Path
from typing import Literal


def shipped(folder: Literal["glossaries", "rules"]) -> Path:
    """Return the folder of shipped data.

    A wheel carries the folder inside the package; a checkout keeps it at its
    root, where maintainers edit it.
    """
    package = Path(__file__).parent
    packaged = package / "data" / folder
    return packaged if packaged.is_dir() else package.parents[1] / folder
