"""What a grading that was killed has left behind, in nbgrader's folders.

nbgrader passes over a submission whose folder in `autograded/` is there, finished or not: one that
was cut off would never be graded. So a notebook that is still being graded carries a mark, and the
next run removes folders with the mark, or with a notebook that is missing or incomplete. What is
in the gradebook by then is only written anew.
"""

import contextlib
import glob
import json
import os
import re
import socket
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nbgrader.utils import rmtree

MARK = "unfinished"  # in the notebook's metadata, below the key of this package
DAY = 86_400


def clear(converter: Any, notebooks: Iterable[str], key: str) -> None:
    """Remove the folders of submissions that were cut off, unless somebody is grading them.

    Args:
        converter: nbgrader's, of the run that begins; its `assignments` are the submissions.
        notebooks: The names of those that each should hold; others nbgrader passes over.
        key: Of this package, in a notebook's metadata.
    """
    names = [f"{name}.ipynb" for name in notebooks]
    home = _destination(converter, "+").parent.parent
    if not names or not home.is_dir():
        return
    other = _claim(home, converter.coursedir.assignment_id)
    for folder in converter.assignments:
        student = _student(converter, folder)
        target = _destination(converter, student)
        if not student or not target.is_dir() or _is_finished(target, names, key):
            continue
        if other:
            converter.log.warning("%s is being graded by %s: left alone", target, other)
        else:
            converter.log.warning("%s was cut off: it is graded again", target)
            rmtree(str(target))


def _is_finished(folder: Path, names: Iterable[str], key: str) -> bool:
    for name in names:
        try:
            content = json.loads((folder / name).read_bytes())
        except (OSError, ValueError, RecursionError):
            return False
        note = content.get("metadata", {}).get(key) if isinstance(content, dict) else {}
        if isinstance(note, dict) and note.get(MARK):
            return False
    return True


def _destination(converter: Any, student: str) -> Path:
    course = converter.coursedir
    path = course.format_path(course.autograded_directory, student, course.assignment_id)
    return Path(os.path.normpath(path))


def _student(converter: Any, folder: str) -> str:
    course = converter.coursedir
    pattern = course.format_path(
        course.submitted_directory, "(?P<student>.*)", course.assignment_id, escape=True
    )
    found = re.match(pattern, folder)
    return found["student"] if found else ""


def _claim(home: Path, assignment: str) -> str:
    """Write down that this process is grading; which other one is, or "". What the dead have
    written goes away."""
    here = socket.gethostname().replace(".", "-")
    mine = home / f".{assignment}.{here}.{os.getpid()}.grading"
    found = ""
    for claim in home.glob(f".{glob.escape(assignment)}.*.*.grading"):
        host, pid = claim.name.removesuffix(".grading").rsplit(".", 2)[-2:]
        with contextlib.suppress(OSError):
            if claim == mine:
                continue
            if _is_alive(pid, claim) if host == here else _is_recent(claim):
                found = f"process {pid} on {host}"
            else:
                claim.unlink()
    mine.write_text(_began(os.getpid()))
    return found


def _is_alive(pid: str, claim: Path) -> bool:
    return pid.isdigit() and _began(int(pid)) == claim.read_text() != ""


def _is_recent(claim: Path) -> bool:
    """Of a process of another machine there is no other sign of life."""
    return time.time() - claim.stat().st_mtime < DAY


def _began(pid: int) -> str:
    """When a process began: the system gives its number to others later. "" if it does not say."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""
