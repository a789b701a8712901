"""The one writer of a gradebook: many submissions in one transaction.

It writes what nbgrader's own steps write, `Autograde.init_assignment`, `SaveAutoGrades` and
`AssignLatePenalties`, which open the gradebook several times for each submission.
"""

import contextlib
import datetime
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from nbgrader.api import (
    Assignment,
    Comment,
    Grade,
    Gradebook,
    MissingEntry,
    Student,
    SubmittedAssignment,
    SubmittedNotebook,
    new_uuid,
)
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import selectinload

from ..released import Release
from .step import Graded

PATIENCE = 60.0  # seconds for a gradebook that somebody else has locked


class NoSuchAssignment(Exception):
    """The gradebook does not know the assignment. The text says what to do."""


@dataclass(frozen=True)
class Entry:
    """A submission that is to be written down, and when it was handed in, if that is known."""

    graded: Graded
    timestamp: datetime.datetime | None


class Recorder:
    """Writes the marks of one assignment.

    Args:
        db_url: The gradebook, in any database that SQLAlchemy knows.
        course_id: The course in it.
        penalties: nbgrader's step for late submissions, or None where it is not configured.
        log: Where to say who is late.
    """

    def __init__(
        self,
        db_url: str,
        course_id: str,
        assignment: str,
        *,
        penalties: AssignLatePenalties | None,
        log: Any,
    ) -> None:
        self._open = lambda: Gradebook(db_url, course_id)
        self._name, self._penalties, self._log = assignment, penalties, log

    def releases(self) -> dict[str, Release]:
        """The assignment's notebooks as they were released. Raises `NoSuchAssignment`."""
        with self._open() as book:
            try:
                found = book.find_assignment(self._name).notebooks
            except MissingEntry:
                found = []
            if not found:
                raise NoSuchAssignment(
                    f"The gradebook has no assignment {self._name}. "
                    f"Run `nbgrader generate_assignment {self._name}` first."
                )
            return {one.name: Release.of(one) for one in found}

    def known(self, student: str) -> bool:
        """Whether a student is in the gradebook."""
        with self._open() as book:
            return book.db.get(Student, student) is not None

    def record(self, entries: Sequence[Entry]) -> None:
        """Write submissions down: all of them, or none if an exception is raised.

        A mark that a person has given stays, as with nbgrader; the cell then needs another look.
        """
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with self._open() as book, _undone_if_it_fails(book):
                    for entry in entries:
                        self._record(book, entry)
                    book.db.commit()
                return
            except OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > deadline:
                    raise
                self._log.warning("The gradebook is locked by another program: trying again")

    def _record(self, book: Gradebook, entry: Entry) -> None:
        graded = entry.graded
        submission = self._submission(book, graded.student)
        if entry.timestamp is not None:
            submission.timestamp = entry.timestamp
        for notebook in submission.notebooks:
            found = graded.notebooks.get(notebook.name)
            if found is None:
                continue
            for grade in notebook.grades:
                if grade.name in found.scores:
                    grade.auto_score = found.scores[grade.name]
                    by_hand = grade.manual_score is not None or grade.auto_score is None
                    grade.needs_manual_grade = by_hand
            for comment in notebook.comments:
                if comment.name in found.comments:
                    comment.auto_comment = found.comments[comment.name]
        if self._penalties is not None:
            book.db.flush()
            for notebook in submission.notebooks:
                if notebook.name in graded.notebooks:
                    self._penalise(book, submission, notebook)

    def _submission(self, book: Gradebook, student: str) -> SubmittedAssignment:
        """The submission of a student, made if it is new, with all that belongs to it."""
        db = book.db
        assignment = book.find_assignment(self._name)
        if db.get(Student, student) is None:
            db.add(Student(id=student))
            db.flush()
        mine = (
            select(SubmittedAssignment)
            .where(SubmittedAssignment.assignment_id == assignment.id)
            .where(SubmittedAssignment.student_id == student)
            .options(
                selectinload(SubmittedAssignment.notebooks).options(
                    selectinload(SubmittedNotebook.grades).selectinload(Grade.cell),
                    selectinload(SubmittedNotebook.comments).selectinload(Comment.cell),
                )
            )
        )
        found = db.scalars(mine).one_or_none()
        if found is None:
            _add_submission(db, assignment, student)
            found = db.scalars(mine).one()
        return found

    def _penalise(
        self, book: Gradebook, submission: SubmittedAssignment, notebook: SubmittedNotebook
    ) -> None:
        """As `AssignLatePenalties.preprocess`."""
        assert self._penalties is not None
        notebook.late_submission_penalty = None
        late = submission.total_seconds_late
        if late <= 0:
            return
        book.db.refresh(notebook, ["score"])
        self._penalties.init_plugin()
        penalty = self._penalties.plugin_inst.late_submission_penalty(
            submission.student_id, notebook.score, late
        )
        self._log.warning("%s: %s seconds late, penalty: %s", submission.student_id, late, penalty)
        if penalty is not None:
            penalty = self._penalties._check_late_penalty(notebook, penalty)
            notebook.late_submission_penalty = penalty


def _add_submission(db: Any, assignment: Assignment, student: str) -> None:
    """As `Gradebook.add_submission`, without a transaction of its own."""
    made = SubmittedAssignment(id=new_uuid(), assignment_id=assignment.id, student_id=student)
    db.add(made)
    db.flush()
    for notebook in assignment.notebooks:
        mine = SubmittedNotebook(id=new_uuid(), notebook_id=notebook.id, assignment_id=made.id)
        db.add(mine)
        db.flush()
        for cell in (*notebook.grade_cells, *notebook.task_cells):
            db.add(Grade(cell_id=cell.id, notebook_id=mine.id))
        for cell in (*notebook.solution_cells, *notebook.task_cells):
            db.add(Comment(cell_id=cell.id, notebook_id=mine.id))
    db.flush()


@contextlib.contextmanager
def _undone_if_it_fails(book: Gradebook) -> Iterator[None]:
    try:
        yield
    except BaseException:
        book.db.rollback()
        raise
