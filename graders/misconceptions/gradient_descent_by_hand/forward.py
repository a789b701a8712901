"""What goes wrong in `forward`: the product of x and w, one number."""

import ast
import math
import re

from graders.engine.misconceptions import Evidence, formula, sign
from graders.engine.places import calling, operator

from . import _numbers as shared
from ._numbers import NINTHS, RETURN, Cost, asking, forms, number, results


class Prediction(Cost):
    def right(self):
        return self.xs * self.w


right = Prediction.right
observe = asking(lambda x, w: Prediction(x, None, w))


def probe(forward, draw, xs):
    """The data of the notebook; then numbers with all their digits, of either sign."""
    xs.value()
    forward(3, draw.rng.uniform(2.1, 2.9))  # their types tell which of them an error is about
    for x, w in [(1.3, 2.6), (4.4, -3.7), (3.2, 0.6), (2.3, 1.4)]:
        forward(x + draw.rng.uniform(0, 0.1), w + draw.rng.uniform(0, 0.1))
    for w in (3, -2):  # whole: a power of a negative number is a number then
        forward(-1.6 - draw.rng.uniform(0, 0.2), w)
    for ninth in NINTHS:
        forward(1.5, ninth / 1.5)


# What a model has, as classes in books name it
OF_MODELS = ("w", "W", "weight", "weights", "b", "bias", "params", "linear", "net", "fc", "layer")

wants_more_arguments = shared.wants_more_arguments
takes_fewer_arguments = shared.takes_fewer_arguments
returns_nothing = shared.returns_nothing
returns_a_tensor = shared.returns_a_tensor
returns_an_array_of_one = shared.returns_an_array_of_one
returns_text = shared.returns_text
works_in_float32 = shared.works_in_float32
takes_the_data_of_the_notebook = shared.takes_the_data_of_the_notebook
expects_arrays = shared.expects_arrays


@formula(
    "Is a prediction a sum or a product?",
    "Think of a closed tap, `w = 0`. How much water is there after 3 minutes, and what does your "
    "function say?",
    where=(operator(ast.Add), calling("add", "sum"), RETURN),
)
def adds(of):
    """That is `x + w`: a sum, and no product."""
    return of.xs + of.w


@forms(
    "Twice the time is twice the water, and a wider tap gives more. Which operation says that?",
    "Think of a closed tap, `w = 0`. How much water is there after 3 minutes, and what does your "
    "function say?",
    where=(operator(ast.Sub, ast.Div, ast.FloorDiv), calling("divide"), RETURN),
)
def subtracts_or_divides(of):
    """That is a difference or a quotient, and no product."""
    return [of.xs - of.w, of.xs / of.w]


@formula(
    "What do one star and two stars mean in Python?",
    "Try `forward(3, 2)`: there should be 6, and a power gives 9.",
    where=(operator(ast.Pow), calling("pow", "power"), RETURN),
)
def raises_to_a_power(of):
    """That is `x` to the power of `w`, and no product."""
    return of.xs**of.w


@forms(
    "How do the time and the weight come into your prediction?",
    "Call it with `x = 3` and two weights, then with `w = 2` and two times. Which change makes no "
    "difference, and in which line should that argument appear?",
    where=RETURN,
)
def returns_an_argument(of):
    """That is an argument as it was given: the other one has no say."""
    return [of.xs, of.w]


@forms(
    "After 1.5 minutes with 2.5 litres a minute, how much water is there?",
    "A number does not have to be whole. Look for `int`, `//` and `range`: which of them takes "
    "the decimals away?",
    where=(calling("int", "range", "floor", "trunc"), operator(ast.FloorDiv), RETURN),
)
def cuts_off_the_decimals(of):
    """Decimals are cut off on the way: it is right for whole numbers only."""
    x, w, product = math.trunc(of.xs), math.trunc(of.w), of.w * of.xs
    of_all = [math.trunc(product), math.floor(product)]
    return [*of_all, x * w, x * of.w, w * of.xs, max(0, w) * of.xs]


rounds_the_result = shared.rounds_the_result


@sign(
    "How many parts does the formula of section 1 have?",
    "Try `forward(0, 2)`: an empty tank should stay empty. What comes back is what your function "
    "adds.",
    where=(operator(ast.Add, ast.Sub), RETURN),
)
def adds_a_bias(e: Evidence):
    """The product is there, but each call adds one and the same number to it."""
    first, *others = (number(got) - of.right() for (of,), got in results(e)[0])
    return bool(others) and abs(first) > 1e-6 and all(abs(b - first) < 1e-9 for b in others)


predicts_with_the_same_weight_each_time = shared.predicts_with_the_same_weight_each_time


@sign(
    "Which object would `self` be here? Look at how the check calls your function.",
    "Other books, and later editions of them, write `forward` as a method of a class. Here it is a "
    "plain function of `x` and `w`.",
    where=RETURN,
)
def is_a_method(e: Evidence):
    """The first argument is asked for something that only an object of a class has: here it is
    the number `x`."""
    # Of the two arguments of the first call that `probe` makes, x is the whole number
    asked = re.search(r"'int' object has no attribute '(\w+)'", e.probed[1].error)
    return asked is not None and asked[1] in OF_MODELS
