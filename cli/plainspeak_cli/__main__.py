"""Run the command line as ``python -m plainspeak_cli``."""

from plainspeak_cli.main import cli

if __name__ == "__main__":
    cli()
