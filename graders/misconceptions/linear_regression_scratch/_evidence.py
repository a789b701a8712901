"""What the misconceptions of several exercises have in common: how to read the evidence."""

import re
from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

from graders.engine.functions import Function
from graders.engine.misconceptions import RAISED, Evidence, as_numpy
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
