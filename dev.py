"""Set everything up in a folder of its own (.venv), and then run PlainSpeak or its tests.

    python3 dev.py check examples/board-paper.docx    run PlainSpeak: any of its commands
    python3 dev.py test                               run the tests
    python3 dev.py run ruff check                     run any tool that was set up

It needs Python 3.11 or newer and a package index, and nothing else.
"""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STAMP = ENVIRONMENT / "plainspeak-setup"


def main(arguments: list[str]) -> int:
    """Set up if need be, then run what was asked for and return its exit code."""
    if not (3, 11) <= sys.version_info[:2] < (3, 14):
        print("PlainSpeak needs Python 3.11, 3.12 or 3.13: start this with one of them.")
        return 2
    if not arguments:
        print(__doc__)
        return 2
    set_up()
    if arguments[0] == "test":
        return subprocess.call([PYTHON, "-m", "pytest", *arguments[1:]], cwd=ROOT)
    if arguments[0] == "run":
        return subprocess.call([PYTHON, "-m", *arguments[1:]], cwd=ROOT)
    return subprocess.call([PYTHON, "-m", "plainspeak_cli", *arguments])


def set_up() -> None:
    """Make the environment, unless the one that is there fits these files."""
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("Setting up: this takes a minute or two the first time.", file=sys.stderr)
    venv.create(ENVIRONMENT, with_pip=True, clear=True)
    # Older versions of pip do not know the dependency groups of pyproject.toml.
    install("--upgrade", "pip>=25.1")
    install("--group", "dev", "--editable", ".")
    install("--no-deps", "--require-hashes", "--requirement", "requirements/tagger.txt")
    STAMP.write_text(wanted)


def install(*what: str) -> None:
    """Install packages, and stop with one line when that fails."""
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *what]
    if subprocess.call(command, cwd=ROOT, stdout=sys.stderr):
        sys.exit(f"dev.py: could not install {what[-1]}: is a package index within reach?")


def fingerprint() -> str:
    """Return a hash of what decides the environment."""
    files = (ROOT / "pyproject.toml", *sorted((ROOT / "requirements").iterdir()))
    content = b"".join(file.read_bytes() for file in files) + sys.version.encode()
    return hashlib.sha256(content).hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
