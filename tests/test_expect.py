"""Comparisons: their order, their tolerance, and that nothing is ever broadcast."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graders.engine import expect
from graders.engine.expect import EPS, SAFETY, Mistake, Subject, differences
from graders.engine.values import Opaque, Scalar, Tensor

EXPECTED = np.array([[1.0], [2.0], [3.0]])


def stage(value, expected=EXPECTED, **more) -> str:
    """Where the comparison of a value with `expected` stops; "" if it does not."""
    more = {"dtype": "float32", "device": "cpu", **more}
    try:
        Subject(value, "`f(x)`").equals(expected, **more)
    except Mistake as mistake:
        return mistake.stage
    return ""


def tensor(values=EXPECTED, dtype: str = "float32", **more) -> Tensor:
    return Tensor(np.asarray(values, dtype=dtype), **more)


# --- the order -------------------------------------------------------------------------------


def test_the_right_tensor_is_accepted_and_returned():
    value = tensor()
    assert Subject(value, "`f(x)`").equals(EXPECTED, dtype="float32", device="cpu") is value


def test_no_value_comes_first():
    assert stage(None) == "nothing"


@pytest.mark.parametrize(
    "value", [1.0, "text", [1.0], EXPECTED, Scalar(1.0, "float32"), Opaque("Thing", "")]
)
def test_what_is_no_tensor_is_a_mistake_of_type(value):
    assert stage(value) == "type"


def test_shape_comes_before_dtype_device_and_values():
    assert stage(tensor([9.0, 9.0], "float64", device="cuda")) == "shape"


def test_dtype_comes_before_device_and_values():
    assert stage(tensor(EXPECTED + 1, "float64", device="cuda")) == "dtype"


def test_device_comes_before_values():
    assert stage(tensor(EXPECTED + 1, device="cuda")) == "device"


def test_values_come_last():
    assert stage(tensor(EXPECTED + 1)) == "values"
    assert stage(tensor(EXPECTED + 1), stage="gradient") == "gradient"


def test_digits_lost_to_float32_are_a_stage_of_their_own():
    expected = np.array([1 / 3, 2 / 3])
    assert stage(tensor(expected.astype("float32"), "float64"), expected, dtype="float64") == (
        "precision"
    )
    assert stage(tensor(expected + 0.1, "float64"), expected, dtype="float64") == "values"


def test_a_form_without_a_dtype_accepts_any():
    assert Subject(tensor(dtype="float64"), "f").has_form((3, 1), None, "cpu").dtype == "float64"


# --- never broadcast -------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(3,), (1, 3), (3, 3), (1,), (), (1, 1), (3, 1, 1), (0,), (0, 1)])
def test_a_value_that_would_broadcast_is_a_mistake_of_shape(shape):
    assert stage(tensor(np.ones(shape)), np.ones((3, 1))) == "shape"


def test_differences_refuse_to_broadcast():
    with pytest.raises(AssertionError, match="broadcast"):
        differences(np.ones((3, 1)), np.ones(3), "float32")


def test_a_scalar_tensor_is_no_tensor_of_one():
    assert stage(tensor(np.float32(1)), np.ones(1)) == "shape"
    assert stage(tensor(np.float32(1)), np.ones(())) == ""


# --- the tolerance ---------------------------------------------------------------------------

REAL = st.floats(-1e100, 1e100, allow_nan=False, allow_subnormal=False)
DTYPE = st.sampled_from(["float32", "float64"])


@settings(max_examples=150, deadline=None, database=None)
@given(REAL, DTYPE, st.floats(-0.9, 0.9), st.floats(0, 1e100))
def test_an_error_of_the_size_of_rounding_passes(expected, dtype, share, size):
    scale = max(abs(expected), size)
    got = np.array([expected + share * SAFETY * EPS[dtype] * scale])
    assert not differences(got, np.array([expected]), dtype, size).any()


@settings(max_examples=150, deadline=None, database=None)
@given(REAL, DTYPE, st.floats(1.1, 1e6), st.sampled_from([-1, 1]), st.floats(0, 1e100))
def test_a_larger_error_fails(expected, dtype, factor, sign, size):
    scale = max(abs(expected), size, 1e-100)
    got = np.array([expected + sign * factor * SAFETY * EPS[dtype] * scale])
    assert differences(got, np.array([expected]), dtype, size).all()


@settings(max_examples=100, deadline=None, database=None)
@given(st.lists(st.floats(-1e3, 1e3, width=32), min_size=1, max_size=60), st.randoms())
def test_a_float32_sum_in_any_order_is_within_the_tolerance(terms, order):
    expected, size = math.fsum(terms), math.fsum(map(abs, terms))
    order.shuffle(terms)
    total = np.float32(0)
    for term in terms:
        total = np.float32(total + np.float32(term))
    assert not differences(np.array([total]), np.array([expected]), "float32", size).any()


def test_each_entry_has_a_tolerance_of_its_own():
    expected = np.array([1e6, 1e-6])
    assert differences(expected + 1e-3, expected, "float32").tolist() == [False, True]
    size = np.array([1e6, 1e6])
    assert differences(expected + 1e-3, expected, "float32", size).tolist() == [False, False]


def test_the_tolerance_is_tight():
    one = np.array([1.0])
    assert differences(one + 1e-5, one, "float32").all()
    assert differences(one + 1e-13, one, "float64").all()


def test_integers_and_booleans_are_compared_exactly():
    big = np.array([2**52, 2**52 + 1], dtype=np.int64)
    assert differences(big, big.astype(float), "int64").tolist() == [False, False]
    assert differences(big + 1, big.astype(float), "int64").tolist() == [True, True]
    flags = np.array([True, False])
    assert differences(flags, np.array([1.0, 1.0]), "bool").tolist() == [False, True]


# --- NaN and infinity ------------------------------------------------------------------------


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_nan_and_infinity_are_never_a_finite_number(bad, dtype):
    for expected in (0.0, 1.0, -1e30):
        assert differences(np.array([bad]), np.array([expected]), dtype, 10.0).all()


def test_one_nan_among_right_values_is_found():
    got = np.array([[1.0], [math.nan], [3.0]])
    assert differences(got, EXPECTED, "float32").reshape(-1).tolist() == [False, True, False]
    assert stage(tensor(got)) == "values"


def test_nan_where_nan_is_expected_is_right_and_a_number_there_is_wrong():
    nan = np.array([math.nan])
    assert not differences(nan, nan, "float32").any()
    assert differences(np.array([0.0]), nan, "float32").all()


def test_infinity_where_infinity_is_expected_is_right():
    inf = np.array([math.inf, -math.inf])
    assert not differences(inf, inf, "float64").any()


@pytest.mark.parametrize("got", [1.0, -math.inf])
def test_anything_else_where_infinity_is_expected_is_wrong(got):
    assert differences(np.array([got]), np.array([math.inf]), "float64").all()


def test_an_infinite_size_does_not_make_a_finite_number_of_an_infinite_one():
    assert differences(np.array([math.inf]), np.array([1.0]), "float32", math.inf).all()
    assert stage(tensor([math.inf]), np.array([math.inf])) == ""
    assert stage(tensor([math.nan]), np.array([math.inf])) == "values"


# --- the words -------------------------------------------------------------------------------


def message(value, expected=EXPECTED, **more) -> str:
    with pytest.raises(Mistake) as caught:
        Subject(value, "`f(x)`").equals(expected, **{"dtype": "float32", "device": "cpu", **more})
    assert str(caught.value) == caught.value.message
    return caught.value.message


def test_a_message_says_the_call_what_came_back_and_what_was_expected():
    assert message(None) == "`f(x)` returned None. Expected: a tensor."
    assert message(tensor([1.0])) == (
        "`f(x)` returned a tensor of shape (1,). Expected: shape (3, 1)."
    )
    assert message(tensor(dtype="float64")) == (
        "`f(x)` returned a tensor of dtype float64. Expected: dtype float32."
    )
    assert message(tensor(device="cuda")) == (
        "`f(x)` returned a tensor on the GPU. Expected: on the CPU, where the arguments are."
    )


def test_one_number_is_shown_as_a_number():
    assert message(tensor([[2.5]]), np.array([[2.0]])) == "`f(x)` returned 2.5. Expected: 2."


def test_a_few_values_are_all_shown():
    found = message(tensor(EXPECTED * 2))
    assert found == "`f(x)` returned [[2], [4], [6]]. Expected: [[1], [2], [3]]."


def test_of_many_values_the_first_that_differs_is_shown():
    expected = np.arange(12.0).reshape(4, 3)
    got = expected.copy()
    got[1, 2], got[3, 0] = 50.0, math.nan
    found = message(tensor(got), expected)
    assert "50 at [1,2] (2 of 12 values differ)" in found
    assert "Expected: 5 there." in found


@pytest.mark.parametrize(
    ("got", "dtype"), [(1 + 1e-9, "float64"), (1.000004, "float32"), (np.float32(1 / 3), "float64")]
)
def test_a_message_shows_enough_digits_to_see_the_difference(got, dtype):
    expected = np.array([1 / 3 if 0.3 < got < 0.4 else 1.0])
    found = message(tensor([got], dtype), expected, dtype=dtype)
    left, _, right = found.partition(" Expected: ")
    assert left.removeprefix("`f(x)` returned ") != right


def test_a_message_shows_no_more_digits_than_it_needs():
    expected = np.array([1.0])
    more = {"expected": expected, "dtype": "float64"}
    assert "returned 1.1. Expected: 1." in message(tensor([1.1], "float64"), **more)
    assert "returned 1.00000001. Expected: 1." in message(tensor([1 + 1e-8], "float64"), **more)


def test_the_digits_of_a_few_and_of_many_values_tell_them_apart_too():
    few = message(tensor([1.0, 2.000004]), np.array([1.0, 2.0]))
    assert few == "`f(x)` returned [1, 2.00000405]. Expected: [1, 2]."
    many = message(tensor([[1.0] * 9 + [1.00001]]), np.ones((1, 10)))
    assert "returned 1.00001 at [0,9] (1 of 10 values differ). Expected: 1 there." in many


@pytest.mark.parametrize(
    ("value", "text"),
    [(1.0, "1"), (0.1, "0.1"), (1 / 3, "0.333333"), (math.nan, "nan"), (-math.inf, "-inf")],
)
def test_numbers_are_shown_with_the_digits_a_reader_can_use(value, text):
    assert expect.number(value) == text


def test_small_arrays_are_shown_in_brackets():
    assert expect.numbers(np.array([[1.0, 2.0], [3.0, 4.5]])) == "[[1, 2], [3, 4.5]]"
    assert expect.numbers(np.array(1.5)) == "1.5"


# --- plain numbers ---------------------------------------------------------------------------

HUGE = [10**300, -(10**15), 2**60]


def subject(value) -> Subject:
    return Subject(value, "`f(x)`")


def why(ask, *arguments, **more) -> tuple[str, str]:
    """The stage and the message of the mistake that comes of asking."""
    with pytest.raises(Mistake) as caught:
        ask(*arguments, **more)
    return caught.value.stage, caught.value.message


@pytest.mark.parametrize(
    "value",
    [7, 7.0, Scalar(7.0, "int64"), Scalar(7.0, "float32"), np.array(7), np.array(7.0, "float32")],
    ids=repr,
)
def test_a_number_of_python_or_numpy_is_a_number(value):
    found = subject(value).number()
    assert (found, type(found)) == (7.0, float)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "True"),
        (Scalar(1.0, "bool"), "the NumPy number 1 (bool)"),
        (np.array(True), "a NumPy array of shape ()"),
        (np.array([7.0]), "a NumPy array of shape (1,)"),
        (tensor([7.0]), "a tensor of shape (1,)"),
        (tensor(7.0), "a tensor of shape ()"),
        ("7", "the text '7'"),
        ([7], "a list of 1"),
        (Opaque("Thing", ""), "a Thing"),
    ],
)
def test_what_is_no_number_is_a_mistake_of_its_type(value, text):
    message = f"`f(x)` returned {text}. Expected: a number."
    assert why(subject(value).number) == ("type", message)


def test_no_value_is_no_number():
    assert why(subject(None).number) == ("nothing", "`f(x)` returned None. Expected: a number.")
    assert why(subject(None).numbers, 2)[0] == "nothing"


def test_what_is_expected_can_be_said_in_other_words():
    assert why(subject("a").number, "the cost")[1].endswith("Expected: the cost.")
    assert why(subject("a").numbers, 2, "the costs")[1].endswith("Expected: the costs.")
    assert why(subject(["a"]).numbers, 1, "the costs")[1].endswith("Expected: the costs.")


@pytest.mark.parametrize(
    "value",
    [
        [1, 2.5],
        (1, 2.5),
        [1.0, Scalar(2.5, "float32")],
        np.array([1.0, 2.5]),
        np.array([1.0, 2.5], "float32"),
        [np.array(1), 2.5],
    ],
    ids=repr,
)
def test_a_list_a_tuple_and_an_array_of_numbers_are_numbers(value):
    assert subject(value).numbers(2) == [1.0, 2.5]
    assert all(type(number) is float for number in subject(value).numbers(2))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "the number 7"),
        ("12", "the text '12'"),
        (np.array(1.0), "a NumPy array of shape ()"),
        (tensor([1.0, 2.0]), "a tensor of shape (2,)"),
        ({1: 2}, "a dict of 1"),
        (frozenset({1, 2}), "a set of 2"),
        ([1, True], "a list that holds True"),
        ((1, None), "a tuple that holds None"),
        ([1, [2]], "a list that holds a list of 1"),
        ([1, tensor(2.0)], "a list that holds a tensor of shape ()"),
        (np.ones((2, 2)), "a NumPy array that holds a list of 2"),
        (np.array([True, False]), "a NumPy array that holds True"),
    ],
)
def test_what_are_no_numbers_is_a_mistake_of_their_type(value, text):
    message = f"`f(x)` returned {text}. Expected: a list of numbers."
    assert why(subject(value).numbers, 2) == ("type", message)


@pytest.mark.parametrize(
    ("value", "text"), [([], "0 numbers"), ([1.0], "1 number"), ([1, 2, 3], "3 numbers")]
)
def test_another_count_of_numbers_is_a_mistake_of_its_own(value, text):
    message = f"`f(x)` returned {text}. Expected: 2 of them."
    assert why(subject(value).numbers, 2) == ("count", message)


def test_the_type_of_an_item_comes_before_their_count():
    assert why(subject([1, "a", 3]).numbers, 2)[0] == "type"


def test_no_numbers_may_be_what_is_expected():
    assert subject([]).numbers(0) == []
    subject([]).are_numbers([])


@settings(max_examples=100, deadline=None, database=None)
@given(REAL, st.floats(-0.9, 0.9), st.floats(0, 1e100))
def test_a_number_may_be_off_by_rounding_and_by_no_more(expected, share, size):
    step = SAFETY * EPS["float64"] * max(abs(expected), size)
    subject(expected + share * step).is_number(expected, size)
    if step > 1e-200:
        far = expected + 3 * step
        assert why(subject(far).is_number, expected, size)[0] == "values"


def test_a_number_in_float32_is_not_exact_enough():
    third = Scalar(float(np.float32(1 / 3)), "float32")
    assert why(subject(third).is_number, 1 / 3)[0] == "values"


@pytest.mark.parametrize("value", HUGE)
def test_whole_numbers_are_compared_as_floats(value):
    subject(value).is_number(float(value))
    assert why(subject(value).is_number, 2.0 * value)[0] == "values"


def test_a_wrong_number_is_shown_beside_the_right_one():
    assert why(subject(2.5).is_number, 2.0) == ("values", "`f(x)` returned 2.5. Expected: 2.")
    assert why(subject(1 + 1e-9).is_number, 1.0)[1] == "`f(x)` returned 1.000000001. Expected: 1."
    assert why(subject(2.5).is_number, 2.0, stage="slope")[0] == "slope"


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_not_a_number_is_never_a_number(bad):
    assert why(subject(bad).is_number, 1.0, 10.0)[0] == "values"
    assert why(subject(1.0).is_number, bad)[0] == "values"
    subject(bad).is_number(bad)


def test_wrong_numbers_are_shown_beside_the_right_ones():
    subject([1, 2.5]).are_numbers([1.0, 2.5])
    assert why(subject((1, 2)).are_numbers, [1.0, 2.5]) == (
        "values",
        "`f(x)` returned [1, 2]. Expected: [1, 2.5].",
    )
    got, right = list(range(10)), [float(n) for n in range(10)]
    got[7] = 70
    assert why(subject(got).are_numbers, right, stage="path") == (
        "path",
        "`f(x)` returned 70 at [7] (1 of 10 values differ). Expected: 7 there.",
    )


def test_numbers_in_another_order_or_count_are_wrong():
    assert why(subject([2, 1]).are_numbers, [1, 2])[0] == "values"
    assert why(subject([1]).are_numbers, [1, 1])[0] == "count"
    assert why(subject([1, 1]).are_numbers, [1])[0] == "count"


def test_the_size_of_the_terms_holds_for_each_of_the_numbers():
    got, expected = [1.0, 1e-9], [1.0, 0.0]
    assert why(subject(got).are_numbers, expected)[0] == "values"
    subject(got).are_numbers(expected, size=1e6)
    assert why(subject(got).are_numbers, expected, size=1e3)[0] == "values"


def test_numbers_that_have_been_read_are_compared_whatever_the_value_is():
    whole = subject({"w": [1.0, 2.0]})
    whole.are_close([1.0, 2.0], [1.0, 2.0])
    assert why(whole.are_close, [1.0, 2.0], [1.0, 3.0], stage="w") == (
        "w",
        "`f(x)` returned [1, 2]. Expected: [1, 3].",
    )
    with pytest.raises(AssertionError, match="broadcast"):
        whole.are_close([1.0], [1.0, 1.0])


@pytest.mark.parametrize(
    ("value", "stage", "got"),
    [
        (None, "nothing", "None"),
        ((1.0, 2.0), "type", "a tuple of 2"),
        ([1.0, 2], "floats", "a list that holds the number 2"),
        ([1.0, True], "floats", "a list that holds True"),
        ([1.0], "count", "a list of 1"),
    ],
)
def test_a_list_of_floats_is_that_and_nothing_else(value, stage, got):
    with pytest.raises(Mistake) as caught:
        Subject(value, "`f(x)`").floats(2, "epoch")
    assert caught.value.stage == stage
    assert f"`f(x)` returned {got}. Expected:" in caught.value.message
    assert Subject([1.0, 2.0], "`f(x)`").floats(2, "epoch") == [1.0, 2.0]


# --- side by side ----------------------------------------------------------------------------


def beside(got: np.ndarray, expected: np.ndarray):
    return expect.side_by_side(got, expected, got != expected)


def test_two_arrays_stand_side_by_side():
    found = beside(np.array([[1.0, 2.5], [3.0, 4.0]]), np.array([[1.0, 2.0], [3.0, 4.0]]))
    assert found.got == [["1", "2.5"], ["3", "4"]]
    assert found.expected == [["1", "2"], ["3", "4"]]
    assert found.wrong == [[False, True], [False, False]]
    assert found.part == ""


def test_of_large_ones_there_is_the_part_around_the_first_difference():
    expected = np.arange(900.0).reshape(30, 30)
    got = expected.copy()
    got[20, 29] += 0.5
    found = beside(got, expected)
    assert (len(found.got), len(found.got[0])) == (expect.ROWS, expect.COLUMNS)
    assert found.part == "rows 19 to 24 of 30, columns 24 to 29 of 30"
    assert found.wrong[1][5]
    assert (found.got[1][5], found.expected[1][5]) == ("629.5", "629")


def test_a_vector_is_a_column_and_more_axes_are_rows():
    assert beside(np.array([1.0, 2.0]), np.array([1.0, 3.0])).got == [["1"], ["2"]]
    cube = np.arange(8.0).reshape(2, 2, 2)
    assert len(beside(cube, cube + 1).got) == 4


def test_one_value_needs_no_table():
    assert beside(np.array([[1.0]]), np.array([[2.0]])) is None
    assert beside(np.array(1.0), np.array(2.0)) is None


def test_what_explains_a_mistake_takes_the_place_of_the_second_sentence():
    mistake = Mistake("values", "`f(x)` returned 3", "2")
    assert mistake.message == str(mistake) == "`f(x)` returned 3. Expected: 2."
    assert mistake.explained("You add one.") == "`f(x)` returned 3 (expected: 2). You add one."
    assert Mistake("wrong", "That is it.").explained("So.") == "That is it. So."
