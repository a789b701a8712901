"""Bad luck: the grading process is killed, the gradebook is locked, somebody else is grading."""

import json
import random
import shutil
import signal
import sqlite3
import time
from pathlib import Path

import gradebooks
import pytest
from filelock import FileLock
from test_nbgrader import PROJECT, begin, nbgrader, read

NAME = "shapes_quiz"
CLASS = 50
KILLS = 20


def make_course(folder: Path, count: int, db_url: str | None = None) -> None:
    """A course in which every second student has handed in what is right, the others nothing."""
    (folder / "solutions" / NAME).mkdir(parents=True)
    for name in ("nbgrader_config.py", f"solutions/{NAME}/{NAME}.ipynb"):
        (folder / name).write_bytes((PROJECT / name).read_bytes())
    if db_url:
        gradebooks.move(folder, db_url)
    nbgrader(folder, "generate_assignment", NAME)
    right = (folder / "solutions" / NAME / f"{NAME}.ipynb").read_text()
    untouched = (folder / "assignments" / NAME / f"{NAME}.ipynb").read_text()
    for number in range(count):
        home = folder / "submitted" / f"s{number:02}" / NAME
        home.mkdir(parents=True)
        (home / f"{NAME}.ipynb").write_text(untouched if number % 2 else right)


def grades(folder: Path) -> list[tuple[str, str, float | None]]:
    """Student, cell and automatic mark, as they stand in the gradebook."""
    with sqlite3.connect(folder / "gradebook.db") as book:
        return book.execute(
            "SELECT submitted_assignment.student_id, base_cell.name, grade.auto_score FROM grade"
            " JOIN base_cell ON base_cell.id = grade.cell_id"
            " JOIN submitted_notebook ON submitted_notebook.id = grade.notebook_id"
            " JOIN submitted_assignment"
            " ON submitted_assignment.id = submitted_notebook.assignment_id"
            " WHERE base_cell.name LIKE 'check_%'"
        ).fetchall()


def deserved(student: str) -> float:
    """The points of each of a student's answers."""
    return 0.0 if int(student[1:]) % 2 else 1.0


def test_however_often_a_grading_is_killed_every_submission_has_one_right_mark(tmp_path):
    folder = tmp_path / "course"
    make_course(folder, CLASS)
    chance = random.Random(20)
    for _ in range(KILLS):
        process = begin(folder, "autograde", NAME)
        time.sleep(chance.uniform(2.0, 8.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
    done = nbgrader(folder, "autograde", NAME)
    assert "Traceback" not in done.stderr
    found = grades(folder)
    checks = {cell for _, cell, _ in found}
    students = {f"s{number:02}" for number in range(CLASS)}
    assert len(found) == len(checks) * CLASS  # none is lost or doubled
    assert {student for student, _, _ in found} == students
    assert [f for f in found if f[2] != deserved(f[0])] == []
    for student in students:
        content = read(folder / "autograded" / student / NAME / f"{NAME}.ipynb")
        assert "firstgrad" not in content["metadata"]
        outputs = [cell["outputs"] for cell in content["cells"] if is_check(cell)]
        assert len(outputs) == len(checks)
        assert all(outputs)


def is_check(cell: dict) -> bool:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "").startswith("check_")


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """Two submissions, graded."""
    folder = tmp_path_factory.mktemp("course") / "course"
    make_course(folder, 2)
    nbgrader(folder, "autograde", NAME)
    return folder


def graded_file(course: Path, student: str = "s00") -> Path:
    return course / "autograded" / student / NAME / f"{NAME}.ipynb"


def test_what_is_finished_is_not_graded_again(course):
    before = graded_file(course).stat().st_mtime_ns
    done = nbgrader(course, "autograde", NAME)
    assert graded_file(course).stat().st_mtime_ns == before
    assert "cut off" not in done.stderr


@pytest.mark.parametrize("left", ["half a file", "a mark", "an empty folder"])
def test_what_was_cut_off_is_graded_again(course, left):
    path = graded_file(course)
    path.chmod(0o644)
    text = path.read_text()
    match left:
        case "half a file":
            path.write_text(text[:5000])
        case "a mark":
            content = json.loads(text)
            content["metadata"]["firstgrad"] = {"unfinished": True}
            path.write_text(json.dumps(content))
        case _:
            path.unlink()
    other = graded_file(course, "s01").stat().st_mtime_ns
    done = nbgrader(course, "autograde", NAME)
    assert "was cut off: it is graded again" in done.stderr
    assert "firstgrad" not in read(path)["metadata"]
    assert graded_file(course, "s01").stat().st_mtime_ns == other


def test_what_somebody_else_is_grading_is_left_alone(course):
    path = graded_file(course)
    path.chmod(0o644)
    whole = path.read_text()
    path.write_text(whole[:5000])
    claim = course / "autograded" / f".{NAME}.elsewhere.4711.grading"
    with FileLock(claim):
        done = nbgrader(course, "autograde", NAME)
    assert "is being graded by process 4711 on elsewhere: left alone" in done.stderr
    claim.touch()  # of somebody who is no more
    assert path.read_text() == whole[:5000]
    done = nbgrader(course, "autograde", NAME)
    assert "was cut off: it is graded again" in done.stderr
    assert not claim.exists()


def test_a_notebook_that_was_not_asked_for_makes_nothing_unfinished(course):
    extra = course / "submitted" / "s00" / NAME / "other.ipynb"
    extra.write_text("{}")
    before = graded_file(course).stat().st_mtime_ns
    done = nbgrader(course, "autograde", NAME)
    extra.unlink()
    assert "cut off" not in done.stderr
    assert graded_file(course).stat().st_mtime_ns == before


def test_a_gradebook_that_is_locked_loses_nothing_and_says_so(course):
    before = grades(course)
    with sqlite3.connect(course / "gradebook.db", isolation_level=None) as book:
        book.execute("BEGIN EXCLUSIVE")
        done = nbgrader(course, "autograde", NAME, "--force", ok=False)
        book.execute("ROLLBACK")
    assert done.returncode != 0
    assert "database" in done.stderr
    nbgrader(course, "autograde", NAME)
    assert sorted(grades(course)) == sorted(before)


def test_a_gradebook_that_is_read_only_loses_nothing_and_says_so(course):
    before = grades(course)
    shutil.copytree(course / "submitted" / "s00", course / "submitted" / "s02")
    book = f"sqlite:///file:{course / 'gradebook.db'}?mode=ro&uri=true"
    done = nbgrader(course, "autograde", NAME, f"--db={book}", ok=False)
    assert done.returncode != 0
    assert "readonly database" in done.stderr
    assert sorted(grades(course)) == sorted(before)
    nbgrader(course, "autograde", NAME)
    assert {mark for student, _, mark in grades(course) if student == "s02"} == {1.0}


def test_two_gradings_at_once_give_the_same_marks(tmp_path):
    folder = tmp_path / "course"
    make_course(folder, 6)
    for process in [begin(folder, "autograde", NAME), begin(folder, "autograde", NAME)]:
        process.wait()
    nbgrader(folder, "autograde", NAME)
    found = grades(folder)
    assert len(found) == 6 * len({cell for _, cell, _ in found})
    assert [f for f in found if f[2] != deserved(f[0])] == []
