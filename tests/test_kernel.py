"""The check cells in a real Jupyter kernel: a student's, nbgrader's Validate, stock autograde."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from graders.engine import checks, keys

PROJECT = Path(__file__).parent.parent
NAME = "linear_regression_scratch"
SOURCE = PROJECT / "solutions" / NAME / f"{NAME}.ipynb"

# Jupyter's own libraries warn of each other here
pytestmark = pytest.mark.filterwarnings("ignore")


def run(path: Path, **solutions: str) -> dict[str, list]:
    """Run a notebook in a kernel; the outputs of its check cells by exercise."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if grade_id in solutions:
            cell.source = solutions[grade_id]
    NotebookClient(notebook, timeout=120, kernel_name="python3", allow_errors=True).execute()
    return {
        cell.metadata.nbgrader.grade_id.removeprefix("check_"): cell.outputs
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade_id", "").startswith("check_")
    }


def shown(outputs: list) -> str:
    """What a failed check cell shows."""
    (output,) = outputs
    assert output.output_type == "error"
    return "\n".join(output.traceback)


def notebook_of(folder: str, assignment: str) -> Path:
    return PROJECT / folder / assignment / f"{assignment}.ipynb"


@pytest.mark.parametrize("assignment", checks.assignments())
def test_right_solutions_are_answered_by_silence(assignment):
    source = notebook_of("solutions", assignment)
    keyed = keys.read(source)
    for exercise, outputs in run(source).items():
        question = getattr(checks_of(assignment)[exercise].function, "__question__", None)
        if question is not None and question.keyed:
            assert exercise in keyed  # there is a key, and the kernel does not know it
            # A busy kernel may send the line in parts
            text = "".join(output.text for output in outputs)
            assert text == f"{exercise}: Answered, marked by your instructor.\n"
        else:
            assert outputs == [], exercise


def checks_of(assignment: str) -> dict[str, checks.Check]:
    """The main check of each exercise."""
    return {check.exercise: check for check in checks.of_assignment(assignment) if check.main}


def test_a_wrong_solution_shows_our_lines_and_no_traceback():
    noisy = "import sys\ndef sgd(params, lr, batch_size):\n    print('x', file=sys.stderr)\n"
    outputs = run(SOURCE, linreg="def linreg(X, w, b):\n    return X @ w", sgd=noisy)
    text = shown(outputs["linreg"])
    assert text.startswith("linreg: 2 of 5 checks passed")
    assert "(expected: " in text
    assert "Hint:" in text
    assert "Traceback" not in text
    assert "graders/" not in text
    assert "sgd: 1 of 5" in shown(outputs["sgd"])
    assert outputs["data_iter"] == []


def test_the_line_of_an_error_is_named():
    outputs = run(SOURCE, linreg="def linreg(X, w, b):\n    y = X @ w\n    return y + c")
    text = " ".join(shown(outputs["linreg"]).split())
    assert "raised NameError: name 'c' is not defined (line 3)" in text


@pytest.mark.parametrize("assignment", checks.assignments())
def test_untouched_stubs_are_not_attempted(assignment):
    outputs = run(notebook_of("assignments", assignment))
    for exercise, found in outputs.items():
        assert shown(found).startswith(f"{exercise}: not attempted yet")


@pytest.fixture
def environment() -> dict[str, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path}


def test_stock_validate_passes_the_reference_and_says_what_is_missing(tmp_path, environment):
    shutil.copy(SOURCE, tmp_path / "right.ipynb")
    content = json.loads(SOURCE.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "linreg":
            cell["source"] = "def linreg(X, w, b):\n    return X @ w"
    (tmp_path / "wrong.ipynb").write_text(json.dumps(content), encoding="utf-8")
    said = {}
    for name in ("right", "wrong"):
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", "validate", f"{name}.ipynb"],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        said[name] = done.stdout
    assert "Success! Your notebook passes all the tests." in said["right"]
    assert "VALIDATION FAILED ON" in said["wrong"]
    assert "linreg: 2 of 5 checks passed" in said["wrong"]


def test_stock_autograde_gives_the_reference_full_marks(tmp_path, environment):
    from nbgrader.api import Gradebook

    (tmp_path / "nbgrader_config.py").write_text(
        'c = get_config()\nc.CourseDirectory.source_directory = "solutions"\n'
        'c.CourseDirectory.release_directory = "assignments"\n'
    )
    for home in (tmp_path / "solutions" / NAME, tmp_path / "submitted" / "ada" / NAME):
        home.mkdir(parents=True)
        shutil.copy(SOURCE, home)
    for command in ("generate_assignment", "autograde"):
        subprocess.run(
            [sys.executable, "-m", "nbgrader", command, NAME],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=True,
        )
    with Gradebook(f"sqlite:///{tmp_path / 'gradebook.db'}") as gradebook:
        assert gradebook.find_submission(NAME, "ada").score == 20
