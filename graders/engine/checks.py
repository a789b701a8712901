"""Checks: how an author declares one, and how the engine finds them.

    @check("linreg", main=True)
    def test_linreg_computes_the_linear_model(linreg, draw):
        '''The line that a learner reads.'''

A check names what it needs as parameters: functions of the submission by their names, `draw` for
fresh inputs, `device` for where its tensors live.
"""

import functools
import importlib
import inspect
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

GRADERS = Path(__file__).parent.parent
PREFIX = "test_"


@dataclass(frozen=True)
class Check:
    """One behaviour of one exercise.

    Attributes:
        function: The check itself. It returns when the behaviour is there, else it raises.
        exercise: The exercise that it belongs to.
        weight: Its share of the exercise's points, relative to the other checks'.
        main: Whether this is the check that shows that the function does its job.
        vacuous: Whether a function that does nothing passes, too. It earns its points only
            together with the main check.
        builds_on: Other exercises whose functions this one calls.
        cpu_only: Whether it has nothing to do with tensors, so that a GPU would tell nothing new.
    """

    function: Callable
    exercise: str
    weight: float = 1.0
    main: bool = False
    vacuous: bool = False
    builds_on: tuple[str, ...] = ()
    cpu_only: bool = False

    @property
    def name(self) -> str:
        return self.function.__name__

    @property
    def assignment(self) -> str:
        return self.function.__module__.rpartition(".")[2].removeprefix(PREFIX)

    @property
    def fact(self) -> str:
        """The first line of the docstring: what is true when the check passes."""
        return (self.function.__doc__ or "").strip().partition("\n")[0]

    @property
    def needs(self) -> tuple[str, ...]:
        return parameters(self.function)


def check(
    exercise: str,
    *,
    weight: float = 1.0,
    main: bool = False,
    vacuous: bool = False,
    builds_on: tuple[str, ...] = (),
    cpu_only: bool = False,
) -> Callable[[Callable], Callable]:
    """Declare a function to be a check of `exercise`; see `Check` for the arguments."""
    if not 0 < weight < math.inf:
        raise ValueError("a check's weight is a positive number")

    def declare(function: Callable) -> Callable:
        prefix = f"{PREFIX}{exercise}_"
        if not function.__name__.startswith(prefix):
            raise ValueError(f"{function.__name__}: a check of {exercise} is named {prefix}…")
        function.__check__ = Check(  # type: ignore[attr-defined]
            function, exercise, weight, main, vacuous, builds_on, cpu_only
        )
        return function

    return declare


@functools.cache
def parameters(function: Callable) -> tuple[str, ...]:
    """The names of a function's parameters: what a check asks for."""
    return tuple(inspect.signature(function).parameters)


def declared(thing: object) -> Any:
    """The `Check` that a function was declared to be, or None. Anything may be asked."""
    return thing.__dict__.get("__check__") if inspect.isfunction(thing) else None


def weights(found: Iterable[Check]) -> dict[str, float]:
    """The sum of the weights of each exercise's checks."""
    sums: dict[str, float] = {}
    for one in found:
        sums[one.exercise] = sums.get(one.exercise, 0.0) + one.weight
    return sums


def in_module(module: ModuleType) -> list[Check]:
    """The checks of a module, in the order in which they are written.

    Raises:
        ValueError: An exercise does not have exactly one main check.
    """
    found = [declared(thing) for thing in vars(module).values() if declared(thing)]
    mains = [check.exercise for check in found if check.main]
    for exercise in {check.exercise for check in found}:
        if mains.count(exercise) != 1:
            raise ValueError(f"{module.__name__}: {exercise} needs exactly one main check")
    return found


@functools.cache
def of_assignment(assignment: str) -> tuple[Check, ...]:
    """The checks in `graders/test_<assignment>.py`.

    Raises:
        LookupError: There is no such file.
    """
    if not assignment.isidentifier() or assignment not in assignments():
        known = ", ".join(assignments())
        raise LookupError(f"there are no checks for {assignment!r} (there are for: {known})")
    return tuple(in_module(importlib.import_module(f"graders.{PREFIX}{assignment}")))


def assignments() -> list[str]:
    """The names of all assignments that have checks."""
    return sorted(path.stem.removeprefix(PREFIX) for path in GRADERS.glob(f"{PREFIX}*.py"))
