"""The writer of a gradebook, to SQLite and to PostgreSQL: all of a batch or nothing of it."""

import contextlib
import datetime
import logging
import random
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from gradebooks import rows
from nbgrader.api import Gradebook
from sqlalchemy import NullPool, create_engine
from sqlalchemy.exc import StatementError

from graders.engine.classroom import recording
from graders.engine.classroom.recording import Entry, NotTaken, Recorder
from graders.engine.classroom.step import Graded, GradedNotebook
from graders.engine.gradebook import GradebookError, in_words

COURSE, NAME = "course", "homework"
NOTEBOOKS = ("first", "second")
GRADES = (
    "SELECT student_id, notebook.name, base_cell.name, auto_score, needs_manual_grade, manual_score"
    " FROM grade JOIN base_cell ON base_cell.id = grade.cell_id"
    " JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id"
    " JOIN notebook ON notebook.id = submitted_notebook.notebook_id"
    " JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id"
)
on_postgresql = pytest.mark.parametrize("db_url", ["postgresql"], indirect=True)
COMMENTS = (
    GRADES.replace("auto_score, needs_manual_grade, manual_score", "auto_comment, manual_comment")
    .replace("FROM grade", "FROM comment")
    .replace("grade.", "comment.")
)


@pytest.fixture
def book(db_url) -> str:
    """The URL of a gradebook with an assignment of two notebooks, with a cell of each kind."""
    # In a database with a table nbgrader starts no program to learn the number of its schema
    rows(db_url, "CREATE TABLE alembic_version (version_num VARCHAR(32))")
    with Gradebook(db_url, COURSE) as gradebook:
        gradebook.add_assignment(NAME)
        for name in NOTEBOOKS:
            gradebook.add_notebook(name, NAME)
            gradebook.add_grade_cell("check", name, NAME, max_score=2, cell_type="code")
            gradebook.add_solution_cell("answer", name, NAME)
            gradebook.add_task_cell("essay", name, NAME, max_score=3, cell_type="markdown")
    return db_url


def recorder(url: str) -> Recorder:
    return Recorder(url, COURSE, NAME, penalties=None, log=logging.getLogger(__name__))


def entry(student: str, score: object = 1.5, *notebooks: str) -> Entry:
    scores: dict = {"check": score, "essay": None}
    graded = GradedNotebook("", scores, {"answer": "No response.", "essay": None})
    return Entry(Graded(student, dict.fromkeys(notebooks or NOTEBOOKS, graded)), None)


def batch(number: int, size: int = 20) -> list[Entry]:
    return [entry(f"{number}.{place}") for place in range(size)]


@contextlib.contextmanager
def locked(url: str) -> Iterator[None]:
    """Another program is in the middle of something."""
    with create_engine(url, poolclass=NullPool).connect() as other:
        lock = {"sqlite": "BEGIN EXCLUSIVE", "postgresql": "LOCK TABLE grade"}
        other.exec_driver_sql(lock[other.dialect.name])
        yield
        other.rollback()


# --- what is written -------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:Object of type <Submitted")  # nbgrader's own
@pytest.mark.parametrize("query", [GRADES, COMMENTS], ids=["grades", "comments"])
def test_a_submission_is_made_as_nbgrader_makes_it(book, query):
    with Gradebook(book, COURSE) as gradebook:
        gradebook.add_student("theirs")
        gradebook.add_submission(NAME, "theirs")
    recorder(book).record([Entry(Graded("ours", {}), None)])
    found = rows(book, query)
    theirs = [row[1:] for row in found if row[0] == "theirs"]
    assert len(theirs) == 2 * len(NOTEBOOKS)
    assert [row[1:] for row in found if row[0] == "ours"] == theirs


def test_marks_and_comments_are_those_that_were_given(book):
    recorder(book).record([entry("ada"), entry("bob", 0.0, "first")])
    marks = {row[:3]: row[3:5] for row in rows(book, GRADES)}
    assert len(marks) == 8
    assert marks["ada", "second", "check"] == (1.5, False)
    assert marks["ada", "second", "essay"] == (None, True)  # a person marks it
    assert marks["bob", "first", "check"] == (0.0, False)
    assert marks["bob", "second", "check"] == (None, True)  # it was not graded
    said = {row[:3]: row[3] for row in rows(book, COMMENTS)}
    assert said["ada", "first", "answer"] == "No response."
    assert said["ada", "first", "essay"] is None


def test_recorded_again_a_submission_has_the_new_marks_and_those_given_by_hand(book):
    mine = recorder(book)
    mine.record([entry("ada"), entry("bob")])
    rows(book, "UPDATE grade SET manual_score = 0.5")
    rows(book, "UPDATE comment SET manual_comment = 'Well done'")
    mine.record([entry("ada", 2.0), entry("cyd")])
    marks = {row[:3]: row[3:] for row in rows(book, GRADES)}
    assert len(marks) == 12
    assert marks["ada", "first", "check"] == (2.0, True, 0.5)
    assert marks["bob", "first", "check"] == (1.5, False, 0.5)
    assert marks["cyd", "first", "check"] == (1.5, False, None)
    assert {row[4] for row in rows(book, COMMENTS) if row[0] != "cyd"} == {"Well done"}


def test_when_it_was_handed_in_is_written_where_it_is_known(book):
    when = datetime.datetime(2026, 1, 1, 12, 30)
    mine = recorder(book)
    mine.record([Entry(Graded("ada", {}), when), Entry(Graded("bob", {}), None)])
    mine.record([entry("ada")])
    with Gradebook(book, COURSE) as gradebook:
        assert gradebook.find_submission(NAME, "ada").timestamp == when
        assert gradebook.find_submission(NAME, "bob").timestamp is None


def test_it_says_who_is_known_and_what_was_released(book):
    mine = recorder(book)
    mine.record([entry("ada"), entry("bob")])
    assert mine.students() == {"ada", "bob"}
    assert list(mine.releases()) == list(NOTEBOOKS)


@pytest.mark.parametrize("when", ["releases", "record"])
def test_an_assignment_that_is_not_there_is_named_with_what_to_do(book, when):
    other = Recorder(book, COURSE, "exam", penalties=None, log=logging.getLogger())
    with pytest.raises(GradebookError, match=r"no assignment exam\. Run `nbgrader generate_assign"):
        other.releases() if when == "releases" else other.record([entry("ada")])
    assert other.students() == set()


# --- all or nothing --------------------------------------------------------------------------


def test_of_a_batch_that_fails_nothing_is_written(book):
    mine = recorder(book)
    mine.record([entry("ada")])
    before = rows(book, GRADES)
    with pytest.raises(StatementError):
        mine.record([entry("ada", 0.0), entry("bob"), entry("cyd", object())])
    assert rows(book, GRADES) == before
    assert mine.students() == {"ada"}


@on_postgresql
def test_what_a_gradebook_cannot_hold_is_told_from_one_that_fails(book):
    with pytest.raises(NotTaken, match="value too long"):
        recorder(book).record([entry("ada"), entry("x" * 200)])
    assert recorder(book).students() == set()


WRITER = """
import itertools, sys
sys.path.insert(0, sys.argv[1])
from test_recording import batch, recorder
for number in itertools.count():
    recorder(sys.argv[2]).record(batch(number))
    print(number, flush=True)
"""


def test_whenever_it_is_killed_a_batch_is_there_or_not(book):
    arguments = [sys.executable, "-c", WRITER, str(Path(__file__).parent), book]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        finished = [int(process.stdout.readline()) for _ in range(3)]
        time.sleep(random.uniform(0, 0.1))  # whenever: what is asserted holds at any time
        process.kill()
    assert finished == [0, 1, 2]
    counts = Counter(student.partition(".")[0] for student, *_ in rows(book, GRADES))
    whole = 4 * len(batch(0))
    assert set(counts.values()) == {whole}
    assert {"0", "1", "2"} <= counts.keys()
    recorder(book).record(batch(len(counts)))
    assert len(rows(book, GRADES)) == whole * (len(counts) + 1)


# --- several at once -------------------------------------------------------------------------


def test_several_at_once_make_one_submission_of_each(book):
    students = [f"s{number}" for number in range(30)]
    ready = threading.Barrier(4)
    failed: list[Exception] = []

    def write(order: Sequence[str]) -> None:
        ready.wait()
        try:
            recorder(book).record([entry(student) for student in order])
        except Exception as error:
            failed.append(error)

    orders = [random.sample(students, len(students)) for _ in range(4)]
    writers = [threading.Thread(target=write, args=(order,)) for order in orders]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failed == []
    assert Counter(row[0] for row in rows(book, GRADES)) == dict.fromkeys(students, 4)


def test_a_gradebook_that_is_locked_is_waited_for(book, monkeypatch, caplog):
    monkeypatch.setattr(recording, "LOCK_SECONDS", 1)
    with contextlib.ExitStack() as other:
        other.enter_context(locked(book))

        def finish(record: logging.LogRecord) -> bool:
            other.close()
            return True

        caplog.handler.addFilter(finish)
        recorder(book).record([entry("ada")])
        caplog.handler.removeFilter(finish)
    assert "The gradebook is in use by another program: trying again" in caplog.text
    assert len(rows(book, GRADES)) == 4


def test_it_is_not_waited_for_for_ever(book, monkeypatch):
    monkeypatch.setattr(recording, "LOCK_SECONDS", 1)
    monkeypatch.setattr(recording, "PATIENCE", 0)
    with (
        locked(book),
        pytest.raises(GradebookError, match=r"lock.*\. What was not recorded is graded again"),
        in_words(book),
    ):
        recorder(book).record([entry("ada")])
    assert rows(book, GRADES) == []


# --- a server that goes away -----------------------------------------------------------------


@on_postgresql
def test_a_server_that_goes_away_keeps_what_was_recorded(book, server):
    mine = recorder(book)
    mine.record([entry("ada")])
    with server.stopped(), pytest.raises(GradebookError, match="is graded again"), in_words(book):
        mine.record([entry("bob")])
    assert {row[0] for row in rows(book, GRADES)} == {"ada"}
    mine.record([entry("bob")])
    assert {row[0] for row in rows(book, GRADES)} == {"ada", "bob"}
