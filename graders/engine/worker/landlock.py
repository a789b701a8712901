"""Landlock: which files a process may open, which ports, whom it may signal.

The packages on PyPI know neither ports nor signals, so these are the three system calls
themselves: https://docs.kernel.org/userspace-api/landlock.html.
"""

import ctypes
import os
import stat
from collections.abc import Iterable

from . import kernel

EXECUTE, WRITE_FILE, READ_FILE, READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
TRUNCATE, IOCTL_DEV = 1 << 14, 1 << 15
READ = EXECUTE | READ_FILE | READ_DIR
OF_FILES = EXECUTE | WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEV  # the others are of folders

PATH_BENEATH = 1
VERSION = 1


class Attributes(ctypes.Structure):
    _fields_ = [
        ("files", ctypes.c_uint64),
        ("ports", ctypes.c_uint64),  # from version 4
        ("scopes", ctypes.c_uint64),  # from version 6
    ]


class Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("access", ctypes.c_uint64), ("parent", ctypes.c_int32)]


def version() -> int:
    """The version of Landlock that this kernel has. Raises `OSError` where it has none."""
    return kernel.syscall(kernel.LANDLOCK_CREATE_RULESET, None, ctypes.c_size_t(0), VERSION)


def restrict(readable: Iterable[str], writable: Iterable[str]) -> int:
    """Restrict this process and its children, for good, to what lies in `readable` (to read and
    to run) and in `writable` (everything). No TCP, and no signals to others, where the kernel
    knows these rules. The version of Landlock that is in force. What is not there is passed over.

    Raises:
        OSError: There is no Landlock here.
    """
    known = version()
    bits = next(n for least, n in ((5, 16), (3, 15), (2, 14), (1, 13)) if known >= least)
    everything = (1 << bits) - 1
    attributes = Attributes(everything, 3 if known >= 4 else 0, 3 if known >= 6 else 0)
    size = 24 if known >= 6 else 16 if known >= 4 else 8
    ruleset = kernel.syscall(
        kernel.LANDLOCK_CREATE_RULESET, ctypes.byref(attributes), ctypes.c_size_t(size), 0
    )
    try:
        for path in readable:
            _allow(ruleset, path, READ & everything)
        for path in writable:
            _allow(ruleset, path, everything)
        kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        kernel.syscall(kernel.LANDLOCK_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)
    return known


def _allow(ruleset: int, path: str, access: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            access &= OF_FILES
        rule = Beneath(access, descriptor)
        kernel.syscall(kernel.LANDLOCK_ADD_RULE, ruleset, PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(descriptor)
