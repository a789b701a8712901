"""The one place where a worker is confined: everything that `confine` does, it does after the
fork and before the first line of a submission runs.

Today: a session and a process group of its own, a working folder of its own, limits on memory
and on core dumps, and death with the process that started it. Stronger walls (namespaces,
seccomp, Landlock) belong here, and nowhere else.
"""

import contextlib
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Iterator

from .calls import TimeLimit

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

PR_SET_PDEATHSIG = 1
MAX_FILE = 2**30  # bytes of one file that a worker writes
GRACE = 2  # seconds between the exception and the end of a process that does not react to it
DEAF = 124  # the exit status of such a process, as of `timeout`

_data_at_first: int | None = None


def confine(scratch: str, memory_bytes: int | None, seed: int) -> None:
    """Confine this process, a fresh worker, to `scratch`; its random states begin at `seed`."""
    if hasattr(os, "setsid"):
        with contextlib.suppress(PermissionError):  # already the leader: a fresh process
            os.setsid()
    if sys.platform == "linux":
        _die_with_parent()
    os.chdir(scratch)
    os.environ.update(HOME=scratch, TMPDIR=scratch, MPLCONFIGDIR=scratch)
    tempfile.tempdir = None
    if scratch not in sys.path:
        # Last, not first: a torch.py beside the notebook shadows nothing
        sys.path.append(scratch)
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        with contextlib.suppress(ValueError):  # there may be a lower limit already
            resource.setrlimit(resource.RLIMIT_FSIZE, (MAX_FILE, MAX_FILE))
        limit_memory(memory_bytes)
    reseed(seed)


def limit_memory(more: int | None) -> None:
    """Let this process have `more` bytes beyond what it had at first (data, not mapped files).

    None lifts the limit again. Only Linux counts such a limit, macOS ignores it.
    """
    global _data_at_first, _lifted
    if resource is None or sys.platform != "linux":
        return
    if _data_at_first is None:
        with open("/proc/self/status") as status:
            data = next(line for line in status if line.startswith("VmData"))
        _data_at_first = int(data.split()[1]) * 1024
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    _lifted = (hard, hard)
    soft = hard if more is None else _data_at_first + more
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


_lifted: tuple[int, int] | None = None  # made beforehand: no memory is needed to lift the limit


def lift_memory_limit() -> None:
    """Lift the limit of `limit_memory`, also where no memory is left."""
    if _lifted is not None:
        resource.setrlimit(resource.RLIMIT_DATA, _lifted)


def _die_with_parent() -> None:
    import ctypes

    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it died before the call
        os._exit(1)


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
    try:
        with open("/proc/thread-self/schedstat") as file:
            running, in_line, _ = file.read().split()
    except (OSError, ValueError):
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


def reseed(seed: int) -> None:
    """Set every random state a submission may draw from (forks share them otherwise)."""
    import numpy as np
    import torch

    random.seed(seed)
    np.random.seed(seed % 2**32)
    torch.manual_seed(seed)


def random_states() -> tuple:
    """The random states of this process, for `restore_random_states`."""
    import numpy as np
    import torch

    cuda = torch.cuda.get_rng_state_all() if torch.cuda.is_initialized() else None
    return random.getstate(), np.random.get_state(), torch.get_rng_state(), cuda


def restore_random_states(states: tuple) -> None:
    """Undo what a check's draws did, so that the notebook goes on as if it had not been asked."""
    import numpy as np
    import torch

    random.setstate(states[0])
    np.random.set_state(states[1])
    torch.set_rng_state(states[2])
    if states[3] is not None:
        torch.cuda.set_rng_state_all(states[3])
