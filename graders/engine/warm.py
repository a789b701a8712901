"""Workers for the grading process: the warm process that forks them, and the line to each."""

import atexit
import contextlib
import itertools
import os
import secrets
import select
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from . import isolation, program
from .worker import family, wire

START_SECONDS = 120.0  # importing torch from a cold disk, on a busy machine
END_SECONDS = 30.0

# Imported before the fork: every notebook of one student would pay for it again
FOR_FEW = ("matplotlib.pyplot",)
# What a first step of an optimiser imports: half a second for each notebook that makes one
FOR_LATER = ("torch._dynamo",)
# All of it, and more, where many submissions follow
FOR_MANY = (
    *FOR_FEW,
    *FOR_LATER,
    "matplotlib.backends.backend_agg",
    "numpy.random",
    "torch.optim",
    "torch.utils.data",
)


@dataclass(frozen=True)
class Limits:
    """What a worker may use.

    Attributes:
        cell_seconds: CPU time of one cell, in seconds.
        call_seconds: CPU time of one call of a graded function.
        wall_factor: elapsed time allowed, as a multiple of the CPU time. Generous, so that a
            busy machine changes no verdict.
        total_seconds: elapsed time of all cells and calls of a notebook together. Every one may be
            slow, and there may be thousands of them.
        memory_bytes: memory beyond what a worker has at its start; None for no limit.
    """

    cell_seconds: float = 30.0
    call_seconds: float = 10.0
    wall_factor: float = 4.0
    total_seconds: float = 1200.0
    memory_bytes: int | None = 4 * 2**30


class EngineError(Exception):
    """The grader itself cannot work here: not the submission's fault."""


class WorkerEnded(Exception):
    """The worker's process is gone. `status` is its exit code, negative for a signal."""

    def __init__(self, status: int | None) -> None:
        super().__init__(f"the worker ended with status {status}")
        self.status = status


class WorkerStuck(Exception):
    """The worker did not answer in time and was killed."""


class WorkerGarbled(Exception):
    """The worker sent something that is not an answer, and was killed."""


class Worker:
    """One disposable process that runs one submission. Close it when done."""

    def __init__(self, line: socket.socket, end: Callable[[float], int | None]) -> None:
        self._line, self._end = line, end
        self._status: int | None = None
        self.closed = False

    def ask(self, request: dict, blobs: list[bytes], seconds: float) -> tuple[dict, list[bytes]]:
        """Send a request and wait at most `seconds` for the answer.

        Raises `WorkerEnded`, `WorkerStuck` or `WorkerGarbled`; the worker is closed then.
        """
        deadline = time.monotonic() + seconds
        try:
            wire.send(self._line, request, blobs, deadline)
            return wire.receive(self._line, deadline)
        except wire.Late:
            self.close()
            raise WorkerStuck from None
        except wire.Closed:
            self.close(patience=1.0)
            raise WorkerEnded(self._status) from None
        except wire.Malformed as error:
            self.close()
            raise WorkerGarbled(str(error)) from None

    def close(self, patience: float = 0.0) -> None:
        """End the process and its children; remove its working folder."""
        if self.closed:
            return
        self.closed = True
        self._line.close()
        self._status = self._end(patience)


class WarmProcess:
    """A process that has imported torch and forks workers. Starting it does not wait.

    Args:
        preload: Modules to import before the first fork, besides torch and IPython.
        figures: Whether matplotlib's figures are wanted as outputs; drawing them takes time.
        fork: Whether to fork workers; False starts a fresh process for each, as on Windows.
        isolation: "auto" uses what this machine has, "strict" refuses to run anything where a
            wall is missing, "none" has limits on resources and nothing else.
        at: The door of another program's warm process, see `door`, from which this one is forked:
            it has imported then what that one has. Where nobody answers there, this program
            starts its own.

    Attributes:
        missing: Which of the kernel's means are not in force, and why; None before the first
            worker. See `isolation.missing_walls`.
    """

    def __init__(
        self,
        preload: Iterable[str] = (),
        figures: bool = False,
        fork: bool | None = None,
        isolation: str = "auto",
        at: socket.socket | None = None,
    ) -> None:
        self.fork = hasattr(os, "fork") if fork is None else fork
        self.isolation = isolation
        self.missing: dict[str, str] | None = None
        self.figures = figures
        self._preload = list(preload)
        self._program: Path | None = None  # its folder, unless it is in that of another program's
        self._mark, self._numbers = secrets.token_hex(4), itertools.count(1)
        self._wrapped = False
        self._at = at if self.fork else None
        self._door: socket.socket | None = None
        self._inside: socket.socket | None = None  # its other end, until that is handed over
        self._process: subprocess.Popen | None = None
        self._control: socket.socket | None = None
        self._hello: dict | None = None
        if self.fork:
            self._process, self._control = self._start()
        atexit.register(self.close)

    @property
    def gpu(self) -> bool:
        """Whether torch sees a GPU (no CUDA context is made to find out)."""
        self.wait()
        assert self._hello is not None
        return bool(self._hello.get("gpu"))

    def door(self) -> socket.socket | None:
        """A socket for other programs of this machine, who get warm processes there which are
        forked from this one, so that torch is imported once; None where there is no fork."""
        if self._door is None and self._control is not None:
            self._door, self._inside = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
            self._open_door(self._control)
            if self._hello is not None:
                self._forget_inside()
        return self._door

    def _open_door(self, control: socket.socket) -> None:
        if self._inside is not None:
            with contextlib.suppress(wire.Closed, wire.Late, OSError):  # `_greet` will find out
                wire.send(control, {"op": "door"}, [], time.monotonic() + END_SECONDS)
                socket.send_fds(control, [b"s"], [self._inside.fileno()])

    def _forget_inside(self) -> None:
        # Were it kept, nobody who comes to the door of a process that is gone would notice
        if self._inside is not None:
            self._inside.close()
            self._inside = None

    def wait(self) -> None:
        """Wait until it has imported what it is to import. Raises `EngineError`."""
        if self._hello is None:
            self._greet()

    def worker(self, files: Mapping[str, bytes] | None, limits: Limits, seed: int) -> Worker:
        """A fresh worker whose working folder holds `files`, by relative path.

        Raises `EngineError` where none can be started, or where a wall is missing that is asked
        for.
        """
        public = {} if files is None else files
        settings = {
            "folder": f"{self._mark}-{next(self._numbers)}",
            "memory": limits.memory_bytes,
            "wall_factor": limits.wall_factor,
            "seed": seed,
            "user": secrets.randbelow(2**31),
            "files": [*public],
        }
        worker = self._forked(settings) if self.fork else self._fresh(settings)
        try:
            reply, _ = worker.ask(settings, [*public.values()], END_SECONDS)
        except (WorkerEnded, WorkerStuck, WorkerGarbled) as error:
            raise EngineError(f"a worker could not be confined ({error})") from None
        if "missing" not in reply:
            worker.close()
            raise EngineError(f"a worker could not be confined ({reply.get('why')})")
        assert self._hello is not None
        self.missing = {**self._hello["missing"], **reply["missing"]}
        lacking = isolation.missing_walls(self.missing)
        if self.isolation == "strict" and lacking:
            worker.close()
            raise EngineError(
                "the isolation that is asked for is not to be had: "
                + "; ".join(f"{wall.name} ({wall.why(self.missing)})" for wall in lacking)
                + ". `graders doctor` says more. Nothing was run."
            )
        return worker

    def _no_bubblewrap(self) -> dict[str, str]:
        if not self.fork:
            return {"bubblewrap": "a process that is not forked"}
        if self.isolation == "none":
            return {"bubblewrap": "not asked for"}
        return dict(isolation.why_not())

    def import_meanwhile(self, modules: Iterable[str]) -> None:
        """Import more for later workers, beside what the worker of the moment does. Asked for
        anything, nothing at all included, a warm process waits its full time before it idles out.
        """
        modules = [*modules]
        self._preload += modules  # for another warm process, if this one ends
        if self._control is not None:
            with contextlib.suppress(wire.Closed, wire.Late):  # the next worker will tell
                deadline = time.monotonic() + END_SECONDS
                wire.send(self._control, {"op": "import", "modules": modules}, [], deadline)

    def _forked(self, settings: dict) -> Worker:
        if self._has_ended:  # idle too long, or killed
            if self._process is not None:
                program.close_pipes(self._process)
            if self._control is not None:
                self._control.close()
            self._process, self._control = self._start_again()
            self._hello = None
        self.wait()
        assert self._control is not None
        control = self._control
        ours, theirs = socket.socketpair()
        request = {"op": "fork", "folder": settings["folder"], "memory": settings["memory"]}
        try:
            deadline = time.monotonic() + END_SECONDS
            wire.send(control, request, [], deadline)
            socket.send_fds(control, [b"s"], [theirs.fileno()])
            pid = wire.receive(control, deadline)[0]["pid"]
        except (wire.Closed, wire.Late, wire.Malformed, KeyError, OSError) as error:
            ours.close()
            self._give_up(control)
            raise EngineError(f"no worker could be started ({error})") from None
        finally:
            theirs.close()
        return Worker(ours, lambda patience: self._end(control, pid, patience))

    @property
    def _has_ended(self) -> bool:
        if self._process is not None:
            return self._process.poll() is not None
        if self._control is None or self._control.fileno() < 0:
            return True
        # Another program's: it says nothing unasked, so this would be the end of the stream
        return self._hello is not None and bool(select.select([self._control], [], [], 0)[0])

    def _end(self, control: socket.socket, pid: int, patience: float) -> int | None:
        """Have the warm process end a worker of its own; the worker's exit status, if known."""
        try:
            deadline = time.monotonic() + END_SECONDS + patience
            wire.send(control, {"op": "end", "pid": pid, "patience": patience}, [], deadline)
            return wire.receive(control, deadline)[0]["status"]
        except wire.Closed:
            return None  # the warm process is gone, and its workers with it
        except (wire.Late, wire.Malformed, KeyError):
            # Its answer may still come, and would be taken for the next one
            self._give_up(control)
            return None

    def _give_up(self, control: socket.socket) -> None:
        """Leave a warm process that answers no more to itself: it ends, and another is started."""
        control.close()
        if control is self._control and self._process is not None:
            with contextlib.suppress(OSError):
                self._process.kill()
            self._process.wait()

    def close(self) -> None:
        """End the warm process and every worker that it has."""
        atexit.unregister(self.close)
        if self._control is not None:
            self._control.close()  # end of stream: the process kills its workers and ends
        if self._door is not None:
            self._door.close()
        self._forget_inside()
        if self._process is not None:
            program.end(self._process, END_SECONDS)
            program.close_pipes(self._process)
        self._remove_folder()

    def _remove_folder(self) -> None:
        if self._program is not None:
            family.remove(str(self._program))
        self._program = None

    def _fresh(self, settings: dict) -> Worker:
        process, line = self._start_own()
        try:
            self._hello, _ = wire.receive(line, time.monotonic() + START_SECONDS)
        except (wire.Closed, wire.Late, wire.Malformed):
            raise EngineError(
                f"the worker process could not start: {program.why(process)}"
            ) from None

        def end(patience: float) -> int | None:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(patience)
            if hasattr(os, "killpg"):
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.killpg(process.pid, signal.SIGKILL)
            status = program.end(process, 0)
            program.close_pipes(process)
            if self._program is not None:
                family.remove(str(self._program / "work" / settings["folder"]))
            return status

        return Worker(line, end)

    def _greet(self) -> None:
        if not self.fork:
            self.worker(None, Limits(), 0).close()  # its hello is kept
            return
        while self._hello is None:
            assert self._control is not None
            try:
                self._hello, _ = wire.receive(self._control, time.monotonic() + START_SECONDS)
            except (wire.Closed, wire.Late, wire.Malformed):
                self._control.close()
                self._process, self._control = self._start_instead()
        self._forget_inside()

    def _start_instead(self) -> tuple[subprocess.Popen | None, socket.socket]:
        """Start another one for one that has not come into being. Raises `EngineError`."""
        if self._process is None:  # at that door nobody is any more
            self._at = None
            return self._start()
        why = program.why(self._process)
        if not (self._wrapped and why.startswith("bwrap:")):
            raise EngineError(f"the worker process could not start: {why}")
        # There is a bubblewrap, and it does not work here: no one can tell without trying
        isolation.why_not()["bubblewrap"] = why
        program.close_pipes(self._process)
        return self._start_again()

    def _start_again(self) -> tuple[subprocess.Popen | None, socket.socket]:
        """Start another one, in a folder of its own: the old one may still be clearing up its."""
        self._remove_folder()
        return self._start()

    def _start_own(self) -> tuple[subprocess.Popen, socket.socket]:
        if self._program is None:
            self._program = Path(tempfile.mkdtemp(prefix="firstgrad-"))
        wishes = program.Wishes(
            self._preload, self.figures, self.fork, self.isolation != "none", self._no_bubblewrap()
        )
        self._wrapped = not wishes.missing
        return program.start(self._program, wishes)

    def _start(self) -> tuple[subprocess.Popen | None, socket.socket]:
        """A warm process, and the line to it; None is one that came from another program's."""
        if self._at is not None:
            with contextlib.suppress(OSError):
                return None, _knock(self._at)
            self._at = None
        process, line = self._start_own()
        self._open_door(line)
        return process, line


def _knock(door: socket.socket) -> socket.socket:
    """The line to a warm process that is forked at a door. Raises `OSError`."""
    ours, theirs = socket.socketpair()
    try:
        door.settimeout(START_SECONDS)  # a busy one lets a few wait, and the next one stand
        socket.send_fds(door, [b"s"], [theirs.fileno()])
    except OSError:
        ours.close()
        raise
    finally:
        theirs.close()
    return ours
