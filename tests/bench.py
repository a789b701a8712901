"""Measure what is claimed of speed. `tox run -e bench`, or with some of: cold, nbgrader, isolation.

Times are compared as ratios, measured in turn in one run: a machine's speed drifts.
"""

import argparse
import functools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parent.parent
ASSIGNMENT = "linear_regression_scratch"
NOTEBOOK = PROJECT / "solutions" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
BIN = Path(sys.executable).parent

STOCK_CONFIG = """
c = get_config()
c.CourseDirectory.course_id = "firstgrad"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "assignments"
"""


def seconds(command: list[str], cwd: Path) -> float:
    """Run a command; how long it took. Raises `CalledProcessError`."""
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    start = time.perf_counter()
    subprocess.run(command, cwd=cwd, env={**os.environ, "PATH": path}, check=True, **QUIET)
    return time.perf_counter() - start


say = functools.partial(print, flush=True)  # it takes minutes: say each figure when it is there
QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def in_turn(first: Callable[[], float], second: Callable[[], float], runs: int) -> str:
    """Measure two things alternately, after one run of each; medians and their ratio."""
    first(), second()
    pairs = [(first(), second()) for _ in range(runs)]
    one, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratios = sorted(a / b for a, b in pairs)
    spread = f"{ratios[0]:.2f} to {ratios[-1]:.2f}"
    return f"{one:.2f} s against {other:.2f} s, ratio {one / other:.2f} ({spread}, {runs} pairs)"


def cold(runs: int) -> None:
    """`pytest graders/` over all assignments, from cold, against importing torch and pytest."""
    grading = [sys.executable, "-m", "pytest", "graders/", "--submission", "solutions"]
    imports = [sys.executable, "-c", "import torch, pytest"]
    found = in_turn(lambda: seconds(grading, PROJECT), lambda: seconds(imports, PROJECT), runs)
    say(f"pytest graders/ against python -c 'import torch, pytest': {found}")


def nbgrader(submissions: int, pairs: int) -> None:
    """`nbgrader autograde` with our preprocessor against stock, per submission."""
    with tempfile.TemporaryDirectory() as folder:
        courses = {
            "ours": (PROJECT / "nbgrader_config.py").read_text(encoding="utf-8"),
            "stock": STOCK_CONFIG,
        }
        for name, config in courses.items():
            _make_course(Path(folder) / name, config, submissions)
        found = in_turn(
            lambda: _per_submission(Path(folder) / "ours", submissions),
            lambda: _per_submission(Path(folder) / "stock", submissions),
            runs=pairs,
        )
        say(f"nbgrader autograde, ours against stock, per submission of {submissions}: {found}")


def isolation(submissions: int, pairs: int) -> None:
    """Grading a notebook, warm and in one process, with the walls and without them."""
    import corpus

    walled, bare = (corpus.Graders(mode) for mode in ("auto", "none"))
    try:
        found = in_turn(
            lambda: _per_notebook(walled, submissions),
            lambda: _per_notebook(bare, submissions),
            runs=pairs,
        )
    finally:
        walled.close()
        bare.close()
    missing = ", ".join(walled.warm.missing or {}) or "nothing"
    say(f"grading with the walls ({missing} missing) against none, per submission: {found}")


def _per_notebook(graders: Any, submissions: int) -> float:
    """Seconds to grade the reference notebook, with all its cells."""
    import corpus

    checks = corpus.checks.of_assignment(ASSIGNMENT)
    start = time.perf_counter()
    for _ in range(submissions):
        graders.grading(corpus.reference(ASSIGNMENT), checks, finish=True)
    return (time.perf_counter() - start) / submissions


def _make_course(course: Path, config: str, submissions: int) -> None:
    course.mkdir()
    (course / "nbgrader_config.py").write_text(config, encoding="utf-8")
    shutil.copytree(PROJECT / "solutions", course / "solutions")
    seconds([sys.executable, "-m", "nbgrader", "generate_assignment", ASSIGNMENT], course)
    for number in range(submissions):
        folder = course / "submitted" / f"student{number:03}" / ASSIGNMENT
        folder.mkdir(parents=True)
        shutil.copy(NOTEBOOK, folder)


def _per_submission(course: Path, submissions: int) -> float:
    """Seconds for each submission beyond the first: nbgrader's start-up aside."""
    command = [sys.executable, "-m", "nbgrader", "autograde", ASSIGNMENT, "--force"]
    one = seconds([*command, "--student", "student000"], course)
    return (seconds(command, course) - one) / (submissions - 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("what", nargs="*", default=["cold", "nbgrader", "isolation"])
    parser.add_argument("--runs", type=int, default=9, help="pairs of runs of `cold`, `isolation`")
    parser.add_argument("--pairs", type=int, default=3, help="pairs of runs of `nbgrader`")
    parser.add_argument("--submissions", type=int, default=12, help="of `nbgrader`, `isolation`")
    arguments = parser.parse_args()
    if "cold" in arguments.what:
        cold(arguments.runs)
    if "nbgrader" in arguments.what:
        nbgrader(arguments.submissions, arguments.pairs)
    if "isolation" in arguments.what:
        isolation(arguments.submissions, arguments.runs)


if __name__ == "__main__":
    main()
