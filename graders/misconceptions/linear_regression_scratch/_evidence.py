"""What the misconceptions of several exercises have in common: how to read the evidence."""

import re
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from graders.engine.functions import Function
from graders.engine.misconceptions import (
    NOT_OF_VALUES,
    RAISED,
    Evidence,
    arguments_and_result,
    as_numpy,
    module_of,
)
from graders.engine.returned import Called, Unanswered

MIXED_DTYPES = re.compile("same dtype|expected scalar type")
MISSING = re.compile(r"missing \d+ required positional arguments?: (.*)")


def parameters_of(function: Function) -> list[str]:
    """The names of a function's parameters, as Python lists them when all are missing.

    Those of a class begin with `self`, those of a method as well.
    """
    try:
        function()
    except Unanswered as complaint:
        names = MISSING.search(complaint.error)
        of_a_class = ["self"] if ".__init__()" in complaint.error else []
        return of_a_class + (re.findall(r"'(\w+)'", names[1]) if names else [])
    return []


def last(e: Evidence) -> Any:
    """What the check's last call did; None where it did not come back."""
    return e.calls[-1].returned if e.calls else None


def raised(e: Evidence) -> list[Called]:
    """The calls that raised something, but for those without arguments."""
    return [call for call in [*e.calls, *e.probed] if call.error and call.given]


def undefined_name(e: Evidence) -> str:
    """The name that the code uses and that nothing defines, or ""."""
    found = re.match(r"NameError: name '(\w+)' is not defined", e.error)
    return found[1] if found else ""


def written_shape(e: Evidence) -> str:
    """The one shape, "[10, 1]", that inputs of several sizes were to have and could not; or ""."""
    calls = raised(e)
    found = [re.search(r"shape '(\[.+\])' is invalid for input", call.error) for call in calls]
    shapes = {one[1] for one in found if one}
    sizes = {call.given[0].shape for call in calls}
    return shapes.pop() if all(found) and len(shapes) == 1 and len(sizes) > 1 else ""


def numbers(value: Any) -> np.ndarray:
    """What a result is made of, as one long vector.

    Raises:
        TypeError: There is something else in it.
    """
    if isinstance(value, (list, tuple)):
        return np.concatenate([numbers(item) for item in value] or [np.empty(0)])
    found = np.asarray(as_numpy(value))
    if found.dtype.kind not in "iuf":
        raise TypeError("not numbers alone")
    return np.ravel(found).astype(np.float64)


def close(got: Any, expected: Any) -> bool:
    """Whether the numbers are the same but for rounding, whatever the shape and the container."""
    try:
        one, other = numbers(got), numbers(expected)
    except TypeError:
        return False
    if one.shape != other.shape:
        return False
    scale = max(1e-9, abs(other).max(initial=0.0))
    return bool(np.allclose(one, other, rtol=0, atol=1e-4 * scale))


def explains(idea: Callable, right: Callable, pairs: Iterable[tuple[tuple, Any]]) -> bool:
    """Whether an idea makes, of the arguments of every call, the numbers that came back."""
    telling = False
    for inputs, got in pairs:
        try:
            predicted = idea(*inputs)
        except (LookupError, TypeError, ValueError):
            predicted = RAISED
        if got is RAISED or predicted is RAISED:
            if got is not predicted:
                return False
        elif not close(got, predicted):
            return False
        else:
            telling = telling or not close(predicted, right(*inputs))
    return telling


# --- Of a function with a file that has `observe` and `right` -------------------------------------


def observe(call: Called) -> tuple[tuple, Any] | None:
    """The arguments and the result. Nothing where two dtypes have met: that is no value."""
    if not call.given or MIXED_DTYPES.search(call.error):
        return None
    return arguments_and_result(call)


def module(e: Evidence) -> Any:
    """The file of the function that the check is about, which it has called last."""
    return module_of("linear_regression_scratch", e.calls[-1].name)


def seen(e: Evidence, calls: Iterable[Called] | None = None) -> list[tuple[tuple, Any]]:
    """Arguments and result of these calls; of the check's and the probe's if none are given."""
    calls = [*e.calls, *e.probed] if calls is None else calls
    pairs = [module(e).observe(call) for call in calls if call.name == e.calls[-1].name]
    return [pair for pair in pairs if pair is not None]


def results(e: Evidence) -> list[tuple[int, Any]]:
    """The number of rows and the result of every call that came back."""
    return [(len(inputs[0]), got) for inputs, got in seen(e) if got is not RAISED]


def is_right(e: Evidence) -> bool:
    """Whether the check's last call gave the right numbers, if in the wrong way."""
    ((inputs, got),) = seen(e, e.calls[-1:])
    return got.dtype.startswith("float") and close(got, module(e).right(*inputs))


def fits(e: Evidence, *ideas: Callable) -> bool:
    """Whether one of these ideas makes the numbers of every call, in whatever shape."""
    if e.stage in NOT_OF_VALUES and not cut_off(e):  # what has no say has no gradient either
        return False
    if e.stage == "shape":
        rows = len(last(e).given[0].array)
        if last(e).value.array.size in (rows, rows**2):
            return False  # one number a row, or a pair: it is the shape that is wrong
    return any(explains(idea, module(e).right, seen(e)) for idea in ideas)


def cut_off(e: Evidence) -> list[str]:
    """The arguments that no gradient reaches, where that is what is wrong, and others have one."""
    if e.stage != "graph" or isinstance(last(e).gradients, str):
        return []
    asked = [argument for argument in last(e).given if argument.requires_grad]
    pairs = zip(asked, last(e).gradients, strict=True)
    return [argument.name for argument, gradient in pairs if gradient is None]


def dtypes(e: Evidence) -> set[tuple[str, str]]:
    """What the check's last call made of which dtype: a result, or parameters of a list."""
    first, *_ = last(e).given
    pairs = [(first, last(e).value)]
    if isinstance(first, list):
        pairs = list(zip(first, last(e).arguments[0], strict=True))
    return {(before.dtype, after.dtype) for before, after in pairs}
