"""Steps on the cores of this machine, in grading processes of their own."""

import gc
import multiprocessing
import os
import signal
import socket
import sys
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import forkserver
from typing import Any

METHOD = "spawn" if sys.platform == "win32" else "forkserver"


def cores() -> int:
    """How many this process may use: a container or a cluster's job may have fewer than there
    are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def import_meanwhile() -> None:
    """Have what grading processes need imported, beside what this process does: it takes seconds,
    and is there then in each of them."""
    if METHOD == "forkserver":
        multiprocessing.get_context(METHOD).set_forkserver_preload([f"{__package__}.step"])
        forkserver.ensure_running()


class Processes(ProcessPoolExecutor):
    """Grading processes, all of whose workers come of one warm process: one import of torch.

    Args:
        jobs: How many.
        isolation: What keeps submissions to themselves, see `WarmProcess`.
        figures: Whether their pictures are drawn.
    """

    def __init__(self, jobs: int, isolation: str, figures: bool) -> None:
        from ..nbgrader import start_warm_process

        import_meanwhile()
        self._warm = start_warm_process(isolation, figures)
        context = multiprocessing.get_context(METHOD)
        super().__init__(jobs, context, _begin, (isolation, figures, self._warm.door()))

    def submit(self, fn: Callable[..., Any], /, *args: Any, **more: Any) -> Future:
        """As of any executor. Raises `EngineError` where nothing can be graded."""
        future = super().submit(fn, *args, **more)
        self._warm.wait()  # it has imported torch while the first process began
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        super().shutdown(wait, cancel_futures=cancel_futures)
        self._warm.close()


def _begin(isolation: str, figures: bool, door: socket.socket | None) -> None:
    from ..nbgrader import use_door

    # Ctrl-C is for the process that records: it waits for what has been begun
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    use_door(isolation, figures, door)
    gc.freeze()  # what has been imported is not looked through again for garbage
