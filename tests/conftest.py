"""Fixtures for the package's own tests: one warm process, and submissions made from samples."""

import dataclasses
import os
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


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where FIRSTGRAD_FAIL_ON_SKIP is set, a test may be skipped only for want of a GPU."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or not os.environ.get("FIRSTGRAD_FAIL_ON_SKIP"):
        return
    reasons = [str(report.longrepr) for report in reporter.stats.get("skipped", [])]
    unexcused = [reason for reason in reasons if "GPU" not in reason]
    if unexcused and session.exitstatus == pytest.ExitCode.OK:
        reporter.write_line(f"\n{len(unexcused)} tests were skipped: {unexcused[0]}", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


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
