"""Limits on the time and the memory of what runs in a worker."""

import _signal  # type: ignore[import-not-found]  # `signal.signal` takes seven times as long
import os
import signal
import sys
import time

from .calls import TimeLimit

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

GRACE = 2  # seconds between the exception and the end of a process that does not react to it
HAS_TIMERS = hasattr(signal, "setitimer")  # on Windows the grading process has the only clock
DEAF = 124  # the exit status of such a process, as of `timeout`

ROOM = 2**28  # bytes for telling that memory has run out

_soft: tuple[int, int] | None = None
_hard: tuple[int, int] | None = None
_schedule: tuple[int, int] | None = None  # a process, and its file that says when it ran


def limit_memory(more: int | None) -> None:
    """Let this process and each of its children have `more` bytes beyond what it has now (data,
    not mapped files), and a little more for telling that this was not enough. For good.

    Only Linux counts such a limit, macOS ignores it.
    """
    global _soft, _hard
    if resource is None or sys.platform != "linux" or more is None:
        return
    with open("/proc/self/status") as status:
        data = next(line for line in status if line.startswith("VmData"))
    allowed = int(data.split()[1]) * 1024 + more
    _, given = resource.getrlimit(resource.RLIMIT_DATA)
    highest = allowed + ROOM if given == resource.RLIM_INFINITY else min(allowed + ROOM, given)
    # Made beforehand: no memory is needed to lift the limit
    _soft, _hard = (min(allowed, highest), highest), (highest, highest)
    resource.setrlimit(resource.RLIMIT_DATA, _soft)


def lower_memory_limit() -> None:
    """Hold what runs from here on to the limit."""
    if _soft is not None:
        try:  # noqa: SIM105 - `suppress` takes time, and this is done for every request
            resource.setrlimit(resource.RLIMIT_DATA, _soft)
        except (ValueError, OSError):  # the submission has lowered it further
            pass


def lift_memory_limit() -> None:
    """Give the room that is there for telling, also where no memory is left."""
    if _hard is not None:
        try:  # noqa: SIM105 - `suppress` would take memory
            resource.setrlimit(resource.RLIMIT_DATA, _hard)
        except (ValueError, OSError):
            pass


class Limits:
    """While it is entered, hold what runs to its time and to its memory.

    `TimeLimit` is raised after `seconds` of CPU time, or of sleep, or `wall` seconds in all.
    Waiting for a busy machine is neither: where the system tells (Linux), it is not counted as
    sleep. The exception comes again every quarter of a second; code that swallows it for two
    seconds ends the process, and code that never returns to Python is killed by the kernel.

    A class, because it is entered for every request: `contextlib` takes longer than the kernel.
    """

    def __init__(self, seconds: float, wall: float) -> None:
        self._seconds, self._wall = seconds, wall
        self._start, self._waited = time.monotonic(), _waited()
        self._first: float | None = None  # when the exception was raised for the first time

    def __enter__(self) -> None:
        try:
            if HAS_TIMERS:
                _signal.signal(signal.SIGPROF, self._stop)
                _signal.signal(signal.SIGALRM, self._look)
                _limit_cpu(self._seconds + GRACE)
                signal.setitimer(signal.ITIMER_PROF, self._seconds, 0.25)
                signal.setitimer(signal.ITIMER_REAL, min(self._seconds, self._wall), 0.25)
            lower_memory_limit()
        except BaseException:
            self.__exit__()
            raise

    def __exit__(self, *_: object) -> None:
        # First of all: room to tell, where the submission has used up its own
        lift_memory_limit()
        if HAS_TIMERS:
            # Ignored first: a timer that fires between these lines must not raise
            _signal.signal(signal.SIGPROF, _signal.SIG_IGN)
            _signal.signal(signal.SIGALRM, _signal.SIG_IGN)
            signal.setitimer(signal.ITIMER_PROF, 0)
            signal.setitimer(signal.ITIMER_REAL, 0)
            _limit_cpu(None)

    def _stop(self, number: int, frame: object) -> None:
        now = time.monotonic()
        if self._first is None:
            self._first = now
        if now - self._first > GRACE:
            os._exit(DEAF)
        raise TimeLimit

    def _look(self, number: int, frame: object) -> None:
        elapsed = time.monotonic() - self._start
        now, before = _waited(), self._waited
        asleep = elapsed - (now - before) if now is not None and before is not None else 0.0
        if elapsed >= self._wall or asleep >= self._seconds:
            self._stop(number, frame)


def _waited() -> float | None:
    """Seconds that this thread has run or stood in line for a processor; None if unknown."""
    global _schedule
    try:
        if _schedule is None or _schedule[0] != os.getpid():
            # Once for a process: opening it takes as long as all else that a limit takes
            _schedule = os.getpid(), os.open("/proc/thread-self/schedstat", os.O_RDONLY)
        running, in_line, _ = os.pread(_schedule[1], 100, 0).split()
    except (OSError, ValueError):
        _schedule = None
        return None
    return (int(running) + int(in_line)) / 1e9


def _limit_cpu(seconds: float | None) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = hard
    if seconds is not None:
        soft = int(time.process_time() + seconds) + 1
        if hard != resource.RLIM_INFINITY:
            soft = min(soft, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
