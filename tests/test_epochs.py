"""Epochs over numbered rows: which rows came, and whether their orders are fair shuffles."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graders.engine import epochs
from graders.engine.epochs import (
    UNIQUE,
    every_row_once,
    in_words,
    looks_mixed,
    looks_shuffled,
    numbered,
    order_of,
    own_rows,
)
from graders.engine.expect import Mistake
from graders.engine.values import Tensor

CALL = "`data_iter(…)`"
N, EPOCHS = 61, 48  # what the bounds of looks_shuffled are computed for


def batches(features: Tensor, order, size: int) -> list[Tensor]:
    rows = features.array[np.array(order, dtype=int)]
    return [Tensor(rows[i : i + size]) for i in range(0, len(order), size)]


# --- rows with numbers -----------------------------------------------------------------------


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_a_row_begins_with_its_number_and_its_label_goes_with_it(dtype):
    features, labels = numbered(5, 3, dtype)
    assert (features.shape, labels.shape) == ((5, 3), (5,))
    assert (features.dtype, labels.dtype, features.name, labels.name) == (
        *(dtype, dtype),
        *("features", "labels"),
    )
    assert features.array[:, 0].tolist() == [0, 1, 2, 3, 4]
    assert (labels.array - features.array[:, 0]).tolist() == [UNIQUE] * 5


@settings(max_examples=30, deadline=None, database=None)
@given(st.integers(1, 200), st.integers(1, 7))
def test_no_two_numbers_of_the_features_or_labels_are_the_same(n, d):
    features, labels = numbered(n, d)
    everything = [*features.array.ravel().tolist(), *labels.array.tolist()]
    assert len(set(everything)) == len(everything)


@settings(max_examples=60, deadline=None, database=None)
@given(st.lists(st.integers(0, 30), min_size=1), st.integers(1, 40), st.integers(1, 4))
def test_the_order_is_that_of_the_rows_in_the_batches(order, size, d):
    features, _ = numbered(31, d)
    assert order_of(batches(features, order, size)) == order


def test_the_order_of_rows_of_any_form_is_told_by_their_first_entry():
    assert order_of([Tensor(np.array([3.0, 1.0]))]) == [3, 1]
    assert order_of([Tensor(np.array([[[2.0, 9.0], [9.0, 9.0]]]))]) == [2]
    assert order_of([Tensor(np.array([[4], [0]], dtype=np.int64))]) == [4, 0]
    assert order_of([]) == []


@pytest.mark.parametrize("first", [0.5, np.nan, np.inf, -np.inf])
def test_what_is_no_number_of_a_row_is_minus_one(first):
    assert order_of([Tensor(np.array([[first, 1.0], [2.0, 1.0]]))]) == [-1, 2]


def test_a_row_without_entries_is_none():
    assert order_of([Tensor(np.zeros((2, 0)))]) == [-1, -1]


@pytest.mark.parametrize("shape", [(0, 3), (0,), (0, 0)])
def test_a_batch_without_rows_has_none(shape):
    assert order_of([Tensor(np.array([[5.0]])), Tensor(np.zeros(shape))]) == [5]


# --- every row once --------------------------------------------------------------------------


def stage_and_text(check, order, n: int) -> tuple[str, str]:
    with pytest.raises(Mistake) as caught:
        check(CALL, order, n)
    return caught.value.stage, caught.value.message


@settings(max_examples=30, deadline=None, database=None)
@given(st.permutations(range(9)))
def test_an_order_of_all_rows_passes(order):
    every_row_once(CALL, order, 9)
    own_rows(CALL, order[:4], 9)


@pytest.mark.parametrize("check", [own_rows, every_row_once])
@pytest.mark.parametrize("foreign", [-1, 4, 1000])
def test_a_foreign_row_is_told(check, foreign):
    assert stage_and_text(check, [0, 1, foreign, foreign, 2, 3], 4) == (
        "rows",
        f"One epoch of {CALL} gave 6 rows, of which 2 are not in `features`. "
        "Expected: rows of `features`.",
    )


@pytest.mark.parametrize("check", [own_rows, every_row_once])
def test_a_row_that_comes_twice_is_told(check):
    assert stage_and_text(check, [0, 1, 1, 3, 3, 3], 4) == (
        "rows",
        f"One epoch of {CALL} gave 6 rows, and 2 of them more than once. "
        "Expected: each of the 4 rows exactly once.",
    )


def test_a_row_that_never_comes_is_told_where_every_row_should():
    order = [3, 0]
    own_rows(CALL, order, 4)
    assert stage_and_text(every_row_once, order, 4) == (
        "rows",
        f"One epoch of {CALL} gave 2 rows, and 2 of the 4 never came. "
        "Expected: each of the 4 rows exactly once.",
    )
    assert "1 of the 4 never came" in stage_and_text(every_row_once, [0, 1, 2], 4)[1]
    assert "0 rows" in stage_and_text(every_row_once, [], 4)[1]


@pytest.mark.parametrize(
    ("sizes", "text"),
    [
        ([], "no"),
        ([5], "5"),
        ([5, 5, 3], "5, 5, 3"),
        ([1] * 8, "1, 1, 1, 1, 1, 1, 1, 1"),
        ([1] * 9, "1, 1, 1, 1, 1, 1, 1, 1, …"),
    ],
)
def test_sizes_of_batches_are_listed_as_far_as_one_reads(sizes, text):
    assert in_words(sizes) == text


# --- shuffles --------------------------------------------------------------------------------


def shuffles(seed: int, count: int = EPOCHS) -> list[list[int]]:
    random = np.random.default_rng(seed)
    return [random.permutation(N).tolist() for _ in range(count)]


@pytest.mark.parametrize("seeds", [range(i, i + 50) for i in range(0, 200, 50)], ids=str)
def test_fair_shuffles_pass(seeds):
    assert [seed for seed in seeds if looks_shuffled(shuffles(seed))] == []


def test_fair_shuffles_of_most_rows_pass():
    # A last batch that is dropped costs any of the rows; the check of that is another one
    orders = [order[:60] for order in shuffles(5, 8)] + shuffles(6, EPOCHS - 8)
    assert looks_shuffled(orders) == ""


def test_where_too_many_rows_are_missing_nothing_is_said():
    assert looks_shuffled([list(range(40))] * EPOCHS) == ""
    assert looks_shuffled([[-1, 61, 10**6]] * EPOCHS) == ""
    assert looks_shuffled([[*range(49), -1]] * EPOCHS) == ""
    assert looks_shuffled([[]] * EPOCHS) == ""


def block_wise(random) -> list[int]:
    """Blocks of 10 rows, in a random order; each is as it is stored."""
    blocks = [list(range(i, min(i + 10, N))) for i in range(0, N, 10)]
    random.shuffle(blocks)
    return [row for block in blocks for row in block]


def in_blocks(random) -> list[int]:
    """Blocks of 31 and 30 rows in their order, the rows of each shuffled."""
    return [*random.permutation(31), *(31 + random.permutation(30))]


def half_swapped(random) -> list[int]:
    """The upper half first, half of the time; the rows of each shuffled."""
    one, other = random.permutation(31), 31 + random.permutation(30)
    return [*one, *other] if random.integers(2) else [*other, *one]


def rotated(random) -> list[int]:
    """As stored, from a random row on."""
    return np.roll(np.arange(N), random.integers(N)).tolist()


def in_steps(random) -> list[int]:
    """Each row a step behind the one before it, round and round: as many descents as by chance."""
    step, first = random.integers(20, 40), random.integers(N)
    return np.argsort((first + step * np.arange(N)) % N).tolist()


def in_pairs(random) -> list[int]:
    """Pairs of rows stay together: rows 0 and 1, 2 and 3, …"""
    found = [row for i in random.permutation(30) for row in (2 * i, 2 * i + 1)]
    return [*found, 60]


def mirrored(random) -> list[int]:
    """Row i stands where row 60 - i would stand from the other end."""
    half = [i if random.integers(2) else 60 - i for i in random.permutation(30)]
    return [*half, 30, *(60 - np.array(half[::-1]))]


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("order", "words"),
    [
        (lambda random: list(range(N)), "long runs"),
        (lambda random: list(range(N))[::-1], "long runs"),
        (rotated, "long runs"),
        (block_wise, "long runs"),
        (in_steps, "equal distances"),
        (in_blocks, "always stand in the same half"),
        (half_swapped, "same half"),
        (in_pairs, "rows"),
        (mirrored, "never stand in the same half"),
    ],
    ids=[
        *("sorted", "reversed", "rotated", "block-wise", "in steps"),
        *("in blocks", "half-swapped", "in pairs", "mirrored"),
    ],
)
def test_an_order_that_is_no_shuffle_is_told(order, words, seed):
    random = np.random.default_rng(seed)
    orders = [[int(row) for row in order(random)] for _ in range(EPOCHS)]
    assert all(sorted(one) == list(range(N)) for one in orders)
    assert words in looks_shuffled(orders)


def test_one_order_that_is_no_shuffle_is_told_among_fair_ones():
    orders = shuffles(1)
    orders[17] = list(range(N))
    assert "long runs" in looks_shuffled(orders)
    orders[17] = list(range(N))[::-1]
    assert "long runs" in looks_shuffled(orders)
    orders[17] = [i * 25 % N for i in range(N)]
    assert "equal distances" in looks_shuffled(orders)


def test_one_shuffle_over_and_over_is_told():
    (order,) = shuffles(1, 1)
    assert "more than once" in looks_shuffled([order] * EPOCHS)


def test_a_shuffle_and_the_same_from_behind_are_told():
    orders = shuffles(1)
    orders[5] = orders[30][::-1]
    assert "from behind" in looks_shuffled(orders)


def test_one_of_a_few_shuffles_every_time_is_told():
    few = shuffles(1, 40)
    assert "more than once" in looks_shuffled([few[i * i % 40] for i in range(EPOCHS)])


def test_the_two_rows_that_stick_together_are_found():
    orders = shuffles(4)
    for order in orders:  # rows 7 and 40 in one half, wherever they were
        a, b = order.index(7), order.index(40)
        if (a < N // 2) != (b < N // 2):
            c = next(i for i in range(N) if (i < N // 2) == (a < N // 2) and i != a)
            order[b], order[c] = order[c], order[b]
    assert "always stand in the same half" in looks_shuffled(orders)


@pytest.mark.parametrize("row", [0, 33, 60])
@pytest.mark.parametrize("places", [range(31), range(30, N)], ids=["first", "last"])
def test_a_row_that_stays_in_one_half_is_found(row, places):
    random, orders = np.random.default_rng(3), shuffles(3)
    for order in orders:
        here, there = order.index(row), random.choice(places)
        order[here], order[there] = order[there], order[here]
    assert "a row that stands in the same half" in looks_shuffled(orders)


def test_orders_of_few_rising_runs_are_told():
    random = np.random.default_rng(2)  # three riffles: eight runs
    orders = [np.argsort(random.integers(8, size=N), kind="stable").tolist() for _ in range(EPOCHS)]
    assert "long runs" in looks_shuffled(orders)


def test_rows_that_stay_near_their_place_are_told():
    random = np.random.default_rng(2)
    orders = [np.argsort(np.arange(N) + random.normal(0, N / 2, N)).tolist() for _ in range(EPOCHS)]
    assert "early too often" in looks_shuffled(orders)


# --- one large shuffle -----------------------------------------------------------------------

LARGE = 2003


@pytest.mark.parametrize("seed", range(20))
def test_a_large_shuffle_passes(seed):
    assert looks_mixed(np.random.default_rng(seed).permutation(LARGE).tolist()) == ""


def test_where_rows_of_a_large_order_are_missing_nothing_is_said():
    assert looks_mixed(list(range(LARGE - 1))) == looks_mixed([0] * LARGE) == looks_mixed([]) == ""


def test_a_large_order_that_is_no_shuffle_is_told():
    random = np.random.default_rng(1)
    rows = np.arange(LARGE)
    assert "long runs" in looks_mixed(rows.tolist())
    assert "long runs" in looks_mixed(rows[::-1].tolist())
    blocks = [random.permutation(rows[i : i + 64]) for i in range(0, LARGE, 64)]
    assert "far from their place" in looks_mixed(np.concatenate(blocks).tolist())
    waiting, buffered = [], []
    for row in rows.tolist():
        waiting.append(row)
        if len(waiting) > 100:
            buffered.append(waiting.pop(random.integers(101)))
    assert "far from their place" in looks_mixed([*buffered, *waiting])


def test_the_least_label_is_above_every_feature():
    assert epochs.UNIQUE > 200 + 7 / 8
