"""Seccomp: system calls that no notebook needs are refused. Through libseccomp, which knows
their numbers; systemd brings it to nearly every Linux."""

import ctypes
import errno
import socket

ALLOW = 0x7FFF0000
ERRNO = 0x00050000
NOT_EQUAL, MASKED_EQUAL = 1, 7

# Looking into other processes, other namespaces, mounting, the kernel's own matters
REFUSED = (
    *("ptrace", "process_vm_readv", "process_vm_writev", "kcmp", "pidfd_getfd"),
    *(
        "unshare",
        "setns",
        "mount",
        "umount2",
        "pivot_root",
        "chroot",
        "open_tree",
        "open_tree_attr",
        "move_mount",
        "fsopen",
    ),
    *("fsconfig", "fsmount", "fspick", "mount_setattr", "name_to_handle_at", "open_by_handle_at"),
    *("bpf", "perf_event_open", "userfaultfd", "keyctl", "add_key", "request_key"),
    *("io_uring_setup", "io_uring_enter", "io_uring_register"),
    *(
        "init_module",
        "finit_module",
        "delete_module",
        "kexec_load",
        "kexec_file_load",
        "reboot",
        "swapon",
        "swapoff",
    ),
    *(
        "acct",
        "quotactl",
        "quotactl_fd",
        "syslog",
        "lookup_dcookie",
        "iopl",
        "ioperm",
        "modify_ldt",
        "vhangup",
        "nfsservctl",
    ),
    *("settimeofday", "clock_settime", "clock_adjtime", "adjtimex", "sethostname", "setdomainname"),
    *("fanotify_init", "personality"),
    *("memfd_create", "memfd_secret", "shmget"),  # memory that no limit counts
)
NEW_NAMESPACES = 0x7E020000  # the flags of clone for every kind of them


class Comparison(ctypes.Structure):
    _fields_ = [
        ("argument", ctypes.c_uint),
        ("operator", ctypes.c_int),
        ("a", ctypes.c_uint64),
        ("b", ctypes.c_uint64),
    ]


class Filter:
    """The filter, made once; `load` puts it in force in a process and in its children, for good.

    Raises:
        OSError: There is no libseccomp, or no seccomp in this kernel.
    """

    def __init__(self) -> None:
        self._library = ctypes.CDLL("libseccomp.so.2", use_errno=True)
        self._library.seccomp_init.restype = ctypes.c_void_p
        self._context = ctypes.c_void_p(self._library.seccomp_init(ctypes.c_uint32(ALLOW)))
        for name in REFUSED:
            self._refuse(name, errno.EPERM)
        self._refuse("clone", errno.EPERM, Comparison(0, MASKED_EQUAL, 0, 0), each=NEW_NAMESPACES)
        self._refuse("clone3", errno.ENOSYS)  # its flags are in memory: glibc takes clone instead
        # A socket is for this process and its own children
        self._refuse("socket", errno.EACCES, Comparison(0, NOT_EQUAL, socket.AF_UNIX, 0))

    def load(self) -> None:
        """Raises `OSError` where the kernel refuses."""
        code = self._library.seccomp_load(self._context)
        if code:
            raise OSError(-code, "seccomp_load")

    def _refuse(self, name: str, code: int, *when: Comparison, each: int = 0) -> None:
        """Refuse a call, always or `when` all of its arguments are so. With `each`, if any of
        these bits is set: a rule for every one, since a mask is compared as a whole."""
        number = self._library.seccomp_syscall_resolve_name(name.encode())
        if number < 0:  # not known to this libseccomp, or not on this architecture
            return
        bits = [1 << n for n in range(32) if each >> n & 1] or [0]
        for bit in bits:
            rules = [Comparison(c.argument, c.operator, bit, bit) if bit else c for c in when]
            array = (Comparison * len(rules))(*rules)
            failed = self._library.seccomp_rule_add_array(
                self._context, ctypes.c_uint32(ERRNO | code), number, len(rules), array
            )
            if failed:
                raise OSError(-failed, f"no rule for {name}")
