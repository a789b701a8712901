"""Steps on the cores of this machine, in grading processes of their own."""

import gc
import multiprocessing
import os
import signal
import socket
import sys
from concurrent.futures import ProcessPoolExecutor

from ..warm import WarmProcess


def cores() -> int:
    """How many this process may use: a container or a cluster's job may have fewer than there
    are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes(jobs: int, warm: WarmProcess) -> ProcessPoolExecutor:
    """An executor of `jobs` processes, whose warm processes are forked from `warm`."""
    method = "spawn" if sys.platform == "win32" else "forkserver"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        # What a step needs is imported once, and then there in every process
        context.set_forkserver_preload(["graders.engine.classroom.step"])
    door = warm.door()
    return ProcessPoolExecutor(jobs, context, _begin, (warm.isolation, door))


def _begin(isolation: str, door: socket.socket | None) -> None:
    from ..nbgrader import use_door

    # Ctrl-C is for the process that records: it waits for what has been begun
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_door(isolation, door)
    gc.freeze()  # what has been imported is not looked through again for garbage
