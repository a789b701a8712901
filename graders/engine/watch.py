"""`pytest graders/ --watch`: grades a notebook again on every save.

The first round is an ordinary run. Every later one runs some of the same pytest items, those whose
results the save can have changed, with a reporter of its own, so that pytest prints it as it prints
any run.
"""

import contextlib
import math
import os
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import pytest
from _pytest.junitxml import xml_key

from . import grading, notebook
from .notebook import Cell, Notebook, UnreadableNotebook
from .pytest_door import CheckItem
from .pytest_plugin import door

LOOK_SECONDS = 0.03  # between two looks at the files
WHOLE_SECONDS = 0.5  # a file that is written in parts, or gone for a moment, has so long
COARSE_SECONDS = 2.0  # the clock of a file system may be as coarse: two saves look like one
AWAKE_SECONDS = 60.0  # a tenth of what a warm process waits before it ends
TERMINAL = "terminalreporter"  # pytest's name for it

Basis = list[Cell] | None


class SavedAgain(Exception):
    """What is being graded is not what is in the file any more."""


class Saves:
    """The saves of one notebook.

    Args:
        places: Where it may be; the first of them where there is a file counts.
    """

    def __init__(self, places: Sequence[Path]) -> None:
        self._places = places
        self._stamp: tuple | None = None  # what the file system says of the file
        self._content: bytes | str | None = None  # what was in it, or why it could not be read
        self._given: bytes | str | None = None  # the same of what was given out last
        self._changed = -math.inf

    def look(self, patience: float = WHOLE_SECONDS) -> Notebook | UnreadableNotebook | None:
        """What has been saved since the last look; None where nothing has.

        Args:
            patience: A file that is no notebook counts as not yet saved for so many seconds.
        """
        now = time.monotonic()
        path, stamp = self._find()
        if stamp != self._stamp:
            self._stamp, self._changed = stamp, now
        elif self._is_settled(now):
            return None
        content = _content(path)
        if content != self._content:
            self._content, self._changed = content, now
        if content == self._given:
            return None
        found = _parsed(content, path)
        if isinstance(found, UnreadableNotebook) and now - self._changed < patience:
            return None
        self._given = content
        return found

    def _is_settled(self, now: float) -> bool:
        known = self._given is not None and self._content == self._given
        return known and now - self._changed > COARSE_SECONDS

    def _find(self) -> tuple[Path, tuple | None]:
        for path in self._places:
            with contextlib.suppress(OSError):
                status = os.stat(path)
                return path, (path, status.st_ino, status.st_size, status.st_mtime_ns)
        return self._places[0], None


def _content(path: Path) -> bytes | str:
    try:
        return notebook.content(path)
    except UnreadableNotebook as error:
        return str(error)


def _parsed(content: bytes | str, path: Path) -> Notebook | UnreadableNotebook:
    if isinstance(content, str):
        return UnreadableNotebook(content)
    try:
        return notebook.parse(content, path.stem, path)
    except UnreadableNotebook as error:
        return error


class Watch:
    """The pytest plugin behind `--watch`: rounds of grading, until Ctrl-C.

    Ctrl-C between two rounds ends the run with the status of the results as they stand: 0 when of
    no check the last one counts against it, and every notebook that was graded can still be read.
    In the middle of a round it interrupts pytest, as ever.
    """

    def __init__(self, session: pytest.Session) -> None:
        self._session, self._config = session, session.config
        self._door = door(session.config)
        self._items = [item for item in session.items if isinstance(item, CheckItem)]
        names = dict.fromkeys(item.check.assignment for item in self._items)
        self._files = {name: Saves(self._door.places(name)) for name in names}
        self._notebooks: dict[str, Notebook | UnreadableNotebook] = {}
        self._news: dict[str, None] = {}  # the assignments that have been saved since a round
        self._ran: list[CheckItem] = []  # in this round
        self._graded: dict[CheckItem, Basis] = {}  # what the last result is true of
        self._latest: dict[str, list[pytest.TestReport]] = {}  # by the item's id
        self._later = False  # whether this is a later round than the first
        self._busy = True  # whether a round has begun whose results are not all printed
        self._original: Any = session.config.pluginmanager.get_plugin(TERMINAL)
        self._reporter: Any = self._original
        # pytest's own stop at the first failure would hold for all rounds
        self._limit = self._config.option.maxfail
        self._config.option.maxfail = 0

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtestloop(self) -> Generator[None, object, object]:
        session = self._session
        if self._later or session.testsfailed:  # pytest's own loop; errors while collecting
            return (yield)
        self._begin()
        with self._one_result_a_check():
            try:
                stop = ""
                try:
                    yield
                except session.Failed as failed:
                    stop = str(failed)
                self._finish(stop)
                self._reporter.write_line(self._welcome())
                self._reporter.flush()
                self._door.expect_more()
                self._watch()
            except KeyboardInterrupt:
                if self._busy:
                    raise
                self._end()
        return True

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        done = yield
        if isinstance(item, CheckItem):
            self._ran.append(item)
        if self._later and self._is_outdated():
            raise SavedAgain
        if self._limit and self._session.testsfailed >= self._limit:
            raise self._session.Failed(f"stopping after {self._session.testsfailed} failures")
        return done

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "setup":
            self._latest[report.nodeid] = []
        self._latest[report.nodeid].append(report)

    def _begin(self) -> None:
        """Leave to the first round what is there. Raises `UsageError` where that is nothing."""
        if self._original is None:
            raise pytest.UsageError("--watch prints to the terminal: leave out -p no:terminal")
        if not self._items:
            raise pytest.UsageError("--watch: no check is selected, there is nothing to watch")
        self._look(patience=0.0)
        self._news.clear()
        there = [name for name in self._files if name in self._door.handed_in]
        if not any(isinstance(self._notebooks[name], Notebook) for name in there):
            why = self._notebooks[next(iter(there or self._files))]
            raise pytest.UsageError(f"--watch: there is nothing to watch. {why}")
        self._door.renew(self._notebooks)
        others = [item for item in self._session.items if not isinstance(item, CheckItem)]
        first = [item for item in self._items if item.check.assignment in there]
        self._session.items[:] = [*others, *first]
        self._session.testscollected = len(self._session.items)

    def _welcome(self) -> str:
        readable = [name for name, found in self._notebooks.items() if isinstance(found, Notebook)]
        count = "1 notebook" if len(readable) == 1 else f"{len(readable)} notebooks"
        place = self._door.submission()
        return f"Watching {place} ({count}): every save is graded. Ctrl-C ends."

    def _watch(self) -> NoReturn:
        asked = time.monotonic()
        while True:
            self._look()
            if due := self._take_news():
                self._grade(due)
            else:
                if time.monotonic() - asked > AWAKE_SECONDS:
                    asked = time.monotonic()
                    self._door.keep_awake()
                time.sleep(LOOK_SECONDS)

    def _look(self, patience: float = WHOLE_SECONDS) -> None:
        for name, saves in self._files.items():
            found = saves.look(patience)
            if found is not None:
                self._notebooks[name] = found
                self._news[name] = None

    def _is_outdated(self) -> bool:
        """Whether a newer save changes what this round is about."""
        self._look()
        items = [item for item in self._items if item in self._session.items]
        return any(
            isinstance(self._notebooks[name], Notebook)
            and self._basis(item) != _basis(self._door.notebook(name), item)
            for item in items
            if (name := item.check.assignment) in self._news
        )

    def _basis(self, item: CheckItem) -> Basis:
        return _basis(self._notebooks[item.check.assignment], item)

    def _take_news(self) -> list[CheckItem]:
        """The items to run because of what has been saved; where there are none it says why."""
        news, due = list(self._news), []
        self._news.clear()
        for name in news:
            found = self._notebooks[name]
            if isinstance(found, UnreadableNotebook):
                self._say(str(found), red=True)
                continue
            mine = [item for item in self._items if item.check.assignment == name]
            # An exercise as a whole: its points are those of all its checks
            changed = {i.check.exercise for i in mine if self._graded.get(i) != self._basis(i)}
            due += [item for item in mine if item.check.exercise in changed]
            if not changed:
                self._say(f"{name} saved: nothing that is graded here has changed")
        return due

    def _say(self, text: str, **markup: bool) -> None:
        self._reporter.write_line(f"{datetime.now():%H:%M:%S} {text}", **markup)
        self._reporter.flush()

    def _grade(self, items: list[CheckItem]) -> None:
        """A later round: pytest's own loop over some items, with a reporter that is new."""
        names = dict.fromkeys(item.check.assignment for item in items)
        self._door.renew({name: self._notebooks[name] for name in names})
        session, plugins = self._session, self._config.pluginmanager
        session.items[:] = self._door.in_order(items)
        session.testscollected, session.testsfailed = len(items), 0
        plugins.unregister(name=TERMINAL)
        self._reporter = self._new_reporter()
        plugins.register(self._reporter, TERMINAL)
        self._later = self._busy = True  # before it is said: Ctrl-C may be the answer
        self._reporter.write_sep("-", f"{datetime.now():%H:%M:%S} {self._title(session.items)}")
        self._reporter.flush()
        stop = ""
        try:
            self._config.hook.pytest_runtestloop(session=session)
        except session.Failed as failed:
            stop = str(failed)
        except SavedAgain:
            self._reporter.ensure_newline()
            self._say("saved again: from the beginning")
            self._door.end_workers()
            self._graded.update(dict.fromkeys(self._ran))  # whatever comes: these are graded again
            self._ran.clear()
            session._setupstate.teardown_exact(None)
            return
        self._finish(stop)

    def _new_reporter(self) -> Any:
        without_header = type("Reporter", (type(self._original),), {"showheader": False})
        reporter = without_header(self._config)
        reporter.pytest_sessionstart(self._session)
        return reporter

    def _title(self, items: Iterable[pytest.Item]) -> str:
        exercises: dict[str, dict[str, None]] = {}
        for item in items:
            assert isinstance(item, CheckItem)
            exercises.setdefault(item.check.assignment, {})[item.check.exercise] = None
        return "; ".join(f"{name}: {', '.join(mine)}" for name, mine in exercises.items())

    def _finish(self, stop: str) -> None:
        """Print what a round has found, as pytest does at the end of a run."""
        session, reporter = self._session, self._reporter
        status = pytest.ExitCode.TESTS_FAILED if session.testsfailed else pytest.ExitCode.OK
        session._setupstate.teardown_exact(None)  # where pytest has stopped between two items
        for item in self._ran:
            self._graded[item] = _basis(self._door.notebook(item.check.assignment), item)
        self._ran.clear()
        reporter.ensure_newline()
        reporter.write_line("")
        self._config.hook.pytest_terminal_summary(
            terminalreporter=reporter, exitstatus=status, config=self._config
        )
        if stop:
            reporter.write_sep("!", stop, red=True)
        self._busy = False
        reporter.summary_stats()
        reporter.flush()
        self._door.end_workers()

    def _end(self) -> None:
        """Leave the results as they stand for pytest to end its run with."""
        plugins = self._config.pluginmanager
        for item, basis in self._graded.items():
            if basis != self._basis(item):  # -x has left it out since, or the file is broken
                self._latest.pop(item.nodeid, None)
        self._reporter.write_line("")
        plugins.unregister(name=TERMINAL)
        plugins.register(self._original, TERMINAL)
        kept = ("deselected", "warnings")
        found = self._original.stats
        self._original.stats = {name: found[name] for name in kept if name in found}
        reports = [report for reports in self._latest.values() for report in reports]
        for report in reports:
            category, *_ = self._config.hook.pytest_report_teststatus(
                report=report, config=self._config
            )
            self._original._add_stats(category, [report])
        lost = [
            name
            for name in {item.check.assignment for item in self._graded}
            if isinstance(self._notebooks[name], UnreadableNotebook)
        ]
        self._session.testsfailed = sum(report.failed for report in reports) + len(lost)
        # All of it has been said, but how many there are
        self._config.option.no_summary = self._door.done = True

    @contextlib.contextmanager
    def _one_result_a_check(self) -> Iterator[None]:
        """Keep JUnit's file waiting: at the end it gets the last result of every check."""
        junit = self._config.stash.get(xml_key, None)
        if junit is None:
            yield
            return
        self._config.pluginmanager.unregister(junit)
        try:
            yield
        finally:
            self._config.pluginmanager.register(junit)
            for reports in self._latest.values():
                for report in reports:
                    junit.pytest_runtest_logreport(report)


def _basis(found: Notebook | UnreadableNotebook, item: CheckItem) -> Basis:
    return grading.basis(found, item.check) if isinstance(found, Notebook) else None
