"""What goes wrong in `gradient`: 2/n times the sum of x (x w - y), the slope of the cost."""

import ast

import numpy as np

from graders.engine.misconceptions import Evidence, formula, sign
from graders.engine.places import assigning, calling, naming, operator, statement
from graders.engine.values import Named
from graders.misconceptions import _plain_numbers as plain_numbers
from graders.misconceptions._plain_numbers import explains, number, results, subtraction, variables

observe = plain_numbers.with_lists_as_arrays


def slopes(xs, ys, w):
    """The derivative of the loss of each sample."""
    return xs * (w * xs - ys) * 2


def right(xs, ys, w):
    return slopes(xs, ys, w).mean()


def probe(gradient, draw, xs, ys):
    """The data of the notebook; then samples that lie on no line, in several sizes, of which the
    last is one."""
    xs.value(), ys.value()
    for n, w in [(4, 3), (2, 1.3), (5, -1.7), (7, 0.6), (1, 2.4)]:
        signs = draw.rng.permutation([1.0, -1.0, 1.0, 1.0, -1.0, 1.0, -1.0])[:n]
        x, y = signs * draw.rng.uniform(0.7, 2.5, n), draw.rng.uniform(1.0, 4.0, n)
        gradient(Named(x, "xs"), Named(y, "ys"), w if n == 4 else w + draw.rng.uniform(0, 0.1))


RETURN = statement(ast.Return)
PRODUCT = (operator(ast.Mult), RETURN)
TOTAL = (calling("sum", "fsum", "dot"), operator(ast.MatMult), statement(ast.AugAssign), RETURN)
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


@sign(
    "All the samples together have a single slope. What makes one number of many?",
    "Print the result for the notebook's data: there are three numbers, and each is the opinion of "
    "one sample. What stands in front of the bracket in the last formula above the stub?",
    where=RETURN,
)
def returns_one_slope_for_each_sample(e: Evidence):
    """The derivatives of the samples come back one by one: no mean is taken of them."""
    return explains(e, right, slopes, lambda xs, ys, w: slopes(xs, ys, w) / 2)


@formula(
    "What does the derivative of a square begin with?",
    "Take one sample, x = 1 and y = 0: its cost is w², and at w = 3 the slope is 6. Which factor "
    "of section 5 gives 6 and not 3?",
    where=(calling("mean"), operator(ast.Mult), RETURN),
)
def forgets_the_two(xs, ys, w):
    """The factor 2, which comes from the square, is missing."""
    return right(xs, ys, w) / 2


@formula(
    "The derivative of a mean is again a mean.",
    "Give it one sample, then the same sample three times. The slope should stay as it is. Which "
    "step is missing?",
    where=TOTAL,
)
def adds_up_without_dividing(xs, ys, w):
    """The derivatives of the samples are added up, and never divided by their number."""
    return slopes(xs, ys, w).sum()


@formula(
    "Compare your code with section 5, factor by factor: two of them are missing.",
    "One comes from the derivative of a square. The other makes a mean of a sum: give it one "
    "sample, then the same sample three times.",
    where=TOTAL,
)
def forgets_the_two_and_the_mean(xs, ys, w):
    """That is the sum of `x` times the error: without the factor 2, and without a division."""
    return slopes(xs, ys, w).sum() / 2


@formula(
    "Is the error prediction minus label, or the other way round?",
    "With `w = 1` on the notebook's data the curve falls to the right: the slope is -9.33. Look "
    "for a minus in front, or for a label that stands first.",
    where=(operator(ast.USub, ast.Sub), RETURN),
)
def points_downhill(xs, ys, w):
    """The size is right and the sign is not: it is negative where the cost rises."""
    return -right(xs, ys, w)


@formula(
    "How much does the error change when `w` grows a little? That is a factor of its own.",
    "At x = 3 the error moves three times as fast as `w`. Look at the last formula above the "
    "stub: what stands in front of the bracket?",
    where=PRODUCT,
)
def forgets_the_inner_derivative(xs, ys, w):
    """That is twice the mean error: the factor `x` of the chain rule is missing."""
    return 2 * np.mean(w * xs - ys)


@formula(
    "Which factors of the chain rule are in your code? Go through section 5 again.",
    "The derivative of a square gives one factor, and how fast the error changes with `w` gives "
    "another. Both are missing.",
    where=subtraction,
)
def returns_the_mean_error(xs, ys, w):
    """That is the mean of the errors: neither the factor 2 nor the factor `x` is there."""
    return np.mean(w * xs - ys)


@formula(
    "Which of the two numbers can the model change: `x` or `w`?",
    "Ask how much the error changes when `w` grows by a little, for x = 3. Which factor stands in "
    "front of the bracket in section 5?",
    where=PRODUCT,
)
def takes_the_derivative_by_x(xs, ys, w):
    """That is the derivative with respect to `x`: the inner factor is `w`."""
    return 2 * np.mean(w * (w * xs - ys))


@sign(
    "A square has the derivative 2e. What became of the square itself?",
    "Try one sample with x = 1, y = 0, w = 3: the slope is 6. What does your code say, and where "
    "does the power in it come from?",
    where=(operator(ast.Pow), calling("square", "pow", "loss"), RETURN),
)
def keeps_the_square(e: Evidence):
    """The error is still squared: a derivative takes the power down by one."""
    return explains(
        e,
        right,
        lambda xs, ys, w: 2 * np.mean(xs * (w * xs - ys) ** 2),
        lambda xs, ys, w: np.mean(xs * (w * xs - ys) ** 2),
        lambda xs, ys, w: 2 * np.mean((w * xs - ys) ** 2),
    )


@formula(
    "Is this how high the curve is, or how steep?",
    "At the lowest point of the curve the slope is 0, whatever the cost is there. Go through "
    "section 5 again.",
    where=RETURN,
)
def returns_the_cost(xs, ys, w):
    """That is the cost itself, and not its derivative."""
    return np.mean((w * xs - ys) ** 2)


@sign(
    "Which loss has a derivative that only knows the sign of the error?",
    "The steepness should grow with the error: compare an error of 1 with one of 3. Look for "
    "`sign` or `abs`.",
    where=(calling("sign", "copysign", "abs"), RETURN),
)
def takes_only_the_sign_of_the_error(e: Evidence):
    """How large an error is has no say, only its sign: that belongs to the absolute error."""
    return explains(
        e,
        right,
        lambda xs, ys, w: np.mean(xs * np.sign(w * xs - ys)),
        lambda xs, ys, w: 2 * np.mean(xs * np.sign(w * xs - ys)),
    )


@formula(
    "May an `x` be negative? What does the formula do with its sign?",
    "All `x` of the notebook are positive. Try one sample with x = -1, y = 0 and w = 3: the slope "
    "is 6. Look for `abs`, or for a root of a square.",
    where=(calling("abs", "fabs", "absolute", "sqrt"), RETURN),
)
def takes_the_sign_of_x_away(xs, ys, w):
    """The size of `x` is used in the place of `x`: the sign of a negative one is lost."""
    return 2 * np.mean(abs(xs) * (w * xs - ys))


@formula(
    "Is the mean of products the product of the means? Try it with 1·1 and 3·3.",
    "Each error belongs to the `x` of its own sample. Which comes first in your code, the product "
    "or the mean?",
    where=(calling("mean", "sum", "average"), RETURN),
)
def multiplies_means(xs, ys, w):
    """The mean of `x` is multiplied by the mean of the errors: they should meet sample by sample
    before that."""
    return 2 * np.mean(xs) * np.mean(w * xs - ys)


@formula(
    "How many samples are there? Who knows it: you, or the data?",
    "Call it with two samples, then with five. Look for a fixed 3.",
    where=DIVISION,
)
def divides_by_three(xs, ys, w):
    """The sum is divided by 3, as many as the notebook has samples, whatever data is given."""
    return slopes(xs, ys, w).sum() / 3


@formula(
    "How often do you divide? A mean needs it once.",
    "A function that takes the mean has divided already. Look for a second division by the number "
    "of samples.",
    where=DIVISION,
)
def divides_twice(xs, ys, w):
    """The sum of the derivatives is divided by the number of samples twice."""
    return right(xs, ys, w) / len(xs)


@sign(
    "How often does your loop go round? What does a `return` do with a loop?",
    "Print a line in every turn: there is only one. Look at how far the `return` is indented.",
    where=(RETURN, statement(ast.Subscript)),
)
def counts_only_the_first_sample(e: Evidence):
    """Only the derivative of the first sample is in the result: the others have no say."""
    return explains(
        e,
        right,
        lambda xs, ys, w: slopes(xs, ys, w)[0],
        lambda xs, ys, w: slopes(xs, ys, w)[0] / len(xs),
    )


@sign(
    "What is in your total after the second turn of the loop: one derivative, or two?",
    "Print the total in every turn. Is the new one put in the place of the old ones, or beside "
    "them?",
    where=(assigning("g", "grad", "total", "gradient", "s", "slope"), statement(ast.For)),
)
def counts_only_the_last_sample(e: Evidence):
    """Only the derivative of the last sample is left: those before it have no say."""
    return explains(
        e,
        right,
        lambda xs, ys, w: slopes(xs, ys, w)[-1],
        lambda xs, ys, w: slopes(xs, ys, w)[-1] / len(xs),
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
        lambda xs, ys, w: slopes(xs, ys, w)[1:].sum() / len(xs),
        lambda xs, ys, w: slopes(xs, ys, w)[1:].sum() / (len(xs) - 1),
        lambda xs, ys, w: slopes(xs, ys, w)[1:].sum() / (len(xs) - 1 or 1),
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
        lambda xs, ys, w: slopes(xs, ys, w)[:-1].sum() / len(xs),
        lambda xs, ys, w: slopes(xs, ys, w)[:-1].sum() / (len(xs) - 1),
        lambda xs, ys, w: slopes(xs, ys, w)[:-1].sum() / (len(xs) - 1 or 1),
    )


@sign(
    "How far does your factor in front reach? Look at your brackets.",
    "In your code the factor meets the prediction alone. Compute the error in a line of its own, "
    "and give it a name.",
    where=subtraction,
)
def multiplies_only_the_prediction(e: Evidence):
    """The factor in front meets the prediction and not `y`: the brackets around the error are
    missing."""
    return explains(
        e,
        right,
        lambda xs, ys, w: np.mean(2 * xs * xs * w - ys),
        lambda xs, ys, w: np.mean(xs * xs * w - ys),
        lambda xs, ys, w: np.sum(2 * xs * xs * w - ys),
    )


@formula(
    "An error has two sides. With what do you compare your predictions?",
    "Change `ys`: the slope stays as it is. In which line should `ys` appear?",
    where=PRODUCT,
)
def leaves_out_the_labels(xs, ys, w):
    """`ys` has no say: the prediction stands in the place of the error."""
    return right(xs, 0, w)


@formula(
    "When the prediction is exactly `y`, how large is the error?",
    "Try the notebook's data with `w = 2`: that is the lowest point, so the slope should be 0. "
    "Look at the sign before the labels.",
    where=(operator(ast.Add), RETURN),
)
def adds_the_labels(xs, ys, w):
    """The labels are added to the predictions, where an error is a difference."""
    return right(xs, -ys, w)


@formula(
    "What does the model predict? It is not `xs` itself.",
    "Change the weight: the slope stays as it is. In which line should `w` appear?",
    where=subtraction,
)
def leaves_out_the_weight(xs, ys, w):
    """`xs` itself is compared with `ys`: there is no prediction, and the weight has no say."""
    return right(xs, ys, 1)


@formula(
    "What is multiplied by the weight, and what is compared with the result?",
    "Compare the order of the parameters in your first line with that in the stub, then follow "
    "each of them into the formula.",
    where=(statement(ast.FunctionDef),),
)
def swaps_xs_and_ys(xs, ys, w):
    """`xs` and `ys` have changed places: it is `ys` that is multiplied by the weight."""
    return right(ys, xs, w)


@sign(
    "In which order does the caller hand over the three arguments?",
    "Compare the order of the parameters in your first line with that in the stub.",
    where=(statement(ast.FunctionDef),),
)
def takes_the_weight_in_another_place(e: Evidence):
    """The arguments have changed places: `xs` is multiplied by `ys`, and `w` is subtracted."""
    return explains(
        e, right, lambda xs, ys, w: right(ys, w, xs), lambda xs, ys, w: right(xs, w, ys)
    )


@sign(
    "Call it twice with other weights. From where do your predictions take their weight?",
    "The weight has to come from the argument, in every call anew. Look for a number or a variable "
    "that stands where `w` should, also in what you call.",
    where=PRODUCT,
)
def predicts_with_the_same_weight_each_time(e: Evidence):
    """Whatever weight is given, these calls make their predictions with one and the same."""
    found, _ = results(e, observe)
    (xs, ys, _), last = found[-1]
    fixed = (number(last) / 2 + np.mean(xs * ys)) / np.mean(xs * xs)
    # With a weight of 0 it would be the predictions that are left out
    return abs(fixed) > 1e-6 and explains(e, right, lambda xs, ys, w: right(xs, ys, fixed))


@sign(
    "What is left over from the first call when the second one begins?",
    "`backward()` adds to what `.grad` holds already. Print `.grad` after each of two calls: does "
    "each begin with a new tensor, or is the old gradient cleared? Section 8 says how.",
    where=(calling("backward"), RETURN),
)
def never_clears_the_gradients(e: Evidence):
    """The gradients of earlier calls are still there: that of this call comes on top of them."""
    got, added, _ = _one_after_another(e)
    return bool(np.allclose(np.diff(got), added[1:], rtol=1e-9)) and not np.allclose(got, added)


@sign(
    "What is in your total when the second call begins?",
    "Print it in the first line of the function and call it twice. Something that lives outside "
    "of the function, or in a default value, is not made anew.",
    where=(statement(ast.Global), statement(ast.FunctionDef)),
)
def goes_on_from_the_last_call(e: Evidence):
    """What earlier calls have added up is still there: the samples of this call come on top of
    them."""
    got, added, n = _one_after_another(e)
    return bool(np.allclose(np.diff(n * got), (n * added)[1:], rtol=1e-9)) and not np.allclose(
        got, added
    )


def _one_after_another(e: Evidence) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of all the calls of `probe` the results, the right ones, and the numbers of samples."""
    found = [one for one in map(observe, e.probed) if one is not None and one[0]]
    if len(found) < 4:
        raise LookupError
    got = [number(result) for _, result in found]
    exact = [float(right(*inputs)) for inputs, _ in found]
    return np.array(got), np.array(exact), np.array([len(inputs[0]) for inputs, _ in found])


@sign(
    "How exact is the difference of two numbers that are nearly the same?",
    "A small h loses digits, a large one is not the slope any more. The docstring wants the "
    "formula: section 5 derives it with the chain rule.",
    where=(calling("cost"), assigning("h", "eps", "epsilon", "delta"), RETURN),
)
def takes_the_difference_of_two_costs(e: Evidence):
    """That is the difference of two nearby costs, divided by a small step: a measured slope, and
    not the exact one."""
    found, _ = results(e, observe)
    found = [((xs, ys, w), number(got)) for (xs, ys, w), got in found]
    return _one_sided(found) or any(
        _is_a_quotient(found, h * 10.0**-digits, h) for digits in range(2, 15) for h in (1, 2)
    )


def _one_sided(found: list) -> bool:
    """Whether the slope is off as (C(w + h) - C(w)) / h is, by h times the mean of x²."""
    steps = np.array([(got - right(*of)) / np.mean(of[0] ** 2) for of, got in found])
    alike = np.all(abs(steps / steps.mean() - 1) < 0.05)
    return bool(alike and 1e-7 < abs(steps.mean()) < 1.5)


def _is_a_quotient(found: list, step: float, sides: int) -> bool:
    """Whether each result, nearly right, is a difference of two costs divided by their distance.

    Two floating-point numbers nearby differ by a multiple of their last binary digit.
    """
    counts = []
    for (xs, ys, w), got in found:
        ends = ((w, w + step), (w - step / 2, w + step / 2))[sides - 1]
        digit = np.spacing(min(np.mean((xs * v - ys) ** 2) for v in ends))
        counts.append(got * step / digit)
    exact = [count for count in counts if abs(count) < 4e13]  # of others rounding hides it
    near = all(abs(got - right(*of)) <= 0.1 * (1 + abs(right(*of))) for of, got in found)
    return near and len(exact) > 4 and all(abs(c - round(c)) < 0.02 for c in exact)


@sign(
    "How many digits does the caller need? Who decides that?",
    "Later steps calculate with this number, and small errors add up. Look for `round`, or for a "
    "format with a fixed number of decimals.",
    where=(calling("round", "around", "format"), statement(ast.JoinedStr), RETURN),
)
def rounds_the_slope(e: Evidence):
    """The slope is right, but it is rounded before it comes back."""
    return plain_numbers.rounded(e, right)


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
    "From which tensor should the derivative come? Does PyTorch know that?",
    "PyTorch only notes down what happens to tensors that ask for gradients. Which argument of "
    "`torch.tensor` says so?",
    where=(calling("tensor", "as_tensor", "backward"),),
)
def asks_for_no_gradient(e: Evidence):
    """`backward()` found no tensor that requires gradients, so there is nothing to derive by."""
    return "does not require grad and does not have a grad_fn" in e.error


@sign(
    "The weight may be a whole number. Which kind of tensor does your code make of it?",
    "Try `w = 2` and `w = 2.0`. Gradients need a dtype with decimals: where do you say which one?",
    where=(calling("tensor", "as_tensor"),),
)
def makes_a_tensor_of_whole_numbers(e: Evidence):
    """A whole weight becomes a tensor of whole numbers, and those have no gradients."""
    return "of floating point and complex dtype can require gradients" in e.error


@sign(
    "Which three things does the check hand over? Look at the first line of the stub.",
    "Some courses keep the weight in a global variable. Here it is the third argument, in every "
    "call.",
)
def takes_fewer_arguments(e: Evidence):
    """Here `gradient` is given `xs`, `ys` and `w`: the slope at this weight is asked for."""
    return plain_numbers.too_many_arguments(e)
