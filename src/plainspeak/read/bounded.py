"""Read papers in a process of their own, so that no file can hang, crash or fill ours."""

import contextlib
import json
import os
import queue
import secrets
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import BinaryIO, Self

from plainspeak.document import Document
from plainspeak.errors import PaperError
from plainspeak.read.limits import DEFAULT, MIB, Limits
from plainspeak.read.opened import name_of, opened
from plainspeak.read.wire import from_wire

# The worker is told where our packages are, and nothing else of our surroundings:
# papers come from strangers, and what it does not know it cannot give away.
_START = "import sys; sys.path[:] = {path!r}; from plainspeak.read.worker import main; main()"
_KEPT = ("PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "LANG", "LC_ALL", "TESSDATA_PREFIX")
_RESTART_AFTER = 500  # papers: a library that loses memory loses it with the process
_SPENT = frozenset({"memory", "too-deep"})  # what a process may not get over
_TICKET = 8  # bytes: an answer carries the ticket of its job
_LONGEST_START = 60  # letters of the line that stands before an answer
_AHEAD = 2  # papers read before they are asked for
_OPEN_IT = "open it in the program that made it, and save it again"

Papers = tuple[Document | PaperError, ...]
Worker = subprocess.Popen[bytes]
Results = queue.Queue[Papers | Exception | None]


class BoundedReader:
    """A process that reads papers, started when it is needed and again when it has died.

    Use it in a ``with`` statement, from one thread at a time.
    """

    def __init__(
        self, limits: Limits = DEFAULT, *, ocr: bool = False, command: Sequence[str] = ()
    ) -> None:
        self._limits = limits
        self._ocr = ocr
        self._command = list(command) or [sys.executable, "-c", _START.format(path=sys.path)]
        self._worker: Worker | None = None
        self._done = 0
        self._late = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start the process if it is not there; to do so early saves waiting later."""
        if self._worker is not None and self._worker.poll() is None:
            return
        self.stop()
        self._done = 0
        self._worker = subprocess.Popen(  # noqa: S603 - our own program
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            start_new_session=True,
        )
        # Whoever forgets to stop, or stops in a hurry, leaves no process behind.
        self._forgotten = weakref.finalize(self, _end, self._worker)

    def stop(self) -> int:
        """End the process with everything it has started, and return how it ended."""
        worker, self._worker = self._worker, None
        if worker is None:
            return 0
        self._forgotten.detach()
        return _end(worker)

    def interrupt(self) -> None:
        """Kill the process, from any thread: what it is reading is then not read."""
        worker = self._worker
        if worker is not None and worker.returncode is None:
            _kill(worker)

    def read(self, path: Path) -> Papers:
        """Return what one file holds: a document, or several, or why it cannot be read."""
        try:
            with opened(path, self._limits) as file:
                return self._job(name_of(path), file)
        except PaperError as error:
            return (error,)
        except BaseException:
            # An answer that was not waited for must not meet the next paper.
            self.stop()
            raise

    def _job(self, name: str, file: BinaryIO) -> Papers:
        worker = self._started(name)
        self._late.clear()
        alarm = threading.Timer(self._limits.seconds, self._out_of_time, [worker])
        alarm.daemon = True
        alarm.start()
        try:
            ticket = self._send(worker, name, file)
            papers = from_wire(self._answer(worker, ticket))
        except (OSError, ValueError, EOFError):
            # The process has died, or has sent what is no answer: it is of no more use.
            return (self._failure(name),)
        finally:
            alarm.cancel()
            alarm.join()
        self._done += 1
        spent = any(isinstance(paper, PaperError) and paper.reason in _SPENT for paper in papers)
        if spent or self._late.is_set() or self._done >= _RESTART_AFTER:
            self.stop()
        return papers

    def _started(self, name: str) -> Worker:
        try:
            self.start()
        except OSError as error:
            problem, cure = f"cannot be read just now ({error.strerror})", "try again later"
            raise PaperError(name, "no-process", problem, cure) from error
        assert self._worker is not None
        return self._worker

    def _out_of_time(self, worker: Worker) -> None:
        self._late.set()
        _kill(worker)

    def _send(self, worker: Worker, name: str, file: BinaryIO) -> str:
        """Send a job, and return the ticket that its answer has to carry."""
        size = os.fstat(file.fileno()).st_size
        ticket = secrets.token_hex(_TICKET)
        limits = asdict(self._limits)
        job = {"name": name, "size": size, "limits": limits, "ocr": self._ocr, "ticket": ticket}
        assert worker.stdin is not None
        worker.stdin.write(json.dumps(job).encode() + b"\n")
        while size and (chunk := file.read(min(MIB, size))):
            worker.stdin.write(chunk)
            size -= len(chunk)
        # A file that shrinks while it is read must not leave the worker waiting.
        worker.stdin.write(b"\0" * size)
        worker.stdin.flush()
        return ticket

    def _answer(self, worker: Worker, ticket: str) -> Iterator[bytes]:
        """Yield the lines of an answer as they come."""
        assert worker.stdout is not None
        said, figures = worker.stdout.readline(_LONGEST_START).split()
        left = int(figures)
        if said != ticket.encode() or not 0 <= left <= self._limits.answer_mb * MIB:
            raise ValueError("this is no answer, or one of a length that is not believed")
        while left:
            line = worker.stdout.readline(left)
            if not line:
                raise EOFError
            left -= len(line)
            yield line

    def _failure(self, name: str) -> PaperError:
        """Say why the process gave no answer, and clear it away."""
        code = self.stop()
        if self._late.is_set():
            problem = f"took longer than {self._limits.seconds} seconds to read"
            cure = "split it, or raise the limit with --limit seconds=…"
            return PaperError(name, "timeout", problem, cure)
        if hasattr(signal, "SIGXCPU") and code == -signal.SIGXCPU:
            problem = f"needed more than {self._limits.cpu_seconds} seconds of the processor"
            cure = "split it, or raise the limit with --limit cpu-seconds=…"
            return PaperError(name, "timeout", problem, cure)
        return PaperError(name, "crashed", "made the reading program stop suddenly", _OPEN_IT)


def _kill(worker: Worker) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if os.name == "posix":
            # The process leads a group of its own, with all that it has started.
            os.killpg(worker.pid, signal.SIGKILL)
        else:
            worker.kill()


def _end(worker: Worker) -> int:
    """Kill a process and its group, and return how it ended, which may have been before."""
    _kill(worker)
    for pipe in (worker.stdin, worker.stdout):
        # What could not be sent to a dead process is lost without harm.
        with contextlib.suppress(OSError):
            if pipe:
                pipe.close()
    return worker.wait()


def read_papers(
    paths: Sequence[Path], limits: Limits = DEFAULT, *, ocr: bool = False
) -> Iterator[Document | PaperError]:
    """Yield each paper of some files in order, reading ahead while the caller works.

    Reading starts at once, before the first paper is asked for.
    """
    results: Results = queue.Queue(_AHEAD)
    enough = threading.Event()
    reader = BoundedReader(limits, ocr=ocr)

    def read_all() -> None:
        try:
            with reader:
                for path in paths:
                    if enough.is_set():
                        break
                    results.put(reader.read(path))
            results.put(None)
        except Exception as error:  # noqa: BLE001 - it goes on where the papers are asked for
            results.put(error)

    thread = threading.Thread(target=read_all, daemon=True)
    thread.start()
    papers = _taken(results)
    # However the caller leaves, even before the first paper, the reading ends with it.
    weakref.finalize(papers, _stop, thread, reader, results, enough)
    return papers


def _taken(results: Results) -> Iterator[Document | PaperError]:
    while (papers := results.get()) is not None:
        if isinstance(papers, Exception):
            raise papers
        yield from papers


def _stop(
    thread: threading.Thread, reader: BoundedReader, results: Results, enough: threading.Event
) -> None:
    enough.set()
    while thread.is_alive() and thread is not threading.current_thread():
        reader.interrupt()
        # The thread must not wait for room that nobody makes.
        with contextlib.suppress(queue.Empty):
            results.get_nowait()
        thread.join(0.01)
