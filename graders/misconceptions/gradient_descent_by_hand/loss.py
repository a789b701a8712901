"""What goes wrong in `loss`: the square of the error x w - y of one sample."""

import ast
import math
import re

import numpy as np

from graders.engine.misconceptions import Evidence, formula, sign
from graders.engine.places import calling, naming, operator, statement
from graders.misconceptions import _plain_numbers as plain_numbers
from graders.misconceptions._plain_numbers import explains, number, results, subtraction, variables


def right(x, y, w):
    return math.pow(x * w - y, 2)


def probe(loss, draw, xs, ys):
    """The data of the notebook; then errors of either sign, whole numbers first."""
    xs.value(), ys.value()
    loss(3, 5, 4)
    loss(2, 9, 3)
    for x, y, w in [(1.6, 2.4, 2.2), (-2.3, 1.4, 1.2), (0.7, 3.1, -1.7), (1.8, -2.6, 3.3)]:
        loss(*(value + draw.rng.uniform(0, 0.1) for value in (x, y, w)))


RETURN = statement(ast.Return)
POWER = (operator(ast.Pow), calling("pow", "square"), RETURN)

wants_more_arguments = plain_numbers.wants_more_arguments
returns_nothing = plain_numbers.returns_nothing
returns_a_tensor = plain_numbers.returns_a_tensor
returns_an_array_of_one = plain_numbers.returns_an_array_of_one
returns_text = plain_numbers.returns_text
works_in_float32 = plain_numbers.works_in_float32


@sign(
    "Which sample is this loss about? Look at what the caller hands over.",
    "Your function looks at `xs` or `ys`, which hold three numbers. Its own parameters have other "
    "names: compare the first line with those below.",
    where=naming("xs", "ys"),
)
def takes_the_data_of_the_notebook(e: Evidence):
    """The numbers come from the notebook's `xs` and `ys`, and not from the sample that is given."""
    xs, ys = variables(e)
    squares = [
        lambda x, y, w: (xs * w - ys) ** 2,
        lambda x, y, w: (xs * w - y) ** 2,
        lambda x, y, w: (x * w - ys) ** 2,
    ]
    means = [lambda x, y, w, form=form: np.mean(form(x, y, w)) for form in squares]
    return explains(e, right, *squares, *means)


@formula(
    "Which factor do some texts put in front, and what does this docstring say of it?",
    "For an error of 2 the loss is 4 here, and not 2. Look for a division by 2 or a 0.5.",
    where=(operator(ast.Div), operator(ast.Mult), RETURN),
)
def halves(x, y, w):
    """That is half of the squared error: this notebook has no factor 1/2."""
    return 0.5 * right(x, y, w)


@formula(
    "What does the mark `^` mean in Python? It is not a power.",
    "Try `3 ^ 2` in a cell: it says 1. Look up how Python writes a power.",
    where=(operator(ast.BitXor), RETURN),
)
def writes_a_caret_for_a_power(x, y, w):
    """In Python `^` compares whole numbers bit by bit; it is no power."""
    return (w * x - y) ^ 2


@formula(
    "The size of an error is not yet its square.",
    "For an error of 3 the loss should be 9. Look up how Python writes a power: `abs` only takes "
    "the sign away.",
    where=(calling("abs", "fabs", "absolute", "sqrt", "l1_loss"), RETURN),
)
def takes_the_absolute_error(x, y, w):
    """That is the size of the error, without the square."""
    return abs(w * x - y)


@sign(
    "That is the error itself. What turns it into a penalty?",
    "For errors of -2 and of 2 the table in section 2 has the same loss, 4. Which operation gives "
    "that?",
    where=subtraction,
)
def forgets_the_square(e: Evidence):
    """That is the error itself, with its sign: nothing is squared."""
    return explains(e, right, lambda x, y, w: w * x - y, lambda x, y, w: y - w * x)


@sign(
    "What is the difference between two times a number and the number squared?",
    "For an error of 2 both are 4. Try an error of 3: the loss should be 9.",
    where=(operator(ast.Mult), RETURN),
)
def doubles_the_error(e: Evidence):
    """The error is multiplied by 2, and not by itself."""
    return explains(
        e,
        right,
        lambda x, y, w: 2 * (w * x - y),
        lambda x, y, w: 2 * (y - w * x),
        lambda x, y, w: 2 * abs(w * x - y),
    )


@formula(
    "Too little is as bad as too much. Which sign does a penalty have?",
    "For an error of -2 your function gives -4. Which factor brings the sign back?",
    where=(calling("abs", "sign", "copysign"), RETURN),
)
def gives_the_loss_a_sign(x, y, w):
    """The size is right, but where the prediction is too small the loss is negative."""
    return math.copysign(right(x, y, w), w * x - y)


@formula(
    "A minus and a power: which of them does Python do first?",
    "Python does the power before the minus. What keeps the whole error together?",
    where=POWER,
)
def squares_only_y(x, y, w):
    """Only `y` is squared: the power comes before the minus."""
    return w * x - y**2


@formula(
    "Is 5² - 3² the same as (5 - 3)²? Try it.",
    "First there should be one error, then one square. Count the squares in your code.",
    where=POWER,
)
def squares_each_side(x, y, w):
    """The prediction and `y` are squared one by one: that is not the square of their difference."""
    return (x * w) ** 2 - y**2


@formula(
    "When the prediction is exactly `y`, how large is the error?",
    "Try `loss(2, 4, 2)`: nothing is wrong there, so it should be 0. Look at the sign before `y`.",
    where=(operator(ast.Add), RETURN),
)
def adds_y(x, y, w):
    """`y` is added to the prediction, where the error is a difference."""
    return right(x, -y, w)


@formula(
    "Which of the numbers is multiplied by the weight, and which is compared with the result?",
    "Compare the order of the parameters in your first line with that in the stub, then follow "
    "each of them into the formula.",
    where=(statement(ast.FunctionDef),),
)
def swaps_x_and_y(x, y, w):
    """`x` and `y` have changed places: it is `y` that is multiplied by the weight."""
    return right(y, x, w)


@formula(
    "Which of the three numbers is the weight, and which the label? In which order do they come?",
    "Compare the order of the parameters in your first line with that in the stub.",
    where=(statement(ast.FunctionDef),),
)
def swaps_y_and_w(x, y, w):
    """`y` and `w` have changed places: `x` is multiplied by `y`, and `w` is subtracted."""
    return right(x, w, y)


@formula(
    "What does the model predict? It is not `x` itself.",
    "Change the weight: the loss stays as it is. In which line should `w` appear?",
    where=subtraction,
)
def leaves_out_the_weight(x, y, w):
    """`x` itself is compared with `y`: there is no prediction, and the weight has no say."""
    return right(x, y, 1)


@formula(
    "What does the model predict? It is not the weight itself.",
    "Change `x`: the loss stays as it is. In which line should `x` appear?",
    where=subtraction,
)
def leaves_out_x(x, y, w):
    """The weight itself is compared with `y`: `x` has no say."""
    return right(1, y, w)


@formula(
    "An error has two sides. With what do you compare your prediction?",
    "Change `y`: the loss stays as it is. In which line should `y` appear?",
    where=POWER,
)
def leaves_out_y(x, y, w):
    """That is the square of the prediction: `y` has no say."""
    return right(x, 0, w)


@formula(
    "With `x = 2`, `y = 4` and `w = 1`: which of the three steps, prediction, error and loss, are "
    "in your code?",
    "The prediction is the first step only. How far is it from `y`, and what is the penalty for "
    "that?",
    where=RETURN,
)
def returns_the_prediction(x, y, w):
    """That is the prediction `x * w`: it is not compared with `y` yet."""
    return w * x


@formula(
    "Is a prediction a sum or a product?",
    "Begin with the prediction: for `x = 3` and `w = 2` it is 6. What does your code have there?",
    where=(operator(ast.Add), RETURN),
)
def predicts_with_a_sum(x, y, w):
    """The prediction is `x + w` here: a sum, and no product."""
    return right(x, y - w, 1)


@sign(
    "What has to be ready before `y` is subtracted? Look at your brackets.",
    "In your code `y` is subtracted from the weight alone. Make the prediction in a line of its "
    "own, and give it a name.",
    where=subtraction,
)
def subtracts_y_from_the_weight(e: Evidence):
    """`y` is subtracted from `w`, before `x` comes in: the brackets stand at another place."""
    return explains(e, right, lambda x, y, w: x * (w - y) ** 2, lambda x, y, w: (x * (w - y)) ** 2)


@sign(
    "Too little is as bad as too much. Is it so in your code?",
    "`loss(1, 0, 1.5)` and `loss(1, 3, 1.5)` should be the same. Look for a `max` or an `if`.",
    where=(calling("max", "maximum", "relu", "clip", "clamp"), statement(ast.If), RETURN),
)
def punishes_one_direction_only(e: Evidence):
    """Errors in one direction are squared, those in the other cost nothing."""
    return explains(
        e,
        right,
        lambda x, y, w: max(0, y - w * x) ** 2,
        lambda x, y, w: max(0, w * x - y) ** 2,
    )


@formula(
    "Is the error a difference, or a part of `y`? Look at section 2.",
    "What happens where `y` is 0? The formula of the docstring has no division.",
    where=(operator(ast.Div), RETURN),
)
def divides_by_y(x, y, w):
    """The error is divided by `y`: it has become a part of the label."""
    return right(x, y, w) / y**2


@formula(
    "Is this the loss, or how steep the loss is?",
    "The slope comes in section 5. Look at the table in section 2: an error of 2 has the loss 4, "
    "whatever `x` is.",
    where=RETURN,
)
def returns_the_derivative(x, y, w):
    """That is the derivative of the loss, and not the loss."""
    return 2 * x * (w * x - y)


@sign(
    "How many digits does the caller need? Who decides that?",
    "Later steps calculate with this number, and small errors add up. Look for `round`, or for a "
    "format with a fixed number of decimals.",
    where=(calling("round", "around", "format"), statement(ast.JoinedStr), RETURN),
)
def rounds_the_loss(e: Evidence):
    """The loss is right, but it is rounded before it comes back."""
    return plain_numbers.rounded(e, right)


@sign(
    "Call it twice with other weights. From where does your prediction take its weight?",
    "The weight has to come from the argument, in every call anew. Look for a number or a variable "
    "that stands where `w` should, also in a `forward` that you call.",
    where=(calling("forward"), operator(ast.Mult), RETURN),
)
def predicts_with_the_same_weight_each_time(e: Evidence):
    """Whatever weight is given, these calls make their predictions with one and the same."""
    found, _ = results(e)
    (x, y, _), last = found[-1]
    root = math.sqrt(number(last))
    # With a weight of 0 it would be the prediction that is left out
    solutions = [w for w in ((y + root) / x, (y - root) / x) if abs(w) > 1e-6]
    return explains(e, right, *(lambda x, y, w, fixed=w: right(x, y, fixed) for w in solutions))


@sign(
    "Which three things does the check hand over? Look at the first line of the stub.",
    "Other books give `loss` a prediction that is ready, and some courses keep the weight in a "
    "global variable. Here it gets the weight, and has to predict first.",
)
def takes_fewer_arguments(e: Evidence):
    """Here `loss` is given `x`, `y` and `w`, and makes the prediction itself."""
    return plain_numbers.too_many_arguments(e)


@sign(
    "`x`, `y` and `w` are plain numbers here. What can you do with a number?",
    "Means, sums, lengths and the methods of tensors are for many numbers. For one sample there is "
    "one error: which plain operators does it need?",
    where=(calling("mean", "sum", "pow", "item", "mse_loss", "len"), RETURN),
)
def expects_arrays(e: Evidence):
    """This is written for arrays or tensors; `x`, `y` and `w` are plain numbers."""
    return bool(
        re.search(
            r"for @: '(float|int)'|must be Tensor, not (float|int)|not have enough dimensions|"
            r"'(float|int)' object is not (subscriptable|iterable)|"
            r"object of type '(float|int)' has no len|"
            r"'(float|int)' object has no attribute "
            r"'(mean|sum|pow|item|shape|size|reshape|square|abs|backward|numel|dim)'",
            e.error,
        )
    )
