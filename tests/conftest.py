"""Fixtures for the package's own tests: one warm process, and submissions made from samples."""

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graders.engine import notebook, warm
from graders.engine.notebook import Notebook

pytest_plugins = ["pytester"]

PROJECT = Path(__file__).parent.parent
SUBMISSIONS = Path(__file__).parent / "submissions"


def pytest_configure(config: pytest.Config) -> None:
    # Here and not in the shared configuration, where it would fail learners as well
    config.addinivalue_line("filterwarnings", "error")


@pytest.fixture(scope="session")
def warm_process() -> Iterator[warm.WarmProcess]:
    """A warm process that has imported what many submissions need."""
    process = warm.WarmProcess(preload=warm.FOR_MANY)
    yield process
    process.close()


@pytest.fixture(scope="session")
def reference() -> Notebook:
    """The source notebook of the first assignment, with its reference solutions."""
    name = "linear_regression_scratch"
    return notebook.read(PROJECT / "solutions" / name / f"{name}.ipynb")


@pytest.fixture(scope="session")
def with_solution(reference: Notebook) -> Callable[..., Notebook]:
    """A function that puts other solutions into the reference notebook: `(sgd="def sgd…")`."""

    def replace(**solutions: str) -> Notebook:
        cells = [
            dataclasses.replace(cell, source=solutions.get(cell.grade_id, cell.source))
            for cell in reference.cells
        ]
        return Notebook(reference.name, cells)

    return replace
