"""The program of the other process: `python -I <this folder>`, its settings a line on stdin.

The warm process imports torch once, then forks a worker for every request. Where there is no
fork, the program is itself the one worker, and every submission pays for the imports.
"""

import json
import os
import sys


def main() -> None:
    settings = json.loads(sys.stdin.readline())
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [os.path.dirname(here), *settings["path"]]
    forget_editable("graders")
    hide("graders")
    from firstgrad_worker import process  # type: ignore[import-not-found]

    del sys.path[0]
    process.start(settings)


def forget_editable(package: str) -> None:
    """Remove the finder of an editable install: it knows where the package's folder is."""
    for finder in list(sys.meta_path):
        name = getattr(finder, "__module__", "")
        if package in getattr(sys.modules.get(name), "MAPPING", ()):
            sys.meta_path.remove(finder)
            sys.modules.pop(name, None)


def hide(package: str) -> None:
    """Make `import package` fail in here, also where it is installed beside torch."""

    class Hidden:
        @staticmethod
        def find_spec(name: str, path: object = None, target: object = None) -> None:
            if name == package or name.startswith(package + "."):
                raise ModuleNotFoundError(f"No module named {name!r}", name=name)

    sys.meta_path.insert(0, Hidden)


if __name__ == "__main__":
    main()
