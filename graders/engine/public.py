"""What a notebook may read: the public files beside it."""

import contextlib
import os
from pathlib import Path


def public_files(folder: Path) -> dict[str, bytes]:
    """What lies beside a notebook, by relative path, except notebooks, hidden files, links and
    devices.

    It stops at 64 MB, or when it has looked at 2,000 names: these are the data of an exercise, and
    not whatever else is in a folder for downloads.
    """
    found: dict[str, bytes] = {}
    looked_at, total = 0, 0
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if _is_public(name))
        looked_at += len(folders)
        for name in sorted(names):
            path = Path(place, name)
            looked_at += 1
            if looked_at > 2_000:
                return found
            if not _is_public(name) or path.suffix == ".ipynb":
                continue
            if path.is_symlink() or not path.is_file():
                continue
            total += path.stat().st_size
            if total > 64 * 2**20:
                return found
            with contextlib.suppress(OSError):  # not for us to read, so not for a submission
                found[str(path.relative_to(folder))] = path.read_bytes()
    return found


def _is_public(name: str) -> bool:
    return not name.startswith(".") and name != "__pycache__"
