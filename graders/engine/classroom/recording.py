"""The one writer of a gradebook: many submissions in one transaction.

It writes what nbgrader's own steps write, `Autograde.init_assignment`, `SaveAutoGrades` and
`AssignLatePenalties`, which open the gradebook several times for each submission.
"""

import contextlib
import datetime
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from nbgrader.api import (
    Assignment,
    BaseCell,
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
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import DataError, DBAPIError
from sqlalchemy.orm import selectinload

from .. import gradebook
from ..gradebook import GradebookError
from ..released import Release
from .step import Graded, GradedNotebook

PATIENCE = 60.0  # seconds for a gradebook that somebody else has locked
LOCK_SECONDS = 5  # for a lock, before it is said that somebody has it
PAUSE = 0.5  # seconds between two attempts: not every database waits by itself


class NotTaken(Exception):
    """The gradebook cannot hold a submission: too long a name, for example. The text says why."""


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
        self._open = lambda: gradebook.opened(db_url, course_id)
        self._name, self._penalties, self._log = assignment, penalties, log

    def releases(self) -> dict[str, Release]:
        """The assignment's notebooks as they were released. Raises `GradebookError`."""
        with self._open() as book:
            return {one.name: Release.of(one) for one in self._assignment(book).notebooks}

    def _assignment(self, book: Gradebook) -> Assignment:
        with contextlib.suppress(MissingEntry):
            found = book.find_assignment(self._name)
            if found.notebooks:
                return found
        raise GradebookError(
            f"The gradebook has no assignment {self._name}. "
            f"Run `nbgrader generate_assignment {self._name}` first."
        )

    def students(self) -> set[str]:
        """Who is in the gradebook."""
        with self._open() as book:
            return set(book.db.scalars(select(Student.id)))

    def record(self, entries: Sequence[Entry]) -> None:
        """Write submissions down: all of them, or none if an exception is raised.

        A mark that a person has given stays, as with nbgrader; the cell then needs another look.

        Raises:
            DBAPIError: The gradebook cannot be written to.
            GradebookError: It does not know the assignment, or there is no driver for it.
            NotTaken: One of them is nothing that it can hold.
        """
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with self._open() as book, _undone_if_it_fails(book):
                    _wait_for_locks(book.db)
                    self._write(book, entries)
                    book.db.commit()
                return
            except DataError as error:
                raise NotTaken(
                    f"the gradebook does not take it: {gradebook.reason(error)}"
                ) from None
            except DBAPIError as error:
                if not gradebook.is_in_use(error) or time.monotonic() > deadline:
                    raise
                self._log.warning("The gradebook is in use by another program: trying again")
                time.sleep(PAUSE)

    def _write(self, book: Gradebook, entries: Sequence[Entry]) -> None:
        submissions = self._submissions(book, [entry.graded.student for entry in entries])
        graded: dict[str, GradedNotebook] = {}  # by the id of what was handed in
        for entry in entries:
            submission = submissions[entry.graded.student]
            if entry.timestamp is not None:
                submission.timestamp = entry.timestamp
            for notebook in submission.notebooks:
                if notebook.name in entry.graded.notebooks:
                    graded[notebook.id] = entry.graded.notebooks[notebook.name]
        _write_grades(book.db, graded)
        _write_comments(book.db, graded)
        if self._penalties is not None:
            book.db.flush()
            for submission in submissions.values():
                for notebook in submission.notebooks:
                    if notebook.id in graded:
                        self._penalise(book, submission, notebook)

    def _submissions(
        self, book: Gradebook, students: Sequence[str]
    ) -> dict[str, SubmittedAssignment]:
        """The submissions of some students, by student, made where they are new."""
        db = book.db
        assignment = self._assignment(book)
        theirs = (
            select(SubmittedAssignment)
            .where(SubmittedAssignment.assignment_id == assignment.id)
            .where(SubmittedAssignment.student_id.in_(students))
        )
        known = set(db.scalars(select(Student.id).where(Student.id.in_(students))))
        had = set(db.scalars(theirs.with_only_columns(SubmittedAssignment.student_id)))
        _insert(db, Student, [{"id": one} for one in students if one not in known])
        _add_submissions(db, assignment, [one for one in students if one not in had])
        whole = theirs.options(
            selectinload(SubmittedAssignment.notebooks).joinedload(SubmittedNotebook.notebook)
        )
        return {one.student_id: one for one in db.scalars(whole)}

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


def _add_submissions(db: Any, assignment: Assignment, students: Sequence[str]) -> None:
    """As `Gradebook.add_submission`, for many and in the transaction at hand."""
    if not students:
        return
    made = [
        {"id": new_uuid(), "assignment_id": assignment.id, "student_id": one} for one in students
    ]
    _insert(db, SubmittedAssignment, made)
    for notebook in assignment.notebooks:
        theirs = [
            {"id": new_uuid(), "notebook_id": notebook.id, "assignment_id": one["id"]}
            for one in made
        ]
        _insert(db, SubmittedNotebook, theirs)
        graded = [cell.id for cell in (*notebook.grade_cells, *notebook.task_cells)]
        answered = [cell.id for cell in (*notebook.solution_cells, *notebook.task_cells)]
        for table, cells in ((Grade, graded), (Comment, answered)):
            rows = [{"notebook_id": one["id"], "cell_id": c} for one in theirs for c in cells]
            _insert(db, table, rows)


def _write_grades(db: Any, graded: Mapping[str, GradedNotebook]) -> None:
    found = _cells(Grade, graded).add_columns(Grade.manual_score)
    rows = []
    for row, notebook, cell, by_hand in db.execute(found):
        scores = graded[notebook].scores
        if cell in scores:
            mark = scores[cell]
            look = by_hand is not None or mark is None
            rows.append({"id": row, "auto_score": mark, "needs_manual_grade": look})
    _update(db, Grade, rows)


def _write_comments(db: Any, graded: Mapping[str, GradedNotebook]) -> None:
    rows = []
    for row, notebook, cell in db.execute(_cells(Comment, graded)):
        comments = graded[notebook].comments
        if cell in comments:
            rows.append({"id": row, "auto_comment": comments[cell]})
    _update(db, Comment, rows)


def _cells(table: Any, notebooks: Iterable[str]) -> Any:
    """A query for rows of some submitted notebooks: their ids, notebooks and names of cells. They
    are fetched as they are, since making objects of them is what takes time."""
    return (
        select(table.id, table.notebook_id, BaseCell.name)
        .join(BaseCell, BaseCell.id == table.cell_id)
        .where(table.notebook_id.in_(list(notebooks)))
    )


def _insert(db: Any, table: Any, rows: list[dict]) -> None:
    if rows:
        db.execute(insert(table), rows)


def _update(db: Any, table: Any, rows: list[dict]) -> None:
    if rows:
        db.execute(update(table), rows)


def _wait_for_locks(db: Any) -> None:
    """Have PostgreSQL wait for a lock as long as SQLite does. By itself it waits for ever."""
    if db.get_bind().dialect.name == "postgresql":
        db.execute(text(f"SET LOCAL lock_timeout = '{LOCK_SECONDS}s'"))


@contextlib.contextmanager
def _undone_if_it_fails(book: Gradebook) -> Iterator[None]:
    try:
        yield
    except BaseException:
        book.db.rollback()
        raise
