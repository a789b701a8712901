"""Fixtures for the package's own tests: one warm process, and submissions made from samples."""

import dataclasses
import functools
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graders.engine import keys, notebook, oracle, warm
from graders.engine.notebook import Notebook
from graders.engine.running import Providers

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
def reference_of() -> Callable[[str], Notebook]:
    """A function that reads an assignment's source notebook, with its reference solutions."""

    @functools.cache
    def read(assignment: str) -> Notebook:
        return notebook.read(PROJECT / "solutions" / assignment / f"{assignment}.ipynb")

    return read


@pytest.fixture(scope="session")
def reference(reference_of: Callable[[str], Notebook]) -> Notebook:
    """The source notebook of the first assignment."""
    return reference_of("linear_regression_scratch")


@pytest.fixture(scope="session")
def solved(reference_of: Callable[[str], Notebook]) -> Callable[..., Notebook]:
    """A function that puts other solutions into a reference: `("…scratch", sgd="def sgd…")`."""

    def replace(assignment: str, **solutions: str) -> Notebook:
        cells = [
            dataclasses.replace(cell, source=solutions.get(cell.grade_id, cell.source))
            for cell in reference_of(assignment).cells
        ]
        return Notebook(assignment, cells)

    return replace


@pytest.fixture(scope="session")
def with_solution(solved: Callable[..., Notebook]) -> Callable[..., Notebook]:
    """The same for the first assignment: `(sgd="def sgd…")`."""
    return functools.partial(solved, "linear_regression_scratch")


@pytest.fixture(scope="session")
def providers(warm_process: warm.WarmProcess) -> Iterator[Providers]:
    """What quiz questions ask for: torch, and the keys in the source notebooks."""

    @functools.cache
    def keys_of(assignment: str) -> dict[str, keys.Key]:
        return keys.read(PROJECT / "solutions" / assignment / f"{assignment}.ipynb")

    torch = oracle.WorkerOracle(warm_process)
    yield {
        "key": lambda check: keys_of(check.assignment)[check.exercise],
        "oracle": lambda check: torch,
    }
    torch.close()
