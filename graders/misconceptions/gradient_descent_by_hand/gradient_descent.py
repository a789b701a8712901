"""What goes wrong in `gradient_descent`: w - lr * (mean slope), and the cost after every step."""

import ast
from dataclasses import replace

import numpy as np

from graders.engine.misconceptions import Evidence, alike, formula, sign
from graders.engine.places import calling, operator, statement
from graders.test_gradient_descent_by_hand import samples

from . import _walks as shared
from ._numbers import forms
from ._walks import (
    STEP,
    Descent,
    Walk,
    attempt,
    binding,
    found,
    in_turn,
    of_values,
    one_thing_changed,
    slope,
    walk_of,
    walking,
)

walk = Descent
right = walk.right
observe = walking(walk)


def probe(gradient_descent, draw, xs, ys):
    """The same call twice, and with one thing changed; then what may end a loop early."""

    def train(data, w, lr, epochs=3):
        return gradient_descent(*data.arrays, w, lr, epochs)

    data, w = samples(draw, 4), draw.integer(-6, -4)
    lr = data.rate(draw, 0.05, 0.1)  # slow: even a hundred steps do not forget the start
    return {
        # All whole numbers: `lr` and `epochs` can change places
        "whole": attempt(train, samples(draw, 5, scale=0.3), w, 2),
        **one_thing_changed(train, draw, data, lr, 3),
        "rising": train(data, w, data.rate(draw, 2.2, 2.6), 4),
        "still": train(data, data.whole.lowest, lr, 4),
        "notebook": (xs.value().value, ys.value().value),
    }


adds_the_gradient = shared.adds_the_gradient
leaves_out_the_rate = shared.leaves_out_the_rate
takes_half_the_gradient = shared.takes_half_the_gradient
doubles_the_gradient = shared.doubles_the_gradient
leaves_out_the_inner_derivative = shared.leaves_out_the_inner_derivative
replaces_the_weight_by_the_step = shared.replaces_the_weight_by_the_step
steps_by_the_loss = shared.steps_by_the_loss
ends_every_epoch_at_the_same_weight = shared.ends_every_epoch_at_the_same_weight
makes_a_single_epoch = shared.makes_a_single_epoch
makes_one_epoch_too_few_or_too_many = shared.makes_one_epoch_too_few_or_too_many
returns_the_start = shared.returns_the_start
never_moves_the_weight = shared.never_moves_the_weight
swaps_lr_and_epochs = shared.swaps_lr_and_epochs
notes_too_early = shared.notes_too_early
counts_the_start = shared.counts_the_start
returns_the_last_number_only = shared.returns_the_last_number_only
notes_one_number_in_all = shared.notes_one_number_in_all
notes_the_weights = shared.notes_the_weights
halves_the_costs = shared.halves_the_costs
sums_the_losses = shared.sums_the_losses
notes_the_loss_of_the_last_sample = shared.notes_the_loss_of_the_last_sample
takes_samples_for_one_another = shared.takes_samples_for_one_another
returns_half_of_the_pair = shared.returns_half_of_the_pair
swaps_the_pair = shared.swaps_the_pair
returns_the_path = shared.returns_the_path
returns_nothing = shared.returns_nothing


@forms(
    "Give your function every sample twice. Should the steps become longer?",
    "The cost is a mean, and so is its derivative. Print your gradient on the notebook's data at "
    "`w = 1`: -9.33 is the mean, -28 is the sum. Which division is missing?",
    where=STEP,
)
def steps_by_the_sum(walk):
    """The step uses the sum over the samples, not their mean: it is n times too long."""
    n = len(walk.xs)
    return [walk.but(lr=walk.lr * n), walk.but(lr=walk.lr * n / 2)]


@formula(
    "Is there already a mean in what you divide?",
    "`gradient` and `np.mean` divide by the number of samples themselves. Count how often your "
    "step is divided by it.",
    where=(operator(ast.Div), *STEP),
)
def divides_by_n_twice(walk):
    """The mean slope is divided by the number of samples once more."""
    return walk.but(lr=walk.lr / len(walk.xs))


@formula(
    "The notebook's data has 3 samples. What happens to your step with 2 of them, or with 100?",
    "Somewhere a plain 3 stands for the number of samples. Which function asks the data for it?",
    where=(operator(ast.Div), *STEP),
)
def divides_by_three(walk):
    """The sum over the samples is divided by 3, however many samples there are."""
    return walk.but(lr=walk.lr * len(walk.xs) / 3)


@formula(
    "Is the curve as steep at the second weight as at the first?",
    "Print the gradient in every turn of your loop. Is it computed again each time?",
    where=(binding("g"), calling("gradient"), *STEP),
)
def keeps_the_first_gradient(walk):
    """All the steps use the gradient at the start: it is not computed anew at each weight."""
    start = slope(walk.xs, walk.ys, walk.w)
    return walk.through(walk.path(lambda x, y, v: v - walk.lr * start))


@formula(
    "How often does the weight change in one epoch of yours? How often should it?",
    "A step after every sample is the next exercise. Here all the samples are asked first, and "
    "then there is one step. Look at the depth of that line.",
    where=STEP,
)
def steps_after_every_sample(walk):
    """A step is made after every single sample: that is stochastic gradient descent."""
    by_sample = Walk(walk.xs, walk.ys, walk.w, walk.lr, walk.epochs)
    return walk.through(by_sample.steps)


@forms(
    "After the loop over the samples, of which sample does your variable know?",
    "Each turn writes over what the turn before has left. What would collect instead?",
    where=STEP,
)
def steps_by_the_last_sample(walk):
    """Only the gradient of the last sample makes the step."""
    last = {"xs": walk.xs[-1:], "ys": walk.ys[-1:]}
    return [walk.but(**last), walk.but(**last, lr=walk.lr / len(walk.xs))]


@formula(
    "Your function finds the lowest point with a formula. What does the docstring ask for?",
    "A formula for the lowest point exists for this small model only. Make the steps one by one: "
    "`lr` and `epochs` say how long and how many.",
    where=STEP,
)
def jumps_to_the_lowest_point(walk):
    """The weight is the lowest point itself, wherever it began and whatever `lr` says."""
    return [np.dot(walk.xs, walk.ys) / np.dot(walk.xs, walk.xs), walk.costs]


begins_at_a_weight_of_its_own = shared.begins_at_a_weight_of_its_own
steps_by_a_rate_of_its_own = shared.steps_by_a_rate_of_its_own
makes_a_number_of_epochs_of_its_own = shared.makes_a_number_of_epochs_of_its_own
uses_the_notebooks_data = shared.uses_the_notebooks_data
keeps_the_list_of_earlier_calls = shared.keeps_the_list_of_earlier_calls


@sign(
    "Call your function twice with the same arguments. Should the second call end elsewhere?",
    "A variable outside of the function lives on. Where does the weight of the first step come "
    "from?",
    where=(statement(ast.Global), *STEP),
)
def goes_on_where_the_last_call_ended(e: Evidence):
    """Each call begins at the weight at which the one before has ended, not at its own `w`."""

    def goes_on(before, after):
        onwards = replace(walk_of(e, after), w=found(before)[0])
        return alike(found(after)[0], onwards.ends[-1])

    return of_values(e) and all(goes_on(*calls) for calls in in_turn(e))


stops_early = shared.stops_early
writes_past_the_end_of_a_list = shared.writes_past_the_end_of_a_list
appends_to_none = shared.appends_to_none
goes_through_a_number = shared.goes_through_a_number
