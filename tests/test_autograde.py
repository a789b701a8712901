"""`graders autograde`: the same as `nbgrader autograde`, many at a time, and nothing lost."""

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import gradebooks
import pytest
from postgres import PASSWORD
from processes import of_kind
from test_broken import HARMLESS, UNREADABLE, hand_in, odd_places
from test_interrupted import deserved
from test_interrupted import make_course as make_quiz
from test_nbgrader import NAME, SUBMISSIONS, begin, make_course, nbgrader, read

from graders.engine.classroom import autograde
from graders.engine.classroom.step import Course
from graders.engine.released import Release, ReleasedCell

QUIZ = "shapes_quiz"
SEED = "--GradeSubmission.seed=4711"


def graders(folder: Path, *arguments: str, ok: bool = True) -> subprocess.CompletedProcess:
    return nbgrader(folder, "autograde", *arguments, ok=ok, door="graders")


def rows(folder: Path, query: str) -> list[tuple]:
    return gradebooks.rows(gradebooks.url_of(folder), query)


OF_A_NOTEBOOK = (
    " JOIN notebook ON notebook.id = submitted_notebook.notebook_id"
    " JOIN submitted_assignment ON submitted_assignment.id = submitted_notebook.assignment_id"
)
OF_A_CELL = (
    "SELECT submitted_assignment.student_id, notebook.name, base_cell.name, {columns} FROM {table}"
    " JOIN base_cell ON base_cell.id = {table}.cell_id"
    " JOIN submitted_notebook ON submitted_notebook.id = {table}.notebook_id" + OF_A_NOTEBOOK
)
GRADES = OF_A_CELL.format(
    table="grade", columns="auto_score, manual_score, extra_credit, needs_manual_grade"
)
COMMENTS = OF_A_CELL.format(table="comment", columns="auto_comment, manual_comment")
SUBMITTED = (
    "SELECT submitted_assignment.student_id, submitted_assignment.timestamp, notebook.name,"
    " submitted_notebook.late_submission_penalty FROM submitted_notebook" + OF_A_NOTEBOOK
)
STUDENTS = "SELECT id, first_name, last_name FROM student"


def files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """What lies in the folder of graded submissions: contents and permissions. Where a notebook
    was not found is on its page, and another place in each course."""
    root = folder / "autograded"
    return {
        str(path.relative_to(root)): (
            path.read_bytes().replace(str(folder).encode(), b"course"),
            path.stat().st_mode,
        )
        for path in root.rglob("*")
        if path.is_file() and not path.name.endswith(".grading")
    }


# --- the same as nbgrader's own command ------------------------------------------------------


# What is wrong with a notebook is no matter of the database: a few are enough for a second one
FEW = {"right", "wrong", "edited_points", "deleted_solution", "not_there", "untouched", "raises"}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def both(request, tmp_path_factory) -> tuple[Path, Path]:
    """A mixed class, graded by either command: some late, some with marks given by hand before."""
    server = request.getfixturevalue("server") if request.param == "postgresql" else None
    first = tmp_path_factory.mktemp("both") / "nbgrader"
    make_course(first, server and server.database())
    with (first / "nbgrader_config.py").open("a") as config:
        config.write('c.LateSubmissionPlugin.penalty_method = "zero"\n')
        config.write("c.LimitOutput.max_lines = 20\n")
        config.write(f"c.Autograde.exclude_overwriting = {{'{NAME}': ['kept.csv']}}\n")
        config.write("c.CourseDirectory.student_id_exclude = 'untouched,raises'\n")
    release = first / "assignments" / NAME / f"{NAME}.ipynb"
    for student, change in {**HARMLESS, **{k: v for k, (v, _) in UNREADABLE.items()}}.items():
        if student not in SUBMISSIONS:
            hand_in(first / "submitted" / student / NAME, change(read(release)))
    odd_places(first / "submitted", read(first / "submitted" / "right" / NAME / f"{NAME}.ipynb"))
    for name in ("data.csv", "kept.csv"):
        (first / "solutions" / NAME / name).write_text("of the instructor")
        (first / "submitted" / "right" / NAME / name).write_text("of the student")
    nbgrader(first, "db", "assignment", "add", NAME, "--duedate", "2026-01-01 12:00:00 UTC")
    for student, when in {"right": "2026-01-01 11:00", "wrong": "2026-01-01 12:30"}.items():
        (first / "submitted" / student / NAME / "timestamp.txt").write_text(f"{when}:00 UTC")
    if server:
        for folder in (first / "submitted").iterdir():
            if folder.name not in FEW:
                shutil.rmtree(folder)
    nbgrader(first, "autograde", NAME, "--student", "edited_points", SEED)
    rows(first, "UPDATE grade SET manual_score = 1.5, extra_credit = 0.5")
    rows(first, "UPDATE comment SET manual_comment = 'Well done'")
    shutil.rmtree(first / "autograded")
    second = first.parent / "graders"
    shutil.copytree(first, second, symlinks=True, copy_function=_copy)
    if server:
        gradebooks.move(second, server.database(like=gradebooks.url_of(first)))
    nbgrader(first, "autograde", NAME, SEED)
    graders(second, NAME, SEED)
    return first, second


def _copy(source: str, target: str) -> None:
    if Path(source).is_fifo():
        os.mkfifo(target)
    else:
        shutil.copy2(source, target)


@pytest.mark.parametrize("query", [GRADES, COMMENTS, SUBMITTED, STUDENTS])
def test_the_gradebook_is_the_same(both, query):
    one, other = (rows(folder, query) for folder in both)
    assert one
    assert other == one


def test_the_graded_notebooks_are_the_same_to_the_last_byte(both):
    one, other = map(files, both)
    assert len(one) >= len(FEW) - 2  # but for those who are left out
    assert {name for name in one if other.get(name) != one[name]} == set()
    assert set(other) == set(one)


def test_files_are_the_instructors_but_for_those_that_students_may_change(both):
    home = both[1] / "autograded" / "right" / NAME
    assert (home / "data.csv").read_text() == "of the instructor"
    assert (home / "kept.csv").read_text() == "of the student"


def test_who_is_left_out_is_not_graded(both):
    assert not (both[1] / "autograded" / "untouched").exists()
    assert (both[1] / "autograded" / "wrong").exists()


def test_who_is_late_has_the_penalty(both):
    penalties = {student: penalty for student, _, _, penalty in rows(both[1], SUBMITTED)}
    assert penalties["wrong"] > 0
    assert penalties["right"] is None


# --- what is graded --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    """Four submissions, graded."""
    folder = tmp_path_factory.mktemp("course") / "course"
    make_quiz(folder, 4)
    graders(folder, QUIZ)
    return folder


def marks(folder: Path) -> dict[str, set[float]]:
    found: dict[str, set[float]] = {}
    for student, _, cell, mark, *_ in rows(folder, GRADES):
        if cell.startswith("check_"):
            found.setdefault(student, set()).add(mark)
    return found


def times(folder: Path) -> dict[str, int]:
    return {
        path.parent.parent.name: path.stat().st_mtime_ns
        for path in folder.glob(f"autograded/*/{QUIZ}/*.ipynb")
    }


def changed(course: Path, *arguments: str) -> set[str]:
    """Whose graded notebook is another one after a run."""
    before = times(course)
    graders(course, QUIZ, *arguments)
    after = times(course)
    return {student for student in after if after[student] != before.get(student)}


def test_every_submission_has_the_marks_that_it_deserves(course):
    assert marks(course) == {f"s{n:02}": {deserved(f"s{n:02}")} for n in range(4)}


def test_what_is_graded_is_passed_over(course):
    assert changed(course) == set()


def test_with_force_it_is_graded_again(course):
    assert changed(course, "--force", "--student", "s0[12]") == {"s01", "s02"}


def test_what_is_newer_than_what_was_graded_is_graded_again(course):
    for folder, when in (("submitted", "2026-02-02"), ("autograded", "2026-01-01")):
        path = course / folder / "s03" / QUIZ / "timestamp.txt"
        path.write_text(f"{when} 10:00:00 UTC")
    assert changed(course) == {"s03"}


@pytest.mark.parametrize("left", ["half a file", "nothing"])
def test_what_was_cut_off_is_graded_again(course, left):
    path = course / "autograded" / "s00" / QUIZ / f"{QUIZ}.ipynb"
    path.chmod(0o644)
    if left == "nothing":
        shutil.rmtree(path.parent)
    else:
        path.write_text(path.read_text()[:4000])
    assert changed(course) == {"s00"}


def test_nothing_is_left_behind(course):
    graders(course, QUIZ, "--force", "--student", "s00")
    hidden = [path.name for path in (course / "autograded").iterdir() if path.name[0] == "."]
    assert [name for name in hidden if not name.endswith(".grading")] == []


def test_formgrader_and_nbgrader_take_it_from_there(course):
    nbgrader(course, "generate_feedback", QUIZ)
    assert (course / "feedback" / "s00" / QUIZ / f"{QUIZ}.html").is_file()
    before = times(course)
    nbgrader(course, "autograde", QUIZ)
    assert times(course) == before


def test_one_notebook_alone_can_be_graded(course):
    assert changed(course, "--notebook", QUIZ, "--student", "s00", "--force") == {"s00"}
    assert marks(course)["s00"] == {1.0}


def test_students_whom_the_gradebook_does_not_know_can_be_left_out(course):
    shutil.copytree(course / "submitted" / "s00", course / "submitted" / "stranger")
    try:
        done = graders(course, QUIZ, "--Autograde.create_student=False", ok=False)
    finally:
        shutil.rmtree(course / "submitted" / "stranger")
    assert done.returncode == 1
    assert "stranger: the gradebook does not know this student" in done.stdout
    assert "stranger" not in marks(course)


@pytest.mark.skipif(sys.platform != "linux", reason="such a name cannot be given here")
def test_a_folder_whose_name_is_no_text_costs_nobody_else_anything(course):
    odd = course / "submitted" / os.fsdecode(b"m\xfcller")
    shutil.copytree(course / "submitted" / "s00", odd)
    try:
        done = graders(course, QUIZ, ok=False)
    finally:
        shutil.rmtree(odd)
    assert done.returncode == 1
    assert "ller: the name of the folder is not UTF-8: rename it" in done.stdout
    assert "4 had been before" in done.stdout


def test_hooks_are_called_before_and_after(course):
    (course / "hooks.py").write_text(
        "def before(**about):\n    open('log.txt', 'a').write(f'before {sorted(about)}\\n')\n"
        "def after(**about):\n    open('log.txt', 'a').write('after\\n')\n"
    )
    hooks = ["--BaseConverter.pre_convert_hook=hooks.before"]
    hooks += ["--BaseConverter.post_convert_hook=hooks.after"]
    graders(course, QUIZ, "--force", "--student", "s00", *hooks)
    lines = (course / "log.txt").read_text().splitlines()
    assert lines == ["before ['assignment', 'notebooks', 'student']", "after"]


# --- what is said ----------------------------------------------------------------------------


def test_the_summary_says_what_came_of_it(course):
    done = graders(course, QUIZ, "--force")
    assert f"{QUIZ}: 4 graded in" in done.stdout
    assert "2 with all points, 0 with some points, 2 with no points" in done.stdout
    line = next(line for line in done.stdout.splitlines() if "minus_one" in line)
    assert line.split() == ["minus_one", "1", "0.50", "2", "of", "4"]


def test_the_summary_is_to_be_had_for_programs(course):
    done = graders(course, QUIZ, "--force", "--json", "--jobs", "1")
    said = json.loads(done.stdout)
    assert (said["schema"], said["assignment"], said["graded"]) == (1, QUIZ, 4)
    assert said["tally"] == {"all points": 2, "no points": 2}
    assert said["failed"] == {}
    exercise = next(one for one in said["exercises"] if one["exercise"] == "minus_one")
    assert exercise["outcomes"] == {"passed": 2, "not_attempted": 2}
    assert said["marks"]["s00"]["check_minus_one"] == 1.0


def test_the_summary_has_the_order_of_the_source(reference_of):
    """PostgreSQL returns a row that was changed after the others."""
    source = reference_of(QUIZ).path.read_bytes()
    points = [cell for cell in json.loads(source)["cells"] if grade_id(cell).startswith("check_")]
    released = [
        ReleasedCell(grade_id(cell), "code", "", "", True, 1.0, True, False, False)
        for cell in points
    ]
    moved = Release((*released[1:], released[0]), None)
    course = Course(QUIZ, {QUIZ: moved}, {QUIZ: source}, (), {})
    names = [cell.name.removeprefix("check_") for cell in released]
    assert list(autograde._exercises(course)) == names


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("no_such_thing",), "no_such_thing"),
        ((QUIZ, "--student", "nobody"), "nobody"),
    ],
)
def test_what_cannot_be_done_is_said_without_a_traceback(course, arguments, words):
    done = graders(course, *arguments, ok=False)
    assert done.returncode == 3
    assert words in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("jobs", ["0", "-2", "many"])
def test_a_number_of_jobs_is_a_number(course, jobs):
    done = graders(course, QUIZ, "--jobs", jobs, ok=False)
    assert done.returncode == 2
    assert "is no number of processes" in done.stderr


def test_what_nobody_needs_is_not_imported():
    code = """
import sys
from graders.engine.classroom import pool
assert "nbgrader" not in sys.modules  # the command has the rest imported meanwhile
from graders.engine.classroom import autograde
import nbformat
nbformat.validate(nbformat.v4.new_notebook())
assert sys.modules["rfc3987_syntax"] is None
assert "torch" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_configuration_that_grades_with_something_else_is_refused(course, tmp_path):
    folder = tmp_path / "course"
    shutil.copytree(course, folder)
    (folder / "nbgrader_config.py").write_text("")
    shutil.move(folder / "assignments", folder / "release")
    done = graders(folder, QUIZ, "--force", ok=False)
    assert done.returncode == 3
    assert "does not grade with firstgrad" in done.stderr


def test_walls_that_are_asked_for_and_missing_end_the_run_before_it_begins(course, tmp_path):
    folder = tmp_path / "course"
    shutil.copytree(course, folder)
    (folder / "sitecustomize.py").write_text(
        "from graders.engine import isolation\n"
        "isolation.why_not = lambda: {'bubblewrap': 'not installed'}\n"
    )
    before = rows(folder, GRADES)
    command = [sys.executable, "-m", "graders.engine.cli", "autograde", QUIZ, "--force"]
    done = subprocess.run(
        [*command, "--GradeSubmission.isolation=strict"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "the isolation that is asked for is not to be had" in done.stderr
    assert "Traceback" not in done.stderr
    assert rows(folder, GRADES) == before


# --- bad luck --------------------------------------------------------------------------------


def start(folder: Path, *options: str) -> subprocess.Popen:
    return begin(folder, "autograde", QUIZ, *options, door="graders", stdout=subprocess.PIPE)


def test_however_often_it_is_killed_every_submission_has_one_right_mark(tmp_path):
    folder = tmp_path / "course"
    make_quiz(folder, 40)
    chance = random.Random(6)
    for _ in range(8):
        process = start(folder)
        time.sleep(chance.uniform(2.0, 12.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    graders(folder, QUIZ)
    found = [row for row in rows(folder, GRADES) if row[2].startswith("check_")]
    cells = {row[2] for row in found}
    assert len(found) == len(cells) * 40  # none is lost or doubled
    assert marks(folder) == {f"s{n:02}": {deserved(f"s{n:02}")} for n in range(40)}
    for number in range(40):
        content = read(folder / "autograded" / f"s{number:02}" / QUIZ / f"{QUIZ}.ipynb")
        checks = [c for c in content["cells"] if grade_id(c).startswith("check_")]
        assert len(checks) == len(cells)
        assert all(cell["outputs"] for cell in checks)
    hidden = [path.name for path in (folder / "autograded").iterdir() if path.name[0] == "."]
    assert [name for name in hidden if not name.endswith(".grading")] == []


def grade_id(cell: dict) -> str:
    return cell["metadata"].get("nbgrader", {}).get("grade_id", "")


# A warm process that dies before it has begun is one that cannot be started: that is an error
@pytest.mark.parametrize(
    ("kind", "size", "often", "late"), [("grading", 30, 2, False), ("warm", 60, 1, True)]
)
def test_a_process_that_dies_costs_nothing(tmp_path, kind, size, often, late):
    folder = tmp_path / "course"
    make_quiz(folder, size)
    process = start(folder, "--jobs", "2")
    killed = 0
    while process.poll() is None and killed < often:
        if times(folder) or not late:
            for pid in of_kind(kind, process.pid)[:1]:
                os.kill(pid, signal.SIGKILL)
                killed += 1
                time.sleep(1.0)
        time.sleep(0.1)
    said, _ = process.communicate()
    assert process.returncode == 0, said
    assert killed == often
    assert marks(folder) == {f"s{n:02}": {deserved(f"s{n:02}")} for n in range(size)}


def test_ctrl_c_keeps_what_is_finished(tmp_path):
    folder = tmp_path / "course"
    make_quiz(folder, 30)
    process = start(folder, "--jobs", "1")
    while process.poll() is None and not times(folder):
        time.sleep(0.1)
    os.killpg(process.pid, signal.SIGINT)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 130, said
    assert "The same command goes on from here" in said
    assert "Traceback" not in said
    done = times(folder)
    assert set(done) == set(marks(folder))
    graders(folder, QUIZ)
    assert len(times(folder)) == 30
    assert {student: times(folder)[student] for student in done} == done


def test_a_gradebook_that_is_locked_is_waited_for(course):
    before = rows(course, GRADES)
    process = start(course, "--force")
    while process.poll() is None and not list(course.glob("autograded/.*.staging/*")):
        time.sleep(0.05)
    with sqlite3.connect(course / "gradebook.db", isolation_level=None) as book:
        book.execute("BEGIN EXCLUSIVE")
        said = any("in use by another program: trying again" in line for line in process.stdout)
        book.execute("ROLLBACK")
    more, _ = process.communicate(timeout=120)
    assert process.returncode == 0, more
    assert said
    assert rows(course, GRADES) == before
    assert len(times(course)) == 4


def test_a_gradebook_that_stays_locked_loses_nothing(course):
    before = rows(course, GRADES)
    with sqlite3.connect(course / "gradebook.db", isolation_level=None) as book:
        book.execute("BEGIN EXCLUSIVE")
        done = graders(course, QUIZ, "--force", ok=False)
        book.execute("ROLLBACK")
    assert done.returncode == 3
    assert "database is locked" in done.stderr
    assert "Traceback" not in done.stderr
    assert rows(course, GRADES) == before


def test_two_at_once_give_the_same_marks(tmp_path):
    folder = tmp_path / "course"
    make_quiz(folder, 12)
    both = [start(folder), start(folder)]
    for process in both:
        process.communicate(timeout=300)
    graders(folder, QUIZ)
    assert marks(folder) == {f"s{n:02}": {deserved(f"s{n:02}")} for n in range(12)}
    assert len(times(folder)) == 12


def test_a_server_that_goes_away_loses_nothing(tmp_path, server):
    folder = tmp_path / "course"
    make_quiz(folder, 6, server.database())
    too_long = "x" * 150  # for a column of nbgrader's: it costs nobody else anything
    shutil.copytree(folder / "submitted" / "s00", folder / "submitted" / too_long)
    (folder / "hooks.py").write_text(
        "import os, signal, time\n"
        "from pathlib import Path\n"
        "from graders.engine.classroom import autograde\n"
        "autograde.BATCH = 2\n"
        "def after(**about):\n"
        f"    server = Path({str(server.pid_file)!r})\n"
        "    os.kill(int(server.read_text().split()[0]), signal.SIGINT)\n"
        "    while server.exists():\n"
        "        time.sleep(0.01)\n"
    )
    options = ("--jobs", "1", "--BaseConverter.post_convert_hook=hooks.after")
    try:
        done = graders(folder, QUIZ, *options, ok=False)
    finally:
        server.start()
    assert done.returncode == 3
    assert "What was not recorded is graded again next time" in done.stderr
    assert "Traceback" not in done.stderr
    assert PASSWORD not in done.stdout + done.stderr
    before = times(folder)
    assert before
    assert before.keys() <= marks(folder).keys()
    done = graders(folder, QUIZ, ok=False)
    assert done.returncode == 1
    assert f"{too_long}: the gradebook does not take it: value too long" in done.stdout
    assert marks(folder) == {f"s{n:02}": {deserved(f"s{n:02}")} for n in range(6)}
    assert {student: times(folder)[student] for student in before} == before


@pytest.mark.parametrize("door", ["nbgrader", "graders"])
def test_a_login_that_fails_is_said_without_the_password(course, tmp_path, server, door):
    folder = tmp_path / "course"
    shutil.copytree(course, folder)
    gradebooks.move(folder, server.database().replace(PASSWORD, f"{PASSWORD}-2"))
    done = nbgrader(folder, "autograde", QUIZ, ok=False, door=door)
    assert done.returncode != 0
    assert "password authentication failed" in done.stderr
    assert "Traceback" not in done.stderr
    assert PASSWORD not in done.stdout + done.stderr
