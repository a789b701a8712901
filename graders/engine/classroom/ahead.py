"""`nbgrader autograde`, several at a time: while it is at one submission, the next are graded.

nbgrader takes one submission after the other, and says beforehand which. Grading processes begin
with those that it will come to. What they have found is taken if they have graded the very notebook
that nbgrader hands over in the end, with the very files beside it; else it counts for nothing, and
the submission is graded there and then.
"""

import pickle
from collections.abc import Iterator, Mapping
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path
from typing import Any

from nbformat.notebooknode import NotebookNode

from ..interrupted import destination, student_of
from ..nbgrader import use_door
from ..notebook import UnreadableNotebook
from ..public import public_files
from ..released import Release
from ..warm import EngineError
from . import pool, step
from .course import course_of, read
from .step import Half, HandedIn

FEW = 4  # submissions: with fewer, nbgrader is done before other processes have begun
MOST = 4  # at a time: nbgrader's own steps take a third of what grading takes
AHEAD = 3  # submissions for each process that are on their way, or wait to be taken


class Ahead:
    """Grades the submissions of a run before nbgrader comes to them, within a `with`.

    Args:
        converter: nbgrader's, of the run.
        releases: The assignment's notebooks as they were released, by name.
        jobs: How many are graded at a time.
        isolation: What keeps submissions to themselves, see `WarmProcess`.
        figures: Whether their pictures are drawn.
    """

    def __init__(
        self,
        converter: Any,
        releases: Mapping[str, Release],
        jobs: int,
        isolation: str,
        figures: bool,
    ) -> None:
        self._converter, self._releases, self._most = converter, releases, AHEAD * jobs
        self._left = dict(_to_be_graded(converter))  # folders by student, in nbgrader's order
        self._sent: dict[str, Future] = {}  # in that order, too
        self._processes: pool.Processes | None = None
        if jobs > 1 and len(self._left) >= FEW:
            self._course = pickle.dumps(course_of(converter, releases))
            self._beside = _instructors_files(converter)
            self._processes = pool.Processes(jobs, isolation, figures)
            use_door(isolation, figures, self._processes.door())

    def __enter__(self) -> "Ahead":
        self._send()
        return self

    def __exit__(self, *_: object) -> None:
        self._give_up()

    def take(
        self, student: str, name: str, node: NotebookNode, files: Mapping[str, bytes]
    ) -> Half | None:
        """What has been found about a notebook of a student; None if it is to be graded now."""
        if self._processes is None or student not in (*self._sent, *self._left):
            return None
        while next(iter(self._sent), student) != student:  # nbgrader has passed over it
            self._sent.pop(next(iter(self._sent))).cancel()
        while not self._sent and next(iter(self._left)) != student:
            self._left.pop(next(iter(self._left)))
        self._send()
        future = self._sent.get(student)
        if self._processes is None or future is None or future.cancel():
            return None  # where it has not begun yet, it can here
        try:
            half = future.result().get(name)
        except (BrokenExecutor, EngineError, UnreadableNotebook):
            self._give_up()  # why, is said when the notebook is graded here
            return None
        except Exception as error:  # a fault of ours, with this one submission
            self._converter.log.debug("%s was not graded ahead", student, exc_info=error)
            return None
        return half if half is not None and half.basis == step.basis_of(node, files) else None

    def _send(self) -> None:
        try:
            while self._processes is not None and self._left and len(self._sent) < self._most:
                student = next(iter(self._left))
                handed_in = self._handed_in(student, self._left.pop(student))
                future = self._processes.submit(step.grade_half, self._course, handed_in)
                self._sent[student] = future
        except (BrokenExecutor, EngineError):
            self._give_up()

    def _handed_in(self, student: str, folder: str) -> HandedIn:
        """What lies in a folder, and what nbgrader puts beside it."""
        notebooks = read(self._converter.assignments[folder], self._releases)
        return HandedIn(student, notebooks, {**public_files(Path(folder)), **self._beside})

    def _give_up(self) -> None:
        if self._processes is not None:
            self._processes.end()
        self._processes = None


def _instructors_files(converter: Any) -> dict[str, bytes]:
    """What nbgrader puts beside every submission, in the place of what a student has of it."""
    course = converter.coursedir
    name = course.assignment_id
    kept = converter.exclude_overwriting.get(name, [])
    found = public_files(Path(course.format_path(course.source_directory, ".", name)))
    return {path: data for path, data in found.items() if path not in kept}


def _to_be_graded(converter: Any) -> Iterator[tuple[str, str]]:
    """The submissions that nbgrader will certainly grade, in its order: the student, the folder."""
    course = converter.coursedir
    if course.notebook_id != "*":
        return
    left_out = course.student_id_exclude.split(",")
    for folder in sorted(converter.assignments):
        student = student_of(converter, folder)
        is_new = converter.force or not destination(converter, student).exists()
        if student and student not in left_out and is_new:
            yield student, folder
