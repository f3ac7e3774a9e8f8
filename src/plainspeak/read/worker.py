"""The process that reads papers: bounded, without a network, and with nothing to lose.

It takes jobs from its standard input and answers on its standard output until the
input ends. A job is a line of JSON and the bytes of one file; an answer is a line
with the job's ticket and a length, and lines of JSON. Started by ``bounded.py`` and by
nothing else.
"""

import json
import os
import signal
import sys
from contextlib import suppress
from typing import Any, BinaryIO

from plainspeak.document import Document
from plainspeak.errors import PaperError
from plainspeak.read.choose import read_bytes
from plainspeak.read.limits import MIB, Limits
from plainspeak.read.wire import to_wire

_OPEN_IT = "open it in the program that made it, and save it again"
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_REFUSED = (
    "socket.", "urllib.", "ftplib.", "smtplib.", "http.", "webbrowser.", "shutil.",
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate",
    "os.chmod", "os.chown", "os.utime", "os.kill", "os.putenv", "signal.pthread_kill",
)  # fmt: skip
_STARTS = (
    "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork",
    "os.startfile", "pty.spawn",
)  # fmt: skip
_GRACE = 2  # seconds after which nobody is waiting any more


def main() -> None:
    """Do jobs until the input ends."""
    jobs, answers = sys.stdin.buffer, sys.stdout.buffer
    # Whatever a library prints must not be taken for an answer.
    sys.stdout = sys.stderr
    first = True
    while line := jobs.readline():
        job = json.loads(line)
        limits = Limits(**job["limits"])
        if first:
            hold_to(limits)
            refuse_network_and_writes(may_start=job["ocr"])
            first = False
        allow_seconds(limits)
        answer(answers, job["ticket"], form_of(job, jobs.read(job["size"]), limits))
        if hasattr(signal, "alarm"):
            signal.alarm(0)


def form_of(job: dict[str, Any], data: bytes, limits: Limits) -> bytes:
    """Read one file, and return what came of it as it is sent."""
    try:
        form = to_wire(outcome(job, data, limits))
    except MemoryError:
        return to_wire([over_memory(job["name"], limits)])
    if len(form) > limits.answer_mb * MIB:
        return to_wire([over_length(job["name"], limits)])
    return form


def outcome(job: dict[str, Any], data: bytes, limits: Limits) -> list[Document | PaperError]:
    """Read one file; whatever goes wrong becomes a PaperError."""
    name = job["name"]
    try:
        return [_bare(paper) for paper in read_bytes(name, data, limits, ocr=job["ocr"])]
    except PaperError as error:
        return [error]
    except MemoryError:
        return [over_memory(name, limits)]
    except RecursionError:
        return [PaperError(name, "too-deep", "has parts within parts without end", _OPEN_IT)]
    except Exception as error:  # noqa: BLE001 - no file may bring the reader down
        problem = f"could not be read ({type(error).__name__})"
        return [PaperError(name, "damaged", problem, _OPEN_IT)]


def _bare(paper: Document | PaperError) -> Document | PaperError:
    """Return an error without the memory of where it was raised, which may be a large part."""
    if isinstance(paper, PaperError):
        return PaperError(paper.name, paper.reason, paper.problem, paper.cure)
    return paper


def over_length(name: str, limits: Limits) -> PaperError:
    """Return the error of a paper whose text is too long to hand over."""
    cure = "split it, or raise the limit with --limit answer-mb=…"
    return PaperError(name, "too-much-text", f"gives more than {limits.answer_mb} MB", cure)


def over_memory(name: str, limits: Limits) -> PaperError:
    """Return the error of a paper that needs more memory than it may have."""
    cure = "split it, or raise the limit with --limit memory-mb=…"
    problem = f"needs more than {limits.memory_mb} MB of memory to read"
    return PaperError(name, "memory", problem, cure)


def answer(answers: BinaryIO, ticket: str, form: bytes) -> None:
    """Send one answer."""
    answers.write(b"%s %d\n" % (ticket.encode(), len(form)))
    answers.write(form)
    answers.flush()


def hold_to(limits: Limits) -> None:
    """Set the limits that the system itself keeps. Windows has none: there, only the clock does."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_mb * MIB),
        (resource.RLIMIT_FSIZE, limits.answer_mb * MIB),
        (resource.RLIMIT_NOFILE, limits.open_files),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        # Some systems know a limit by name only. There, the clock holds us.
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def allow_seconds(limits: Limits) -> None:
    """Allow the seconds of one job, counted from now."""
    if hasattr(signal, "alarm"):
        # The process that asked may have been killed. Then nobody else stops us.
        signal.alarm(limits.seconds + _GRACE)
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    total = int(used.ru_utime + used.ru_stime) + limits.cpu_seconds + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = total if hard == resource.RLIM_INFINITY else min(total, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def refuse_network_and_writes(*, may_start: bool) -> None:
    """From now on, no socket, no file written, and no other program but for text recognition.

    A hook that watches what Python does cannot hold native code, but a parser that
    is led astray meets it first.
    """
    sys.dont_write_bytecode = True

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_REFUSED) or (event.startswith(_STARTS) and not may_start):
            raise PermissionError(f"the reading process may not do {event}")
        # What is open already, such as the pipe to text recognition, has a number for a name.
        is_file = event == "open" and not isinstance(arguments[0], int)
        if is_file and isinstance(arguments[2], int) and arguments[2] & _WRITES:
            raise PermissionError("the reading process may not write files")

    sys.addaudithook(watch)


if __name__ == "__main__":
    main()
