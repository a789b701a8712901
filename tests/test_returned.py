"""What one call did: arguments in lists and with names of their own are compared as well.

What a proxy makes of a worker's answers is in `test_functions.py`.
"""

import numpy as np
import pytest

from graders.engine.expect import Mistake
from graders.engine.returned import Returned
from graders.engine.values import Named, Opaque, Tensor


def tensor(*numbers, name: str = "", **more) -> Tensor:
    return Tensor(np.array(numbers, dtype="float32"), name=name, **more)


def done(given, after, **more) -> Returned:
    return Returned(None, "`f(…)`", given, after, **more)


def change(given, after, *names: str) -> str:
    """What is said of a change of the arguments of these names, or ""."""
    try:
        done(given, after).leaves_alone(*names)
    except Mistake as mistake:
        return mistake.message if mistake.stage == "changed" else mistake.stage
    return ""


X, Y = tensor(1, 2, name="X"), tensor(3, name="y")

# --- arguments in lists ----------------------------------------------------------------------


@pytest.mark.parametrize("kind", [list, tuple])
def test_a_tensor_in_a_list_is_left_alone_or_not(kind):
    given = [0.5, kind([X, kind([Y])])]
    assert change(given, [0.5, kind([tensor(1, 2), kind([tensor(3)])])], "X", "y") == ""
    inner = change(given, [0.5, kind([tensor(1, 2), kind([tensor(4)])])], "X", "y")
    assert inner == (
        "`f(…)` changed its argument `y`: it was a tensor of shape (1,) and holds other "
        "values now. Expected: the arguments as they were."
    )
    assert "`X`" in change(given, [0.5, kind([tensor(1, 9), kind([tensor(3)])])], "X", "y")


def test_only_the_named_tensors_of_a_list_are_asked_about():
    after = [[tensor(1, 2), tensor(9)]]
    assert change([[X, Y]], after, "X") == ""
    assert change([[X, Y]], after) == ""
    assert "`y`" in change([[X, Y]], after, "y")


@pytest.mark.parametrize(
    "after",
    [[[tensor(1, 2)]], [[]], [None], [[tensor(1, 2), tensor(3), tensor(3)]], [Opaque("list", "")]],
    ids=["shorter", "empty", "none", "longer", "opaque"],
)
def test_a_list_of_another_length_is_a_change_of_what_it_held(after):
    assert "changed its argument" in change([[X, Y]], after, "X", "y")


def test_a_tensor_of_a_list_that_has_become_another_thing_is_named():
    assert "is the number 2 now" in change([[X]], [[2]], "X")
    assert "is a tensor of shape (2, 1) (float64) now" in change(
        [[X]], [[Tensor(np.ones((2, 1)))]], "X"
    )


def test_the_gradient_of_a_tensor_in_a_list_is_looked_at_too():
    given = [[tensor(1, name="w", grad=tensor(5))]]
    assert change(given, [[tensor(1, grad=tensor(5))]], "w") == ""
    assert "another gradient" in change(given, [[tensor(1, grad=tensor(6))]], "w")
    assert "another gradient" in change(given, [[tensor(1)]], "w")


# --- arguments without a name of their own ---------------------------------------------------

ARRAY = np.array([1.0, np.nan, 3.0])


@pytest.mark.parametrize(
    "value",
    [
        ARRAY,
        np.array([1, 2], dtype="int32"),
        np.zeros((0, 3)),
        [1.0, 2.0],
        [],
        (1, "a", None, True),
        [[1, 2], (3, [4])],
        [ARRAY, [ARRAY]],
        [tensor(1, 2), tensor(np.nan)],
        "text",
        3,
        {"a": 1},
    ],
    ids=str,
)
def test_a_named_argument_that_is_as_it_was_passes(value):
    copy = value.copy() if isinstance(value, np.ndarray) else value
    assert change([Named(value, "data")], [copy], "data") == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ARRAY, ARRAY + 1),
        (ARRAY, np.array([1.0, 2.0, 3.0])),
        (ARRAY, ARRAY.astype("float32")),
        (np.ones(3), np.ones((3, 1))),
        (np.ones(1), np.ones(3)),
        ([1.0, 2.0], [1.0, 2.5]),
        ([1.0, 2.0], [2.0, 1.0]),
        ([1.0, 2.0], [1.0]),
        ([1.0, 2.0], [1.0, 2.0, 2.0]),
        ([1.0, 2.0], (1.0, 2.0)),
        ([1.0], None),
        ([tensor(1, 2)], [[1.0, 2.0]]),
        ([[1.0, 2.0]], [tensor(1, 2)]),
        ([[1], [2]], [[1], [3]]),
        ([ARRAY], [ARRAY + 1]),
        ([tensor(1, 2)], [tensor(1, 3)]),
        ([tensor(1, 2)], [tensor(1)]),
        ([tensor(1, 2)], [Tensor(np.array([1.0, 2.0]))]),
        ((1, 2), (1, 3)),
        ("text", "TEXT"),
    ],
    ids=str,
)
def test_a_named_argument_that_is_not_what_it_was_is_told_by_its_name(before, after):
    message = change([Named(before, "data")], [after], "data")
    assert message.startswith("`f(…)` changed its argument `data`: it was ")
    assert "holds other values now" in message
    assert change([Named(before, "data")], [after], "other") == ""


def test_a_named_argument_is_described_by_its_value():
    assert "it was a list of 2 and" in change([Named([1, 2], "xs")], [[1, 3]], "xs")
    assert "it was a NumPy array of shape (3,) and" in change([Named(ARRAY, "a")], [ARRAY + 1], "a")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (ARRAY, None),
        (ARRAY, ARRAY.tolist()),
        (ARRAY, tensor(1, 2, 3)),
        ([1.0, 2.0], np.array([1.0, 2.0])),
        ([[1.0, 2.0]], [[np.array([1.0, 2.0]), 2.0]]),
    ],
    ids=str,
)
def test_an_array_that_has_become_something_else_or_the_other_way_round_is_told(before, after):
    assert "holds other values now" in change([Named(before, "data")], [after], "data")


def test_a_named_argument_in_a_list_is_looked_at_too():
    given = [[Named([1, 2], "xs"), Named([3], "ys")], X]
    assert change(given, [[[1, 2], [3]], tensor(1, 2)], "xs", "ys", "X") == ""
    assert "`ys`" in change(given, [[[1, 2], [4]], tensor(1, 2)], "xs", "ys", "X")
    assert "`X`" in change(given, [[[1, 2], [3]], tensor(2, 2)], "xs", "ys", "X")


def test_the_first_argument_that_has_changed_is_told():
    given = [Named([1], "xs"), X]
    assert "`xs`" in change(given, [[2], tensor(9, 9)], "xs", "X")


def test_arguments_that_are_left_alone_do_not_excuse_autograd():
    found = done([Named([1], "xs")], [[1]], recording=(True, False))
    with pytest.raises(Mistake) as caught:
        found.leaves_alone("xs")
    assert caught.value.stage == "grad_mode"
