"""The program of the other process, started.

It is a copy of `worker/` in a temporary folder, begun with exec. What it is given (arguments,
environment, search path, working folder, descriptors) leads to no solution, check or gradebook.
"""

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from . import cache, isolation

HERE = Path(__file__).parent
NAME = "firstgrad_worker"  # of the copy: nothing of a submission is called so

KEPT_VARIABLES = (
    *("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "SYSTEMROOT", "TEMP", "TMP"),
    *("CUDA_VISIBLE_DEVICES", "NVIDIA_VISIBLE_DEVICES", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
)
# A process with more than one thread cannot be forked safely
THREAD_VARIABLES = (
    *("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS"),
    *("NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"),
)


@dataclass(frozen=True)
class Wishes:
    """What is wanted of it.

    Attributes:
        preload: Modules to import before the first fork, besides torch and IPython.
        figures: Whether matplotlib's figures are wanted as outputs.
        fork: Whether it forks workers; else it is one.
        isolated: Whether there is to be more than limits on resources.
        missing: Which of the walls around the program there is none of, and why.
    """

    preload: Sequence[str]
    figures: bool
    fork: bool
    isolated: bool
    missing: dict[str, str]


def start(folder: Path, wishes: Wishes) -> tuple[subprocess.Popen, socket.socket]:
    """Start the program in a folder of its own: the process, and the line to it. It does not wait
    for what is imported."""
    copy = folder / NAME
    if not copy.is_dir():  # the first time, or a process that idled out has cleaned up
        shutil.copytree(HERE / "worker", copy, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "work").mkdir(exist_ok=True)
    ours, theirs = socket.socketpair()
    shares = hasattr(theirs, "share")  # Windows
    path = _search_path()
    found, hidden = isolation.readable(path), isolation.installed_graders(path)
    # Matplotlib looks at every font of the machine when it finds no list of them: seconds
    fonts = cache.folder("matplotlib")
    wrapped = not wishes.missing
    inside = Path(isolation.INSIDE) if wrapped else folder
    command = [sys.executable, "-I", "-X", "utf8", str(inside / NAME)]
    if wrapped:
        fonts.mkdir(parents=True, exist_ok=True)
        command = isolation.wrap(command, folder, found, hidden, str(fonts))
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        pass_fds=() if shares else (theirs.fileno(),),
        cwd=folder,
        env=_environment(inside / "work", fonts, wishes.figures),
        start_new_session=True,  # Ctrl-C in the terminal is the grading process's to handle
    )
    settings = {
        "path": path,
        "program": str(inside),
        "preload": [*wishes.preload],
        "figures": wishes.figures,
        "fork": wishes.fork,
        "missing": wishes.missing,
        "descriptor": theirs.fileno(),
        "share": theirs.share(process.pid).hex() if shares else None,  # type: ignore[attr-defined]
        "isolation": wishes.isolated,
        "readable": found,
        "system": isolation.system(),
        "hidden": [str(fonts)] if wrapped else [],
        "gpu": isolation.gpu_devices(),
        # Whether nothing of what is installed would be hidden by another /tmp
        "own_tmp": wrapped and not any(path.startswith("/tmp/") for path in found),
    }
    assert process.stdin is not None
    with contextlib.suppress(BrokenPipeError):  # it has ended: who waits for it will find out
        process.stdin.write(json.dumps(settings).encode() + b"\n")
        process.stdin.close()
    theirs.close()
    return process, ours


def _environment(home: Path, fonts: Path, figures: bool) -> dict[str, str]:
    """An environment without secrets: names that are known to be needed, and nothing else."""
    environment = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    environment.update(dict.fromkeys(THREAD_VARIABLES, "1"))
    environment.update(
        HOME=str(home),
        MPLBACKEND="module://matplotlib_inline.backend_inline" if figures else "agg",
        MPLCONFIGDIR=str(fonts),
        IPYTHONDIR=str(home / "ipython"),
        PYTORCH_NVML_BASED_CUDA_CHECK="1",
        PYTHONDONTWRITEBYTECODE="1",
        NBGRADER_EXECUTION="autograde",
    )
    return environment


def _search_path() -> list[str]:
    """Where to import from: what is installed, and no folder of a course."""
    prefixes = (sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix)
    installed = ("site-packages", "dist-packages")  # torch is there; `graders` is hidden
    named = os.environ.get("PYTHONPATH", "").split(os.pathsep)  # as clusters load torch
    marks = ("graders", "solutions", "gradebook.db", "nbgrader_config.py")
    return [
        entry
        for entry in sys.path
        if Path(entry).name in installed
        or (
            entry
            and (entry in named or any(Path(entry).is_relative_to(p) for p in prefixes))
            and not any(Path(entry, mark).exists() for mark in marks)
        )
    ]


def why(process: subprocess.Popen) -> str:
    """What it said last, once it has ended."""
    end(process, 0)
    assert process.stderr is not None
    lines = process.stderr.read().decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"it ended with status {process.returncode}"


def close_pipes(process: subprocess.Popen) -> None:
    """Close what is left of the lines to one that has ended."""
    if process.stderr is not None:
        process.stderr.close()


def end(process: subprocess.Popen, patience: float) -> int:
    """Wait some seconds for its own end, then kill it; its exit status."""
    try:
        return process.wait(patience)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(OSError):
            process.kill()
        return process.wait()
