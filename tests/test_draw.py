"""Inputs follow from the seed and the check's name, and from nothing else."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graders.engine.draw import Draw

SEEDS = st.integers(0, 2**31 - 1)


def everything(draw: Draw) -> list:
    """One of each kind of input, as bytes and numbers."""
    return [
        draw.worker_seed(),
        draw.normal("X", 3, 2).array.tobytes(),
        draw.away_from_zero("w", 4, dtype="float64").array.tobytes(),
        draw.uniform(0, 1),
        draw.integer(0, 10**9),
        draw.choice(list(range(10**6))),
    ]


@settings(max_examples=15, deadline=None, database=None)
@given(SEEDS, st.text(max_size=30))
def test_the_same_seed_and_name_give_the_same_inputs(seed, name):
    assert everything(Draw(seed, name)) == everything(Draw(seed, name))


@settings(max_examples=15, deadline=None, database=None)
@given(SEEDS)
def test_another_name_gives_other_inputs(seed):
    one, other = everything(Draw(seed, "test_sgd_a")), everything(Draw(seed, "test_sgd_b"))
    assert all(a != b for a, b in zip(one[:3], other[:3], strict=True))


@settings(max_examples=15, deadline=None, database=None)
@given(SEEDS, SEEDS)
def test_another_seed_gives_other_inputs(seed, other):
    if seed != other:
        assert everything(Draw(seed, "test_a"))[1:3] != everything(Draw(other, "test_a"))[1:3]


def test_the_inputs_do_not_depend_on_global_random_states():
    import random

    random.seed(1)
    np.random.seed(1)
    first = everything(Draw(5, "test_a"))
    random.seed(2)
    np.random.seed(2)
    assert everything(Draw(5, "test_a")) == first


def test_a_draw_leaves_global_random_states_alone():
    import random

    before, before_numpy = random.getstate(), np.random.get_state()[1].tobytes()
    everything(Draw(5, "test_a"))
    assert random.getstate() == before
    assert np.random.get_state()[1].tobytes() == before_numpy


def test_tensors_have_the_name_the_shape_and_the_dtype_that_were_asked_for():
    draw = Draw(0, "test_a")
    X = draw.normal("X", 3, 2, dtype="float64", requires_grad=True)
    assert (X.name, X.shape, X.dtype, X.requires_grad) == ("X", (3, 2), "float64", True)
    w = draw.away_from_zero("w", 5)
    assert (w.name, w.shape, w.dtype, w.requires_grad) == ("w", (5,), "float32", False)


def test_normal_values_have_the_scale_that_was_asked_for():
    values = Draw(0, "test_a").normal("X", 10_000, scale=3.0, dtype="float64").array
    assert abs(values.std() - 3.0) < 0.15
    assert abs(values.mean()) < 0.15


@settings(max_examples=15, deadline=None, database=None)
@given(SEEDS)
def test_values_away_from_zero_are_and_have_both_signs(seed):
    values = Draw(seed, "test_a").away_from_zero("w", 200, dtype="float64").array
    assert ((abs(values) >= 0.5) & (abs(values) <= 2.0)).all()
    assert (values < 0).any()
    assert (values > 0).any()


def test_integers_include_both_ends():
    draw = Draw(0, "test_a")
    assert {draw.integer(2, 4) for _ in range(200)} == {2, 3, 4}


def test_uniform_numbers_stay_between_their_ends():
    draw = Draw(0, "test_a")
    numbers = [draw.uniform(0.2, 0.9) for _ in range(200)]
    assert all(type(n) is float and 0.2 <= n <= 0.9 for n in numbers)
    assert max(numbers) - min(numbers) > 0.5


def test_every_option_can_be_chosen():
    draw = Draw(0, "test_a")
    assert {draw.choice(["a", "b", "c"]) for _ in range(200)} == {"a", "b", "c"}


@pytest.mark.parametrize("seed", [0, 1, 2**31 - 1, 2**40])
def test_a_worker_seed_fits_every_generator(seed):
    found = Draw(seed, "test_a").worker_seed()
    assert type(found) is int
    assert 0 <= found < 2**31
