"""What goes wrong in `cost`: the mean of the squared errors of all samples."""

import ast

import numpy as np

from graders.engine.misconceptions import formula
from graders.engine.places import calling, statement

from . import _numbers as shared
from ._numbers import DIVISION, RETURN, Cost, ask_about_samples, asking, forms

right = Cost.right
observe = asking(Cost)


def probe(cost, draw, xs, ys):
    """The data of the notebook; then several samples, and one."""
    xs.value(), ys.value()
    ask_about_samples(cost, draw)


wants_more_arguments = shared.wants_more_arguments
takes_fewer_arguments = shared.takes_fewer_arguments
returns_nothing = shared.returns_nothing
returns_a_tensor = shared.returns_a_tensor
returns_an_array_of_one = shared.returns_an_array_of_one
returns_text = shared.returns_text
works_in_float32 = shared.works_in_float32
writes_into_the_callers_arrays = shared.writes_into_the_callers_arrays
expects_tensors = shared.expects_tensors
treats_an_array_as_a_number = shared.treats_an_array_as_a_number
takes_the_data_of_the_notebook = shared.takes_the_data_of_the_notebook
halves = shared.halves
takes_absolute_errors = shared.takes_absolute_errors
forgets_the_square = shared.forgets_the_square
squares_before_subtracting = shared.squares_before_subtracting
adds_the_label = shared.adds_the_label
swaps_the_arguments = shared.swaps_the_arguments
leaves_out_the_weight = shared.leaves_out_the_weight
leaves_out_the_label = shared.leaves_out_the_label
predicts_with_a_sum = shared.predicts_with_a_sum
adds_up_without_dividing = shared.adds_up_without_dividing
divides_twice = shared.divides_twice
divides_by_three = shared.divides_by_three
squares_after_the_mean = shared.squares_after_the_mean
takes_the_root = shared.takes_the_root
counts_a_single_sample = shared.counts_a_single_sample
leaves_out_a_sample = shared.leaves_out_a_sample
takes_samples_for_one_another = shared.takes_samples_for_one_another
goes_on_from_the_last_call = shared.goes_on_from_the_last_call
rounds_the_result = shared.rounds_the_result
predicts_with_the_same_weight_each_time = shared.predicts_with_the_same_weight_each_time


@formula(
    "All the samples together have a single cost. What makes one number of many?",
    "Print the result for the notebook's data: there are three numbers. What the docstring calls "
    "the mean is still to be taken.",
    where=RETURN,
)
def returns_one_loss_for_each_sample(of):
    """The squared errors come back one by one: no mean is taken of them."""
    return of.each


@forms(
    "Of how many numbers do you take the mean?",
    "Statistics divides by n - 1 for a variance. The cost is a plain mean: look at what stands "
    "below the line of the fraction in section 3.",
    where=DIVISION,
)
def divides_by_one_too_few(of):
    """The sum is divided by n - 1, and not by the number of samples n."""
    others = len(of.xs) - 1
    return [of.each.sum() / others, of.each.sum() / max(others, 1)]


@forms(
    "Which prediction belongs to which label? Draw lines between them for two samples.",
    "With two samples there are two errors. How many does your code compute? Look at the shapes, "
    "or at a loop inside a loop.",
    where=(statement(ast.Subscript), calling("outer", "reshape"), statement(ast.For), RETURN),
)
def compares_every_x_with_every_y(of):
    """Each prediction is compared with the labels of all samples, and not only with its own."""
    squares = np.square(np.subtract.outer(of.xs * of.w, of.ys))
    return [squares.mean(), squares.sum() / len(of.xs), squares.sum()]
