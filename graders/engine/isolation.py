"""What a submission is kept from on this machine: how the warm process is started, and what its
workers say is in force."""

import contextlib
import functools
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

MODES = ("auto", "strict", "none")
INSIDE = "/firstgrad"  # where the worker's program and its working folders are in the sandbox
# What a system consists of. The folder of a course, the homes of users, /var, /run: none of them
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64")
CONFIGURATION = (
    *("ld.so.cache", "ld.so.conf", "ld.so.conf.d", "localtime", "timezone", "passwd", "group"),
    *("fonts", "ssl", "alternatives", "nsswitch.conf", "hosts"),
)
DEVICES = ("null", "zero", "full", "random", "urandom")
# Of the warm process: to make namespaces, to look how much memory workers take, and as root to give
# each a user of its own
CAPABILITIES = ("CAP_SYS_ADMIN", "CAP_SYS_PTRACE")
OF_ROOT = ("CAP_SETUID", "CAP_SETGID", "CAP_CHOWN", "CAP_KILL")
UNLIMITED = 2**60  # bytes: control groups of version 1 have a number for it


@dataclass(frozen=True)
class Wall:
    """One thing that a submission is kept from.

    Attributes:
        name: In one word.
        promise: What cannot be done.
        otherwise: What can be done where the wall is missing.
        means: The kernel's means; any of these alternatives will do, all of one are needed.
    """

    name: str
    promise: str
    otherwise: str
    means: tuple[tuple[str, ...], ...]

    def lacks(self, missing: Mapping[str, str]) -> bool:
        """Whether it is not there. `missing` are the means that are not in force, and why."""
        return not any(all(name not in missing for name in means) for means in self.means)

    def why(self, missing: Mapping[str, str]) -> str:
        """Why it is missing: "bubblewrap: not installed, landlock: Function not implemented"."""
        lacking = dict.fromkeys(name for means in self.means for name in means if name in missing)
        return ", ".join(f"{name}: {missing[name]}" for name in lacking)


WALLS = (
    Wall(
        "files",
        "reads what is installed and its own folder, writes to its own folder",
        "can read and change whatever you can, the gradebook and other submissions included",
        (("bubblewrap", "namespaces"), ("landlock",)),
    ),
    Wall(
        "network",
        "reaches no network and no other program's socket",
        "can talk to other programs through their sockets, and without seccomp to the network",
        (("bubblewrap", "namespaces"),),
    ),
    Wall(
        "processes",
        "sees and signals its own processes only, and all of them end with it",
        "can signal your other processes, and may leave some behind for a moment",
        (("namespaces",),),
    ),
    Wall(
        "number",
        "has at most 128 processes and threads",
        "can start so many processes that the machine is slow until its time is up",
        (("namespaces", "user"),),
    ),
    Wall(
        "disk",
        "writes at most 1 GiB, to memory",
        "can fill the disk of temporary files until it ends",
        (("namespaces",),),
    ),
    Wall(
        "kernel",
        "cannot use the kernel's rare calls: ptrace, mounts, namespaces, bpf, io_uring",
        "can use every system call that a program of yours can",
        (("seccomp",),),
    ),
)


def missing_walls(missing: Mapping[str, str]) -> list[Wall]:
    """The walls that are not there."""
    return [wall for wall in WALLS if wall.lacks(missing)]


def summary(missing: Mapping[str, str]) -> str:
    """What is missing in one line, with what follows from it; "" where nothing is."""
    found = missing_walls(missing)
    if not found:
        return ""
    names = ", ".join(wall.name for wall in found)
    return (
        f"isolation is incomplete here ({names}): code from a submission "
        f"{found[0].otherwise}. `graders doctor` says what is missing."
    )


# --- the sandbox around the warm process ---------------------------------------------------------


def program() -> str | None:
    """bubblewrap, or None where it is not installed."""
    return shutil.which("bwrap") if sys.platform == "linux" else None


def gpu_devices() -> list[str]:
    """The devices of NVIDIA's GPUs, and what their driver tells of them."""
    found = sorted(map(str, Path("/dev").glob("nvidia*")))
    return [*found, "/dev/dri"] if found else []


def system() -> list[str]:
    """What of the system itself a submission may read."""
    return [*SYSTEM, *(f"/etc/{name}" for name in CONFIGURATION), *_devices_told_of()]


def _devices_told_of() -> list[str]:
    more = ["/sys/bus", "/sys/class", "/sys/module"] if gpu_devices() else []
    return ["/sys/devices", *more]


def readable(search_path: Iterable[str]) -> list[str]:
    """The folders in which everything that is installed lies, parents before what is in them."""
    libraries = os.environ.get("LD_LIBRARY_PATH", "").split(os.pathsep)
    prefixes = (sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix)
    wanted = {*prefixes, *search_path, *filter(None, libraries)}
    wanted |= {os.path.realpath(path) for path in wanted} | {_home_of_python()}
    return sorted(path for path in wanted if os.path.isdir(path) and path != "/")


def _home_of_python() -> str:
    return os.path.dirname(os.path.realpath(sys.executable))


def wrap(
    command: list[str], folder: Path, found: list[str], hidden: list[str], fonts: str
) -> list[str]:
    """The command, to be run in a sandbox by bubblewrap: a file system that holds what is
    installed and nothing else, no network, no other process.

    Args:
        folder: What will be `INSIDE`.
        found: The folders of what is installed.
        hidden: Folders in these that are left empty.
        fonts: Matplotlib's own list of fonts, which it brings up to date.
    """
    bubblewrap = program()
    assert bubblewrap is not None
    root = os.getuid() == 0
    options = [bubblewrap, "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"]
    # Root needs no namespace of users, and takes another user's place in each worker instead
    options += ["--cap-drop", "ALL"] if root else ["--unshare-user"]
    for capability in (*CAPABILITIES, *OF_ROOT) if root else CAPABILITIES:
        options += ["--cap-add", capability]
    for path in SYSTEM:
        if os.path.islink(path):
            options += ["--symlink", os.readlink(path), path]
        else:
            options += ["--ro-bind-try", path, path]
    options += ["--proc", "/proc", "--dir", "/tmp", "--dir", "/run", "--dir", "/dev/shm"]
    # Not `--dev`: for its terminals bubblewrap enters one more namespace of users, in which no
    # worker could get a namespace of processes of its own
    for name in DEVICES:
        options += ["--dev-bind", f"/dev/{name}", f"/dev/{name}"]
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        options += ["--symlink", f"/proc/self/fd/{number}", f"/dev/{name}"]
    options += ["--symlink", "/proc/self/fd", "/dev/fd"]
    for name in CONFIGURATION:
        options += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    for path in gpu_devices():
        options += ["--dev-bind-try", path, path]
    for path in _devices_told_of():
        options += ["--ro-bind-try", path, path]
    bound = list(SYSTEM)
    for path in found:
        if not any(Path(path).is_relative_to(part) for part in bound):
            for parent in reversed(Path(path).parents[:-1]):
                options += ["--dir", str(parent)]  # else it is for root alone
            options += ["--ro-bind", path, path]
            bound.append(path)
    for path in hidden:
        options += ["--tmpfs", path]
    for parent in reversed(Path(fonts).parents[:-1]):
        options += ["--dir", str(parent)]
    options += ["--bind", fonts, fonts]
    options += ["--bind", str(folder), INSIDE, "--chdir", INSIDE, "--remount-ro", "/"]
    return [*options, "--", *command]


def installed_graders(search_path: Iterable[str]) -> list[str]:
    """Where this package is installed beside torch: no submission needs to read its own checks."""
    found = [os.path.join(path, "graders") for path in search_path]
    return [path for path in found if os.path.isfile(os.path.join(path, "engine", "checks.py"))]


def memory_held(root: Path = Path("/")) -> int | None:
    """The bytes of memory to which a control group holds this process and all that it starts; None
    where none does."""
    limits = []
    with contextlib.suppress(OSError):
        for line in (root / "proc/self/cgroup").read_text().splitlines():
            _, controllers, path = line.split(":", 2)
            if controllers not in ("", "memory"):
                continue
            file = "memory.limit_in_bytes" if controllers else "memory.max"  # of version 1, of 2
            tree = root / "sys/fs/cgroup" / controllers
            group = tree / path.strip("/")
            for one in (group, *group.parents):
                with contextlib.suppress(OSError, ValueError):  # "max" is no number
                    limits.append(int((one / file).read_text()))
                if one == tree:
                    break
    least = min(limits, default=UNLIMITED)
    return least if least < UNLIMITED else None


@functools.cache
def why_not() -> dict[str, str]:
    """Why bubblewrap cannot be used, once that has turned out."""
    return {} if program() else {"bubblewrap": "not installed"}
