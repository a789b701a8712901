"""Looking at processes from outside: a worker knows only the numbers of its own namespace."""

import contextlib
import time
from pathlib import Path


def find(marker: str) -> list[int]:
    """The processes with `marker` in their command line."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if marker in path.read_bytes().decode(errors="replace"):
                found.append(int(path.parent.name))
        except OSError:
            continue
    return found


def find_one(marker: str, seconds: float = 5.0) -> int:
    """The one process with `marker`; a process that has just begun may not show it yet."""
    deadline = time.monotonic() + seconds
    while not (found := find(marker)) and time.monotonic() < deadline:
        time.sleep(0.01)
    (pid,) = found
    return pid


def parent(pid: int) -> int:
    """The number of a process's parent."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("PPid")).split()[1])


def gone(pid: int, seconds: float = 8.0) -> bool:
    """Whether a process ends within some seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":  # dead, and left to a parent that does not look
            return True
        time.sleep(0.02)
    return False


def of_kind(kind: str, pid: int) -> list[int]:
    """The grading processes below a process, which the fork server forks, or the warm ones."""
    found, todo = [], [pid]
    while todo:
        one = todo.pop()
        with contextlib.suppress(OSError):
            above = Path(f"/proc/{one}/cmdline").read_bytes()
            for child in Path(f"/proc/{one}/task/{one}/children").read_text().split():
                command = Path(f"/proc/{child}/cmdline").read_bytes()
                grades = b"forkserver" in above and b"forkserver" in command
                if grades if kind == "grading" else b"firstgrad_worker" in command:
                    found.append(int(child))
                todo.append(int(child))
    return found
