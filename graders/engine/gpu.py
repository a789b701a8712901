"""Places at the GPU. A CUDA context takes hundreds of megabytes of the card's memory, so only a few
workers of one user have one at the same time, whatever programs they work for."""

import contextlib
import itertools
import socket
import time
from pathlib import Path

from . import cache

PLACES = 4
LOOK_SECONDS = 0.05


class Place:
    """A place at the GPU, taken before a worker uses it and given back when that has ended.

    The places are locked files, so that the system gives back those of a program that was killed.

    Args:
        folder: Where they are; by default a folder of this user and this machine.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or cache.folder(f"gpu-{socket.gethostname()}")
        self._held = contextlib.ExitStack()
        self._is_taken = False

    def take(self) -> None:
        """Wait until there is one. Without effect if it is taken already."""
        if self._is_taken:
            return
        from filelock import FileLock, Timeout

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for number in itertools.cycle(range(PLACES)):
                lock = FileLock(self._folder / f"{number}.lock", thread_local=False)
                with contextlib.suppress(Timeout):
                    self._held.enter_context(lock.acquire(timeout=0))
                    break
                if number == PLACES - 1:
                    time.sleep(LOOK_SECONDS)
        except OSError:  # nowhere to write to: then nobody is counted
            pass
        self._is_taken = True

    def give_back(self) -> None:
        """Let somebody else have it."""
        self._held.close()
        self._is_taken = False
