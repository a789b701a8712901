"""What goes wrong in any exercise that gives plain numbers back. Its file takes over what fits."""

import ast
import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from graders.engine.misconceptions import (
    NOT_OF_VALUES,
    RAISED,
    Evidence,
    alike,
    arguments_and_result,
    as_numpy,
    sign,
)
from graders.engine.places import assigning, attribute, calling, naming, operator, statement
from graders.engine.returned import Called
from graders.engine.values import Tensor

RETURN = statement(ast.Return)
# What tensors can do and NumPy arrays cannot
OF_TENSORS = "abs add backward cpu detach dim div double exp float grad mm mul norm numel numpy"
OF_TENSORS += " pow relu requires_grad sqrt square sub unsqueeze"


def with_lists_as_arrays(call: Called) -> tuple[Sequence[Any], Any] | None:
    """What formulas are given by default; a list of numbers is as good as an array of them."""
    seen = arguments_and_result(call)
    if seen is None or not isinstance(seen[1], (list, tuple)):
        return seen
    return seen[0], np.array(as_numpy(seen[1]))


def results(
    e: Evidence, observe: Callable = with_lists_as_arrays
) -> tuple[list[tuple[Sequence[Any], Any]], int]:
    """Of every call what `observe` makes of it, and how many of them the check has made."""
    own, probed = (
        [seen for seen in map(observe, (call for call in calls if call.given)) if seen is not None]
        for calls in (e.calls, e.probed)  # a call without arguments has read a variable
    )
    return own + probed, len(own)


def variables(e: Evidence) -> list[Any]:
    """The variables of the notebook that `probe` has read, in its order."""
    return [as_numpy(c.returned.value) for c in e.probed if not c.given and c.returned]


def explains(
    e: Evidence, right: Callable, *forms: Callable, observe: Callable = with_lists_as_arrays
) -> bool:
    """Whether one of these formulas, all of them forms of one idea, fits as a formula does."""
    if e.stage in NOT_OF_VALUES:
        return False
    found, own = results(e, observe)
    wrong = [not alike(got, _predicted(right, inputs)) for inputs, got in found]
    if not any(wrong[:own]) or all(got is RAISED for _, got in found):
        return False
    return any(all(alike(got, _predicted(f, inputs)) for inputs, got in found) for f in forms)


def _predicted(function: Callable, inputs: Sequence[Any]) -> Any:
    try:
        return function(*inputs)
    except (ArithmeticError, LookupError, TypeError, ValueError):
        return RAISED


def number(result: Any) -> float:
    """The number that came back. Raises `TypeError` where it is none."""
    found = np.asarray(as_numpy(result))
    if found.ndim or found.dtype.kind not in "iuf":
        raise TypeError
    return float(found)


def rounded(e: Evidence, right: Callable) -> bool:
    """Whether every result is the right one, rounded to as many decimals each time."""
    pairs = [(number(got), float(right(*inputs))) for inputs, got in results(e)[0]]
    return any(
        all(abs(got - round(exact, decimals)) <= 1e-12 * abs(exact) for got, exact in pairs)
        and any(abs(got - exact) > 1e-12 * abs(exact) for got, exact in pairs)
        for decimals in range(11)
    )


def too_many_arguments(e: Evidence) -> bool:
    """Whether the function takes fewer arguments than it should."""
    words = re.search(r"takes (\d+) positional arguments? but (\d+) ", e.error)
    return e.stage == "parameters" and words is not None and int(words[1]) < int(words[2])


def fails_for_one(e: Evidence, right: Callable) -> bool:
    """Whether whatever has a single sample fails, and nothing else."""
    found, own = results(e)
    if not any(len(inputs[0]) == 1 for inputs, _ in found[:own]):
        return False
    agrees = [alike(got, right(*inputs)) for inputs, got in found]
    return agrees == [len(inputs[0]) > 1 for inputs, _ in found] and any(agrees)


def _all(e: Evidence, stage: str, fits: Callable[[Any], bool]) -> bool:
    """Whether the check stopped at this stage, and every value that came back is like that."""
    values = [c.returned.value for c in (*e.calls, *e.probed) if c.given and c.returned]
    return e.stage == stage and bool(values) and all(map(fits, values))


@sign(
    "Printing shows a value to you; `return` hands it to whoever called.",
    "Write `print(...)` around a call, in a new cell: it says None. Is there a `return` in your "
    "last line, and does what stands behind it have a value?",
    where=(calling("print"), assigning(), statement(ast.FunctionDef)),
)
def returns_nothing(e: Evidence):
    """Each call gives `None`: whatever the function computes, its caller never sees it."""
    return _all(e, "nothing", lambda value: value is None)


@sign(
    "The docstring promises a number. Is a tensor with one entry a number?",
    "Print `type(...)` of the result. A tensor can give you the plain number that it holds: look "
    "up its method `item`.",
    where=(
        *(calling("tensor", "as_tensor", "from_numpy", "Tensor"), attribute("grad")),
        RETURN,
    ),
)
def returns_a_tensor(e: Evidence):
    """The result is a tensor that holds one number, and not the number itself."""
    return _all(e, "type", lambda value: isinstance(value, Tensor) and value.array.size == 1)


def _has_one_entry(value: Any) -> bool:
    return isinstance(value, (np.ndarray, list, tuple)) and np.shape(as_numpy(value)) in (
        *((1,), (1, 1)),
    )


@sign(
    "Print the result: what stands around the number?",
    "Square brackets and `np.array` make a list or an array, also of a single number. Which of "
    "your lines puts the number into one?",
    where=(calling("array", "zeros", "empty"), statement(ast.List), RETURN),
)
def returns_an_array_of_one(e: Evidence):
    """The result is an array or a list with one entry, and not the number itself."""
    return _all(e, "type", _has_one_entry)


@sign(
    "Can you go on calculating with what comes back? Try to add 1 to it.",
    "It has quotes around it: that is text. Look for `str`, `format`, or a string that begins "
    "with `f`, and leave it to the caller how a number is shown.",
    where=(statement(ast.JoinedStr), calling("str", "format"), RETURN),
)
def returns_text(e: Evidence):
    """The result is a text that shows the number, and not the number itself."""
    one = re.compile(r"[^\d.]*\d+(\.\d+)?(e[-+]?\d+)?[^\d.]*")
    return _all(
        e, "type", lambda value: isinstance(value, str) and one.fullmatch(value) is not None
    )


@sign(
    "How many digits does float32 have, and how many a Python number?",
    "PyTorch makes float32 of a Python number if you do not tell it otherwise. Look for "
    "`torch.tensor`, `.float()` and `float32`: which dtype has about 16 digits?",
    where=(
        *(attribute("float32"), calling("float", "tensor", "Tensor", "as_tensor", "float32")),
        RETURN,
    ),
)
def works_in_float32(e: Evidence):
    """Every result is a float32 number: from the 8th digit on, the right one is lost."""
    # Of doubles that have nothing to do with float32, one in 2^29 looks like one
    found, own = results(e)
    values = [number(got) for _, got in found]
    as_float32 = [float(np.float32(value)) for value in values]
    return e.stage == "precision" and values == as_float32 and len(values) > own + 1


@sign(
    "The caller goes on using the arrays. Which of your lines writes into one of them?",
    "Print the arrays before and after a call. `-=`, `*=`, `out=`, `.sort()` and an assignment to "
    "an entry write into an array, and a second name for it is no copy.",
    where=(
        *(statement(ast.AugAssign), calling("sort", "subtract", "multiply", "fill", "copyto")),
        assigning(),
    ),
)
def writes_into_the_callers_arrays(e: Evidence):
    """The function writes into an array that belongs to the caller."""
    return e.stage == "changed"


@sign(
    "What does the check hand over? Look at the first line of the stub.",
    "Compare your first line with that of the stub. Which parameter is left over, and from where "
    "should its value come?",
)
def wants_more_arguments(e: Evidence):
    """The function has more parameters than the stub: the check gives no value for the rest."""
    return e.stage == "parameters" and "required positional argument" in e.error


@sign(
    "What are `xs` and `ys` here: tensors, or NumPy arrays? The docstring says it.",
    "The name in the error message is one of PyTorch's. NumPy has the same operation, but it may "
    "have another name: look it up, or make tensors first.",
    where=(naming("torch"), calling("pow", "square", "backward", "abs", "sqrt"), RETURN),
)
def expects_tensors(e: Evidence):
    """This operation is PyTorch's and wants tensors, but the arrays here are NumPy's."""
    asked = re.search(r"'numpy\.\w+' object has no attribute '(\w+)'", e.error)
    wanted = re.search(r"must be (a )?Tensor, not numpy", e.error)
    got = "invalid combination of arguments - got (numpy." in e.error
    return got or wanted is not None or (asked is not None and asked[1] in OF_TENSORS.split())


@sign(
    "`xs` holds many numbers. What would `if xs > 0`, or `float(xs)`, mean for all of them?",
    "`if`, `max`, `float`, `int` and the functions of `math` take one number. Go through the "
    "samples one by one, or look for NumPy's operation that takes a whole array.",
)
def treats_an_array_as_a_number(e: Evidence):
    """An operation that is for one number was given a whole array."""
    return "truth value of an array" in e.error or (
        re.search(r"only (length-1|size-1|0-dimensional) arrays can be converted", e.error)
        is not None
    )


subtraction = (operator(ast.Sub), RETURN)  # where the error is computed
