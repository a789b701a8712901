"""What goes wrong in `loss`: the square of the error x w - y of one sample."""

import ast

from graders.engine.misconceptions import formula
from graders.engine.places import operator

from . import _numbers as shared
from ._numbers import RETURN, Cost, asking, forms, with_ninths


class Loss(Cost):
    """The cost of a single sample, which comes as plain numbers: there is no mean."""

    def mean(self, values):
        return values


right = Loss.right
observe = asking(Loss)


def probe(loss, draw, xs, ys):
    """The data of the notebook; then errors of either sign, whole numbers first."""
    xs.value(), ys.value()
    loss(3, 5, 4)
    loss(2, 9, 3)
    for x, y, w in [(1.6, 2.4, 2.2), (-2.3, 1.4, 1.2), (0.7, 3.1, -1.7), (1.8, -2.6, 3.3)]:
        loss(*(value + draw.rng.uniform(0, 0.1) for value in (x, y, w)))
    for x, y, w in with_ninths(draw):
        loss(x, y, w)


wants_more_arguments = shared.wants_more_arguments
takes_fewer_arguments = shared.takes_fewer_arguments
returns_nothing = shared.returns_nothing
returns_a_tensor = shared.returns_a_tensor
returns_an_array_of_one = shared.returns_an_array_of_one
returns_text = shared.returns_text
works_in_float32 = shared.works_in_float32
takes_the_data_of_the_notebook = shared.takes_the_data_of_the_notebook
expects_arrays = shared.expects_arrays
halves = shared.halves
takes_absolute_errors = shared.takes_absolute_errors
forgets_the_square = shared.forgets_the_square
squares_before_subtracting = shared.squares_before_subtracting
adds_the_label = shared.adds_the_label
swaps_the_arguments = shared.swaps_the_arguments
leaves_out_the_weight = shared.leaves_out_the_weight
leaves_out_the_label = shared.leaves_out_the_label
predicts_with_a_sum = shared.predicts_with_a_sum
rounds_the_result = shared.rounds_the_result
predicts_with_the_same_weight_each_time = shared.predicts_with_the_same_weight_each_time


@formula(
    "What does the mark `^` mean in Python? It is not a power.",
    "Try `3 ^ 2` in a cell: it says 1. Look up how Python writes a power.",
    where=(operator(ast.BitXor), RETURN),
)
def writes_a_caret_for_a_power(of):
    """In Python `^` compares whole numbers bit by bit; it is no power."""
    return of.errors ^ 2


@forms(
    "What is the difference between two times a number and the number squared?",
    "For an error of 2 both are 4. Try an error of 3: the loss should be 9.",
    where=(operator(ast.Mult), RETURN),
)
def doubles_the_error(of):
    """The error is multiplied by 2, and not by itself."""
    return [2 * of.errors, -2 * of.errors, 2 * abs(of.errors)]


@formula(
    "With `x = 2`, `y = 4` and `w = 1`: which of the three steps, prediction, error and loss, are "
    "in your code?",
    "The prediction is the first step only. How far is it from `y`, and what is the penalty for "
    "that?",
    where=RETURN,
)
def returns_the_prediction(of):
    """That is the prediction `x * w`: it is not compared with `y` yet."""
    return of.w * of.xs


@formula(
    "Is this the loss, or how steep the loss is?",
    "The slope comes in section 5. Look at the table in section 2: an error of 2 has the loss 4, "
    "whatever `x` is.",
    where=RETURN,
)
def returns_the_derivative(of):
    """That is the derivative of the loss, and not the loss."""
    return 2 * of.xs * of.errors
