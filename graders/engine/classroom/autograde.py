"""The loop of `graders autograde`: find what is to be graded, have it graded, write it down.

A submission is in one of three places: handed in, in the staging folder while it is graded, and in
the folder for graded ones once its marks are in the gradebook. Wherever the run is killed, the next
one goes on from there.
"""

import contextlib
import datetime
import logging
import os
import pickle
import shutil
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader import utils
from nbgrader.apps.autogradeapp import AutogradeApp
from nbgrader.apps.baseapp import NbGrader
from nbgrader.converters import Autograde, NbGraderException
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy.exc import DBAPIError
from tqdm import tqdm
from traitlets import default

from .. import gradebook, interrupted, keys
from ..gradebook import GradebookError
from ..nbgrader import GradeSubmission
from ..notebook import UnreadableNotebook
from ..public import public_files
from ..warm import EngineError
from . import pool, step
from .course import CannotAutogradeError, course_of, read, steps
from .recording import Entry, NotTaken, Recorder
from .step import Course, Graded, HandedIn, ProcessDied
from .summary import Summary

AHEAD = 3  # submissions for each process that are prepared before it asks for them
BATCH = 32  # submissions in one transaction, or as many as come in
BATCH_SECONDS = 2.0
ATTEMPTS = 2  # at a submission on which the grading process itself has died


@dataclass
class _Job:
    """A submission on its way.

    Attributes:
        staging: The folder that will be the graded one.
    """

    handed_in: HandedIn
    staging: Path
    timestamp: datetime.datetime | None
    attempts: int = 0


class GradersAutograde(AutogradeApp):
    """nbgrader's command line and configuration for `nbgrader autograde`, with our loop.

    Args:
        jobs: How many submissions can be graded at a time; a function, where that changes.
        executor: Makes what grades them, any `concurrent.futures.Executor`, such as mpi4py's
            `MPIPoolExecutor`. It is called again after a `BrokenExecutor`, and what it has made is
            shut down in the end. Processes of this machine if it is not given.
    """

    def __init__(
        self,
        jobs: int | Callable[[], int],
        executor: Callable[[], Executor] | None = None,
        **more: Any,
    ) -> None:
        super().__init__(**more)
        self._jobs = jobs if callable(jobs) else lambda: jobs
        self._executor = executor or self._processes
        self.summary: Summary | None = None

    def _processes(self) -> Executor:
        wanted = GradeSubmission(parent=self)
        return pool.Processes(self._jobs(), wanted.isolation, wanted.figures)

    @default("log_level")
    def _log_level_default(self) -> int:
        return logging.WARNING

    def start(self) -> None:
        """Grade. Raises `CannotAutogradeError`, `EngineError`."""
        NbGrader.start(self)
        if len(self.extra_args) != 1:
            raise CannotAutogradeError(f"one assignment at a time, not {len(self.extra_args)}")
        (self.coursedir.assignment_id,) = self.extra_args
        converter = Classroom(coursedir=self.coursedir, parent=self)
        converter.jobs, converter.executor = self._jobs, self._executor
        try:
            with gradebook.in_words(self.coursedir.db_url):
                converter.start()
        except NbGraderException as error:
            raise CannotAutogradeError(str(error)) from None
        finally:
            self.summary = converter.summary


class Classroom(Autograde):
    """nbgrader's converter, with another loop: what is to be graded, what is copied and who is left
    out is as there; what is slow there is not used."""

    jobs: Callable[[], int]
    executor: Callable[[], Executor]
    summary: Summary | None = None

    def convert_notebooks(self) -> None:
        """Grade every submission of `self.assignments`."""
        name = self.coursedir.assignment_id
        recorder = Recorder(
            self.coursedir.db_url,
            self.coursedir.course_id,
            name,
            penalties=self._penalties(),
            log=self.log,
        )
        self._releases = recorder.releases()
        course = course_of(self, self._releases)
        self.summary = Summary(name, list(_exercises(course)))
        begin = time.monotonic()
        home = Path(self._format_dest(name, "+")).parent.parent
        run = _Run(self, recorder, course, interrupted.staging(home, name))
        try:
            run.grade(deque(sorted(self.assignments)))
        finally:
            self.summary.seconds = time.monotonic() - begin

    def _penalties(self) -> AssignLatePenalties | None:
        found = [one for one in steps(self) if issubclass(one, AssignLatePenalties)]
        return found[-1](parent=self) if found else None

    # --- one submission ----------------------------------------------------------------------

    def prepare(self, student: str, folder: str, staging: Path) -> _Job | None:
        """Copy what is to lie beside a graded notebook, and read what was handed in; None if the
        submission is not to be graded (any more)."""
        name = self.coursedir.assignment_id
        self.notebooks = sorted(self.assignments[folder])
        if not self.init_destination(name, student):
            return None
        self.run_pre_convert_hook()
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
        self._copy(Path(folder), staging)
        source = Path(self.coursedir.format_path(self.coursedir.source_directory, ".", name))
        self._copy(source, staging, leave=self.exclude_overwriting.get(name, []))
        for path in map(Path, self.notebooks):
            if path.stem not in self._releases:
                self.log.warning("Skipping unknown notebook: %s", path)
        notebooks = read(self.notebooks, self._releases)
        if not notebooks:
            raise CannotAutogradeError("it holds no notebook of this assignment")
        handed_in = HandedIn(student, notebooks, public_files(staging))
        return _Job(handed_in, staging, self.coursedir.get_existing_timestamp(folder))

    def _copy(self, source: Path, target: Path, leave: Sequence[str] = ()) -> None:
        for found in utils.find_all_files(str(source), [*self.coursedir.ignore, "*.ipynb"]):
            path = os.path.relpath(found, source)
            if path not in leave:
                copy = target / path
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.unlink(missing_ok=True)
                shutil.copy(found, copy)

    def publish(self, job: _Job, graded: Graded) -> None:
        """Put a submission that has been recorded where nbgrader looks for graded ones."""
        name, student = self.coursedir.assignment_id, graded.student
        target = Path(os.path.normpath(self._format_dest(name, student)))
        target.parent.mkdir(parents=True, exist_ok=True)
        if self.coursedir.notebook_id == "*":
            if target.exists():
                utils.rmtree(str(target))
            job.staging.rename(target)
        else:  # others of the same submission stay
            target.mkdir(exist_ok=True)
            for path in [p for p in job.staging.rglob("*") if p.is_file()]:
                copy = target / path.relative_to(job.staging)
                copy.parent.mkdir(parents=True, exist_ok=True)
                path.replace(copy)
            shutil.rmtree(job.staging)
        self.set_permissions(name, student)
        self.run_post_convert_hook()


class _Run:
    """One run: which submissions are where.

    Args:
        staging: The folder for what is on its way.
    """

    def __init__(self, room: Classroom, recorder: Recorder, course: Course, staging: Path) -> None:
        assert room.summary is not None
        self._room, self._recorder, self._staging = room, recorder, staging
        self._summary, self._log = room.summary, room.log
        self._course = pickle.dumps(course)
        self._on_the_way: dict[Future, _Job] = {}
        self._again: deque[_Job] = deque()  # those that are tried once more, alone
        self._batch: list[tuple[_Job, Graded]] = []
        self._recorded_at = time.monotonic()
        self._known = None if room.create_student else recorder.students()
        self._said: set[str] = set()
        self._alive = False  # whether a grading process has ever answered

    def grade(self, folders: deque[str]) -> None:
        """Grade the submissions in these folders."""
        executor, again = self._room.executor(), self._again
        try:
            with self._bar(len(folders)) as show, _ctrl_c() as asked_to_stop:
                while folders or again or self._on_the_way:
                    if asked_to_stop():
                        raise KeyboardInterrupt
                    try:
                        jobs = self._room.jobs()
                        most = 1 if self._one_is_suspected() else AHEAD * jobs
                        while (folders or again) and len(self._on_the_way) < most:
                            job = again.popleft() if again else self._next(folders.popleft())
                            show()
                            if job is not None:
                                self._send(executor, job)
                        self._receive(show)
                    except BrokenExecutor as error:
                        if not self._alive and self._is_last_attempt():
                            raise _never_alive(error) from None
                        # A grading process was killed, for want of memory perhaps. Who is to
                        # blame is not known: everything that was on the way is tried again, alone
                        again.extend(self._recalled())
                        executor.shutdown(wait=False, cancel_futures=True)
                        executor = self._room.executor()
                self._record()
                show()
        except (DBAPIError, GradebookError):
            raise  # the gradebook is not to be had
        except BaseException:
            with contextlib.suppress(Exception):
                self._record()  # what is finished is not thrown away
            raise
        finally:
            executor.shutdown(cancel_futures=True)
            shutil.rmtree(self._staging, ignore_errors=True)

    def _next(self, folder: str) -> _Job | None:
        student = interrupted.student_of(self._room, folder)
        printable = student.encode(errors="backslashreplace").decode()
        try:
            if printable != student:  # neither a gradebook nor a notebook could hold it
                raise CannotAutogradeError("the name of the folder is not UTF-8: rename it")
            if self._known is not None and student not in self._known:
                raise CannotAutogradeError("the gradebook does not know this student")
            job = self._room.prepare(student, folder, self._staging / student)
        except (CannotAutogradeError, OSError) as error:
            self._fail(printable, str(error))
            return None
        if job is None:
            self._summary.passed_over += 1
        return job

    def _send(self, executor: Executor, job: _Job) -> None:
        job.attempts += 1
        try:
            self._on_the_way[executor.submit(step.grade, self._course, job.handed_in)] = job
        except BrokenExecutor:
            self._on_the_way[Future()] = job  # to be recalled with the others
            raise

    def _one_is_suspected(self) -> bool:
        return bool(self._again) or any(job.attempts > 1 for job in self._on_the_way.values())

    def _is_last_attempt(self) -> bool:
        return any(job.attempts > ATTEMPTS for job in self._on_the_way.values())

    def _recalled(self) -> Iterator[_Job]:
        for job in self._on_the_way.values():
            if job.attempts > ATTEMPTS:
                self._fail(job.handed_in.student, "the grading process died on it, several times")
            else:
                yield job
        self._on_the_way.clear()

    def _receive(self, show: Callable[[], None]) -> None:
        if not self._on_the_way:
            return
        finished, _ = wait(self._on_the_way, BATCH_SECONDS, FIRST_COMPLETED)
        for future in finished:
            job = self._on_the_way[future]
            try:
                graded = future.result()
            except (BrokenExecutor, EngineError, UnreadableNotebook):
                raise
            except ProcessDied as error:
                # What else was in that process may be to blame, or the process itself: whether any
                # can live is known after the others have had their turn
                if job.attempts < ATTEMPTS + (not self._alive):
                    self._again.append(job)
                elif self._alive:
                    self._fail(job.handed_in.student, str(error))
                else:
                    raise _never_alive(error) from None
            except Exception as error:  # a fault of ours, with this one submission
                self._log.debug("%s", job.handed_in.student, exc_info=error)
                self._fail(job.handed_in.student, f"{type(error).__name__}: {error}")
            else:
                self._alive = True
                self._tell(graded)
                for name, made in graded.notebooks.items():
                    (job.staging / f"{name}.ipynb").write_text(made.text + "\n", encoding="utf-8")
                self._batch.append((job, graded))
            del self._on_the_way[future]
        late = time.monotonic() - self._recorded_at > BATCH_SECONDS
        if len(self._batch) >= BATCH or (self._batch and late):
            self._record()
            show()

    def _record(self) -> None:
        """Write the batch into the gradebook, and only then where it counts as graded."""
        for job, graded in self._recorded():
            self._room.publish(job, graded)
            self._summary.add(graded)
        self._batch.clear()
        self._recorded_at = time.monotonic()

    def _recorded(self) -> Sequence[tuple[_Job, Graded]]:
        """Those of the batch that are in the gradebook now: all, but for what it does not take."""
        try:
            self._recorder.record([Entry(graded, job.timestamp) for job, graded in self._batch])
            return self._batch
        except NotTaken:
            taken = []
        for job, graded in self._batch:
            try:
                self._recorder.record([Entry(graded, job.timestamp)])
                taken.append((job, graded))
            except NotTaken as error:
                self._fail(graded.student, str(error))
        return taken

    def _tell(self, graded: Graded) -> None:
        for level, text in graded.log:
            if text.startswith("firstgrad: "):  # of this machine, not of a submission
                if text not in self._said:
                    self._said.add(text)
                    self._log.log(level, "%s", text)
            else:
                self._log.log(level, "%s: %s", graded.student, text)

    def _fail(self, student: str, reason: str) -> None:
        self._summary.failed[student] = reason
        self._log.error("%s could not be graded: %s", student, reason)

    @contextlib.contextmanager
    def _bar(self, total: int) -> Iterator[Callable[[], None]]:
        """A line that says how far it is, on a terminal."""
        with tqdm(total=total, unit=" submissions", disable=None, file=sys.stderr) as bar:

            def show() -> None:
                summary = self._summary
                done = summary.graded + summary.passed_over + len(summary.failed)
                bar.set_postfix(
                    {**summary.tally, **({"failed": n} if (n := len(summary.failed)) else {})},
                    refresh=False,
                )
                bar.update(done - bar.n)

            yield show


@contextlib.contextmanager
def _ctrl_c() -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C was pressed. It is asked between two submissions: an exception in the middle
    of anything could get lost, or leave something half done. Pressed again, it ends the run."""
    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    pressed = False

    def press(*_: object) -> None:
        nonlocal pressed
        pressed = True
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, press)
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)


def _never_alive(error: Exception) -> CannotAutogradeError:
    return CannotAutogradeError(f"the grading processes end as soon as they begin ({error})")


def _exercises(course: Course) -> Iterator[str]:
    """The exercises of an assignment in their order, as the summary names them.

    That is the order of the source: a gradebook keeps none, and PostgreSQL puts a cell that was
    released once more, with another text, at the end.
    """
    for name, release in course.releases.items():
        prefix = f"{name}/" if len(course.releases) > 1 else ""
        place: dict[str, int] = {}
        with contextlib.suppress(UnreadableNotebook):
            source = keys.Source(Path(f"{name}.ipynb"), course.sources[name]).notebook
            place = {cell.grade_id: number for number, cell in enumerate(source.cells)}
        graded = [cell.name for cell in release.cells if cell.points is not None]
        for cell in sorted(graded, key=lambda cell: place.get(cell, len(place))):
            yield prefix + cell.removeprefix("check_")
