"""The command ``plainspeak``: find the subcommand, run it, and turn errors into one line."""

import importlib
import io
import sys
from typing import cast

import click

# Loaded only when called, so that help is quick: name to module, with its one line of help.
_COMMANDS = {
    "check": "Check papers for what a lay reader will trip over.",
    "appendix": "Write the glossary of one paper, to go with it.",
    "explain": "Explain a rule or a term.",
    "glossary": "List the glossaries, or look for faults in them.",
    "hook": "Check papers before they are committed (for pre-commit).",
}


class _Lazy(click.Group):
    """A group whose commands are loaded when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command = importlib.import_module(f"plainspeak_cli.{cmd_name}").command
        return cast(click.Command, command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from plainspeak import __version__

        click.echo(f"plainspeak {__version__}")
        ctx.exit()


@click.command(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_version,
    help="Show the version and stop.",
)
def group() -> None:
    """Check meeting papers for jargon, acronyms and long sentences before you share them.

    Everything happens on your own computer: no paper is sent anywhere.

    Example: plainspeak check board-paper.docx
    """


def cli() -> None:
    """Run the command line and leave with its exit code."""
    # A letter the screen lacks is shown as "?": it is no reason to stop.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    sys.exit(_run(sys.argv[1:]))


def _run(arguments: list[str]) -> int:
    try:
        code = group.main(arguments, prog_name="plainspeak", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        click.echo(f"plainspeak: {_one_line(error)}", err=True)
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("plainspeak: stopped by you; nothing more was done.", err=True)
        return 130
    except BrokenPipeError:
        # The reader of our output has gone, as in "plainspeak check … | head".
        sys.stderr.close()
        return 1
    except Exception as error:  # noqa: BLE001 - the last stop: nobody should see a traceback
        return _failed(error)
    return code if isinstance(code, int) else 0


def _one_line(error: click.ClickException) -> str:
    message = " ".join(error.format_message().split())
    context = getattr(error, "ctx", None)
    called = context.command_path if context else "plainspeak"
    return f"{message.rstrip('.')}: see “{called} --help”"


def _failed(error: Exception) -> int:
    """Say what went wrong in one line for each fault, and return the exit code."""
    from plainspeak.errors import DataError, PaperError, UsageError

    if isinstance(error, PaperError | DataError | UsageError):
        for line in str(error).splitlines():
            click.echo(f"plainspeak: {line}", err=True)
        return 3 if isinstance(error, PaperError) else 2
    kind = type(error).__name__
    click.echo(
        f"plainspeak: something went wrong in PlainSpeak itself ({kind}: {error}): "
        "please report it, without the paper if it is private",
        err=True,
    )
    return 70
