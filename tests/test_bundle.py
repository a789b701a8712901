"""What students get: everything that they need, and nothing that gives an answer away."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

import graders
from graders.engine import bundle, checks, keys
from graders.engine.bundle import CannotBundleError

PROJECT = Path(__file__).parent.parent
NAME = f"firstgrad-student-{graders.__version__}"


@pytest.fixture
def course(tmp_path) -> Path:
    """A copy of what a bundle is made from, which a test may change."""
    ignored = shutil.ignore_patterns("__pycache__", ".*")
    for folder in ("solutions", "assignments", "graders", "docs"):
        shutil.copytree(PROJECT / folder, tmp_path / folder, ignore=ignored)
    for name in (*bundle.ROOT_FILES, "nbgrader_config.py"):
        shutil.copy(PROJECT / name, tmp_path / name)
    return tmp_path


def files_of(path: Path) -> dict[str, str]:
    """The text of every file of a bundle; of a notebook what is in its cells."""
    found = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            text = archive.read(name).decode("utf-8")
            if name.endswith(".ipynb"):
                text = "\n".join("".join(cell["source"]) for cell in json.loads(text)["cells"])
            found[name.removeprefix(f"{NAME}/")] = text
    return found


def source_cells() -> list[tuple[str, str, dict]]:
    """Of every cell of every source: where it is, its text, its nbgrader metadata."""
    return [
        (path.stem, "".join(cell["source"]), cell["metadata"].get("nbgrader", {}))
        for path in sorted((PROJECT / "solutions").glob("*/*.ipynb"))
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
    ]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_no_solution_and_no_key_is_in_any_file(course):
    files = {name: f" {squeezed(t)} " for name, t in files_of(bundle.bundle(course)).items()}
    looked_for = 0
    for assignment, source, grading in source_cells():
        regions = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", source, re.DOTALL)
        if grading.get("grade") and grading.get("solution"):
            regions.append(source)
        for region in regions:
            looked_for += 1
            code = f" {squeezed(region).strip()} "
            for name, text in files.items():
                assert code not in text, (assignment, name)
            if region != source and not region[0].isspace():  # the answer to a question
                looked_for += no_answer(region, files)
    assert looked_for > 100


def no_answer(region: str, files: dict[str, str]) -> int:
    """No assignment of the region and no sentence in it is in any file; how many there were."""
    count = 0
    for statement in ast.parse(region).body:
        parts = [ast.get_source_segment(region, statement)]
        parts += [
            node.value
            for node in ast.walk(statement)
            if isinstance(node, ast.Constant) and len(str(node.value)) > 12
        ]
        for part in parts:
            count += 1
            words = squeezed(str(part))
            for name, text in files.items():
                assert words not in text, name
    return count


def test_it_holds_every_assignment_with_its_checks_and_hints(course):
    files = files_of(bundle.bundle(course))
    for assignment in checks.assignments():
        assert f"assignments/{assignment}/{assignment}.ipynb" in files
        assert f"graders/test_{assignment}.py" in files
        assert f"graders/hints/{assignment}.toml" in files
        assert f"assignments/{assignment}`" in files["README.md"]
    assert {"pyproject.toml", "constraints.txt", "LICENSE"} <= set(files)
    assert not [name for name in files if name.startswith(("solutions", "tests", "."))]
    assert not [name for name in files if "__pycache__" in name]


def test_the_same_content_is_the_same_file(course):
    first = bundle.bundle(course).read_bytes()
    for path in course.rglob("*.py"):
        path.touch()
    assert bundle.bundle(course).read_bytes() == first


@pytest.mark.parametrize("assignment", ["linear_regression_scratch", "shapes_quiz"])
def test_an_assignment_with_its_solutions_is_not_packed(course, assignment):
    name = f"{assignment}/{assignment}.ipynb"
    shutil.copy(course / "solutions" / name, course / "assignments" / name)
    with pytest.raises(CannotBundleError, match="not what solutions/ gives") as caught:
        bundle.bundle(course)
    assert name in str(caught.value)
    assert not (course / "dist").exists()


def keyed() -> tuple[str, keys.Key]:
    """A question with a key."""
    found = keys.read(PROJECT / "solutions" / "shapes_quiz" / "shapes_quiz.ipynb")
    return next((name, key) for name, key in found.items() if key.why)


def sentence() -> str:
    return next(iter(keyed()[1].why.values()))


LEAKS = {
    "a sentence": lambda: f"# {sentence()}",
    "a wrapped sentence": lambda: '(\n    "' + ' "\n    "'.join(sentence().split(" ", 3)) + '"\n)',
    "a key": lambda: f"{keyed()[0]} = {keyed()[1].right!r}",
    "a commented key": lambda: f'# {keyed()[0]}  =  "{keyed()[1].right}"',
    "a solution": lambda: "def f(X, w, b):\n        return X @ w + b\n",
}


@pytest.mark.parametrize("kind", LEAKS)
def test_a_secret_in_the_graders_is_not_packed(course, kind):
    path = course / "graders" / "test_shapes_quiz.py"
    text = f"\n{LEAKS[kind]()}\n"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    with pytest.raises(CannotBundleError, match="Students must not get this"):
        bundle.bundle(course)


@pytest.mark.parametrize("place", ["cell", "outputs", "metadata", "file"])
def test_what_a_release_does_not_give_is_not_packed(course, place):
    folder = course / "assignments" / "shapes_quiz"
    path = folder / "shapes_quiz.ipynb"
    content = json.loads(path.read_text(encoding="utf-8"))
    cell = next(cell for cell in content["cells"] if cell["cell_type"] == "code")
    match place:
        case "cell":
            cell["source"] = "### BEGIN HIDDEN TESTS\nassert 1\n### END HIDDEN TESTS"
        case "outputs":
            cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "the key"}]
        case "metadata":
            cell["metadata"]["note"] = "the key"
        case "file":
            (folder / "keys.csv").write_text("the key")
    path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    with pytest.raises(CannotBundleError, match=r"keys.csv" if place == "file" else "shapes_quiz"):
        bundle.bundle(course)


def test_without_the_sources_nothing_is_packed(course):
    shutil.rmtree(course / "solutions")
    (course / "solutions").mkdir()
    with pytest.raises(CannotBundleError, match="no solutions/"):
        bundle.bundle(course)


def test_a_missing_file_is_named(course):
    (course / "LICENSE").unlink()
    with pytest.raises(CannotBundleError, match="LICENSE"):
        bundle.bundle(course)


def test_the_command_says_where_the_bundle_is_or_why_there_is_none(course, monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["bundle", str(course)])
    assert bundle.main() == 0
    assert capsys.readouterr().out.strip() == str(course / "dist" / f"{NAME}.zip")
    (course / "constraints.txt").unlink()
    assert bundle.main() == 1
    assert "constraints.txt" in capsys.readouterr().err


def test_unzipped_it_works_as_its_readme_says(course, tmp_path_factory):
    home = tmp_path_factory.mktemp("student")
    with zipfile.ZipFile(bundle.bundle(course)) as archive:
        archive.extractall(home)
    folder = home / NAME
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert "\npip install -e .\npytest graders/\n" in readme
    venv.create(home / "env", with_pip=True)
    programs = home / "env" / ("Scripts" if sys.platform == "win32" else "bin")
    # pip would take the newest torch there is, gigabytes for GPUs: take the one that is kept
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        "PIP_CONSTRAINT": str(folder / "constraints.txt"),
    }
    environment.pop("PYTHONPATH", None)

    def run(*command: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )

    installed = run(str(programs / "pip"), "install", "--quiet", "-e", ".")
    assert installed.returncode == 0, installed.stderr
    report = home / "grades.json"
    graded = run(str(programs / "pytest"), "graders/", "--grade-report", str(report))
    assert graded.returncode == 1, graded.stdout + graded.stderr
    found = json.loads(report.read_text(encoding="utf-8"))["assignments"]
    assert [one["assignment"] for one in found] == checks.assignments()
    statuses = {e["status"] for one in found for e in one["exercises"]}
    assert statuses == {"not_attempted"}
