"""What a grading that was killed has left behind, in nbgrader's folders.

nbgrader passes over a submission whose folder in `autograded/` is there, finished or not: one that
was cut off would never be graded. So a notebook that is still being graded carries a mark, and the
next run removes folders with the mark, or with a notebook that is missing or incomplete. What is
in the gradebook by then is only written anew.
"""

import glob
import json
import os
import re
import shutil
import socket
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from nbgrader.utils import rmtree

MARK = "unfinished"  # in the notebook's metadata, below the key of this package
STAGING = ".staging"  # in the place of a claim's ".grading"
WAIT = 10.0  # seconds for a lock of one's own: another process may be trying it
_claims: dict[Path, FileLock] = {}


def clear(converter: Any, notebooks: Iterable[str], key: str) -> None:
    """Remove the folders of submissions that were cut off, unless somebody is grading them.

    Args:
        converter: nbgrader's, of the run that begins; its `assignments` are the submissions.
        notebooks: The names of those that each should hold; others nbgrader passes over.
        key: Of this package, in a notebook's metadata.
    """
    names = [f"{name}.ipynb" for name in notebooks]
    home = destination(converter, "+").parent.parent
    if not names:
        return
    home.mkdir(parents=True, exist_ok=True)
    other = _claim(home, converter.coursedir.assignment_id)
    for folder in converter.assignments:
        student = student_of(converter, folder)
        target = destination(converter, student)
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


def destination(converter: Any, student: str) -> Path:
    """Where nbgrader puts a student's graded notebooks."""
    course = converter.coursedir
    path = course.format_path(course.autograded_directory, student, course.assignment_id)
    return Path(os.path.normpath(path))


def student_of(converter: Any, folder: str) -> str:
    """Whose submission a folder is; "" if it does not say."""
    course = converter.coursedir
    pattern = course.format_path(
        course.submitted_directory, "(?P<student>.*)", course.assignment_id, escape=True
    )
    found = re.match(pattern, folder)
    return found["student"] if found else ""


def staging(home: Path, assignment: str) -> Path:
    """A folder for what this process has not finished; it goes away with its claim."""
    return _mine(home, assignment).with_suffix(STAGING)


def _mine(home: Path, assignment: str) -> Path:
    here = socket.gethostname().replace(".", "-")
    return home / f".{assignment}.{here}.{os.getpid()}.grading"


def _claim(home: Path, assignment: str) -> str:
    """Claim an assignment for this process, for as long as it lives; which other one grades it,
    or "". A claim is a locked file: the system unlocks those of the dead."""
    mine = _mine(home, assignment)
    found = ""
    try:
        _claims.setdefault(mine, FileLock(mine)).acquire(timeout=WAIT)
        for claim in home.glob(f".{glob.escape(assignment)}.*.*.grading"):
            if claim == mine:
                continue
            try:
                with FileLock(claim, timeout=0):
                    shutil.rmtree(claim.with_suffix(STAGING), ignore_errors=True)
                    claim.unlink(missing_ok=True)
            except Timeout:
                host, pid = claim.name.removesuffix(".grading").rsplit(".", 2)[-2:]
                found = f"process {pid} on {host}"
    except (OSError, NotImplementedError) as error:  # not every network file system has locks
        found = f"somebody, perhaps: files cannot be locked here ({error})"
    return found
