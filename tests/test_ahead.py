"""`nbgrader autograde`, several at a time: what is graded ahead is taken if it is still true."""

import inspect
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from nbgrader.converters import Autograde
from processes import gone, of_kind
from test_interrupted import NAME, deserved, grades, make_course
from test_nbgrader import begin, nbgrader

from graders.engine.worker import family

CLASS = 12
LOG = "--log-level=DEBUG"
OPTIONS = ("--GradeSubmission.jobs=2", LOG)


@pytest.fixture(scope="module")
def released(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("ahead") / "course"
    make_course(folder, CLASS)
    return folder


@pytest.fixture
def course(released, tmp_path) -> Path:
    return Path(shutil.copytree(released, tmp_path / "course"))


def students(first: int = 0, end: int = CLASS) -> list[str]:
    return [f"s{number:02}" for number in range(first, end)]


def taken(said: str) -> list[str]:
    """For whom nbgrader took what had been found before."""
    return re.findall(rf"{NAME} of (\w+) was graded ahead", said)


def wrong_marks(folder: Path) -> list[tuple]:
    return [found for found in grades(folder) if found[2] != deserved(found[0])]


def test_a_class_is_graded_ahead_and_its_marks_are_right(course):
    done = nbgrader(course, "autograde", NAME, *OPTIONS)
    assert taken(done.stderr) == students()
    assert {student for student, _, _ in grades(course)} == set(students())
    assert wrong_marks(course) == []


@pytest.mark.parametrize(
    "options",
    [
        ["--GradeSubmission.jobs=1"],
        ["--student", "s03", "--GradeSubmission.jobs=2"],
        ["--notebook", NAME, "--GradeSubmission.jobs=2"],
    ],
)
def test_where_it_would_not_pay_nothing_is_graded_ahead(course, options):
    done = nbgrader(course, "autograde", NAME, LOG, *options)
    assert taken(done.stderr) == []
    assert grades(course)
    assert wrong_marks(course) == []


def test_what_is_graded_already_is_not_graded_ahead(course):
    for student in students(3):
        shutil.move(course / "submitted" / student, course / student)
    nbgrader(course, "autograde", NAME, *OPTIONS)
    for student in students(3):
        shutil.move(course / student, course / "submitted" / student)
    done = nbgrader(course, "autograde", NAME, *OPTIONS)
    assert taken(done.stderr) == students(3)
    done = nbgrader(course, "autograde", NAME, *OPTIONS, "--force")
    assert taken(done.stderr) == students()
    assert wrong_marks(course) == []


@pytest.mark.parametrize("change", ["notebook", "file"])
def test_what_has_changed_since_is_graded_anew(course, change):
    # The hook is called when nbgrader comes to a submission, which has been graded by then
    other = f"shutil.copy('submitted/s01/{NAME}/{NAME}.ipynb', 'submitted/s04/{NAME}')"
    beside = f"pathlib.Path('submitted/s04/{NAME}/new.csv').write_text('1')"
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(
            "import pathlib, shutil, time\n"
            "def hook(notebooks, **_):\n"
            "    if 's04' in notebooks[0]:\n"
            "        time.sleep(3)\n"
            f"        {other if change == 'notebook' else beside}\n"
            "c.Autograde.pre_convert_hook = hook\n"
        )
    done = nbgrader(course, "autograde", NAME, *OPTIONS)
    assert taken(done.stderr) == [student for student in students() if student != "s04"]
    marks = {mark for student, _, mark in grades(course) if student == "s04"}
    assert marks == ({0.0} if change == "notebook" else {1.0})


def test_who_is_left_out_is_passed_over(course):
    options = "--CourseDirectory.student_id_exclude=s00,s05"
    done = nbgrader(course, "autograde", NAME, *OPTIONS, options)
    assert taken(done.stderr) == [s for s in students() if s not in ("s00", "s05")]


def test_a_submission_that_nbgrader_passes_over_holds_nothing_up(course):
    for student in students(8):
        nbgrader(course, "db", "student", "add", student)
    known = "--Autograde.create_student=False"
    done = nbgrader(course, "autograde", NAME, *OPTIONS, known, ok=False)
    assert done.returncode != 0
    assert taken(done.stderr)[-3:] == students(9)  # the first may not have been begun
    assert {student for student, _, _ in grades(course)} == set(students(8))
    assert wrong_marks(course) == []


def wait_for_grading(process: subprocess.Popen, course: Path) -> list[int]:
    """The grading processes of a run, once the first notebook is graded."""
    while process.poll() is None:
        found = of_kind("grading", process.pid)
        if found and any((course / "autograded").glob(f"s*/{NAME}/{NAME}.ipynb")):
            return found
        time.sleep(0.05)
    raise AssertionError("it has ended before anything was graded ahead")


def test_a_grading_process_that_dies_costs_nothing(course):
    process = begin(course, "autograde", NAME, *OPTIONS)
    os.kill(wait_for_grading(process, course)[0], signal.SIGKILL)
    assert process.wait(300) == 0
    assert {student for student, _, _ in grades(course)} == set(students())
    assert wrong_marks(course) == []


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_an_end_leaves_nobody_behind(course, number):
    process = begin(course, "autograde", NAME, *OPTIONS)
    wait_for_grading(process, course)
    alive = family.descendants(process.pid)
    assert len(alive) > 3
    os.killpg(process.pid, number) if number == signal.SIGINT else process.kill()
    process.wait(60)
    assert [pid for pid in alive if not gone(pid, 30)] == []


def test_a_program_without_a_guard_is_not_run_a_second_time(tmp_path):
    # nbgrader's main module is one; what a process needs of it is nothing
    script = tmp_path / "script.py"
    script.write_text(
        "from graders.engine.classroom.pool import Processes\n"
        "print('begun')\n"
        "with Processes(1, 'auto', False) as processes:\n"
        "    print(processes.submit(len, [1, 2]).result())\n"
    )
    command = [sys.executable, str(script)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    assert done.stdout.split() == ["begun", "2"], done.stderr


def test_nbgraders_loop_has_the_order_in_which_it_is_graded_ahead():
    assert "in sorted(self.assignments.keys())" in inspect.getsource(Autograde.convert_notebooks)


def test_where_something_else_grades_nothing_is_graded_ahead(course):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write(
            "steps = c.Autograde.autograde_preprocessors\n"
            "c.Autograde.autograde_preprocessors = [\n"
            "    step.replace('graders.engine.nbgrader.GradeSubmission',"
            " 'nbgrader.preprocessors.LimitOutput')\n"
            "    for step in steps\n"
            "]\n"
        )
    done = nbgrader(course, "autograde", NAME, LOG)
    assert taken(done.stderr) == []
    assert "Traceback" not in done.stderr
