"""`assignments/` is what a release of `solutions/` gives, and no work in it is ever lost."""

import shutil
import subprocess
from pathlib import Path

import pytest

from graders.engine import checks, notebook, release
from graders.engine.release import CannotReleaseError

pytest.importorskip("nbgrader", reason="a release is nbgrader's work")

PROJECT = Path(__file__).parent.parent
NAME = "linear_regression_scratch"
ALL = sorted(path.name for path in (PROJECT / "solutions").iterdir() if path.is_dir())


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.parts[-2:])
    }


def git(folder: Path, *arguments: str) -> None:
    settings = ["core.hooksPath=/dev/null", "user.name=Test", "user.email=test@example.org"]
    options = [word for setting in settings for word in ("-c", setting)]
    command = ["git", *options, *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


@pytest.fixture
def course(tmp_path) -> Path:
    """A copy of the course under git, all committed."""
    folder = tmp_path / "course"
    folder.mkdir()
    shutil.copy(PROJECT / "nbgrader_config.py", folder)
    for name in ("solutions", "assignments"):
        shutil.copytree(PROJECT / name, folder / name, ignore=shutil.ignore_patterns(".*"))
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "course")
    return folder


def test_the_committed_assignments_are_what_a_release_gives(tmp_path):
    assert release.generate(PROJECT, tmp_path) == ALL == checks.assignments()
    assert files(tmp_path) == files(PROJECT / "assignments")


def test_a_release_holds_no_solution_and_no_hidden_test():
    for path in (PROJECT / "assignments").rglob("*.ipynb"):
        text = path.read_text(encoding="utf-8")
        for mark in ("BEGIN SOLUTION", "END SOLUTION", "HIDDEN TESTS"):
            assert mark not in text
        released = notebook.read(path)
        for exercise in released.points:
            assert is_open(released, exercise), exercise


def is_open(released: notebook.Notebook, exercise: str) -> bool:
    """Whether an exercise is left for the student: a stub, an open answer, a place for a text."""
    cell = released.solution_cell(exercise)
    if cell is None:
        return released.written(exercise) == "YOUR ANSWER HERE"
    stub = cell.source.rstrip().endswith("raise NotImplementedError")
    return stub or cell.source == f"{exercise} = ..."


def test_a_release_replaces_what_was_there(course):
    source = course / "solutions" / NAME / f"{NAME}.ipynb"
    before = files(course / "assignments")
    text = source.read_text(encoding="utf-8")
    assert "# Linear regression from scratch" in text
    changed = text.replace("# Linear regression from scratch", "# Lines", 1)
    source.write_text(changed, encoding="utf-8")
    stale = course / "assignments" / NAME / "stale.csv"
    stale.write_text("1,2\n")
    (course / "solutions" / NAME / "houses.csv").write_text("3,4\n")
    git(course, "add", ".")
    git(course, "commit", "-q", "-m", "change")
    assert release.release(course) == ALL
    after = files(course / "assignments")
    assert set(after) == {*before, f"{NAME}/houses.csv"}
    assert b"# Lines" in after[f"{NAME}/{NAME}.ipynb"]
    assert not list(course.glob("*.db"))


@pytest.mark.parametrize("kind", ["changed", "staged", "deleted", "untracked", "untracked folder"])
def test_uncommitted_work_is_named_and_nothing_is_done(course, kind):
    path = course / "assignments" / NAME / f"{NAME}.ipynb"
    if kind == "deleted":
        path.unlink()
    elif kind.startswith("untracked"):
        path = course / "assignments" / ("new" if kind.endswith("folder") else NAME) / "mine.txt"
        path.parent.mkdir(exist_ok=True)
        path.write_text("an afternoon's work")
    else:
        path.write_text("an afternoon's work")
        if kind == "staged":
            git(course, "add", ".")
    before = files(course / "assignments")
    with pytest.raises(CannotReleaseError, match="uncommitted work") as caught:
        release.release(course)
    assert path.name in str(caught.value)
    assert files(course / "assignments") == before


def test_uncommitted_work_elsewhere_is_no_obstacle(course):
    (course / "solutions" / NAME / "new.csv").write_text("1")
    (course / "notes.txt").write_text("x")
    assert release.uncommitted(course / "assignments") == []


def test_without_git_nothing_is_done(tmp_path):
    (tmp_path / "assignments").mkdir()
    (tmp_path / "assignments" / "mine.txt").write_text("work")
    with pytest.raises(CannotReleaseError, match="git cannot say"):
        release.release(tmp_path)
    assert (tmp_path / "assignments" / "mine.txt").read_text() == "work"


def test_a_failed_release_leaves_everything_as_it_was(course):
    source = course / "solutions" / NAME / f"{NAME}.ipynb"
    source.write_text("not a notebook")
    before = files(course / "assignments")
    with pytest.raises(CannotReleaseError, match=f"could not release {NAME}"):
        release.release(course)
    assert files(course / "assignments") == before


def test_the_command_says_why_it_did_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["release", str(tmp_path)])
    assert release.main() == 1
    assert "git cannot say" in capsys.readouterr().err
