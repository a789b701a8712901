"""The quiz through nbgrader's own commands, and its written answers through formgrader's server."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from graders.engine import checks, keys

PROJECT = Path(__file__).parent.parent
NAME = "shapes_quiz"
SOURCE = PROJECT / "solutions" / NAME / f"{NAME}.ipynb"
KEYED = [name for name, key in keys.read(SOURCE).items() if key.why]
WRITTEN = ("why_large_batches", "why_reshape")

# What "ben" answers: malformed, wrong by a rule of its own, wrong in a keyed question, in words
BEN = {
    "bias_shape": "bias_shape = [11]",
    "flat_images": "flat_images = 'a long one'",
    "full_batch": 'full_batch = "E"',
    "why_reshape": "Otherwise every prediction meets <b>every</b> label.",
    "why_large_batches": "YOUR ANSWER HERE",
}


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def hand_in(course: Path, student: str, answers: dict[str, str], source: str) -> None:
    """Hand in the notebook of `solutions` or `assignments`, with these answers put in."""
    content = json.loads((course / source / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8"))
    for cell in content["cells"]:
        grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
        cell["source"] = answers.get(grade_id, "".join(cell["source"]))
    folder = course / "submitted" / student / NAME
    folder.mkdir(parents=True)
    (folder / f"{NAME}.ipynb").write_text(json.dumps(content), encoding="utf-8")


def wrong_key() -> tuple[str, str, str]:
    """A keyed question, a wrong answer to it, and what is said about that."""
    for name, key in keys.read(SOURCE).items():
        for answer, why in key.why.items():
            if answer != key.right:
                return name, f"{name} = {answer!r}", why
    raise AssertionError("no keyed question has a wrong answer")


@pytest.fixture(scope="module")
def course(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("quiz")
    shutil.copy(PROJECT / "nbgrader_config.py", folder)
    shutil.copytree(PROJECT / "solutions" / NAME, folder / "solutions" / NAME)
    done = run(folder, "generate_assignment", NAME)
    assert done.returncode == 0, done.stderr
    question, answer, _ = wrong_key()
    hand_in(folder, "ada", {}, "solutions")
    hand_in(folder, "ben", {**BEN, question: answer}, "solutions")
    hand_in(folder, "chen", {}, "assignments")
    done = run(folder, "autograde", NAME)
    assert done.returncode == 0, done.stderr
    return folder


def marks_of(folder: Path) -> dict[str, dict[str, Any]]:
    """Of every student the grades of every cell."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        return {
            submission.student.id: {
                grade.name.removeprefix("check_"): (grade.score, grade.needs_manual_grade)
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in gradebook.assignment_submissions(NAME)
        }


def test_the_release_asks_and_does_not_tell(course):
    released = json.loads((course / "assignments" / NAME / f"{NAME}.ipynb").read_text("utf-8"))
    by_id = {
        cell["metadata"]["nbgrader"]["grade_id"]: "".join(cell["source"])
        for cell in released["cells"]
        if "nbgrader" in cell["metadata"]
    }
    for check in checks.of_assignment(NAME):
        if check.exercise in WRITTEN:
            assert by_id[check.exercise] == "YOUR ANSWER HERE"
        else:
            assert by_id[check.exercise] == f"{check.exercise} = ..."


def test_right_answers_get_their_points_and_written_ones_wait_for_a_person(course):
    marks = marks_of(course)["ada"]
    assert {name for name, (_, waits) in marks.items() if waits} == set(WRITTEN)
    assert {score for name, (score, _) in marks.items() if name not in WRITTEN} == {1.0}
    assert len(marks) == len(checks.of_assignment(NAME))


def test_wrong_and_malformed_answers_get_none(course):
    marks = marks_of(course)["ben"]
    question, _, _ = wrong_key()
    lost = {name for name, (score, _) in marks.items() if score == 0}
    assert lost == {*BEN, question}
    # An answer that was left as it was needs nobody to look at it
    assert {name for name, (_, waits) in marks.items() if waits} == {"why_reshape"}


def test_an_untouched_quiz_has_no_points_and_waits_for_nobody(course):
    marks = marks_of(course)["chen"]
    assert set(marks.values()) == {(0.0, False)}


# --- formgrader ------------------------------------------------------------------------------


@dataclass
class Formgrader:
    """A Jupyter server with formgrader, asked as its page asks it."""

    address: str
    token: str

    def ask(self, path: str, method: str = "GET", content: Any = None) -> str:
        headers = {"Authorization": f"token {self.token}", "Content-Type": "application/json"}
        data = None if content is None else json.dumps(content).encode()
        request = urllib.request.Request(
            f"{self.address}/formgrader/{path}", data, headers, method=method
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.read().decode()


@pytest.fixture
def formgrader(course) -> Iterator[Formgrader]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--ServerApp.port={port}", "--ServerApp.port_retries=0", "--no-browser"]
    options += ["--ServerApp.token=secret", "--ServerApp.ip=127.0.0.1", "--allow-root"]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    with open(course / "server.log", "w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyter", "server", *options],
            cwd=course,
            env={**os.environ, "PATH": path, "JUPYTER_PLATFORM_DIRS": "1"},
            stdout=log,
            stderr=log,
        )
    found = Formgrader(f"http://127.0.0.1:{port}", "secret")
    try:
        for _ in range(240):
            try:
                found.ask("api/status")
                break
            except (urllib.error.URLError, ConnectionError):
                assert server.poll() is None, (course / "server.log").read_text()
                time.sleep(0.25)
        yield found
    finally:
        server.terminate()
        server.wait(30)


def test_an_instructor_marks_a_written_answer_in_formgrader(course, formgrader):
    notebooks = json.loads(formgrader.ask(f"api/submitted_notebooks/{NAME}/{NAME}"))
    (bens,) = [found for found in notebooks if found["student"] == "ben"]
    assert bens["needs_manual_grade"]
    page = formgrader.ask(f"submissions/{bens['id']}/")
    assert "every prediction meets" in page  # the text that is to be marked
    grades = json.loads(formgrader.ask(f"api/grades?submission_id={bens['id']}"))
    (grade,) = [found for found in grades if found["name"] == "why_reshape"]
    marked = {"manual_score": 1.5, "extra_credit": 0}
    formgrader.ask(f"api/grade/{grade['id']}", "PUT", marked)
    comments = json.loads(formgrader.ask(f"api/comments?submission_id={bens['id']}"))
    (comment,) = [found for found in comments if found["name"] == "why_reshape"]
    said = {"manual_comment": "And the mean over them?"}
    formgrader.ask(f"api/comment/{comment['id']}", "PUT", said)

    marks = marks_of(course)["ben"]
    assert marks["why_reshape"] == (1.5, False)
    # The button that grades again, in the server's own process, leaves the mark as it is;
    # nbgrader then asks for another look at it
    done = json.loads(formgrader.ask(f"api/submission/{NAME}/ben/autograde", "POST"))
    assert done["success"], done
    assert marks_of(course)["ben"] == {**marks, "why_reshape": (1.5, True)}


def test_the_feedback_page_says_what_is_wrong_and_never_what_is_right(course):
    done = run(course, "generate_feedback", NAME, "--force")
    assert done.returncode == 0, done.stderr
    path = course / "feedback" / "ben" / NAME / f"{NAME}.html"
    page = path.read_text(encoding="utf-8")
    question, _, why = wrong_key()
    assert why.split("`")[0].replace("'", "&#x27;") in page
    assert "Expected: a shape, such as (1, 24)" in page
    for name in ("full_batch", question):
        right = keys.read(SOURCE)[name].right
        assert name in KEYED
        assert f"{name} = {right!r}" not in page.replace("&#39;", "'").replace("&quot;", '"')


def test_without_a_key_nothing_is_graded_and_the_log_says_why(course, tmp_path):
    for name in ("nbgrader_config.py", "gradebook.db"):
        shutil.copy(course / name, tmp_path)
    shutil.copytree(course / "submitted", tmp_path / "submitted")
    before = marks_of(tmp_path)
    done = run(tmp_path, "autograde", NAME, "--student", "ada", "--force")
    assert done.returncode != 0
    assert f"the source notebook of {NAME} holds the answer key" in done.stderr
    assert marks_of(tmp_path)["ben"] == before["ben"]
