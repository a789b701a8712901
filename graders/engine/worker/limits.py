"""Limits on the time and the memory of what runs in a worker."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator

from .calls import TimeLimit

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

GRACE = 2  # seconds between the exception and the end of a process that does not react to it
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
        with contextlib.suppress(ValueError, OSError):  # the submission has lowered it further
            resource.setrlimit(resource.RLIMIT_DATA, _soft)


def lift_memory_limit() -> None:
    """Give the room that is there for telling, also where no memory is left."""
    if _hard is not None:
        try:  # noqa: SIM105 - `suppress` would take memory
            resource.setrlimit(resource.RLIMIT_DATA, _hard)
        except (ValueError, OSError):
            pass


@contextlib.contextmanager
def time_limit(seconds: float, wall: float) -> Iterator[None]:
    """Raise `TimeLimit` after `seconds` of CPU time, or of sleep, or `wall` seconds in all.

    Waiting for a busy machine is neither: where the system tells (Linux), it is not counted as
    sleep. The exception comes again every quarter of a second; code that swallows it for two
    seconds ends the process, and code that never returns to Python is killed by the kernel.
    """
    if not hasattr(signal, "setitimer"):  # Windows: the grading process has the only clock
        yield
        return
    start, waited = time.monotonic(), _waited()
    raised_at: list[float] = []

    def stop(number: int, frame: object) -> None:
        raised_at.append(time.monotonic())
        if raised_at[-1] - raised_at[0] > GRACE:
            os._exit(DEAF)
        raise TimeLimit

    def look(number: int, frame: object) -> None:
        elapsed = time.monotonic() - start
        now = _waited()
        asleep = elapsed - (now - waited) if now is not None and waited is not None else 0.0
        if elapsed >= wall or asleep >= seconds:
            stop(number, frame)

    signal.signal(signal.SIGPROF, stop)
    signal.signal(signal.SIGALRM, look)
    _limit_cpu(seconds + GRACE)
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.25)
    signal.setitimer(signal.ITIMER_REAL, min(seconds, wall), 0.25)
    try:
        yield
    finally:
        # Ignored first: a timer that fires between these lines must not raise
        signal.signal(signal.SIGPROF, signal.SIG_IGN)
        signal.signal(signal.SIGALRM, signal.SIG_IGN)
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        _limit_cpu(None)


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
        usage = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(usage.ru_utime + usage.ru_stime + seconds) + 1
        if hard != resource.RLIM_INFINITY:
            soft = min(soft, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
