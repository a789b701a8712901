"""The same assignment for otter-grader, in an environment of its own."""

import copy
import json
import subprocess
import sysconfig
import venv
from collections.abc import Sequence
from pathlib import Path

import corpus
from bench_class import ASSIGNMENT, EXERCISES, Member, fill
from bench_courses import BenchError, run
from bench_stock import with_asserts

HOME = corpus.PROJECT / ".tox" / "otter"  # ignored by git, and kept for the next time


def install(home: Path = HOME) -> Path:
    """An environment with otter-grader, made if there is none; its Python.

    It takes torch, numpy and Jupyter from this environment, so that both sides run the same, and
    what it needs besides from PyPI. Raises `BenchError`.
    """
    python = home / "bin" / "python"
    if not python.exists():
        venv.create(home, with_pip=True)
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "firstgrad.pth").write_text(sysconfig.get_path("purelib") + "\n")
    pip = [str(python), "-m", "pip", "install", "--quiet", "otter-grader"]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or ["?"])[-1]
        raise BenchError(f"otter-grader could not be installed: {last}")
    return python


def version(python: Path) -> str:
    """Of otter-grader."""
    code = "import importlib.metadata as m; print(m.version('otter-grader'))"
    return subprocess.run(
        [str(python), "-c", code], check=True, capture_output=True, text=True
    ).stdout.strip()


def master(source: dict) -> dict:
    """A source notebook as `otter assign` wants it: a question for each exercise, whose tests are
    plain asserts, one case."""
    notebook = with_asserts(copy.deepcopy(source))
    cells = [_raw("# ASSIGNMENT CONFIG\ninit_cell: false\nrun_tests: false\ncheck_all_cell: false")]
    for cell in notebook["cells"]:
        name = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
        if name in EXERCISES:
            cell["source"] = cell["source"].replace("### ", "# ")
            cells += [_raw(f"# BEGIN QUESTION\nname: {name}"), _raw("# BEGIN SOLUTION"), cell]
            cells += [_raw("# END SOLUTION")]
        elif name.startswith("check_"):
            cells += [_raw("# BEGIN TESTS"), cell, _raw("# END TESTS"), _raw("# END QUESTION")]
        else:
            cells.append(cell)
    return {**notebook, "cells": [{**cell, "id": f"c{n}"} for n, cell in enumerate(cells)]}


def _raw(text: str) -> dict:
    return {"cell_type": "raw", "metadata": {}, "source": text}


def assign(python: Path, folder: Path) -> tuple[Path, dict]:
    """Have `otter assign` make an assignment; its autograder, and what students get."""
    source = json.loads(corpus.source_of(ASSIGNMENT).read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{ASSIGNMENT}.ipynb").write_text(json.dumps(master(source)), encoding="utf-8")
    run([str(python), "-m", "otter", "assign", f"{ASSIGNMENT}.ipynb", "dist"], folder)
    (autograder,) = (folder / "dist" / "autograder").glob("*.zip")
    (student,) = (folder / "dist" / "student").glob("*.ipynb")
    return autograder, json.loads(student.read_text(encoding="utf-8"))


def grade(
    python: Path, folder: Path, autograder: Path, student: dict, members: Sequence[Member]
) -> tuple[float, list[float]]:
    """Seconds of `otter run` for each submission, and what part of the points each has."""
    seconds, marks = 0.0, []
    for member in members:
        home = folder / member.name
        home.mkdir(exist_ok=True)
        content = fill(copy.deepcopy(student), member)
        (home / f"{ASSIGNMENT}.ipynb").write_text(json.dumps(content), encoding="utf-8")
        command = [str(python), "-m", "otter", "run", "-a", str(autograder), "-o", str(home)]
        seconds += run([*command, f"{ASSIGNMENT}.ipynb"], home)
        results = json.loads((home / "results.json").read_text(encoding="utf-8"))
        tests = [test for test in results["tests"] if test.get("max_score")]
        marks.append(sum(t["score"] for t in tests) / sum(t["max_score"] for t in tests))
    return seconds / len(members), marks
