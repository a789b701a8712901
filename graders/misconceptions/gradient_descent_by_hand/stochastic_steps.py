"""What goes wrong in `stochastic_steps`: one epoch, and the weight after each sample's step."""

import numpy as np

from graders.engine.misconceptions import Evidence, alike, formula, sign
from graders.test_gradient_descent_by_hand import samples

from . import _walks as shared
from ._numbers import FIRST_LINE, RETURN, forms
from ._walks import (
    NOTING,
    STEP,
    Walk,
    attempt,
    in_two_orders,
    last_value,
    numbers,
    one_thing_changed,
    walk_of,
    walking,
)


class Weights(Walk):
    """A single epoch, of which all the weights come back and no costs."""

    @property
    def ends(self):
        return self.steps

    def through(self, ws):
        return np.array(ws)

    def noting(self, ws):
        return np.array(ws)


walk = Weights
right = walk.right
observe = walking(walk)


def probe(stochastic_steps, draw, xs, ys):
    """The same call several times, and with one thing changed."""

    def train(data, w, lr):
        return stochastic_steps(*data.arrays, w, lr)

    data = samples(draw, 4)
    return {
        # Two samples: a row of the arrays could be taken for one of them
        "two": attempt(train, samples(draw, 2), draw.integer(-6, -4), 0.05),
        **one_thing_changed(train, draw, data, data.sample_rate(draw, 0.2, 0.5)),
        **in_two_orders(train, draw),
        "notebook": (xs.value().value, ys.value().value),
    }


looks_at_all_samples_in_every_step = shared.looks_at_all_samples_in_every_step
mixes_one_sample_with_all = shared.mixes_one_sample_with_all
divides_by_n = shared.divides_by_n
adds_the_gradient = shared.adds_the_gradient
leaves_out_the_rate = shared.leaves_out_the_rate
takes_half_the_gradient = shared.takes_half_the_gradient
doubles_the_gradient = shared.doubles_the_gradient
leaves_out_the_inner_derivative = shared.leaves_out_the_inner_derivative
takes_the_samples_at_random = shared.takes_the_samples_at_random
goes_in_another_order = shared.goes_in_another_order
leaves_out_a_sample = shared.leaves_out_a_sample
takes_samples_for_one_another = shared.takes_samples_for_one_another
knows_three_samples = shared.knows_three_samples
takes_all_of_xs_for_a_sample = shared.takes_all_of_xs_for_a_sample
notes_too_early = shared.notes_too_early
counts_the_start = shared.counts_the_start
makes_a_single_step = shared.makes_a_single_step
returns_the_last_number_only = shared.returns_the_last_number_only
notes_one_number_in_all = shared.notes_one_number_in_all
returns_nothing = shared.returns_nothing
returns_a_generator = shared.returns_a_generator


@forms(
    "Where does the second step begin in the table of section 7, and where does yours?",
    "Print the weight with which each of your steps begins, and that in its error. Is the new "
    "weight kept, or only put into the list?",
    where=STEP,
)
def begins_every_step_at_the_start(walk):
    """Every step, or its gradient, begins at the weight of the start, not where the step before
    has ended."""
    steps = walk.lr * 2 * walk.xs * (walk.xs * walk.w - walk.ys)
    return [walk.w - steps, walk.w - np.cumsum(steps)]


@formula(
    "Print `w` before and after the line of the step. Does it change?",
    "A difference that is only computed is gone again. Where does the new weight go?",
    where=STEP,
)
def never_moves_the_weight(walk):
    """All the weights are that of the start: no step reaches them."""
    return np.full(len(walk.xs), walk.w)


@formula(
    "The same object can be in a list many times. What happens to all of them when it changes?",
    "Print the list after every turn. Is there an array, or a `[...]`, that each entry shares?",
    where=NOTING,
)
def notes_the_last_weight_everywhere(walk):
    """Every entry of the list is the weight of the last step."""
    return np.full(len(walk.xs), walk.steps[-1])


@forms(
    "Compare your numbers with the last column of the table of section 7. Which column are they?",
    "A gradient says how to change a weight, and a cost how well it fits. What should go into the "
    "list?",
    where=NOTING,
)
def notes_the_gradients_or_the_costs(walk):
    """The list holds the gradients of the steps or the costs of the weights, not the weights."""
    errors = walk.xs * walk.begins[0] - walk.ys
    return [2 * walk.xs * errors, walk.costs_at(walk.steps)]


@sign(
    "Print the first entry of your list. How many numbers is it?",
    "Mark `x`, `y`, `xs` and `ys` in the line of the step: one of them brings a whole array in.",
    where=STEP,
)
def makes_an_array_of_every_weight(e: Evidence):
    """Every weight is an array, with as many entries as there are samples: a whole array has come
    into the step."""
    n = len(walk_of(e, e.calls[-1]).xs)
    return n > 1 and [numbers(item).shape for item in last_value(e)] == [(n,)] * n


@sign(
    "How many things does the docstring ask for?",
    "Look at the names behind your `return`: the caller wants a single series of numbers.",
    where=RETURN,
)
def returns_a_pair(e: Evidence):
    """The weights are in it, but something else comes back beside them."""
    first, second = last_value(e)
    wanted = walk_of(e, e.calls[-1]).right()
    return wanted.size > 1 and any(alike(numbers(part), wanted) for part in (first, second))


@sign(
    "How many epochs does the docstring speak of?",
    "Compare your first line with the stub's: the caller gives four arguments.",
    where=FIRST_LINE,
)
def asks_for_epochs(e: Evidence):
    """It asks for `epochs` as well, as the function before does: here it is always one epoch."""
    return "missing 1 required positional argument" in e.error and "epoch" in e.error


begins_at_a_weight_of_its_own = shared.begins_at_a_weight_of_its_own
steps_by_a_rate_of_its_own = shared.steps_by_a_rate_of_its_own
uses_the_notebooks_data = shared.uses_the_notebooks_data
keeps_the_list_of_earlier_calls = shared.keeps_the_list_of_earlier_calls
writes_past_the_end_of_a_list = shared.writes_past_the_end_of_a_list
appends_to_none = shared.appends_to_none
goes_through_a_number = shared.goes_through_a_number
multiplies_a_list = shared.multiplies_a_list
looks_up_no_whole_number = shared.looks_up_no_whole_number
