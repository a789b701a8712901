"""Steps on the cores of this machine, in grading processes of their own."""

import contextlib
import gc
import multiprocessing
import os
import signal
import socket
import sys
import threading
import types
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import forkserver
from multiprocessing.connection import Connection
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
        life, self._life = context.Pipe(duplex=False)
        about = (isolation, figures, self._warm.door(), life)
        super().__init__(jobs, context, _begin, about)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **more: Any) -> Future:
        """As of any executor. Raises `EngineError` where nothing can be graded."""
        with _without_main():
            future = super().submit(fn, *args, **more)
        self._warm.wait()  # it has imported torch while the first process began
        return future

    def door(self) -> socket.socket | None:
        """Where this program, too, can have a warm process of its own; see `WarmProcess.door`."""
        return self._warm.door()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        super().shutdown(wait, cancel_futures=cancel_futures)
        self._warm.close()

    def end(self) -> None:
        """Shut down at once. What is being graded is lost."""
        self._life.close()
        self.shutdown(cancel_futures=True)


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    """What starts in here does not import this program's main module, as processes of
    `multiprocessing` do: nbgrader's runs a second nbgrader then."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = types.ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def _begin(isolation: str, figures: bool, door: socket.socket | None, life: Connection) -> None:
    from ..nbgrader import use_door

    # Ctrl-C is for the process that records: it waits for what has been begun
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=[life], daemon=True).start()
    use_door(isolation, figures, door)
    gc.freeze()  # what has been imported is not looked through again for garbage


def _end_with(life: Connection) -> None:
    """End when the process does that has started this one, killed perhaps: nobody asks any more."""
    with contextlib.suppress(OSError, EOFError):
        life.poll(None)
    os._exit(0)
