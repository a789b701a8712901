"""What goes wrong in `forward`: the product of x and w, one number."""

import ast
import math
import re

from graders.engine.misconceptions import Evidence, formula, sign
from graders.engine.places import calling, naming, operator, statement
from graders.misconceptions import _plain_numbers as plain_numbers
from graders.misconceptions._plain_numbers import explains, number, results, variables


def right(x, w):
    return w * x


def probe(forward, draw, xs):
    """The data of the notebook; then numbers with all their digits, of either sign."""
    xs.value()
    forward(3, draw.rng.uniform(2.1, 2.9))  # their types tell which of them an error is about
    for x, w in [(1.3, 2.6), (4.4, -3.7), (3.2, 0.6), (2.3, 1.4)]:
        forward(x + draw.rng.uniform(0, 0.1), w + draw.rng.uniform(0, 0.1))
    for w in (3, -2):  # whole: a power of a negative number is a number then
        forward(-1.6 - draw.rng.uniform(0, 0.2), w)


RETURN = statement(ast.Return)
# What a model has, as classes in books name it
OF_MODELS = ("w", "W", "weight", "weights", "b", "bias", "params", "linear", "net", "fc", "layer")

wants_more_arguments = plain_numbers.wants_more_arguments
returns_nothing = plain_numbers.returns_nothing
returns_a_tensor = plain_numbers.returns_a_tensor
returns_an_array_of_one = plain_numbers.returns_an_array_of_one
returns_text = plain_numbers.returns_text
works_in_float32 = plain_numbers.works_in_float32


@sign(
    "What does the caller hand over, and what is the name of that parameter?",
    "Your function looks at `xs`, which holds three numbers. Its own parameter has another name: "
    "compare the names in the first line with those below.",
    where=naming("xs"),
)
def takes_the_data_of_the_notebook(e: Evidence):
    """The function never looks at the `x` that it is given: it multiplies the notebook's `xs`."""
    (data,) = variables(e)
    return explains(e, right, lambda x, w: data * w)


@formula(
    "Is a prediction a sum or a product?",
    "Think of a closed tap, `w = 0`. How much water is there after 3 minutes, and what does your "
    "function say?",
    where=(operator(ast.Add), calling("add", "sum"), RETURN),
)
def adds(x, w):
    """That is `x + w`: a sum, and no product."""
    return x + w


@formula(
    "Twice the time is twice the water. Is it so with a difference?",
    "Think of a closed tap, `w = 0`. How much water is there after 3 minutes, and what does your "
    "function say?",
    where=(operator(ast.Sub), RETURN),
)
def subtracts(x, w):
    """That is `x - w`: a difference, and no product."""
    return x - w


@formula(
    "The tap gives `w` litres in each minute. How much is it after two minutes, and after three?",
    "Open the tap further and there is more water, not less. Which operation says that?",
    where=(operator(ast.Div, ast.FloorDiv), calling("divide"), RETURN),
)
def divides(x, w):
    """That is `x / w`: a quotient, and no product."""
    return x / w


@formula(
    "What do one star and two stars mean in Python?",
    "Try `forward(3, 2)`: there should be 6, and a power gives 9.",
    where=(operator(ast.Pow), calling("pow", "power"), RETURN),
)
def raises_to_a_power(x, w):
    """That is `x` to the power of `w`, and no product."""
    return x**w


@formula(
    "How does the weight come into your prediction?",
    "Call it with `x = 3` and two weights, 2 and then 5. The answers are the same: in which line "
    "should `w` appear?",
    where=RETURN,
)
def returns_x(x, w):
    """That is `x` as it was given: the weight has no say."""
    return x


@formula(
    "How does the time come into your prediction?",
    "Call it with `w = 2` and two times, 1 and then 3. The answers are the same: in which line "
    "should `x` appear?",
    where=RETURN,
)
def returns_the_weight(x, w):
    """That is `w` as it was given: the time has no say."""
    return w


@formula(
    "Both numbers may be of either sign. Which sign does a product have?",
    "Do `forward(-3, 1.5)` by hand. Which of your lines takes the sign away?",
    where=(calling("abs", "fabs", "absolute"), RETURN),
)
def takes_the_sign_away(x, w):
    """The size is right, but the result is never negative."""
    return abs(w * x)


@formula(
    "May a prediction be below zero? Look at what the docstring says of both numbers.",
    "Do `forward(-3, 1.5)` by hand. Look for a `max`, an `if`, or a function such as `relu`.",
    where=(calling("max", "maximum", "relu", "clip", "clamp"), statement(ast.If), RETURN),
)
def cuts_off_below_zero(x, w):
    """Whatever is below zero becomes 0."""
    return max(0.0, w * x)


@sign(
    "After 1.5 minutes with 2.5 litres a minute, how much water is there?",
    "A number does not have to be whole. Look for `int`, `//` and `range`: which of them takes "
    "the decimals away?",
    where=(calling("int", "range", "floor", "trunc"), operator(ast.FloorDiv), RETURN),
)
def cuts_off_the_decimals(e: Evidence):
    """Decimals are cut off on the way: it is right for whole numbers only."""
    return explains(
        e,
        right,
        lambda x, w: math.trunc(x) * math.trunc(w),
        lambda x, w: math.trunc(w * x),
        lambda x, w: math.floor(w * x),
        lambda x, w: math.trunc(w) * x,
        lambda x, w: max(0, math.trunc(w)) * x,
        lambda x, w: math.trunc(x) * w,
    )


@sign(
    "How many digits does the caller need? Who decides that?",
    "Later steps calculate with this number, and small errors add up. Look for `round`, or for a "
    "format with a fixed number of decimals.",
    where=(calling("round", "around", "format"), statement(ast.JoinedStr), RETURN),
)
def rounds_the_prediction(e: Evidence):
    """The product is right, but it is rounded before it comes back."""
    return plain_numbers.rounded(e, right)


@sign(
    "How many parts does the formula of section 1 have?",
    "Try `forward(0, 2)`: an empty tank should stay empty. What comes back is what your function "
    "adds.",
    where=(operator(ast.Add, ast.Sub), RETURN),
)
def adds_a_bias(e: Evidence):
    """The product is there, but each call adds one and the same number to it."""
    found, _ = results(e)
    first, *others = (number(got) - right(*inputs) for inputs, got in found)
    return bool(others) and abs(first) > 1e-6 and all(abs(b - first) < 1e-9 for b in others)


@sign(
    "Call it with `x = 1` and two weights, 2 and then 5. Which number do you see each time?",
    "The weight has to come from the argument, in every call anew. Look for a number or a variable "
    "that stands where `w` should.",
    where=(operator(ast.Mult), RETURN),
)
def multiplies_by_the_same_number_each_time(e: Evidence):
    """Whatever weight is given, these calls multiply `x` by one and the same number."""
    found, _ = results(e)
    factors = [number(got) / x for (x, _), got in found if x]
    weights = {w for (_, w), _ in found}
    same = all(abs(factor - factors[0]) <= 1e-9 * abs(factors[0]) for factor in factors)
    return same and len(weights) > 2 and abs(factors[0]) > 1e-6


@sign(
    "In which of the two arguments does the weight come?",
    "In some courses the weight is a global variable, and `forward` takes `x` alone. Here it is "
    "the second argument.",
)
def takes_fewer_arguments(e: Evidence):
    """Here `forward` is given two numbers in every call, `x` and the weight `w`."""
    return plain_numbers.too_many_arguments(e)


@sign(
    "`x` and `w` are plain numbers here. What can you do with a number?",
    "Products of matrices, lengths, indices and methods are for arrays and tensors. For two "
    "numbers there is a plain operator.",
    where=(operator(ast.MatMult), calling("matmul", "dot", "mm"), RETURN),
)
def expects_arrays(e: Evidence):
    """This is written for arrays or tensors; `x` and `w` are plain numbers."""
    return bool(
        re.search(
            r"for @: '(float|int)'|must be Tensor, not (float|int)|not have enough dimensions|"
            r"'(float|int)' object is not (subscriptable|iterable)|"
            r"object of type '(float|int)' has no len|"
            r"'(float|int)' object has no attribute '(dot|mm|matmul|mul|shape|size|T|reshape)'",
            e.error,
        )
    )


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
