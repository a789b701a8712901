"""Steps on the cores of this machine, in grading processes of their own."""

import multiprocessing
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor


def cores() -> int:
    """How many this process may use: a container or a cluster's job may have fewer than there
    are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes(jobs: int) -> ProcessPoolExecutor:
    """An executor of `jobs` processes, each with a warm process for its workers."""
    method = "spawn" if sys.platform == "win32" else "forkserver"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        # What a step needs is imported once, and then there in every process
        context.set_forkserver_preload(["graders.engine.classroom.step"])
    return ProcessPoolExecutor(jobs, context, initializer=_leave_the_keyboard_alone)


def _leave_the_keyboard_alone() -> None:
    """Ctrl-C is for the process that records: it waits for what has been begun."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
