"""What a grading that was killed has left behind, in nbgrader's folders.

nbgrader passes over a submission whose folder in `autograded/` is there, finished or not: one that
was cut off would never be graded. So a notebook that is still being graded carries a mark, and the
next run removes folders with the mark, or with a notebook that is missing or incomplete. What is
in the gradebook by then is only written anew.
"""

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nbgrader.utils import rmtree

MARK = "unfinished"  # in the notebook's metadata, below the key of this package


def clear(converter: Any, key: str) -> None:
    """Remove the folders of submissions that were cut off, unless somebody is grading them.

    Args:
        converter: nbgrader's, of the run that begins; its `assignments` are the submissions.
        key: Of this package, in a notebook's metadata.
    """
    course = converter.coursedir
    here = _destination(converter, "+")
    if not here.parent.parent.is_dir() or course.notebook_id != "*":
        return
    claim = here.parent.parent / f".{course.assignment_id}.grading"
    other = _claimed_by(claim)
    claim.write_text(json.dumps({"pid": os.getpid(), "began": _began(os.getpid())}))
    for folder, notebooks in converter.assignments.items():
        student = _student(converter, folder)
        target = _destination(converter, student)
        names = {os.path.basename(path) for path in notebooks}
        if not student or not target.is_dir() or _is_finished(target, names, key):
            continue
        if other is not None:
            converter.log.warning("%s is being graded by process %d: left alone", target, other)
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


def _claimed_by(claim: Path) -> int | None:
    """The other process that is grading this assignment, if it is alive."""
    try:
        found = json.loads(claim.read_text())
        pid, began = int(found["pid"]), found["began"]
        if pid != os.getpid():
            os.kill(pid, 0)
            return pid if _began(pid) == began else None
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return None


def _began(pid: int) -> str:
    """When a process began: the system gives its number to others later. "" if it does not say."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""
