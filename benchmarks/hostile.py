"""Read every file of some folders as a worker does, and print how it went.

    python3 dev.py run benchmarks.hostile FOLDER…
    python3 dev.py run benchmarks.hostile

Without a folder, the hostile files of our own tests are made and read.
"""

import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plainspeak.errors import PaperError
from plainspeak.read import BoundedReader

ROOT = Path(__file__).resolve().parents[1]
SLOWEST = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """How one file was read."""

    name: str
    seconds: float
    outcomes: tuple[str, ...]


def main(folders: list[str]) -> None:
    """Read the files and print the table."""
    with tempfile.TemporaryDirectory() as place:
        paths = files_in(map(Path, folders)) if folders else our_own(Path(place))
        with BoundedReader() as reader:
            reader.start()
            readings = [reading(reader, path) for path in paths]
    print_table(readings)


def files_in(folders: Iterator[Path]) -> Iterator[Path]:
    """Yield every file of some folders, and of those inside them."""
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def our_own(place: Path) -> Iterator[Path]:
    """Yield each file of our tests, made when it is its turn and deleted afterwards."""
    sys.path.insert(0, str(ROOT / "tests"))
    from hostile import files

    for name, data in files():
        path = place / name
        path.write_bytes(data)
        yield path
        path.unlink()


def reading(reader: BoundedReader, path: Path) -> Reading:
    """Read one file and say how that went."""
    start = time.perf_counter()
    papers = reader.read(path)
    seconds = time.perf_counter() - start
    outcomes = tuple(paper.reason if isinstance(paper, PaperError) else "read" for paper in papers)
    return Reading(path.name, seconds, outcomes)


def print_table(readings: list[Reading]) -> None:
    """Print how often each outcome came, the slowest files and the most memory."""
    counts = Counter(outcome for each in readings for outcome in each.outcomes)
    print(f"{len(readings)} files, {counts.total()} papers")
    for outcome, count in counts.most_common():
        print(f"  {count:6}  {outcome}")
    for outcome in ("timeout", "memory", "crashed"):
        for each in readings:
            if outcome in each.outcomes:
                print(f"  {outcome}: {each.name}")
    print("the slowest, in seconds")
    for each in sorted(readings, key=lambda each: each.seconds)[: -SLOWEST - 1 : -1]:
        print(f"  {each.seconds:6.1f}  {each.name} ({each.outcomes[0]})")
    for who, what in (("this", resource.RUSAGE_SELF), ("the reading", resource.RUSAGE_CHILDREN)):
        print(f"most memory of {who} process: {resource.getrusage(what).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
