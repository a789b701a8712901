"""Where this user keeps what would take time to make again, or is shared by several programs."""

import os
from pathlib import Path


def folder(name: str) -> Path:
    """The folder of that name; it may not be there yet."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "firstgrad" / name
