"""What goes wrong in `cost`: the mean of the squared errors of all samples."""

import ast

import numpy as np

from graders.engine.misconceptions import Evidence, formula, sign
from graders.engine.places import assigning, calling, naming, operator, statement
from graders.engine.values import Named
from graders.misconceptions import _plain_numbers as plain_numbers
from graders.misconceptions._plain_numbers import explains, number, results, subtraction, variables

observe = plain_numbers.with_lists_as_arrays


def losses(xs, ys, w):
    return np.square(xs * w - ys)


def right(xs, ys, w):
    return losses(xs, ys, w).mean()


def probe(cost, draw, xs, ys):
    """The data of the notebook; then samples that lie on no line, in several sizes, of which the
    last is one."""
    xs.value(), ys.value()
    for n, w in [(4, 3), (2, 1.3), (5, -1.7), (7, 0.6), (1, 2.4)]:
        signs = draw.rng.permutation([1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0])[:n]
        x, y = signs * draw.rng.uniform(0.7, 2.5, n), draw.rng.uniform(1.0, 4.0, n)
        cost(Named(x, "xs"), Named(y, "ys"), w if n == 4 else w + draw.rng.uniform(0, 0.1))


RETURN = statement(ast.Return)
TOTAL = (calling("sum", "fsum", "dot"), statement(ast.AugAssign), RETURN)
DIVISION = (operator(ast.Div), calling("mean"), RETURN)

wants_more_arguments = plain_numbers.wants_more_arguments
returns_nothing = plain_numbers.returns_nothing
returns_a_tensor = plain_numbers.returns_a_tensor
returns_an_array_of_one = plain_numbers.returns_an_array_of_one
returns_text = plain_numbers.returns_text
works_in_float32 = plain_numbers.works_in_float32
writes_into_the_callers_arrays = plain_numbers.writes_into_the_callers_arrays
expects_tensors = plain_numbers.expects_tensors
treats_an_array_as_a_number = plain_numbers.treats_an_array_as_a_number


@sign(
    "Whose samples does the caller ask about: those of the notebook, or those that it hands over?",
    "Compare the names in the first line of your function with those below it. A name that is no "
    "parameter and no variable of yours is looked up in the notebook.",
    where=(naming("xs", "ys"), statement(ast.FunctionDef)),
)
def takes_the_data_of_the_notebook(e: Evidence):
    """Numbers of the notebook's own data are used, and not only those of the arguments."""
    of_x, of_y = variables(e)
    return explains(
        e,
        right,
        lambda xs, ys, w: right(of_x, of_y, w),
        lambda xs, ys, w: right(of_x, ys, w),
        lambda xs, ys, w: right(xs, of_y, w),
    )


@formula(
    "All the samples together have a single cost. What makes one number of many?",
    "Print the result for the notebook's data: there are three numbers. What the docstring calls "
    "the mean is still to be taken.",
    where=RETURN,
)
def returns_one_loss_for_each_sample(xs, ys, w):
    """The squared errors come back one by one: no mean is taken of them."""
    return losses(xs, ys, w)


@formula(
    "The losses are added up. What makes a mean of a sum?",
    "Give it one sample, then the same sample three times. A mean stays as it is, and a sum grows. "
    "Which step is missing?",
    where=TOTAL,
)
def adds_up_without_dividing(xs, ys, w):
    """That is the sum of the squared errors: it is never divided by their number."""
    return losses(xs, ys, w).sum()


@formula(
    "There is no factor in front of this cost. Is there one in your code?",
    "With `w = 1` the notebook's data costs 4.67. Is yours 2.33? Look for a 2 or a 0.5, also in "
    "the `loss` that you may call.",
    where=DIVISION,
)
def halves(xs, ys, w):
    """That is half of the mean: this notebook has no factor 1/2."""
    return right(xs, ys, w) / 2


@formula(
    "How often do you divide? A mean needs it once.",
    "A function that takes the mean has divided already. Look for a second division by the number "
    "of samples.",
    where=DIVISION,
)
def divides_twice(xs, ys, w):
    """The sum of the squared errors is divided by their number twice."""
    return right(xs, ys, w) / len(xs)


@formula(
    "How many samples are there? Who knows it: you, or the data?",
    "Call it with two samples, then with five. Look for a fixed 3.",
    where=DIVISION,
)
def divides_by_three(xs, ys, w):
    """The sum is divided by 3, as many as the notebook has samples, whatever data is given."""
    return losses(xs, ys, w).sum() / 3


@sign(
    "Of how many numbers do you take the mean?",
    "Statistics divides by n - 1 for a variance. The cost is a plain mean: look at what stands "
    "below the line of the fraction in section 3.",
    where=DIVISION,
)
def divides_by_one_too_few(e: Evidence):
    """The sum is divided by n - 1, and not by the number of samples n."""

    def total(xs, ys, w):
        return losses(xs, ys, w).sum()

    return explains(
        e,
        right,
        lambda xs, ys, w: total(xs, ys, w) / (len(xs) - 1),
        lambda xs, ys, w: float(total(xs, ys, w)) / (len(xs) - 1),  # raises for one sample
        lambda xs, ys, w: total(xs, ys, w) / max(len(xs) - 1, 1),
    )


@formula(
    "Errors have signs. What happens to +1 and -1 when you take their mean?",
    "Take two samples with the errors 1 and -1: the cost is 1, and not 0. So something has to "
    "happen to each error before they meet.",
    where=(calling("mean", "sum", "average"), operator(ast.Pow), RETURN),
)
def squares_the_mean_error(xs, ys, w):
    """The mean comes first and the square after it: errors of opposite sign cancel each other."""
    return np.square(np.mean(w * xs - ys))


@sign(
    "Errors have signs. What happens to +1 and -1 when you add them up?",
    "Take two samples with the errors 1 and -1: the cost is 1, and not 0. So something has to "
    "happen to each error before they meet.",
    where=(calling("sum", "fsum"), statement(ast.AugAssign), operator(ast.Pow), RETURN),
)
def squares_the_sum_of_the_errors(e: Evidence):
    """The sum comes first and the square after it: errors of opposite sign cancel each other."""
    return explains(
        e,
        right,
        lambda xs, ys, w: np.square(np.sum(w * xs - ys)),
        lambda xs, ys, w: np.square(np.sum(w * xs - ys)) / len(xs),
    )


@formula(
    "What does `var` do with the mean of its numbers, before it squares anything?",
    "Shift all `ys` by 5. The cost changes, and a variance or a standard deviation does not.",
    where=(calling("var", "std"), RETURN),
)
def takes_the_variance(xs, ys, w):
    """That is the variance of the errors: it leaves out how far they are from 0 together."""
    return np.var(w * xs - ys)


@formula(
    "The docstring asks for the mean of the squares. Does a root stand there as well?",
    "With `w = 1` the notebook's data costs 4.67, and its root is 2.16. Look for `sqrt`, for "
    "`std`, and for a power of 0.5.",
    where=(calling("sqrt", "norm"), operator(ast.Pow), RETURN),
)
def takes_the_root(xs, ys, w):
    """A root is taken of the mean of the squares."""
    return np.sqrt(right(xs, ys, w))


@formula(
    "A norm is a length: what does it do after it has added up the squares?",
    "There are two steps between a norm and the cost: one undoes the root, the other makes a mean.",
    where=(calling("norm", "sqrt", "hypot", "dist"), operator(ast.Pow), RETURN),
)
def takes_the_norm(xs, ys, w):
    """That is the root of the sum of the squares, the length of the vector of errors."""
    return np.sqrt(losses(xs, ys, w).sum())


@formula(
    "What is the loss of one sample: the size of its error, or the square of it?",
    "For errors of 1 and 3 the cost is 5, and the mean of their sizes is 2. Look for `abs`.",
    where=(calling("abs", "fabs", "absolute", "sqrt"), RETURN),
)
def takes_absolute_errors(xs, ys, w):
    """That is the mean of the sizes of the errors: they are not squared."""
    return np.mean(abs(w * xs - ys))


@sign(
    "That is a mean of errors. What turns an error into a loss?",
    "Take two samples with the errors 1 and -1: the cost is 1, and yours is 0. Which operation of "
    "section 2 is missing?",
    where=subtraction,
)
def forgets_the_square(e: Evidence):
    """That is the mean of the errors with their signs: nothing is squared."""
    return explains(
        e,
        right,
        lambda xs, ys, w: np.mean(w * xs - ys),
        lambda xs, ys, w: np.mean(ys - w * xs),
    )


@sign(
    "Which prediction belongs to which label? Draw lines between them for two samples.",
    "With two samples there are two errors. How many does your code compute? Look at the shapes, "
    "or at a loop inside a loop.",
    where=(statement(ast.Subscript), calling("outer", "reshape"), statement(ast.For), RETURN),
)
def compares_every_x_with_every_y(e: Evidence):
    """Each prediction is compared with the labels of all samples, and not only with its own."""

    def squares(xs, ys, w):
        return np.square(np.subtract.outer(xs * w, ys))

    return explains(
        e,
        right,
        lambda xs, ys, w: squares(xs, ys, w).mean(),
        lambda xs, ys, w: squares(xs, ys, w).sum() / len(xs),
        lambda xs, ys, w: squares(xs, ys, w).sum(),
    )


@sign(
    "What is in your total after the second turn of the loop: one loss, or two?",
    "Print the total in every turn. Is the new loss put in the place of the old ones, or beside "
    "them?",
    where=(assigning("total", "cost", "loss", "s", "sum_", "result", "l"), statement(ast.For)),
)
def counts_only_the_last_sample(e: Evidence):
    """Only the loss of the last sample is left: those before it have no say."""
    return explains(
        e,
        right,
        lambda xs, ys, w: losses(xs, ys, w)[-1] / len(xs),
        lambda xs, ys, w: losses(xs, ys, w)[-1],
    )


@sign(
    "How often does your loop go round? What does a `return` do with a loop?",
    "Print a line in every turn: there is only one. Look at how far the `return` is indented.",
    where=(RETURN, statement(ast.Subscript)),
)
def counts_only_the_first_sample(e: Evidence):
    """Only the loss of the first sample is in the result: the others have no say."""
    return explains(
        e,
        right,
        lambda xs, ys, w: losses(xs, ys, w)[0] / len(xs),
        lambda xs, ys, w: losses(xs, ys, w)[0],
    )


@sign(
    "Which index does the first sample have?",
    "Print the index in every turn of the loop. Python counts from 0.",
    where=(calling("range"), statement(ast.Slice), RETURN),
)
def leaves_out_the_first_sample(e: Evidence):
    """The first sample is not in the result."""
    return explains(
        e,
        right,
        lambda xs, ys, w: losses(xs, ys, w)[1:].sum() / len(xs),
        lambda xs, ys, w: losses(xs, ys, w)[1:].sum() / (len(xs) - 1),
        lambda xs, ys, w: losses(xs, ys, w)[1:].sum() / (len(xs) - 1 or 1),
    )


@sign(
    "Which index does the last sample have, and at which one does your loop end?",
    "Print the index in every turn of the loop. `range(n)` ends at n - 1 by itself.",
    where=(calling("range"), statement(ast.Slice), RETURN),
)
def leaves_out_the_last_sample(e: Evidence):
    """The last sample is not in the result."""
    return explains(
        e,
        right,
        lambda xs, ys, w: losses(xs, ys, w)[:-1].sum() / len(xs),
        lambda xs, ys, w: losses(xs, ys, w)[:-1].sum() / (len(xs) - 1),
        lambda xs, ys, w: losses(xs, ys, w)[:-1].sum() / (len(xs) - 1 or 1),
    )


@sign(
    "What is in your total, or your list, when the second call begins?",
    "Print it in the first line of the function and call it twice. Something that lives outside "
    "of the function, or in a default value, is not made anew.",
    where=(statement(ast.Global), statement(ast.FunctionDef)),
)
def goes_on_from_the_last_call(e: Evidence):
    """What earlier calls have added up is still there: the losses of this call come on top of
    them."""
    found = [one for one in map(observe, e.probed) if one is not None and one[0]]
    n = np.array([len(xs) for (xs, _, _), _ in found])
    got = np.array([number(result) for _, result in found])
    added = np.array([losses(*inputs).sum() for inputs, _ in found])
    if len(found) < 4 or not np.isfinite(got).all() or np.allclose(n * got, added):
        return False
    grows = np.allclose(np.diff(n * got), added[1:], rtol=1e-9)
    # As a mean of all that there ever was: with S losses of sum T before, got (S + N) = T + added
    seen, total = np.cumsum(n), np.cumsum(added)
    system = np.stack([got, -np.ones(len(got))], axis=1)
    before = np.linalg.lstsq(system, total - got * seen, rcond=None)[0]
    fits = np.allclose(system @ before, total - got * seen, rtol=0, atol=1e-7 * total[-1])
    return bool(grows or (fits and before[0] > 0.5))


@sign(
    "Which kind of number does your array, or your variable, hold?",
    "Print the losses one by one: they should have decimals. Look for `int`, `//` and for a "
    "`dtype` of whole numbers.",
    where=(
        *(calling("int", "zeros", "full", "empty", "astype", "trunc", "floor"),),
        operator(ast.FloorDiv),
    ),
)
def cuts_off_the_decimals(e: Evidence):
    """Decimals are cut off on the way."""
    return explains(
        e,
        right,
        lambda xs, ys, w: np.mean(np.trunc(losses(xs, ys, w))),
        lambda xs, ys, w: np.trunc(right(xs, ys, w)),
    )


@sign(
    "How many digits does the caller need? Who decides that?",
    "Later steps calculate with this number, and small errors add up. Look for `round`, or for a "
    "format with a fixed number of decimals.",
    where=(calling("round", "around", "format"), statement(ast.JoinedStr), RETURN),
)
def rounds_the_cost(e: Evidence):
    """The cost is right, but it is rounded before it comes back."""
    return plain_numbers.rounded(e, right)


@formula(
    "When the prediction is exactly `y`, how large is the error?",
    "Try the notebook's data with `w = 2`: nothing is wrong there, so the cost should be 0. Look "
    "at the sign before the labels.",
    where=(operator(ast.Add), RETURN),
)
def adds_the_labels(xs, ys, w):
    """The labels are added to the predictions, where an error is a difference."""
    return right(xs, -ys, w)


@formula(
    "A minus and a power: which of them does Python do first?",
    "Python does the power before the minus. What keeps the whole error together?",
    where=(operator(ast.Pow), calling("square", "pow", "power"), RETURN),
)
def squares_only_the_labels(xs, ys, w):
    """Only the labels are squared: the power comes before the minus."""
    return np.mean(w * xs - ys**2)


@formula(
    "Is 5² - 3² the same as (5 - 3)²? Try it.",
    "First there should be one error for each sample, then one square of it.",
    where=(operator(ast.Pow), calling("square", "pow", "power"), RETURN),
)
def squares_each_side(xs, ys, w):
    """Predictions and labels are squared one by one: that is not the square of the difference."""
    return np.mean((w * xs) ** 2 - ys**2)


@formula(
    "What is multiplied by the weight, and what is compared with the result?",
    "Compare the order of the parameters in your first line with that in the stub, then follow "
    "each of them into the formula.",
    where=(statement(ast.FunctionDef),),
)
def swaps_xs_and_ys(xs, ys, w):
    """`xs` and `ys` have changed places: it is `ys` that is multiplied by the weight."""
    return right(ys, xs, w)


@formula(
    "In which order does the caller hand over the three arguments?",
    "Compare the order of the parameters in your first line with that in the stub.",
    where=(statement(ast.FunctionDef),),
)
def takes_the_weight_in_another_place(xs, ys, w):
    """The arguments have changed places: `xs` is multiplied by `ys`, and `w` is subtracted."""
    return right(xs, w, ys)


@formula(
    "What does the model predict? It is not `xs` itself.",
    "Change the weight: the cost stays as it is. In which line should `w` appear?",
    where=subtraction,
)
def leaves_out_the_weight(xs, ys, w):
    """`xs` itself is compared with `ys`: there is no prediction, and the weight has no say."""
    return right(xs, ys, 1)


@formula(
    "An error has two sides. With what do you compare your predictions?",
    "Change `ys`: the cost stays as it is. In which line should `ys` appear?",
    where=(operator(ast.Pow), RETURN),
)
def leaves_out_the_labels(xs, ys, w):
    """That is the mean of the squared predictions: `ys` has no say."""
    return right(xs, 0, w)


@formula(
    "Is a prediction a sum or a product?",
    "Begin with the predictions: for `x = 3` and `w = 2` it is 6. What does your code have there?",
    where=(operator(ast.Add), RETURN),
)
def predicts_with_a_sum(xs, ys, w):
    """The prediction is `x + w` here: a sum, and no product."""
    return right(xs, ys - w, 1)


@sign(
    "Call it twice with other weights. From where do your predictions take their weight?",
    "The weight has to come from the argument, in every call anew. Look for a number or a variable "
    "that stands where `w` should, also in what you call.",
    where=(calling("loss", "forward"), operator(ast.Mult), RETURN),
)
def predicts_with_the_same_weight_each_time(e: Evidence):
    """Whatever weight is given, these calls make their predictions with one and the same."""
    found, _ = results(e, observe)
    (xs, ys, _), last = found[-2]  # of the last call, one sample, two weights may have the cost
    parabola = [np.mean(xs * xs), -2 * np.mean(xs * ys), np.mean(ys * ys) - number(last)]
    # With a weight of 0 it would be the predictions that are left out
    solutions = [w.real for w in np.roots(parabola) if abs(w) > 1e-6]
    return explains(e, right, *(lambda xs, ys, w, fixed=w: right(xs, ys, fixed) for w in solutions))


@sign(
    "What is left of an array with one entry after your first lines?",
    "Call it with one sample and read the traceback, or print every value. Look for `squeeze`, "
    "for n - 1, and for an index that is not there.",
    where=(calling("squeeze", "item", "cov"), operator(ast.Sub)),
)
def fails_for_a_single_sample(e: Evidence):
    """With several samples it is right, but not with a single one."""
    return plain_numbers.fails_for_one(e, right)


@sign(
    "Which three things does the check hand over? Look at the first line of the stub.",
    "Some courses keep the weight in a global variable, and other books hand over predictions. "
    "Here there are the samples and the weight, in every call.",
)
def takes_fewer_arguments(e: Evidence):
    """Here `cost` is given `xs`, `ys` and `w`, and makes the predictions itself."""
    return plain_numbers.too_many_arguments(e)
