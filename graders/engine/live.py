"""`check("sgd")` in a student's own kernel: the same checks, against the functions that live there.

For feedback only. It draws no points, keeps the kernel's random states, prints nothing when all is
well, and raises an exception that shows our lines and no traceback of ours.
"""

import contextlib
import functools
import inspect
import io
import sys
import warnings
from collections.abc import Iterator
from typing import Any

from . import checks, grading, prerequisites
from .functions import Ask
from .notebook import Cell
from .oracle import KernelOracle
from .outcomes import CheckResult, Outcome
from .quiz import UNSEEN
from .returned import Unanswered
from .running import Probed, Providers, run_check

# No keys: this is a process in which a submission's code runs
PROVIDERS: Providers = {
    "key": lambda check: None,
    "oracle": lambda check: KernelOracle(),
    "text": lambda check: UNSEEN,
}


class CheckFailed(Exception):
    """What `check` raises: its text is for the learner, in Jupyter and anywhere else."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return self.text

    def _render_traceback_(self) -> list[str]:
        # IPython shows these lines in the place of a traceback
        return self.text.splitlines()


def caller_namespace() -> dict[str, Any]:
    """The global names where `check` was called: two frames up from here."""
    return sys._getframe(2).f_globals


def check(
    exercise: str,
    assignment: str | None,
    *,
    hint: bool = False,
    seed: int | None,
    namespace: dict[str, Any],
) -> None:
    """Run the checks of an exercise against `namespace`. Raises `CheckFailed`."""
    found = _find(exercise, assignment)
    if seed is not None and (not isinstance(seed, int) or seed < 0):
        raise CheckFailed(f"A seed is a whole number from 0 up, and not {seed!r}.")
    seed = grading.draw_seed() if seed is None else seed
    results: list[CheckResult] = []
    ask = _asker(namespace)
    providers = {**PROVIDERS, "source": lambda one: _source(namespace, one)}
    probed: Probed = {}
    with _undisturbed():
        for one in found:
            results.append(run_check(one, ask, "cpu", seed, results, providers, probed))
            if results[-1].outcome is Outcome.NOT_ATTEMPTED:
                break  # every other check would say the same
        results = _in_their_turn(found, results, ask, seed)
    failed = [r for r in results if not r.outcome.green]
    if failed:
        raise CheckFailed(_text(exercise, results, failed, len(found), seed, hint))
    for waits in (r for r in results if r.outcome is Outcome.NEEDS_MARKING):
        print(f"{exercise}: {waits.message}")


def _in_their_turn(
    found: list[checks.Check], results: list[CheckResult], ask: Ask, seed: int
) -> list[CheckResult]:
    """The results; of checks that failed and build on an exercise that is wrong, that they wait."""

    @functools.cache
    def is_right(assignment: str, exercise: str) -> bool:
        mine = [c for c in checks.of_assignment(assignment) if c.exercise == exercise]
        return all(run_check(c, ask, "cpu", seed, (), PROVIDERS).outcome.green for c in mine)

    turned = []
    for check, result in zip(found, results, strict=False):
        below = [] if result.outcome.green else prerequisites.of(check)
        wrong = [name for name in below if not is_right(check.assignment, name)]
        turned.append(prerequisites.waiting(result, wrong) if wrong else result)
    return turned


def _source(namespace: dict[str, Any], check: checks.Check) -> Cell | None:
    """The text of an exercise's function or class, as the kernel remembers it."""
    try:
        source = inspect.getsource(namespace[check.exercise])
    except (KeyError, OSError, TypeError):
        return None
    return Cell(0, "code", source)  # without a number: a kernel does not know its cells' places


def _find(exercise: str, assignment: str | None) -> list[checks.Check]:
    names = checks.assignments() if assignment is None else [assignment]
    try:
        found = [c for name in names for c in checks.of_assignment(name) if c.exercise == exercise]
        known = dict.fromkeys(c.exercise for name in names for c in checks.of_assignment(name))
    except LookupError as error:
        raise CheckFailed(str(error)) from None
    if not found:
        raise CheckFailed(f"There is no exercise {exercise!r}. There are: {', '.join(known)}.")
    homes = sorted({c.assignment for c in found})
    if len(homes) > 1:
        raise CheckFailed(
            f"Several assignments have an exercise {exercise!r}: {', '.join(homes)}. "
            f'Say which one you mean: check("{exercise}", "{homes[0]}").'
        )
    return found


def _asker(namespace: dict[str, Any]):
    """Calls go to the functions of this kernel, by the way that they take in a worker."""
    from .worker import calls, randomness

    kept: dict[int, Any] = {}

    def ask(request: dict, blobs: list[bytes]) -> tuple[dict, list[bytes]]:
        if request["seed"] is not None:
            randomness.reseed(request["seed"])
        reply, out = calls.answer(request, blobs, namespace, kept)
        if reply["status"] == "raised" and reply["ename"] == "KeyboardInterrupt":
            raise KeyboardInterrupt
        if reply["status"] == "missing" and not reply["found"]:
            name, what = request["name"], "function" if request["op"] == "call" else "variable"
            message = f"There is no `{name}` in this kernel yet. Expected: a {what} `{name}`."
            raise Unanswered(Outcome.ERROR, "missing", message)
        return reply, out

    return ask


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Random states as before, and nothing on stdout or stderr that the functions print."""
    from .worker import randomness

    states = randomness.random_states()
    try:
        with (
            warnings.catch_warnings(),
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()),
        ):
            warnings.simplefilter("ignore")
            yield
    finally:
        randomness.restore_random_states(states)


def _text(
    exercise: str,
    results: list[CheckResult],
    failed: list[CheckResult],
    total: int,
    seed: int,
    more: bool,
) -> str:
    from . import terminal

    first = failed[0]
    if first.outcome is Outcome.NOT_ATTEMPTED:
        hints = [first.hint, first.more] if more else [first.hint]
        return "\n".join([f"{exercise}: not attempted yet", *map(terminal.wrap, hints)])
    if total == 1:
        return f"{exercise}: {first.outcome.words}\n{terminal.failure(first, more)}"
    passed = sum(result.outcome is Outcome.PASSED for result in results)
    lines = [f"{exercise}: {passed} of {total} checks passed"]
    lines += [
        terminal.wrap(f"✓ {result.fact}") for result in results if result.outcome is Outcome.PASSED
    ]
    shown = _one_of_a_kind(failed)
    for result in shown:
        lines += ["", terminal.failure(result, more)]
    if len(shown) < len(failed):
        lines += ["", f"  {len(failed) - len(shown)} more checks stopped in the same way."]
    lines += ["", f'The same inputs again: check("{exercise}", seed={seed})']
    return "\n".join(lines)


def _one_of_a_kind(failed: list[CheckResult]) -> list[CheckResult]:
    """All that failed; of those that gave no value at all, the first of each hint."""
    seen: set[str] = set()
    kept = []
    for result in failed:
        if result.outcome is Outcome.FAILED or result.hint not in seen:
            kept.append(result)
        if result.outcome is not Outcome.FAILED:
            seen.add(result.hint)
    return kept
