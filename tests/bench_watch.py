"""Measure `pytest graders/ --watch`: from a save to its result, one exercise, everything warm."""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).parent.parent
ASSIGNMENT = "linear_regression_scratch"
NOTEBOOK = PROJECT / "solutions" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
# Right and wrong ones, no two alike: what is saved twice is not graded again
SOLUTIONS = {
    "right": "def sgd(params, lr, batch_size):\n"
    "    for p in params:  # {}\n"
    "        p.data -= lr * p.grad / batch_size",
    "wrong": "def sgd(params, lr, batch_size):\n"
    "    for p in params:  # {}\n"
    "        p.data -= lr * p.grad",
}


def watch(runs: int) -> dict[str, list[float]]:
    """From the moment when a saved notebook is in its place until its points are read: seconds,
    by the kind of the solution."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{ASSIGNMENT}.ipynb")
        save(path, "right", 0)
        options = ("--watch", f"--submission={path}", "-k", "sgd", "-p", "no:cacheprovider")
        process = subprocess.Popen(
            [sys.executable, "-m", "pytest", "graders/", *options],
            cwd=PROJECT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        lines = iter(process.stdout)
        try:
            read_until(lines, "Watching ")
            # The modules that are imported once the first result is shown
            seconds(path, lines, "right", 1)
            taken = {
                kind: [seconds(path, lines, kind, number) for number in range(runs)]
                for kind in SOLUTIONS
            }
        finally:
            process.terminate()
            process.wait()
            process.stdout.close()
    return taken


def seconds(path: Path, lines: Iterator[str], kind: str, number: int) -> float:
    """Save a solution; how long it takes until its points are there."""
    begin = save(path, kind, number + 1)
    words = "passed" if kind == "right" else "failed"
    line = read_until(lines, "  sgd ")
    end = time.perf_counter()
    assert words in line, line
    read_until(lines, "=====", " in ")  # the last line of a round
    return end - begin


def save(path: Path, kind: str, number: int) -> float:
    """Save the notebook as Jupyter does; when it was in its place."""
    content = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == "sgd":
            cell["source"] = SOLUTIONS[kind].format(number)
    new = path.with_suffix(".new")
    new.write_text(json.dumps(content), encoding="utf-8")
    os.replace(new, path)
    return time.perf_counter()


def read_until(lines: Iterator[str], *words: str) -> str:
    """The next line with all these words in it."""
    return next(line for line in lines if all(word in line for word in words))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20, help="saves of each solution")
    runs = parser.parse_args().runs
    for kind, taken in watch(runs).items():
        found = sorted(1000 * one for one in taken)
        print(
            f"pytest graders/ --watch -k sgd, from a save to its points, a {kind} solution: "
            f"{statistics.median(found):.0f} ms ({found[0]:.0f} to {found[-1]:.0f}, {runs} saves)",
        )


if __name__ == "__main__":
    main()
