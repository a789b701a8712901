"""Fixtures for the package's own tests: one warm process, and submissions made from samples."""

import functools
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graders.engine import isolation, warm
from graders.engine.notebook import Notebook
from graders.engine.running import Providers

sys.path.insert(0, str(Path(__file__).parent))  # the programs beside the tests

import corpus
import postgres

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
def server() -> Iterator[postgres.Server]:
    """A PostgreSQL server, one for all tests of this process."""
    pytest.importorskip("psycopg", reason="PostgreSQL's driver is not installed")
    try:
        with postgres.serving() as found:
            yield found
    except postgres.Missing as reason:
        pytest.skip(str(reason))


@pytest.fixture(params=["sqlite", "postgresql"])
def db_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a gradebook may be made: a file, or a database on a server."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'gradebook.db'}?timeout=1"
    return request.getfixturevalue("server").database()


@pytest.fixture
def broken_bubblewrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A bubblewrap that is there and does not work, as in many containers."""
    fake = tmp_path / "bwrap"
    fake.write_text("#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    isolation.why_not.cache_clear()
    yield
    isolation.why_not.cache_clear()


@pytest.fixture(scope="session")
def graders() -> Iterator[corpus.Graders]:
    """What grades sample submissions, with one warm process."""
    found = corpus.Graders()
    yield found
    found.close()


@pytest.fixture(scope="session")
def warm_process(graders: corpus.Graders) -> warm.WarmProcess:
    """A warm process that has imported what many submissions need."""
    return graders.warm


@pytest.fixture(scope="session")
def providers(graders: corpus.Graders) -> Providers:
    """What quiz questions ask for: torch, and the keys in the source notebooks."""
    return graders.providers


@pytest.fixture(scope="session")
def reference_of() -> Callable[[str], Notebook]:
    """A function that reads an assignment's source notebook, with its reference solutions."""
    return corpus.reference


@pytest.fixture(scope="session")
def reference() -> Notebook:
    """The source notebook of the first assignment."""
    return corpus.reference("linear_regression_scratch")


@pytest.fixture(scope="session")
def solved() -> Callable[..., Notebook]:
    """A function that puts other solutions into a reference: `("…scratch", sgd="def sgd…")`."""
    return lambda assignment, **solutions: corpus.solved(assignment, solutions)


@pytest.fixture(scope="session")
def with_solution(solved: Callable[..., Notebook]) -> Callable[..., Notebook]:
    """The same for the first assignment: `(sgd="def sgd…")`."""
    return functools.partial(solved, "linear_regression_scratch")
