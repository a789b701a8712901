"""An outer guard for hostile code: it holds where the sandbox that is being tested does not.

Limits on processes, memory, file sizes and time, and a namespace of processes of its own where
there is one: a fork bomb fails a test, and not the machine.
"""

import contextlib
import functools
import os
import resource
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

PROCESSES = 1000
MEMORY = 8 * 2**30
FILE = 4 * 2**30
CPU = 300
CGROUPS = Path("/sys/fs/cgroup")


def run(command: Sequence[str], seconds: float, **more) -> subprocess.CompletedProcess:
    """Run a command inside of the guard. Raises `subprocess.TimeoutExpired`."""
    with _groups() as groups:

        def enter() -> None:
            for group in groups:
                (group / "cgroup.procs").write_text("0")
            for which, most in (
                (resource.RLIMIT_DATA, MEMORY),
                (resource.RLIMIT_FSIZE, FILE),
                (resource.RLIMIT_CPU, CPU),
            ):
                resource.setrlimit(which, (most, most))
            if os.getuid() != 0:  # of root the kernel does not count them
                resource.setrlimit(resource.RLIMIT_NPROC, (_running() + PROCESSES,) * 2)

        process = subprocess.Popen(
            [*_namespace(), *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=enter,
            start_new_session=True,
            **more,
        )
        try:
            out, err = process.communicate(timeout=seconds)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
    return subprocess.CompletedProcess(command, process.returncode, out, err)


@functools.cache
def _namespace() -> list[str]:
    """How to start a program in a namespace of processes, which end with it."""
    found = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"]
    if shutil.which("unshare") is None:
        return []
    if os.getuid() != 0:
        found.append("--map-current-user")
    tried = subprocess.run([*found, "true"], capture_output=True, check=False)
    return found if tried.returncode == 0 else []


@contextlib.contextmanager
def _groups() -> Iterator[list[Path]]:
    """Control groups that count processes and memory, where this user may make some."""
    name = f"firstgrad-guard-{uuid.uuid4().hex}"
    limits = {"pids": {"pids.max": PROCESSES}, "memory": {"memory.limit_in_bytes": MEMORY}}
    if (CGROUPS / "cgroup.controllers").exists():  # the second version has one tree for all
        limits = {"": {"pids.max": PROCESSES, "memory.max": MEMORY}}
    made: list[Path] = []
    try:
        for controller, values in limits.items():
            with contextlib.suppress(OSError):
                group = CGROUPS / controller / name
                group.mkdir()
                made.append(group)
                for file, value in values.items():
                    (group / file).write_text(str(value))
        yield made
    finally:
        deadline = time.monotonic() + 10
        for group in made:
            while time.monotonic() < deadline:
                for pid in (group / "cgroup.procs").read_text().split():
                    with contextlib.suppress(ProcessLookupError):
                        os.kill(int(pid), signal.SIGKILL)
                try:
                    group.rmdir()
                    break
                except OSError:  # somebody is still dying
                    time.sleep(0.02)


def _running() -> int:
    return int(Path("/proc/loadavg").read_text().split()[3].partition("/")[2])
