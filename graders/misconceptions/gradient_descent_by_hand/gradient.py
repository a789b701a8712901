"""What goes wrong in `gradient`: 2/n times the sum of x (x w - y), the slope of the cost."""

import ast

import numpy as np

from graders.engine.misconceptions import Evidence, formula, sign
from graders.engine.places import assigning, calling, operator

from . import _numbers as shared
from ._numbers import (
    RETURN,
    SUBTRACTION,
    TOTAL,
    Cost,
    ask_about_samples,
    asking,
    forms,
    number,
    results,
)


class Slope(Cost):
    """The derivative of the cost: that of each loss takes part in the mean."""

    @property
    def each(self):
        return 2 * self.xs * self.errors


right = Slope.right
observe = asking(Slope)


def probe(gradient, draw, xs, ys):
    """The data of the notebook; then several samples, and one."""
    xs.value(), ys.value()
    ask_about_samples(gradient, draw)


PRODUCT = (operator(ast.Mult), RETURN)

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
adds_the_label = shared.adds_the_label
swaps_the_arguments = shared.swaps_the_arguments
leaves_out_the_weight = shared.leaves_out_the_weight
leaves_out_the_label = shared.leaves_out_the_label
adds_up_without_dividing = shared.adds_up_without_dividing
divides_twice = shared.divides_twice
divides_by_three = shared.divides_by_three
counts_a_single_sample = shared.counts_a_single_sample
leaves_out_a_sample = shared.leaves_out_a_sample
takes_samples_for_one_another = shared.takes_samples_for_one_another
goes_on_from_the_last_call = shared.goes_on_from_the_last_call
predicts_with_the_same_weight_each_time = shared.predicts_with_the_same_weight_each_time


@forms(
    "All the samples together have a single slope. What makes one number of many?",
    "Print the result for the notebook's data: there are three numbers, and each is the opinion of "
    "one sample. What stands in front of the bracket in the last formula above the stub?",
    where=RETURN,
)
def returns_one_slope_for_each_sample(of):
    """The derivatives of the samples come back one by one: no mean is taken of them."""
    return [of.each, of.each / 2]


@formula(
    "What does the derivative of a square begin with?",
    "Take one sample, x = 1 and y = 0: its cost is w², and at w = 3 the slope is 6. Which factor "
    "of section 5 gives 6 and not 3?",
    where=(calling("mean"), operator(ast.Mult), RETURN),
)
def forgets_the_two(of):
    """The factor 2, which comes from the square, is missing."""
    return of.right() / 2


@formula(
    "Compare your code with section 5, factor by factor: two of them are missing.",
    "One comes from the derivative of a square. The other makes a mean of a sum: give it one "
    "sample, then the same sample three times.",
    where=TOTAL,
)
def forgets_the_two_and_the_mean(of):
    """That is the sum of `x` times the error: without the factor 2, and without a division."""
    return of.each.sum() / 2


@formula(
    "Is the error prediction minus label, or the other way round?",
    "With `w = 1` on the notebook's data the curve falls to the right: the slope is -9.33. Look "
    "for a minus in front, or for a label that stands first.",
    where=(operator(ast.USub, ast.Sub), RETURN),
)
def points_downhill(of):
    """The size is right and the sign is not: it is negative where the cost rises."""
    return -of.right()


@forms(
    "How much does the error change when `w` grows a little? That is a factor of its own.",
    "At x = 3 the error moves three times as fast as `w`. Look at the last formula above the "
    "stub: which factors stand in front of the bracket?",
    where=(*PRODUCT, *SUBTRACTION),
)
def forgets_the_inner_derivative(of):
    """That is the mean error, or twice that: the factor `x` of the chain rule is missing."""
    return [2 * np.mean(of.errors), np.mean(of.errors)]


@formula(
    "Which of the two numbers can the model change: `x` or `w`?",
    "Ask how much the error changes when `w` grows by a little, for x = 3. Which factor stands in "
    "front of the bracket in section 5?",
    where=PRODUCT,
)
def takes_the_derivative_by_x(of):
    """That is the derivative with respect to `x`: the inner factor is `w`."""
    return 2 * of.w * np.mean(of.errors)


@forms(
    "A square has the derivative 2e. What became of the square itself?",
    "Try one sample with x = 1, y = 0, w = 3: the slope is 6. What does your code say, and where "
    "does the power in it come from?",
    where=(operator(ast.Pow), calling("square", "pow", "loss"), RETURN),
)
def keeps_the_square(of):
    """The error is still squared: a derivative takes the power down by one."""
    squares = of.errors**2
    return [2 * np.mean(of.xs * squares), np.mean(of.xs * squares), 2 * np.mean(squares)]


@formula(
    "Is this how high the curve is, or how steep?",
    "At the lowest point of the curve the slope is 0, whatever the cost is there. Go through "
    "section 5 again.",
    where=RETURN,
)
def returns_the_cost(of):
    """That is the cost itself, and not its derivative."""
    return np.mean(of.errors**2)


@forms(
    "How far does your factor in front reach? Look at your brackets.",
    "In your code the factor meets the prediction alone. Compute the error in a line of its own, "
    "and give it a name.",
    where=SUBTRACTION,
)
def multiplies_only_the_prediction(of):
    """The factor in front meets the prediction and not `y`: the brackets around the error are
    missing."""
    predicted = of.xs**2 * of.w
    return [np.mean(2 * predicted - of.ys), np.mean(predicted - of.ys)]


@sign(
    "What is left over from the first call when the second one begins?",
    "`backward()` adds to what `.grad` holds already. Print `.grad` after each of two calls: does "
    "each begin with a new tensor, or is the old gradient cleared? Section 8 says how.",
    where=(calling("backward"), RETURN),
)
def never_clears_the_gradients(e: Evidence):
    """The gradients of earlier calls are still there: that of this call comes on top of them."""
    calls = [(number(got), of.right()) for (of,), got in results(e)[0]][results(e)[1] :]
    got, exact = np.transpose(calls)
    adds_up = bool(np.allclose(np.diff(got), exact[1:], rtol=1e-9))
    return len(calls) > 3 and adds_up and not np.allclose(got, exact)


@sign(
    "How exact is the difference of two numbers that are nearly the same?",
    "A small h loses digits, a large one is not the slope any more. The docstring wants the "
    "formula: section 5 derives it with the chain rule.",
    where=(calling("cost"), assigning("h", "eps", "epsilon", "delta"), RETURN),
)
def takes_the_difference_of_two_costs(e: Evidence):
    """That is the difference of two nearby costs, divided by a small step: a measured slope, and
    not the exact one."""
    found = [(of, number(got)) for (of,), got in results(e)[0]]
    return _one_sided(found) or any(
        _is_a_quotient(found, h * 10.0**-digits, h) for digits in range(2, 15) for h in (1, 2)
    )


def _one_sided(found: list) -> bool:
    """Whether the slope is off as (C(w + h) - C(w)) / h is, by h times the mean of x²."""
    steps = np.array([(got - of.right()) / np.mean(of.xs**2) for of, got in found])
    alike = np.all(abs(steps / steps.mean() - 1) < 0.05)
    return bool(alike and 1e-7 < abs(steps.mean()) < 1.5)


def _is_a_quotient(found: list, step: float, sides: int) -> bool:
    """Whether each result, nearly right, is a difference of two costs divided by their distance.

    Two floating-point numbers nearby differ by a multiple of their last binary digit.
    """
    counts = []
    for of, got in found:
        ends = ((of.w, of.w + step), (of.w - step / 2, of.w + step / 2))[sides - 1]
        digit = np.spacing(min(np.mean((of.xs * v - of.ys) ** 2) for v in ends))
        counts.append(got * step / digit)
    exact = [count for count in counts if abs(count) < 4e13]  # of others rounding hides it
    near = all(abs(got - of.right()) <= 0.1 * (1 + abs(of.right())) for of, got in found)
    return near and len(exact) > 4 and all(abs(c - round(c)) < 0.02 for c in exact)


rounds_the_result = shared.rounds_the_result


@sign(
    "From which tensor should the derivative come? Does PyTorch know that?",
    "PyTorch only notes down what happens to tensors that ask for gradients. Which argument of "
    "`torch.tensor` says so?",
    where=(calling("tensor", "as_tensor", "backward"),),
)
def asks_for_no_gradient(e: Evidence):
    """`backward()` found no tensor that requires gradients, so there is nothing to derive by."""
    return "does not require grad and does not have a grad_fn" in e.error
