"""`pytest graders/` as a learner, an instructor and CI start it: a process of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from graders.engine import checks, keys

PROJECT = Path(__file__).parent.parent
NAME = "linear_regression_scratch"
EXERCISES = ["data_iter", "linreg", "squared_loss", "sgd", "train"]
COUNT = len(checks.of_assignment(NAME))
ALL = sum(len(checks.of_assignment(name)) for name in checks.assignments())

# Half a surrogate pair, which neither a file nor pytest-xdist can carry
ODD = """
class Odd:
    def __repr__(self): return '\\ud800'
def squared_loss(y_hat, y):
    return Odd()
"""
UPHILL = """
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p += lr * p.grad / batch_size
"""


class Run:
    """One `pytest` process, and what it left."""

    def __init__(self, *arguments: object, cwd: Path = PROJECT, graders: bool = True) -> None:
        what = [str(PROJECT / "graders") if cwd != PROJECT else "graders/"] if graders else []
        command = [sys.executable, "-m", "pytest", *what, "-p", "no:cacheprovider"]
        environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}
        done = subprocess.run(
            [*command, *map(str, arguments)],
            cwd=cwd,
            env={**environment, "OMP_NUM_THREADS": "1", "COLUMNS": "200"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        self.status, self.out, self.err = done.returncode, done.stdout, done.stderr

    def table(self) -> list[str]:
        """The lines of points."""
        lines = self.out.splitlines()
        start = next(i for i, line in enumerate(lines) if " points " in line and "====" in line)
        end = next(i for i, line in enumerate(lines) if line.startswith("seed "))
        return lines[start + 1 : end]

    def points(self, exercise: str) -> str:
        (line,) = [line for line in self.table() if line.split()[:1] == [exercise]]
        return line


def notebook(path: Path, source: str = "solutions", **solutions: str) -> Path:
    """A submission at `path`: the reference (or the release) with other solutions."""
    content = json.loads((PROJECT / source / NAME / f"{NAME}.ipynb").read_text(encoding="utf-8"))
    for cell in content["cells"]:
        grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
        cell["source"] = solutions.get(grade_id, cell["source"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def report_of(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def results(report: dict) -> dict[str, dict]:
    """Every check of a report by its name."""
    return {
        check["check"]: check
        for assignment in report["assignments"]
        for exercise in assignment["exercises"]
        for check in exercise["checks"]
    }


def without_hints(report: dict) -> dict:
    copy = json.loads(json.dumps(report))
    for check in results(copy).values():
        check["message"] = check["message"].partition("\nHint: ")[0]
    return copy


# --- right, in a hostile folder --------------------------------------------------------------


def test_a_right_notebook_gets_full_marks_whatever_lies_beside_it(tmp_path):
    folder = tmp_path / "sub"
    notebook(folder / f"{NAME}.ipynb")
    marker = tmp_path / "marker"
    plant = f"open({str(marker)!r}, 'a').write(__name__)\n"
    for name in ("conftest.py", "torch.py", "numpy.py", "sitecustomize.py", "test_mine.py"):
        (folder / name).write_text(plant + "raise SystemExit(0)\n")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n")
    (folder / "pyproject.toml").write_text("[tool.pytest.ini_options]\naddopts = '--co'\n")
    relative = os.path.relpath(folder, PROJECT)
    report, junit = tmp_path / "out" / "report.json", tmp_path / "junit.xml"
    run = Run(
        *("--submission", relative, "--grade-report", report),
        *(f"--junitxml={junit}", "--seed", "5"),
    )
    assert run.status == 0, run.out + run.err
    assert not marker.exists()
    assert f"rootdir: {PROJECT}" in run.out
    # The table
    assert run.points("points").split() == ["points", "20", "/", "20"]
    assert "passed" in run.points("sgd")
    assert "4 / 4" in run.points("sgd")
    assert "seed 5 (--seed 5 replays these inputs)" in run.out
    # The report
    found = report_of(report)
    assert (found["schema"], found["seed"]) == (1, 5)
    assert found["submission"].endswith("sub")
    (assignment,) = found["assignments"]
    assert set(found) == {"schema", "submission", "seed", "assignments"}
    assert set(assignment) == {"assignment", "score", "max_score", "exercises"}
    assert (assignment["assignment"], assignment["score"], assignment["max_score"]) == (
        *(NAME, 20.0, 20.0),
    )
    assert [e["exercise"] for e in assignment["exercises"]] == EXERCISES
    assert {e["status"] for e in assignment["exercises"]} == {"passed"}
    on_cpu = [c for name, c in results(found).items() if not name.endswith("[cuda]")]
    assert len(on_cpu) == COUNT
    assert {c["outcome"] for c in on_cpu} == {"passed"}
    # JUnit
    suite = ElementTree.parse(junit).getroot().find("testsuite")
    assert (suite.get("failures"), suite.get("errors")) == ("0", "0")


# --- untouched, wrong, missing ---------------------------------------------------------------


def test_untouched_notebooks_are_not_attempted(tmp_path):
    report = tmp_path / "report.json"
    run = Run("--device", "cpu", "--grade-report", report)  # assignments/ is what is graded
    assert run.status == 1
    found = report_of(report)
    assert {c["outcome"] for c in results(found).values()} == {"not_attempted"}
    assert not any(name.endswith("[cuda]") for name in results(found))
    assert [a["assignment"] for a in found["assignments"]] == checks.assignments()
    assert {a["score"] for a in found["assignments"]} == {0}
    (scratch,) = [a for a in found["assignments"] if a["assignment"] == NAME]
    assert scratch["max_score"] == 20
    assert f"{ALL} not attempted" in run.out
    assert "Traceback" not in run.out
    assert "FAILURES" not in run.out
    # Below each exercise: what is not attempted, and where
    table = run.table()
    table = table[table.index(NAME) :]
    for exercise in EXERCISES:
        row = next(line for line in table if line.startswith(f"  {exercise} "))
        below = table[table.index(row) + 1].strip()
        assert below.startswith(f"`{exercise}` is not attempted yet: `raise NotImplementedError`")


@pytest.fixture(scope="module")
def wrong(tmp_path_factory) -> Path:
    """A submission whose `sgd` goes uphill, and whose `squared_loss` returns an odd object."""
    path = tmp_path_factory.mktemp("wrong") / f"{NAME}.ipynb"
    return notebook(path, sgd=UPHILL, squared_loss=ODD)


@pytest.fixture(scope="module")
def wrong_run(wrong, tmp_path_factory) -> tuple[Run, dict, ElementTree.Element]:
    folder = tmp_path_factory.mktemp("out")
    run = Run(
        *(f"--submission={wrong}", "--device=cpu", "--seed=7"),
        *(f"--grade-report={folder}/report.json", f"--junitxml={folder}/junit.xml"),
    )
    return run, report_of(folder / "report.json"), ElementTree.parse(folder / "junit.xml").getroot()


def test_a_wrong_notebook_fails_with_messages_and_part_of_the_points(wrong_run):
    run, report, _ = wrong_run
    assert run.status == 1
    checks_ = results(report)
    assert checks_["test_linreg_computes_the_linear_model"]["outcome"] == "passed"
    steps = checks_["test_sgd_steps_against_the_gradient"]
    assert steps["outcome"] == "failed"
    assert "`sgd([w, b]," in steps["message"]
    assert "(expected: " in steps["message"]
    assert "\nHint: " in steps["message"]
    scores = {e["exercise"]: e["score"] for e in report["assignments"][0]["exercises"]}
    assert (scores["linreg"], scores["squared_loss"], scores["sgd"]) == (3.0, 0.0, 0.0)
    assert run.points("linreg").split()[1:5] == ["passed", "3", "/", "3"]
    # What a learner reads: our sentences, no traceback, no line of ours
    assert "Wanted: A step takes lr / batch_size" in run.out
    assert "Hint:" in run.out
    assert "Traceback" not in run.out
    assert "graders/engine" not in run.out


def test_junit_has_a_failure_with_a_text_for_each_check_that_failed(wrong_run):
    _, report, root = wrong_run
    failed = {n for n, c in results(report).items() if c["outcome"] not in ("passed", "skipped")}
    cases = {case.get("name").partition("[")[0]: case for case in root.iter("testcase")}
    assert len(cases) == COUNT
    assert {name for name, case in cases.items() if case.find("failure") is not None} == failed
    text = cases["test_sgd_steps_against_the_gradient"].find("failure").text
    assert "(expected: " in text
    assert "Hint:" in text


def test_xdist_gives_the_same_table_and_report(wrong, wrong_run, tmp_path):
    pytest.importorskip("xdist")
    first, report, _ = wrong_run
    target = tmp_path / "report.json"
    run = Run(
        f"--submission={wrong}", "--device=cpu", "--seed=7", f"--grade-report={target}", "-n", "2"
    )
    assert run.status == 1
    assert "INTERNALERROR" not in run.out + run.err
    assert run.table() == first.table()
    assert "0 / 3" in run.points("squared_loss")
    found = report_of(target)
    assert without_hints(found) == without_hints(report)
    # A hint to an earlier failure would depend on which process ran it
    assert any(EARLIER.search(check["message"]) for check in results(report).values())
    assert not any(EARLIER.search(check["message"]) for check in results(found).values())
    # Where no such hint was given, both say the same
    for name, check in results(report).items():
        if not EARLIER.search(check["message"]):
            assert results(found)[name] == check


EARLIER = re.compile("same cause as the (first )?failure")


def test_a_seed_replays_the_messages_and_x_stops_at_the_first(wrong, wrong_run, tmp_path):
    _, report, _ = wrong_run
    target = tmp_path / "report.json"
    options = (f"--submission={wrong}", "--device=cpu", "-x", "-k", "sgd")
    run = Run(*options, "--seed=7", f"--grade-report={target}")
    assert run.status == 1
    assert "1 failed" in run.out
    assert "deselected" in run.out
    (check,) = results(report_of(target)).values()
    assert check == results(report)["test_sgd_steps_against_the_gradient"]


def test_a_missing_notebook_is_an_error_that_says_so(tmp_path):
    (tmp_path / "sub").mkdir()
    report = tmp_path / "report.json"
    run = Run(f"--submission={tmp_path}/sub", "--device=cpu", f"--grade-report={report}")
    assert run.status == 1
    found = results(report_of(report))
    assert set(found) == {c.name for a in checks.assignments() for c in checks.of_assignment(a)}
    assert {c["outcome"] for c in found.values()} == {"error"}
    assert all("There is no notebook " in c["message"] for c in found.values())
    assert f"There is no notebook {NAME}.ipynb" in found["test_sgd_keeps_the_dtype"]["message"]


def test_of_a_folder_what_is_there_is_graded_and_the_rest_is_named(wrong, tmp_path):
    report = tmp_path / "report.json"
    run = Run(f"--submission={wrong.parent}", "--device=cpu", f"--grade-report={report}")
    assert [a["assignment"] for a in report_of(report)["assignments"]] == [NAME]
    assert f"{ALL - COUNT} deselected" in run.out
    assert f"shapes_quiz: left out, there is no shapes_quiz.ipynb in {wrong.parent}" in run.out
    assert f"{NAME}: left out" not in run.out


@pytest.mark.parametrize(
    "arguments", [["--submission", "no/such/path"], ["--seed=-1"], ["--device=tpu"]]
)
def test_an_option_that_makes_no_sense_is_a_usage_error(arguments):
    run = Run(*arguments)
    assert run.status == 4
    assert arguments[-1].rpartition("=")[2] in run.err or "--seed" in run.err
    assert "INTERNALERROR" not in run.out + run.err
    assert "Traceback" not in run.err


# --- where the notebook lies -----------------------------------------------------------------


@pytest.mark.parametrize("place", ["renamed, from another folder", "nested"])
def test_a_notebook_is_found(tmp_path, place):
    cwd, folder = PROJECT, tmp_path / "sub"
    given: object = folder
    if place == "nested":
        notebook(folder / "alice" / NAME / f"{NAME}.ipynb")
        notebook(folder / ".ipynb_checkpoints" / f"{NAME}.ipynb", linreg="1 / 0")
    else:
        notebook(folder / "hw1 (2).ipynb")
        cwd, given = tmp_path / "elsewhere", "../sub/hw1 (2).ipynb"
        cwd.mkdir()
        (folder / "conftest.py").write_text("raise SystemExit(9)\n")
    run = Run("--submission", given, "--device=cpu", "-k", "linreg", cwd=cwd)
    assert run.status == 0, run.out + run.err
    assert "3 / 3" in run.points("linreg")
    assert "5 passed" in run.out


def test_of_two_notebooks_of_one_name_none_is_chosen(tmp_path):
    for name in ("alice", "bob"):
        notebook(tmp_path / name / f"{NAME}.ipynb")
    run = Run("--submission", tmp_path, "--device=cpu", "-k", "linreg")
    assert run.status == 1
    assert "more than one" in run.out
    assert "0 / 3" in run.points("linreg")


def test_collecting_only_runs_nothing(tmp_path):
    marker = tmp_path / "marker"
    path = notebook(tmp_path / f"{NAME}.ipynb", data=f"open({str(marker)!r}, 'w')")
    run = Run("--collect-only", "-q", "--device=cpu", "--submission", path)
    assert run.status == 0
    names = [line.rpartition("::")[2] for line in run.out.splitlines() if "::" in line]
    assert names == [f"{check.name}[cpu]" for check in checks.of_assignment(NAME)]
    assert not marker.exists()
    assert "seed" not in run.out


# --- faults of the grader --------------------------------------------------------------------


def test_a_selection_of_checks_earns_its_own_share_at_most(tmp_path):
    nothing = "def sgd(params, lr, batch_size):\n    pass"
    path, report = notebook(tmp_path / f"{NAME}.ipynb", sgd=nothing), tmp_path / "report.json"
    options = ("--device=cpu", "-k", "keeps_the_parameters_trainable")
    Run("--submission", path, *options, "--grade-report", report)
    (exercise,) = report_of(report)["assignments"][0]["exercises"]
    assert [check["outcome"] for check in exercise["checks"]] == ["passed"]
    assert 0 <= exercise["score"] < exercise["max_score"]


# --- other people's tests --------------------------------------------------------------------


def test_unrelated_tests_run_as_without_the_plugin(tmp_path):
    (tmp_path / "test_mine.py").write_text(
        "import pytest\n"
        "check = 5\n"
        "def test_passes(): pass\n"
        "def test_fails(): assert 1 == 2\n"
        "@pytest.mark.skip(reason='x')\n"
        "def test_skipped(): pass\n"
        "class TestGroup:\n"
        "    def test_inner(self): pass\n"
    )
    loaded = Run("-W", "error", graders=False, cwd=tmp_path)
    without = Run("-W", "error", "-p", "no:firstgrad", graders=False, cwd=tmp_path)
    assert "firstgrad" in loaded.out
    assert loaded.status == without.status == 1
    assert "1 failed, 2 passed, 1 skipped" in loaded.out
    assert "1 failed, 2 passed, 1 skipped" in without.out
    assert "points" not in loaded.out
    assert "seed" not in loaded.out


def test_the_plugin_imports_neither_torch_nor_numpy(pytester):
    pytester.makepyfile(
        "import sys\n"
        "def test_lazy():\n"
        "    assert 'graders.engine.pytest_plugin' in sys.modules\n"
        "    assert not {'torch', 'numpy', 'graders.engine.pytest_door'} & set(sys.modules)\n"
    )
    assert pytester.runpytest_subprocess("-p", "no:cacheprovider").ret == 0


OTHERS = {
    "test_mock_call": "from unittest.mock import call\ndef test_a(): assert call(1) == call(1)",
    "test_mock_sentinel": "from unittest.mock import sentinel\ndef test_a(): assert sentinel.x",
    "test_proxy": """
class Proxy:  # as werkzeug's `request`, outside of one
    def __getattr__(self, name): raise RuntimeError('outside of a request')
request = Proxy()
def test_a(): pass
""",
    "test_class": "class TestDeclared:\n    __check__ = 1\n    def test_a(self): pass",
    "conftest": """
import pytest
class Mine(pytest.Item):
    result = 5
    def runtest(self): pass
class File(pytest.File):
    def collect(self): yield Mine.from_parent(self, name='mine')
def pytest_collect_file(file_path, parent):
    if file_path.suffix == '.mine': return File.from_parent(parent, path=file_path)
""",
}


def test_neither_objects_that_answer_any_name_nor_items_with_a_result_are_checks(pytester):
    pytester.makepyfile(**OTHERS)
    (pytester.path / "a.mine").write_text("")
    done = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    done.assert_outcomes(passed=5)
    assert "points" not in done.stdout.str()


def test_without_the_plugin_a_run_says_what_to_install():
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "graders/", "-p", "no:firstgrad"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "firstgrad is not installed" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


# --- what went wrong -------------------------------------------------------------------------


def test_a_failure_names_the_mistake_and_the_second_hint_is_shown_on_request(tmp_path):
    source = "def sgd(params, lr, batch_size):\n    for p in params:\n        p.data -= lr * p.grad"
    path = notebook(tmp_path / f"{NAME}.ipynb", sgd=source)
    options = (f"--submission={path}", "--device=cpu", "-k", "sgd", "--grade-report=report.json")
    plain, asked = Run(*options, cwd=tmp_path), Run(*options, "--hint", cwd=tmp_path)
    assert plain.status == asked.status == 1
    assert "More: " not in plain.out
    assert "More: " in asked.out
    found = results(report_of(tmp_path / "report.json"))["test_sgd_steps_against_the_gradient"]
    assert found["misconception"] == "never_divides_by_batch_size"
    assert "line 3: `p.data -= lr * p.grad`" in found["message"]
    passed = results(report_of(tmp_path / "report.json"))["test_sgd_keeps_the_parameters_trainable"]
    assert passed["misconception"] is None
    failures = plain.out[plain.out.index("FAILURES") : plain.out.index(" points ")]
    inside = [line for line in failures.splitlines() if line.startswith("  ")]
    assert max(map(len, inside)) <= 80


@pytest.mark.parametrize("more", [[], ["-n", "2"], ["-k", "train"]], ids=["all", "xdist", "alone"])
def test_a_later_exercise_has_the_same_points_however_the_checks_are_run(tmp_path, more):
    wrong = "def linreg(X, w, b):\n    return X @ w - b"
    path = notebook(tmp_path / f"{NAME}.ipynb", linreg=wrong)
    run = Run(f"--submission={path}", "--device=cpu", *more, cwd=tmp_path)
    assert "5 of 5 checks passed" in run.points("train")


def test_a_later_exercise_of_a_renamed_notebook_is_graded_on_its_own_as_well(tmp_path):
    path = notebook(
        tmp_path / "homework.ipynb", linreg="def linreg(X, w, b):\n    return X @ w - b"
    )
    run = Run(f"--submission={path}", "--device=cpu", "-k", "train", cwd=tmp_path)
    assert "5 of 5 checks passed" in run.points("train")


# --- answer keys -----------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["x = 1", "{} = max(1, 2)", "{} = ...", '{} = "Z"', "{} = [2]"])
def test_with_a_key_that_is_none_nothing_is_graded(tmp_path, key):
    source = PROJECT / "solutions" / "shapes_quiz" / "shapes_quiz.ipynb"
    question = next(name for name, key in keys.read(source).items() if key.why)
    content = json.loads(source.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == question:
            cell["source"] = f"### BEGIN SOLUTION\n{key.format(question)}\n### END SOLUTION"
    (tmp_path / "other.ipynb").write_text(json.dumps(content), encoding="utf-8")
    (tmp_path / "other_source.py").write_text(
        "from pathlib import Path\n"
        "from graders.engine import keys\n"
        "read, other = keys.in_notebook, Path('other.ipynb').absolute()\n"
        "keys.in_notebook = lambda _: read(keys.notebook.read(other))\n"
    )
    options = (f"--submission={source}", "--device=cpu", "-k", question, "-p", "other_source")
    run = Run(*options, cwd=tmp_path)
    assert run.status == 3
    assert "firstgrad cannot grade here" in run.out + run.err
    assert "Traceback" not in run.out + run.err
    assert "max(1" not in run.out + run.err  # nor is the key printed
