"""`graders doctor`: what this machine keeps a submission from, found out by trying it."""

import contextlib
import os
import platform
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .isolation import WALLS, memory_held
from .warm import Limits, WarmProcess, WorkerEnded, WorkerGarbled, WorkerStuck

SECONDS = 20.0


@dataclass(frozen=True)
class Attempt:
    """Something that a submission should not be able to do.

    Attributes:
        wall: The name of what stands in the way.
        what: What is tried, for a reader.
        code: A cell that tries it: it prints "done" if it could. `{…}` is filled in from what
            `_bait` has laid out.
    """

    wall: str
    what: str
    code: str


ATTEMPTS = (
    Attempt("files", "reading a file of yours", "open({file!r}).read()"),
    Attempt("files", "writing beside it", "open({file!r} + '.new', 'w')"),
    Attempt(
        "network",
        "connecting to a port of this machine",
        "import socket\nsocket.create_connection(('127.0.0.1', {port}), 2)",
    ),
    Attempt(
        "network",
        "connecting to another program's socket",
        "import socket\nsocket.socket(socket.AF_UNIX).connect({socket!r})",
    ),
    Attempt("processes", "signalling a process of yours", "import os\nos.kill({pid}, 0)"),
    Attempt(
        "processes",
        "seeing a process of yours",
        "open('/proc/{pid}/cmdline').read().index({mark!r})",
    ),
    Attempt(
        "number",
        "starting 300 processes",
        "import os, time\nfor _ in range(300):\n    os.fork() or (time.sleep(60), os._exit(0))",
    ),
    Attempt(
        "disk",
        "having more than 2 GiB of disk",
        "import os\nassert os.statvfs('.').f_blocks * os.statvfs('.').f_frsize > 2**31",
    ),
    Attempt(
        "kernel",
        "entering a namespace of its own",
        "import ctypes\nassert ctypes.CDLL(None).unshare(0x10000000) == 0",
    ),
    Attempt(
        "kernel",
        "asking to be traced",
        "import ctypes\nassert ctypes.CDLL(None).ptrace(0, 0, 0, 0) == 0",
    ),
)


def examine(write: Callable[[str], object] = print, isolation: str = "auto") -> bool:
    """Write down what this machine has and what it keeps a submission from. Whether that is all
    that is promised.

    Raises:
        EngineError: No worker can be started.
    """
    warm = WarmProcess(isolation=isolation)
    try:
        possible = [attempt for attempt in ATTEMPTS if _succeeds(attempt, warm)]
        assert warm.missing is not None
        system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
        write(f"{system}, {'a' if warm.gpu else 'no'} GPU\n\nA submission")
        for wall in WALLS:
            mine = [attempt for attempt in ATTEMPTS if attempt.wall == wall.name]
            stands = not wall.lacks(warm.missing) and not set(mine) & set(possible)
            says = wall.promise if stands else wall.otherwise
            write(f"  {'   ' if stands else 'NO '}{wall.name}: {says}")
            if wall.lacks(warm.missing):
                write(f"       missing: {wall.why(warm.missing)}")
            for attempt in mine:
                write(
                    f"       tried: {attempt.what}: {'done' if attempt in possible else 'refused'}"
                )
        if held := memory_held():
            write(f"\nMemory: a control group holds all of this to {held / 2**30:.1f} GiB.")
        elif sys.platform == "linux":
            write(
                "\nMemory: looked at five times a second; no control group holds all of this to an"
                "\namount. docs/security.md says how to have one."
            )
        if "bubblewrap" in warm.missing and sys.platform == "linux":
            write(
                "\nFor more: apt install bubblewrap libseccomp2. docs/security.md has containers."
            )
        return not possible and not any(wall.lacks(warm.missing) for wall in WALLS)
    finally:
        warm.close()


def _succeeds(attempt: Attempt, warm: WarmProcess) -> bool:
    with _bait() as bait:
        code = attempt.code.format(**bait)
        source = f"try:\n    exec({code!r})\nexcept BaseException:\n    print('refused')\n"
        source += "else:\n    print('done')\n"
        worker = warm.worker(None, Limits(), 0)
        try:
            request = {"op": "run", "cell": 1, "source": source, "seconds": SECONDS}
            reply, _ = worker.ask(request, [], SECONDS * 2)
        except (WorkerEnded, WorkerStuck, WorkerGarbled):
            return False
        finally:
            worker.close()
    return any("done" in str(output.get("text")) for output in reply.get("outputs", []))


@contextlib.contextmanager
def _bait() -> Iterator[dict[str, object]]:
    """A file, a port, a socket and a process of the user's: nothing that a submission needs."""
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="doctor-"))
        file = Path(folder, "file")
        file.write_text("yours")
        os.chmod(folder, 0o777)  # what keeps a submission out is not the owner's name
        os.chmod(file, 0o666)
        port = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        path = str(Path(folder, "socket"))
        if hasattr(socket, "AF_UNIX"):
            server = stack.enter_context(socket.socket(socket.AF_UNIX))
            server.bind(path)
            server.listen()
            os.chmod(path, 0o777)
        mark = "import time; time.sleep(60)"
        process = stack.enter_context(subprocess.Popen([sys.executable, "-c", mark]))
        stack.callback(process.kill)
        yield {
            "file": str(file),
            "port": port.getsockname()[1],
            "socket": path,
            "pid": process.pid,
            "mark": mark,
        }
