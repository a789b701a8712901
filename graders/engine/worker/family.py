"""What belongs to a worker: the processes that it has started, and the folders it has made."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable
from pathlib import Path

SHARE = 2**29  # bytes: what every worker has of torch
QUICK = ("RssAnon:", "RssShmem:", "VmSwap:")
EXACT = ("Pss:", "SwapPss:")
SECONDS = 10.0  # for ending processes that keep starting others


def descendants(pid: int) -> list[int]:
    """A process, its children, and theirs. Only itself where the system does not tell."""
    found = [pid]
    for one in found:  # it grows on the way
        with contextlib.suppress(OSError, ValueError):
            for task in os.listdir(f"/proc/{one}/task"):
                children = Path(f"/proc/{one}/task/{task}/children").read_text()
                found += map(int, children.split())
    return found


def takes_too_much(pid: int, memory: int | None) -> bool:
    """Whether a worker and all that it has started take more than `memory` bytes, beside a share
    of what they have from this process. Its own limit holds for each of them alone."""
    if memory is None:
        return False
    most, family = memory + SHARE, descendants(pid)
    if sum(_memory(one, "status", QUICK) for one in family) <= most:
        return False
    # Shared memory is in that once for everyone who shares it. To count it once takes longer
    return sum(_memory(one, "smaps_rollup", EXACT) for one in family) > most


def _memory(pid: int, file: str, fields: tuple[str, ...]) -> int:
    """Bytes of memory that a process takes, as a file of the kernel's says; 0 if it is gone."""
    with contextlib.suppress(OSError):
        lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
        return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith(fields))
    return 0


def kill(pid: int) -> None:
    """Kill a process and what it has started, which would keep its connection open."""
    for one in descendants(pid):
        with contextlib.suppress(OSError):
            os.kill(one, signal.SIGKILL)


def end_orphans(others: Iterable[int]) -> None:
    """End what a worker has left behind: its orphans are now children of this process, where it
    is asked to adopt them. `others` are children that are none of those."""
    known, deadline = set(others), time.monotonic() + SECONDS
    mine = Path(f"/proc/self/task/{os.getpid()}/children")
    while time.monotonic() < deadline:
        try:
            found = {int(pid) for pid in mine.read_text().split()} - known
        except (OSError, ValueError):
            return
        if not found:
            return
        for orphan in found:
            kill(orphan)
            with contextlib.suppress(OSError):
                os.waitpid(orphan, 0)


def remove(folder: str) -> None:
    """Remove a folder, whatever its owner has done to keep it."""
    with contextlib.suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)
    if os.path.lexists(folder) and os.name == "posix":  # too deep, or closed to us
        for command in (["chmod", "-R", "u+rwX", folder], ["rm", "-rf", folder]):
            with contextlib.suppress(OSError):
                subprocess.run(command, capture_output=True, check=False)
