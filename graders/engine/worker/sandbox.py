"""The one place where a worker is confined: after the fork, and before the first line of a
submission runs. What the kernel allows is used, and what it does not is reported."""

import contextlib
import errno
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from . import limits

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

if sys.platform == "linux":
    from . import kernel, landlock, seccomp

MAX_FILE = 2**30  # bytes of one file that a worker writes
MAX_DISK = 2**30  # bytes of all its files together, where it has a file system of its own
MAX_NAMES = 20_000  # files and folders there
MAX_PROCESSES = 256  # processes and threads of one worker: loaders that live on have three each
MAX_DESCRIPTORS = 4096
DEVICES = ("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom")
OF_PROC = (
    *("/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/loadavg", "/proc/version"),
    *("/proc/uptime", "/proc/filesystems", "/proc/sys"),
)
# Nobody's: first far away from what systems give to users, then within what a container has
STRANGERS = {1_900_000_000: 10_000_000, 64_000: 1_000}  # the first of them, how many


class Sandbox:
    """What every worker of one warm process is confined by. Made before the first fork.

    Args:
        settings: Those of the warm process. "isolation": whether more is wanted than limits on
            resources; "program": the folder above all working folders; "system" and "readable":
            where the system and what is installed lie; "hidden": folders that are for nobody;
            "gpu": its devices; "own_tmp": whether /tmp can be another one.

    Attributes:
        missing: What cannot be had here, and why not: "namespaces", "landlock", "seccomp", "user".
    """

    def __init__(self, settings: dict) -> None:
        self._wanted = settings["isolation"] and sys.platform == "linux"
        self._folder: str = settings["program"]
        self._readable = [*settings["system"], *settings["readable"]]
        self._gpu, self._hidden = settings["gpu"], settings["hidden"]
        self._scratch = ["/dev/shm"] + (["/tmp"] if settings["own_tmp"] else [])
        self._own: int | None = None  # the namespace of process numbers of the warm process
        self._own_proc = False
        self._stranger = 0  # the first of those who are
        self._filter: seccomp.Filter | None = None
        self.missing: dict[str, str] = {}
        self.adopt()
        if not self._wanted:
            self.missing = dict.fromkeys(
                ("namespaces", "landlock", "seccomp", "user"),
                "not asked for" if sys.platform == "linux" else f"{sys.platform} has none",
            )
            return
        with _noted(self.missing, "namespaces"):
            if not settings["fork"]:
                raise OSError("a process that is not forked")
            own = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
            _in_a_child(lambda: _there_and_back(own))
            self._own = own
        with _noted(self.missing, "landlock"):
            landlock.version()
        with _noted(self.missing, "seccomp"):
            self._filter = seccomp.Filter()
        if os.getuid() == 0:
            with _noted(self.missing, "user"):
                there = [folder for folder in settings["readable"] if os.path.isdir(folder)]
                self._stranger = _stranger(there)

    def adopt(self) -> None:
        """Have what a worker leaves behind come to this process."""
        if sys.platform == "linux":
            with contextlib.suppress(OSError):
                kernel.prctl(kernel.PR_SET_CHILD_SUBREAPER, 1)

    def fork(self) -> int:
        """As `os.fork`: the child is the first process of a namespace of its own, where that is
        to be had. When it ends, the kernel ends whatever it has started."""
        if self._own is None:
            return os.fork()
        kernel.unshare(kernel.CLONE_NEWPID)
        pid = os.fork()
        if pid:
            kernel.setns(self._own, kernel.CLONE_NEWPID)
        return pid

    @property
    def nested(self) -> bool:
        """Whether workers have namespaces of their own."""
        return self._own is not None

    def confine(self, worker: dict, files: dict[str, bytes], keep: int) -> dict[str, str]:
        """Confine this process, a fresh worker, and make the folder that it works in.

        Args:
            worker: Its settings: "folder", the name of its own one, "memory", and "user", a number
                drawn for it.
            files: What that folder holds at first, by relative path.
            keep: The one descriptor that stays open, beside the standard ones.

        Returns:
            What is not in force, and why not, as `missing`.
        """
        missing = dict(self.missing)
        home = os.path.join(self._folder, "work", worker["folder"])
        if hasattr(os, "setsid"):
            with contextlib.suppress(PermissionError):  # already the leader: a fresh process
                os.setsid()
        if self.nested:
            with _noted(missing, "namespaces"):
                self._enter_namespaces()
        _fill(home, files)
        os.chdir(home)
        os.environ.update(HOME=home, TMPDIR=home, MPLCONFIGDIR=home)
        tempfile.tempdir = None
        if home not in sys.path:
            # Last, not first: a torch.py beside the notebook shadows nothing
            sys.path.append(home)
        if hasattr(os, "fork"):
            os.closerange(3, keep)
            os.closerange(keep + 1, MAX_DESCRIPTORS)
        if sys.platform == "linux":
            with contextlib.suppress(OSError):  # where memory runs out, the system ends this first
                Path("/proc/self/oom_score_adj").write_text("1000")
        alone = self.nested or self._stranger > 0
        _limit_resources(worker["memory"], MAX_PROCESSES if alone else None)
        if self._wanted:
            self._lock(home, worker, missing)
        if sys.platform == "linux":
            kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
            kernel.end_at(signal.SIGXCPU)
        return missing

    def _enter_namespaces(self) -> None:
        """A view of the system for this process alone: no network, no other process, and nothing
        to write to but a file system in memory, which ends with it."""
        kernel.unshare(
            kernel.CLONE_NEWNS | kernel.CLONE_NEWNET | kernel.CLONE_NEWIPC | kernel.CLONE_NEWUTS
        )
        kernel.mount("none", "/", flags=kernel.MS_REC | kernel.MS_PRIVATE)
        plain = kernel.MS_NOSUID | kernel.MS_NODEV
        for folder in self._hidden:
            kernel.mount("tmpfs", folder, "tmpfs", plain | kernel.MS_RDONLY, "mode=0555")
        size = f"size={MAX_DISK},nr_inodes={MAX_NAMES},mode=0755"
        kernel.mount("tmpfs", self._folder, "tmpfs", plain, size)
        for place in self._scratch:
            source = os.path.join(self._folder, place.strip("/").replace("/", "-"))
            os.mkdir(source)
            os.chmod(source, 0o1777)
            kernel.mount(source, place, flags=kernel.MS_BIND)
        with contextlib.suppress(OSError):  # not within every container
            kernel.mount("proc", "/proc", "proc", plain | kernel.MS_NOEXEC)
            self._own_proc = True
        uid, gid = os.getuid(), os.getgid()
        if uid != 0:  # who counts for himself, and can do nothing to the warm process
            kernel.unshare(kernel.CLONE_NEWUSER)
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/uid_map").write_text(f"{uid} {uid} 1")
            Path("/proc/self/gid_map").write_text(f"{gid} {gid} 1")

    def _lock(self, home: str, worker: dict, missing: dict[str, str]) -> None:
        """Give up what this process may still do. Nothing of it can be had back."""
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        if "landlock" not in missing:
            with _noted(missing, "landlock"):
                writable = [home, *DEVICES, *self._gpu, *self._scratch]
                own = "/proc" if self._own_proc else "/proc/self"
                landlock.restrict([*self._readable, own, *OF_PROC], writable)
        if self._stranger:
            # Another one for each: the system counts a user's processes on the whole machine
            user = self._stranger + worker["user"] % STRANGERS[self._stranger]
            for folder, _, names in os.walk(home):
                for path in (folder, *(os.path.join(folder, name) for name in names)):
                    os.chown(path, user, user)
            _change_user(user)
        kernel.drop_capabilities()
        kernel.prctl(kernel.PR_SET_DUMPABLE, 1)  # else its own /proc/self is closed to it
        if self._filter is not None:
            with _noted(missing, "seccomp"):
                self._filter.load()


@contextlib.contextmanager
def _noted(missing: dict[str, str], what: str) -> Iterator[None]:
    """Note that something cannot be had, and why, where the system refuses it."""
    try:
        yield
    except OSError as error:
        missing[what] = f"{error.strerror} ({error.filename})" if error.filename else str(error)


OF_NAMES = (errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG)


def _fill(home: str, files: dict[str, bytes]) -> None:
    """Write the public files, but for those whose names cannot be had here: two may be one, as
    those of bytes that are no text are. A full disk is not the submission's matter, and raises."""
    os.makedirs(home, exist_ok=True)
    for name, content in files.items():
        path = Path(home, name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            if error.errno not in OF_NAMES:
                raise


def _limit_resources(memory: int | None, processes: int | None) -> None:
    if resource is None:
        return
    limits.limit_memory(memory)
    if processes is None:  # the system counts those of the user, with the browser's
        processes = _running() + MAX_PROCESSES
    wanted = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: MAX_FILE,
        resource.RLIMIT_NOFILE: MAX_DESCRIPTORS,
        resource.RLIMIT_NPROC: processes,
    }
    for which, most in wanted.items():
        _, hard = resource.getrlimit(which)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (most, most))


def _running() -> int:
    """How many processes and threads there are on this machine; many where it does not tell."""
    try:
        return int(Path("/proc/loadavg").read_text().split()[3].partition("/")[2])
    except (OSError, ValueError, IndexError):
        return 4096


def _there_and_back(own: int) -> None:
    """Ask for a namespace of process numbers, and come back to one's own."""
    kernel.unshare(kernel.CLONE_NEWPID)
    kernel.setns(own, kernel.CLONE_NEWPID)


def _in_a_child(attempt: Callable[[], None]) -> None:
    """Try something that cannot be undone, in a process of its own. Raises its `OSError`."""
    pid = os.fork()
    if pid == 0:
        code = errno.EINVAL
        try:
            attempt()
            code = 0
        except OSError as error:
            code = error.errno or code
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if code:
        raise OSError(code, os.strerror(abs(code)))


def _stranger(folders: list[str]) -> int:
    """A user that no one else is, and who can read what is installed. For root, whom no limit on
    processes holds. Raises `OSError` where there is none."""

    def become(uid: int) -> None:
        _change_user(uid)
        for folder in folders:
            os.listdir(folder)

    for first in STRANGERS:
        try:
            _in_a_child(partial(become, first))
        except OSError as error:
            reason = error
        else:
            return first
    raise reason


def _change_user(uid: int) -> None:
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
