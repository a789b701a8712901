"""A class from the source to the marks, through nbgrader's own commands, and once more with
`graders autograde` in the place of `nbgrader autograde`."""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import gradebooks
import pytest

PROJECT = Path(__file__).parent.parent
NAME = "linear_regression_scratch"
WRONG = Path(__file__).parent / "submissions" / NAME / "wrong"

# Tests as an instructor would add them, with their points and what stock nbgrader gives the
# reference for them. The last warns on stderr, for which nbgrader takes all points away.
OWN_TESTS = {
    "own_assert": (
        2,
        "assert linreg(torch.ones(3, 2), torch.ones(2, 1), torch.ones(1)).sum() == 9",
    ),
    "own_hidden": (
        2,
        "assert callable(sgd)\n### BEGIN HIDDEN TESTS\n"
        "assert squared_loss(torch.tensor([[3.0]]), torch.tensor([1.0])).item() == 2\n"
        "### END HIDDEN TESTS",
    ),
    "own_partial": (4, "1.5 if callable(train) else 0"),
    "own_warning": (1, "import warnings\nwarnings.warn('careful')\nassert callable(linreg)"),
    "own_too_much": (1, "1000"),
}


# Who grades: nbgrader's command, with our steps configured, or ours
DOORS = {"nbgrader": "nbgrader", "graders": "graders.engine.cli"}


def nbgrader(
    folder: Path, *arguments: str, ok: bool = True, door: str = "nbgrader"
) -> subprocess.CompletedProcess:
    done = subprocess.run(
        [sys.executable, "-m", DOORS[door], *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=600,  # one that waits for ever is a failed test, and not a run without an end
    )
    assert done.returncode == 0 or not ok, done.stdout + done.stderr
    return done


def begin(
    folder: Path, *arguments: str, door: str = "nbgrader", stdout: int = subprocess.DEVNULL
) -> subprocess.Popen:
    """The same, not waited for. It is the first of a process group of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", DOORS[door], *arguments],
        cwd=folder,
        env=environment(),
        stdout=stdout,
        stderr=subprocess.STDOUT,
        start_new_session=True,
        text=True,
    )


def environment() -> dict[str, str]:
    """nbgrader starts programs that lie beside the interpreter."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return {**os.environ, "PATH": path}


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def cell_of(content: dict, grade_id: str) -> dict:
    (cell,) = [
        c for c in content["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == grade_id
    ]
    return cell


def own_test(grade_id: str, points: float, source: str) -> dict:
    grading = {"schema_version": 3, "solution": False, "grade": True, "locked": True}
    grading |= {"task": False, "points": points, "grade_id": grade_id}
    return {
        "cell_type": "code",
        "id": grade_id.replace("_", "-"),
        "metadata": {"nbgrader": grading},
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def solve(content: dict, **solutions: str) -> dict:
    """The notebook with solutions put in: the reference ones, but for those that are given."""
    reference = read(PROJECT / "solutions" / NAME / f"{NAME}.ipynb")
    for exercise in ("data_iter", "linreg", "squared_loss", "sgd", "train"):
        source = solutions.get(exercise, cell_of(reference, exercise)["source"])
        cell_of(content, exercise)["source"] = source
    return content


def without(content: dict, *grade_ids: str) -> dict:
    content["cells"] = [
        c
        for c in content["cells"]
        if c["metadata"].get("nbgrader", {}).get("grade_id") not in grade_ids
    ]
    return content


def with_cell(content: dict, cell: dict) -> dict:
    content["cells"].append(cell)
    return content


def text_cell(text: str) -> dict:
    return {"cell_type": "markdown", "id": "a-text", "metadata": {}, "source": text}


def flipped(content: dict, grade_id: str) -> dict:
    grading = cell_of(content, grade_id)["metadata"]["nbgrader"]
    grading.update(grade=False, solution=True, locked=False)
    return content


def copied(content: dict, grade_id: str) -> dict:
    content["cells"].append({**cell_of(content, grade_id), "id": "a-copy"})
    return content


SUBMISSIONS: dict[str, Callable[[dict], dict | str | None]] = {
    "right": solve,
    "untouched": lambda content: content,
    "wrong": lambda content: solve(
        content, linreg=(WRONG / "linreg_forgets_the_bias.py").read_text(encoding="utf-8")
    ),
    "syntax": lambda content: solve(content, sgd="def sgd(params, lr, batch_size)\n    pass"),
    "raises": lambda content: solve(
        content, linreg="def linreg(X, w, b):\n    y = X @ w\n    return y + c"
    ),
    "exits": lambda content: solve(content, linreg="import os\nos._exit(3)"),
    "loud": lambda content: solve(content, sgd="print('x' * 3_000_000)"),
    "deleted_check": lambda content: without(solve(content), "check_sgd", "check_linreg"),
    "duplicated_check": lambda content: copied(solve(content), "check_sgd"),
    "deleted_solution": lambda content: without(solve(content), "sgd"),
    "foreign_cell": lambda content: with_cell(
        solve(content), own_test("check_weight_shape", 1, "check('weight_shape')")
    ),
    "flipped_flags": lambda content: flipped(solve(content), "check_sgd"),
    "surrogate": lambda content: with_cell(solve(content), text_cell("half a pair: \ud800")),
    "truncated": lambda content: json.dumps(content)[:2000],
    "not_there": lambda content: None,
}


@dataclass
class Graded:
    """The course after grading."""

    door: str
    folder: Path
    log: str
    marks: dict[str, dict[str, float]]

    def outputs(self, student: str, grade_id: str) -> list[dict]:
        content = read(self.folder / "autograded" / student / NAME / f"{NAME}.ipynb")
        return cell_of(content, grade_id)["outputs"]

    def text(self, student: str, exercise: str) -> str:
        *_, shown, _ = self.outputs(student, f"check_{exercise}")
        return "".join(shown["data"]["text/plain"])

    def page(self, student: str) -> str:
        path = self.folder / "feedback" / student / NAME / f"{NAME}.html"
        return path.read_text(encoding="utf-8")


def marks_of(folder: Path) -> dict[str, dict[str, float]]:
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}") as gradebook:
        return {
            submission.student.id: {
                grade.name: grade.score
                for notebook in submission.notebooks
                for grade in notebook.grades
            }
            for submission in gradebook.assignment_submissions(NAME)
        }


def make_course(folder: Path, db_url: str | None = None) -> None:
    """A course whose instructor has added tests of their own, released, and handed in."""
    folder.mkdir()
    shutil.copy(PROJECT / "nbgrader_config.py", folder)
    if db_url:
        gradebooks.move(folder, db_url)
    source = read(PROJECT / "solutions" / NAME / f"{NAME}.ipynb")
    source["cells"] += [own_test(name, *test) for name, test in OWN_TESTS.items()]
    (folder / "solutions" / NAME).mkdir(parents=True)
    (folder / "solutions" / NAME / f"{NAME}.ipynb").write_text(json.dumps(source))
    nbgrader(folder, "generate_assignment", NAME)
    release = folder / "assignments" / NAME / f"{NAME}.ipynb"
    for student, change in SUBMISSIONS.items():
        home = folder / "submitted" / student / NAME
        home.mkdir(parents=True)
        handed_in = change(read(release))
        if handed_in is None:
            (home / "my work.ipynb").write_text("{}")
            continue
        text = handed_in if isinstance(handed_in, str) else json.dumps(handed_in)
        (home / f"{NAME}.ipynb").write_text(text)


@pytest.fixture(scope="module", params=DOORS)
def graded(request, tmp_path_factory) -> Graded:
    folder = tmp_path_factory.mktemp("nbgrader") / "course"
    make_course(folder)
    done = nbgrader(folder, "autograde", NAME, door=request.param)
    nbgrader(folder, "generate_feedback", NAME)
    nbgrader(folder, "export", "--to", "grades.csv")
    return Graded(request.param, folder, done.stdout + done.stderr, marks_of(folder))


def test_every_submission_gets_marks(graded):
    assert set(graded.marks) == set(SUBMISSIONS)
    with (graded.folder / "grades.csv").open() as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert scores["right"] == 20 + 2 + 2 + 1.5 + 1 + 1
    assert set(scores) == set(SUBMISSIONS)


def test_marks_follow_the_checks(graded):
    full = {"data_iter": 5, "linreg": 3, "squared_loss": 3, "sgd": 4, "train": 5}
    for exercise, points in full.items():
        assert graded.marks["right"][f"check_{exercise}"] == points
        assert graded.marks["untouched"][f"check_{exercise}"] == 0
    # The column is a column, and the arguments are left alone, which earns nothing by itself
    assert graded.marks["wrong"]["check_linreg"] == pytest.approx(0.6)
    assert graded.marks["wrong"]["check_sgd"] == 4


def test_the_score_of_a_check_cell_is_one_plain_decimal(graded):
    for student in SUBMISSIONS:
        *_, shown, points = graded.outputs(student, "check_linreg")
        assert shown["output_type"] == "display_data"
        assert points["output_type"] == "execute_result"
        assert "".join(points["data"]["text/plain"]).replace(".", "").isdigit()


def test_untouched_stubs_read_not_attempted(graded):
    assert "linreg: not attempted" in graded.text("untouched", "linreg")
    assert "not attempted" in graded.page("untouched")


@pytest.mark.parametrize(
    ("student", "exercise", "words"),
    [
        ("wrong", "linreg", "returned"),
        ("syntax", "sgd", "SyntaxError"),
        ("syntax", "sgd", "(line 1)"),
        ("raises", "linreg", "NameError"),
        ("raises", "linreg", "line 3"),
        ("exits", "linreg", "exit status 3"),
        ("loud", "sgd", "does not define `sgd`"),
        ("deleted_solution", "sgd", "No cell of the notebook defines `sgd`"),
        ("truncated", "sgd", "is not a notebook: line"),
        ("not_there", "sgd", f"There is no notebook {NAME}.ipynb"),
    ],
)
def test_what_went_wrong_is_said_to_student_and_instructor(graded, student, exercise, words):
    text = " ".join(graded.text(student, exercise).split())
    assert words in text
    assert graded.marks[student][f"check_{exercise}"] < 3


@pytest.mark.parametrize("student", ["syntax", "raises", "exits", "loud", "deleted_solution"])
def test_the_rest_of_a_broken_notebook_is_graded(graded, student):
    assert graded.marks[student]["check_data_iter"] == 5
    assert graded.marks[student]["check_squared_loss"] == 3


@pytest.mark.parametrize(
    "student", ["wrong", "syntax", "raises", "exits", "loud", "deleted_solution"]
)
def test_a_later_exercise_is_graded_on_its_own(graded, student):
    assert graded.marks[student]["check_train"] == 5


@pytest.mark.parametrize(
    "student",
    ["deleted_check", "duplicated_check", "foreign_cell", "flipped_flags", "surrogate"],
)
def test_cells_that_were_deleted_copied_or_spoilt_cost_nothing(graded, student):
    for name, score in graded.marks["right"].items():
        assert graded.marks[student][name] == score


def test_own_tests_of_an_instructor_keep_their_marks(graded):
    assert graded.marks["right"]["own_assert"] == 2
    assert graded.marks["right"]["own_hidden"] == 2
    assert graded.marks["right"]["own_partial"] == 1.5
    assert graded.marks["wrong"]["own_assert"] == 0
    assert graded.marks["wrong"]["own_hidden"] == 2
    assert graded.marks["untouched"]["own_hidden"] == 0
    for name in OWN_TESTS:
        assert graded.marks["truncated"][name] == 0


def test_a_warning_in_an_own_test_costs_nothing(graded):
    assert graded.marks["right"]["own_warning"] == 1
    (output,) = graded.outputs("right", "own_warning")
    assert output["name"] == "stdout"
    assert "careful" in "".join(output["text"])


def test_a_score_above_the_maximum_does_not_end_the_run(graded):
    assert graded.marks["right"]["own_too_much"] == 1


def test_figures_are_on_the_feedback_page(graded):
    assert graded.page("right").count("data:image/png;base64,") == 3


def test_figures_can_be_left_out(graded, tmp_path):
    folder = shutil.copytree(graded.folder, tmp_path / "course")
    options = ("--student", "right", "--force", "--GradeSubmission.figures=False")
    nbgrader(folder, "autograde", NAME, *options, door=graded.door)
    text = (folder / "autograded" / "right" / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8")
    assert "epoch 3: mean loss" in text
    assert "image/png" not in text
    assert "cannot be shown" not in text  # what matplotlib says where there is no screen
    assert marks_of(folder)["right"] == graded.marks["right"]


def test_the_page_has_the_message_and_the_hint(graded):
    page = graded.page("wrong")
    assert "(expected: " in page
    assert "<summary>A second hint</summary>" in page
    assert "what was expected</div><table" in page
    assert "Hint:" in page
    assert "Look at</i> cell 11, line " in page


def test_a_megabyte_of_output_is_cut(graded):
    content = read(graded.folder / "autograded" / "loud" / NAME / f"{NAME}.ipynb")
    text = "".join(cell_of(content, "sgd")["outputs"][0]["text"])
    assert len(text) < 250_000
    assert "cut" in text


def test_no_traceback_of_ours_is_in_the_log(graded):
    assert "Traceback" not in graded.log


def test_the_messages_are_those_that_pytest_shows(graded, tmp_path):
    text = graded.text("wrong", "linreg")
    seed = text.rpartition("seed ")[2].strip()
    report = tmp_path / "report.json"
    submission = graded.folder / "submitted" / "wrong" / NAME / f"{NAME}.ipynb"
    command = [sys.executable, "-m", "pytest", "graders/", "--submission", str(submission)]
    options = [
        "--seed",
        seed,
        "--grade-report",
        str(report),
        "-k",
        "linreg",
        "-p",
        "no:cacheprovider",
    ]
    subprocess.run([*command, *options], cwd=PROJECT, capture_output=True, check=False)
    (assignment,) = read(report)["assignments"]
    (exercise,) = [e for e in assignment["exercises"] if e["exercise"] == "linreg"]
    failed = [c for c in exercise["checks"] if c["outcome"] == "failed"]
    assert failed
    shown = " ".join(text.split())
    for check in failed:
        assert " ".join(check["message"].split()) in shown


def test_grading_again_with_force_gives_the_same_marks(graded):
    again = ("autograde", NAME, "--force", "--student", "wrong")
    nbgrader(graded.folder, *again, door=graded.door)
    assert marks_of(graded.folder)["wrong"] == graded.marks["wrong"]


def test_formgrader_grades_inside_its_own_process(graded):
    # What formgrader's Autograde button does, in the process of the Jupyter server
    program = f"""
from nbgrader.apps import NbGrader
from nbgrader.apps.api import NbGraderAPI
app = NbGrader()
app.initialize([])
api = NbGraderAPI(config=app.config)
done = api.autograde("{NAME}", "right", force=True)
assert done["success"], done
done = api.autograde("{NAME}", "untouched", force=True)
assert done["success"], done
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=graded.folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert marks_of(graded.folder)["right"] == graded.marks["right"]


def test_the_time_limit_of_nbgrader_is_honoured(graded):
    from traitlets.config import Config

    from graders.engine.nbgrader import GradeSubmission

    config = Config()
    assert GradeSubmission(config=config).timeout == 30
    config.ExecutePreprocessor.timeout = 7
    assert GradeSubmission(config=config).timeout == 7
    config.ExecutePreprocessor.timeout = -1
    assert GradeSubmission(config=config).timeout > 3600
