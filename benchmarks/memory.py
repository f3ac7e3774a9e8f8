"""The most memory a process has had."""

import re
import sys
from pathlib import Path

_STATUS = Path("/proc/self/status")


def most_memory() -> float:
    """Return the most memory this process has had, in MiB; 0 on Windows."""
    if _STATUS.exists():
        # The other way of asking counts what the process that started this one had.
        most = re.search(r"VmHWM:\s+(\d+) kB", _STATUS.read_text())
        return int(most[1]) / 2**10 if most else 0.0
    try:
        import resource
    except ImportError:
        return 0.0
    most_now = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most_now / (2**20 if sys.platform == "darwin" else 2**10)
