"""Where the time of a class goes: one process grades it, with a clock at the borders.

The loop of `graders autograde`, its grading process and its recording run in this one process, one
after the other, so that what each takes adds up to the whole. Workers are processes of their own,
as always. No code of the engine knows of the clock: its functions are wrapped from outside.
"""

import contextlib
import functools
import os
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future
from typing import Any
from unittest import mock

from bench_class import ASSIGNMENT, Member
from bench_courses import Course, environment
from bench_overhead import label

from graders.engine import nbgrader, warm
from graders.engine.classroom import autograde, recording, step

LOOP = "the loop around it all"
# Functions and what the time in them counts as, less that in others of them
BORDERS: list[tuple[Any, str, str]] = [
    (autograde.Classroom, "prepare", "looking at what was handed in, copying what lies beside it"),
    (autograde.Classroom, "publish", "putting what is graded in its place"),
    (recording.Recorder, "record", "recording in the gradebook"),
    (step, "grade", "nbgrader's steps, reading and writing notebooks"),
    (nbgrader.GradeSubmission, "grade", "the checks: inputs, comparisons, hints, the report"),
    (warm.WarmProcess, "worker", "making workers"),
    (warm.Worker, "close", "ending workers"),
]


class Clock:
    """Seconds by label: each moment counts for the innermost one that has begun."""

    def __init__(self, now: Callable[[], float] = time.perf_counter) -> None:
        self.spent: Counter[str] = Counter()
        self.graded: dict[str, float] = {}  # seconds of each student's step
        self._open: list[str] = []
        self._now, self._since = now, 0.0

    @contextlib.contextmanager
    def within(self, label: str) -> Iterator[None]:
        self._count()
        self._open.append(label)
        try:
            yield
        finally:
            self._count()
            self._open.pop()

    def _count(self) -> None:
        now = self._now()
        if self._open:
            self.spent[self._open[-1]] += now - self._since
        self._since = now


class Here(Executor):
    """An executor that does everything at once, where it is."""

    def submit(self, fn, /, *args, **kwargs):
        future: Future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def grade(course: Course, members: Sequence[Member]) -> Clock:
    """Have a class graded in this process. It was warm before if another was."""
    course.hand_in(members)
    clock = Clock()
    with contextlib.ExitStack() as stack:
        stack.enter_context(contextlib.chdir(course.folder))
        stack.enter_context(mock.patch.dict(os.environ, environment()))
        for owner, name, label_ in BORDERS:
            original = getattr(owner, name)
            wrapped = _wrapped(clock, original, label_)
            stack.enter_context(mock.patch.object(owner, name, wrapped))
        stack.enter_context(mock.patch.object(warm.Worker, "ask", _asking(clock, warm.Worker.ask)))
        app = autograde.GradersAutograde(1, Here)
        app.initialize([ASSIGNMENT, *course.options])
        with clock.within(LOOP):
            app.start()
    return clock


def _wrapped(clock: Clock, function: Callable, label_: str) -> Callable:
    @functools.wraps(function)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        begin = time.perf_counter()
        with clock.within(label_):
            found = function(*args, **kwargs)
        if isinstance(found, step.Graded):
            clock.graded[found.student] = time.perf_counter() - begin
        return found

    return wrapped


def _asking(clock: Clock, ask: Callable) -> Callable:
    @functools.wraps(ask)
    def asking(worker: warm.Worker, request: dict, *rest: Any) -> Any:
        if "op" not in request:  # it is told what it is to be: part of making it
            return ask(worker, request, *rest)
        with clock.within(label(request)):
            return ask(worker, request, *rest)

    return asking


def table(spent: Counter[str], own: Counter[str], count: int) -> list[list[str]]:
    """Where the time went, a submission, the largest first.

    Args:
        own: Of the labels that have it, what the submission computes itself.
    """
    rows = [["where", "ms", "share", "of it the submission's own computing, ms"]]
    total = sum(spent.values())
    for where, seconds in spent.most_common():
        bare = f"{1000 * own[where] / count:.1f}" if where in own else "–"
        rows.append(
            [where, f"{1000 * seconds / count:.1f}", f"{100 * seconds / total:.0f} %", bare]
        )
    mine = f"{1000 * sum(own.values()) / count:.1f}"
    rows.append(["all", f"{1000 * total / count:.1f}", "100 %", mine])
    return rows


def bottleneck(spent: Counter[str], own: Counter[str]) -> str:
    """What takes most of what is the engine's, in a sentence."""
    engine = Counter({where: seconds - own[where] for where, seconds in spent.items()})
    total, (first, second, *_) = sum(spent.values()), engine.most_common()
    mine = 100 * sum(own.values()) / total

    def share(found: tuple[str, float]) -> str:
        return f"{found[0]} ({100 * found[1] / total:.0f} %)"

    return (
        f"{mine:.0f} % of the time is the submission's own computing, of which most is"
        f" {max(own, key=lambda where: own[where])}. **The next bottleneck** of the engine is"
        f" {share(first)}, then {share(second)}."
    )


def by_kind(graded: dict[str, float], members: Sequence[Member]) -> dict[str, list[float]]:
    """The seconds of each step, by the kind of submission."""
    found: dict[str, list[float]] = {}
    for member in members:
        found.setdefault(member.kind, []).append(graded[member.name])
    return found


def close() -> None:
    """End the warm process that `grade` has started."""
    nbgrader.warm_process("strict", True).close()
    nbgrader.warm_process.cache_clear()
    nbgrader.oracle.cache_clear()
