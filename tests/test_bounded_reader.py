"""Whatever the reading process does, we get one clear line, and the next paper is read."""

import os
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hostile.checks import GRACE, Papers, assert_sound, started_by
from plainspeak.errors import PaperError
from plainspeak.read import BoundedReader, Limits

LIMITS = Limits(seconds=2)
posix = pytest.mark.skipif(os.name == "nt", reason="this system has no signals")

# A process that does its first job badly, and all that come to the next one well.
FAKE = """
import json, os, signal, subprocess, sys, time
mark = {mark!r}
jobs, answers = sys.stdin.buffer, sys.stdout.buffer
def job():
    line = jobs.readline()
    if not line:
        sys.exit()
    form = json.loads(line)
    form["data"] = jobs.read(form["size"])
    return form
def say(*pieces):
    for piece in pieces:
        answers.write(piece if isinstance(piece, bytes) else str(piece).encode())
    answers.flush()
def well(job, problem="was read well", ticket=None):
    form = json.dumps({{"error": [job["name"], "fine", problem, "go on as before"]}}).encode()
    say(ticket or job["ticket"], " ", len(form), "\\n", form)
if not os.path.exists(mark):
    open(mark, "w").close()
    {first}
while True:
    well(job())
"""


@pytest.fixture
def reader_that(tmp_path: Path) -> Iterator[Callable[[str], BoundedReader]]:
    """Return a function that makes a reader whose first process does this."""
    readers: list[BoundedReader] = []

    def make(first: str, limits: Limits = LIMITS) -> BoundedReader:
        script = FAKE.format(mark=str(tmp_path / "mark"), first=first)
        readers.append(BoundedReader(limits, command=[sys.executable, "-c", script]))
        return readers[-1]

    yield make
    for reader in readers:
        reader.stop()
    assert started_by(os.getpid()) == set()


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """Return a paper that is too long for the pipe to a process to hold."""
    path = tmp_path / "paper.txt"
    path.write_bytes(b"We met in May.\n" * 20_000)
    return path


def reason(papers: Papers) -> str:
    (paper,) = papers
    assert isinstance(paper, PaperError)
    assert paper.name == "paper.txt"
    assert_sound(paper)
    return paper.reason


SLOW = {
    "hangs": "job(); time.sleep(600)",
    "hangs and will not end": (
        "signal.signal(signal.SIGTERM, signal.SIG_IGN); job(); time.sleep(600)"
    ),
    "goes round and round": "job()\n    while True: pass",
    "never takes the job": "time.sleep(600)",
    "says nothing to the end of the line": "job(); say('12'); time.sleep(600)",
    "stops in its answer": "form = job(); say(form['ticket'], ' 100\\n{'); time.sleep(600)",
    "answers letter by letter": (
        "form = job(); say(form['ticket'], ' 5000\\n')\n    while True: say('['); time.sleep(0.05)"
    ),
    "falls asleep": "job(); os.kill(os.getpid(), signal.SIGSTOP)",
    "floods us before it takes the job": "while True: say('x' * 100_000)",
    "leaves a child that holds its output": (
        "job(); subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])"
        "; sys.exit(0)"
    ),
}
DEAD = {
    "ends before the job": "sys.exit(0)",
    "ends without a word": "job(); sys.exit(0)",
    "ends with a fault": "job(); sys.exit(9)",
    "raises an error": "job(); raise RuntimeError('red \\x1b[31m')",
    "breaks down": "job(); os.kill(os.getpid(), signal.SIGSEGV)",
    "gives up": "job(); os.abort()",
    "closes its ear": "os.close(0); time.sleep(600)",
    "closes its mouth": "job(); os.close(1); time.sleep(600)",
    "says rubbish": "job(); say(bytes(range(256)) * 9); time.sleep(600)",
    "says rubbish in lines": "job(); say('no\\n' * 99); time.sleep(600)",
    "says an empty line": "job(); say('\\n'); time.sleep(600)",
    "says a length alone": "job(); say('12\\n{}'); time.sleep(600)",
    "says a huge length": "form = job(); say(form['ticket'], ' ', 10**18, '\\n{}')",
    "says a length of 5000 figures": "form = job(); say(form['ticket'], ' ', '9' * 5000, '\\n')",
    "says a length below 0": "form = job(); say(form['ticket'], ' -1\\n{}'); time.sleep(600)",
    "says a length of 0": "form = job(); say(form['ticket'], ' 0\\n'); time.sleep(600)",
    "says too short a length": "form = job(); say(form['ticket'], ' 5\\n', '{\"error\": 1}\\n')",
    "says too long a length and ends": "form = job(); say(form['ticket'], ' 99\\n{}'); sys.exit()",
    "sends no document": "form = job(); say(form['ticket'], ' 3\\n[1]'); time.sleep(600)",
    "sends a very deep answer": (
        "form = job(); say(form['ticket'], ' 200000\\n', '[' * 200000); time.sleep(600)"
    ),
    "answers before it is asked": "well({'name': 'x'}, ticket='0' * 16); job(); time.sleep(600)",
    "answers with another ticket": "well(job(), ticket='ab' * 8); time.sleep(600)",
}


@posix
@pytest.mark.parametrize("first", SLOW.values(), ids=SLOW)
def test_a_process_that_does_not_answer_in_time_is_ended(
    reader_that: Callable[[str], BoundedReader], paper: Path, first: str
) -> None:
    reader, start = reader_that(first), time.monotonic()
    assert reason(reader.read(paper)) == "timeout"
    assert time.monotonic() - start < LIMITS.seconds + GRACE
    assert started_by(os.getpid()) == set()
    assert reason(reader.read(paper)) == "fine"


@posix
@pytest.mark.parametrize("first", DEAD.values(), ids=DEAD)
def test_a_process_that_dies_or_talks_nonsense_is_replaced_at_once(
    reader_that: Callable[[str], BoundedReader], paper: Path, first: str
) -> None:
    reader, start = reader_that(first), time.monotonic()
    assert reason(reader.read(paper)) == "crashed"
    assert time.monotonic() - start < LIMITS.seconds
    assert reason(reader.read(paper)) == "fine"


@posix
def test_what_a_process_has_started_ends_with_it(
    reader_that: Callable[[str], BoundedReader], paper: Path, tmp_path: Path
) -> None:
    note = tmp_path / "child"
    first = (
        "form = job(); child = subprocess.Popen([sys.executable, '-c', 'import time;"
        f" time.sleep(600)'], stdout=2); open({str(note)!r}, 'w').write(str(child.pid)); well(form)"
    )
    reader = reader_that(first)
    assert reason(reader.read(paper)) == "fine"
    child = int(note.read_text())
    os.kill(child, 0)
    reader.stop()
    assert gone(child)


def gone(process: int, seconds: float = 2) -> bool:
    """Say whether a process has ended, or does so soon. One that nobody buries has ended too."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
            if "State:\tZ" in Path(f"/proc/{process}/status").read_text():
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


def test_a_second_answer_to_one_job_is_not_taken_for_the_next_one(
    reader_that: Callable[[str], BoundedReader], paper: Path
) -> None:
    reader = reader_that("form = job(); well(form); well(form, 'is that of another paper')")
    assert reason(reader.read(paper)) == "fine"
    assert reason(reader.read(paper)) == "crashed"
    assert reason(reader.read(paper)) == "fine"


def test_a_process_that_ends_between_two_papers_costs_neither(
    reader_that: Callable[[str], BoundedReader], paper: Path
) -> None:
    reader = reader_that("well(job()); sys.exit(0)")
    assert reason(reader.read(paper)) == "fine"
    time.sleep(0.3)
    assert reason(reader.read(paper)) == "fine"


def test_a_process_gets_nothing_of_our_surroundings(
    reader_that: Callable[[str], BoundedReader], paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("API_TOKEN", "HOME", "PYTHONPATH", "CMAP_PATH", "LD_PRELOAD_NOT", "http_proxy"):
        monkeypatch.setenv(name, "secret")
    (error,) = reader_that("well(job(), ' '.join(os.environ))").read(paper)
    assert isinstance(error, PaperError)
    allowed = {"PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "LANG", "LC_ALL", "TESSDATA_PREFIX"}
    # Python itself adds the last one where the system has no language set.
    assert set(error.problem.split()) <= allowed | {"LC_CTYPE"}


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="this system does not say")
def test_a_process_gets_none_of_our_open_files(
    reader_that: Callable[[str], BoundedReader], paper: Path
) -> None:
    inherited = "len([1 for at in os.listdir('/proc/self/fd') if int(at) > 2])"
    with paper.open("rb"):
        (error,) = reader_that(f"well(job(), str({inherited}))").read(paper)
    assert isinstance(error, PaperError)
    assert error.problem == "1", "only the folder that is being listed"


def test_a_process_that_cannot_be_started_is_one_line(paper: Path) -> None:
    reader = BoundedReader(LIMITS, command=["/no/such/program"])
    assert reason(reader.read(paper)) == "no-process"


def interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_an_interruption_leaves_no_answer_for_the_next_paper(
    reader_that: Callable[[str], BoundedReader], paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = reader_that("pass")
    with monkeypatch.context() as patch:
        patch.setattr(BoundedReader, "_answer", interrupted)
        with pytest.raises(KeyboardInterrupt):
            reader.read(paper)
    assert started_by(os.getpid()) == set()
    assert reason(reader.read(paper)) == "fine"


def test_a_forgotten_reader_leaves_no_process(
    reader_that: Callable[[str], BoundedReader], paper: Path, tmp_path: Path
) -> None:
    script = FAKE.format(mark=str(tmp_path / "mark"), first="pass")
    reader = BoundedReader(LIMITS, command=[sys.executable, "-c", script])
    assert reason(reader.read(paper)) == "fine"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        del reader
    assert started_by(os.getpid()) == set()
