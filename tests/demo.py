"""A whole course in under a minute, with nothing but nbgrader's own commands.

`tox run -e demo` generates the release from `solutions/`, publishes it on a file exchange, lets
three students fetch it and hand in, collects, grades, writes feedback pages and exports the marks.
Everything happens in a temporary folder, which is kept so that the pages can be looked at.
"""

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

PROJECT = Path(__file__).parent.parent
ASSIGNMENT = "linear_regression_scratch"
COURSE = "firstgrad"
SAMPLES = Path(__file__).parent / "submissions" / ASSIGNMENT

# Who hands in what: a sample for each exercise. One right in an unusual style, one with two
# typical mistakes, one untouched.
STUDENTS = {
    "ada": {
        "data_iter": "right/data_iter_argsort_of_random_keys.py",
        "linreg": "right/linreg_einsum.py",
        "squared_loss": "right/squared_loss_own_autograd_function.py",
        "sgd": "right/sgd_foreach.py",
        "train": "right/train_autograd_grad.py",
    },
    "ben": {
        "data_iter": "right/data_iter_as_in_the_notes.py",
        "linreg": "right/linreg_mm.py",
        "squared_loss": "wrong/squared_loss_broadcasts_flat_labels.py",
        "sgd": "wrong/sgd_forgets_batch_size.py",
        "train": "right/train_as_in_the_notes.py",
    },
    "chen": {},
}


class StepFailedError(Exception):
    """A command did not succeed; the text is what it printed."""


def nbgrader(folder: Path, *arguments: str) -> None:
    """Run an nbgrader command in `folder`."""
    # nbgrader starts programs that lie beside the interpreter (alembic)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=folder,
        env={**os.environ, "PATH": path, "JUPYTER_PLATFORM_DIRS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise StepFailedError(f"nbgrader {' '.join(arguments)}\n{done.stdout}{done.stderr}")


def hand_in(notebook: Path, solutions: dict[str, str]) -> None:
    """Write a student's solutions into the cells of a fetched notebook."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        exercise = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if exercise in solutions:
            text = (SAMPLES / solutions[exercise]).read_text(encoding="utf-8")
            # The header of a sample says what is wrong with it: a student's file would not
            lines = [line for line in text.splitlines(keepends=True) if not line.startswith("# ")]
            cell["source"] = "".join(lines)
    notebook.write_text(json.dumps(content, indent=1), encoding="utf-8")


def student(folder: Path, name: str, exchange: list[str]) -> None:
    """What one student does: fetch, work, submit."""
    home = folder / "students" / name
    home.mkdir(parents=True)
    nbgrader(home, "fetch_assignment", ASSIGNMENT, "--course", COURSE, *exchange)
    hand_in(home / ASSIGNMENT / f"{ASSIGNMENT}.ipynb", STUDENTS[name])
    submit = [f"--CourseDirectory.student_id={name}", "--course", COURSE, *exchange]
    nbgrader(home, "submit", ASSIGNMENT, *submit)


def play(folder: Path) -> None:
    """Play the course in `folder`, saying what happens."""
    course = folder / "course"
    course.mkdir(parents=True)
    shutil.copy(PROJECT / "nbgrader_config.py", course)
    shutil.copytree(PROJECT / "solutions", course / "solutions")
    (folder / "exchange").mkdir()
    (folder / "exchange").chmod(0o777)
    exchange = [f"--Exchange.root={folder / 'exchange'}", f"--Exchange.cache={folder / 'cache'}"]

    def everyone() -> None:
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda name: student(folder, name, exchange), STUDENTS))

    steps = [
        (
            "generate the release from solutions/",
            lambda: nbgrader(course, "generate_assignment", ASSIGNMENT),
        ),
        (
            "release it on the exchange",
            lambda: nbgrader(course, "release_assignment", ASSIGNMENT, *exchange),
        ),
        (f"{len(STUDENTS)} students fetch, work and hand in", everyone),
        (
            "collect the submissions",
            # One user of this machine plays all the students
            lambda: nbgrader(
                course, "collect", ASSIGNMENT, "--ExchangeCollect.check_owner=False", *exchange
            ),
        ),
        ("autograde", lambda: nbgrader(course, "autograde", ASSIGNMENT)),
        ("write feedback pages", lambda: nbgrader(course, "generate_feedback", ASSIGNMENT)),
        ("export the marks", lambda: nbgrader(course, "export", "--to", "grades.csv")),
    ]
    for number, (what, step) in enumerate(steps, start=1):
        print(f"[{number}/{len(steps)}] {what} ...", end=" ", flush=True)
        start = time.monotonic()
        step()
        print(f"{time.monotonic() - start:.1f} s", flush=True)


def marks(course: Path) -> list[list[str]]:
    """The marks by exercise, a row a student, from nbgrader's gradebook; the head comes first."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        rows = []
        for name in STUDENTS:
            submission = gradebook.find_submission(ASSIGNMENT, name)
            (notebook,) = submission.notebooks
            grades = {grade.name: grade for grade in notebook.grades}
            cells = [cell.name for cell in notebook.notebook.grade_cells]
            if not rows:
                rows.append(["", *(c.removeprefix("check_") for c in cells), "sum"])
            points = [f"{grades[c].score:g} / {grades[c].max_score:g}" for c in cells]
            rows.append([name, *points, f"{submission.score:g} / {submission.max_score:g}"])
    return rows


def main() -> int:
    parser = argparse.ArgumentParser(description="Play a whole course with nbgrader.")
    parser.add_argument("--folder", type=Path, help="an empty or new folder (default: temporary)")
    folder = parser.parse_args().folder or Path(tempfile.mkdtemp(prefix="firstgrad-demo-"))
    start = time.monotonic()
    try:
        play(folder.resolve())
    except StepFailedError as error:
        print(f"failed\n\n{error}\nEverything is in {folder}", file=sys.stderr)
        return 1
    course = folder.resolve() / "course"
    rows = marks(course)
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    print("\nMarks by exercise")
    for row in rows:
        print("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))
    print("\nFeedback pages")
    for name in STUDENTS:
        print(f"  {course / 'feedback' / name / ASSIGNMENT / f'{ASSIGNMENT}.html'}")
    with (course / "grades.csv").open(encoding="utf-8") as file:
        count = len(list(csv.DictReader(file)))
    print(f"\nExported {count} rows to {course / 'grades.csv'}")
    print(f"Done in {time.monotonic() - start:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
