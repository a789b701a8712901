"""The pytest plugin of the installed package: `pytest graders/` grades notebooks.

It is an entry point, not a conftest: an option registered in a conftest would make pytest take
`--submission ../sub` for a test path, and run `../sub/conftest.py` in the grading process.
Every pytest run in the environment loads this module, so it imports nothing that takes time.
"""

import inspect
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from .pytest_door import Door

DOOR = pytest.StashKey["Door"]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("firstgrad", "grading notebooks")
    group.addoption(
        "--submission",
        metavar="PATH",
        help="the notebook to grade, or a folder with notebooks named like their assignments "
        "(default: assignments/)",
    )
    group.addoption(
        "--grade-report", metavar="FILE", help="write points, outcomes and messages as JSON"
    )
    group.addoption(
        "--device",
        choices=("auto", "cpu", "cuda"),
        default="auto",
        help="where to run the checks; auto: on the CPU, and on the GPU too when there is one",
    )
    group.addoption(
        "--hint", action="store_true", help="show the second, more direct hint of each failure"
    )
    group.addoption(
        "--isolation",
        choices=("auto", "strict", "none"),
        default="auto",
        help="what keeps a submission to itself; auto: all that this machine has (`graders doctor` "
        "tells); strict: refuse to grade where anything of that is missing; none: for measuring",
    )
    group.addoption("--seed", type=int, help="replay the inputs of the grading with this seed")
    group.addoption(
        "--watch", action="store_true", help="grade a notebook again on every save, until Ctrl-C"
    )


def pytest_configure(config: pytest.Config) -> None:
    submission = config.getoption("submission")
    if submission is not None:
        path = Path(config.invocation_params.dir, submission)
        try:
            there = path.exists()
        except OSError:  # a name that is too long
            there = False
        if not there:
            raise pytest.UsageError(f"--submission: there is no {path}")
    if config.getoption("seed") is not None and config.getoption("seed") < 0:
        raise pytest.UsageError("--seed is a number from 0 up")
    if config.getoption("watch"):
        if config.option.collectonly:
            raise pytest.UsageError("--watch grades, and --collect-only does not: choose one")
        distributed = getattr(config.option, "numprocesses", None)
        if distributed or getattr(config.option, "dist", "no") != "no":
            raise pytest.UsageError("--watch grades in one process: leave out -n")


def door(config: pytest.Config) -> "Door":
    """What this run knows of grading; made when it is first needed."""
    if DOOR not in config.stash:
        from .pytest_door import Door

        config.stash[DOOR] = Door(config)
    return config.stash[DOOR]


def pytest_pycollect_makeitem(collector: pytest.Collector, name: str, obj: object) -> list | None:
    # Anything can stand in a test module: mocks answer to every attribute, proxies raise
    if not inspect.isfunction(obj) or "__check__" not in obj.__dict__:
        return None
    return door(collector.config).items(collector, obj.__dict__["__check__"])


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if DOOR in config.stash:
        config.stash[DOOR].select(items)


def pytest_collection_finish(session: pytest.Session) -> None:
    if session.config.getoption("watch"):
        from .watch import Watch

        session.config.pluginmanager.register(Watch(session), "firstgrad-watch")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """pytest-xdist: every process grades with the seed of the first."""
    node.workerinput["firstgrad_seed"] = door(node.config).seed


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    result = door(item.config).result_of(item) if DOOR in item.config.stash else None
    if result is not None and call.when == "call":
        # Plain data on the report: pytest-xdist carries it to the process that sums up
        report.__dict__["firstgrad"] = vars(result) | {"outcome": result.outcome.value}
    return report


def pytest_report_teststatus(report: Any) -> tuple[str, str, str] | None:
    found = getattr(report, "firstgrad", None)
    if found is None or report.when != "call":
        return None
    match found["outcome"]:
        case "not_attempted":
            return "not attempted", "n", "NOT ATTEMPTED"
        case "timed_out":
            return "failed", "T", "TIMED OUT"
        case "error":
            return "failed", "E", "ERROR"
        case "needs_marking":
            return "needs marking", "m", "NEEDS MARKING"
    return None


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    found = [
        report.firstgrad
        for reports in terminalreporter.stats.values()
        for report in reports
        if hasattr(report, "firstgrad")
    ]
    if found:
        door(config).summarise(terminalreporter, found)


def pytest_unconfigure(config: pytest.Config) -> None:
    if DOOR in config.stash:
        config.stash[DOOR].close()
