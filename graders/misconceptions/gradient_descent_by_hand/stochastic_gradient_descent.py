"""What goes wrong in `stochastic_gradient_descent`: a step for each sample, a cost an epoch."""

from graders.test_gradient_descent_by_hand import samples

from . import _walks as shared
from ._walks import Walk, attempt, in_two_orders, one_thing_changed, too_steep, walking

walk = Walk
right = walk.right
observe = walking(walk)


def probe(stochastic_gradient_descent, draw, xs, ys):
    """The same call twice, and with one thing changed; then chance, and what may end a loop."""

    def train(data, w, lr, epochs):
        return stochastic_gradient_descent(*data.arrays, w, lr, epochs)

    data, easy, w = samples(draw, 4), samples(draw, 4, noise=0.0), draw.integer(-6, -4)
    lr = data.sample_rate(draw, 0.05, 0.1)  # slow: even a hundred epochs do not forget the start
    return {
        # Two samples: a row of the arrays could be taken for one of them
        "two": attempt(train, samples(draw, 2), w, 0.05, 1),
        # All whole numbers: `lr` and `epochs` can change places
        "whole": attempt(train, samples(draw, 5, scale=0.3), w, 2, 3),
        **one_thing_changed(train, draw, data, lr, 3),
        **in_two_orders(train, draw, 1),
        "rising": train(data, w, too_steep(data), 4),
        "still": train(easy, easy.whole.lowest, lr, 4),
        "notebook": (xs.value().value, ys.value().value),
    }


adds_the_gradient = shared.adds_the_gradient
leaves_out_the_rate = shared.leaves_out_the_rate
takes_half_the_gradient = shared.takes_half_the_gradient
doubles_the_gradient = shared.doubles_the_gradient
leaves_out_the_inner_derivative = shared.leaves_out_the_inner_derivative
replaces_the_weight_by_the_step = shared.replaces_the_weight_by_the_step
steps_by_the_loss = shared.steps_by_the_loss
looks_at_all_samples_in_every_step = shared.looks_at_all_samples_in_every_step
mixes_one_sample_with_all = shared.mixes_one_sample_with_all
makes_one_step_an_epoch = shared.makes_one_step_an_epoch
asks_every_sample_at_the_old_weight = shared.asks_every_sample_at_the_old_weight
divides_by_n = shared.divides_by_n
visits_a_single_sample = shared.visits_a_single_sample
leaves_out_a_sample = shared.leaves_out_a_sample
takes_samples_for_one_another = shared.takes_samples_for_one_another
knows_three_samples = shared.knows_three_samples
swaps_the_loops = shared.swaps_the_loops
takes_all_of_xs_for_a_sample = shared.takes_all_of_xs_for_a_sample
makes_a_single_step = shared.makes_a_single_step
ends_every_epoch_at_the_same_weight = shared.ends_every_epoch_at_the_same_weight
makes_a_single_epoch = shared.makes_a_single_epoch
makes_one_epoch_too_few_or_too_many = shared.makes_one_epoch_too_few_or_too_many
swaps_lr_and_epochs = shared.swaps_lr_and_epochs
returns_the_start = shared.returns_the_start
never_moves_the_weight = shared.never_moves_the_weight
takes_the_samples_at_random = shared.takes_the_samples_at_random
goes_in_another_order = shared.goes_in_another_order
notes_too_early = shared.notes_too_early
counts_the_start = shared.counts_the_start
returns_the_last_number_only = shared.returns_the_last_number_only
notes_one_number_in_all = shared.notes_one_number_in_all
notes_the_weights = shared.notes_the_weights
halves_the_costs = shared.halves_the_costs
sums_the_losses = shared.sums_the_losses
notes_the_loss_of_the_last_sample = shared.notes_the_loss_of_the_last_sample
notes_a_cost_for_every_step = shared.notes_a_cost_for_every_step
adds_up_the_losses_on_the_way = shared.adds_up_the_losses_on_the_way
returns_half_of_the_pair = shared.returns_half_of_the_pair
swaps_the_pair = shared.swaps_the_pair
returns_the_path = shared.returns_the_path
returns_nothing = shared.returns_nothing
begins_at_a_weight_of_its_own = shared.begins_at_a_weight_of_its_own
steps_by_a_rate_of_its_own = shared.steps_by_a_rate_of_its_own
makes_a_number_of_epochs_of_its_own = shared.makes_a_number_of_epochs_of_its_own
uses_the_notebooks_data = shared.uses_the_notebooks_data
keeps_the_list_of_earlier_calls = shared.keeps_the_list_of_earlier_calls
stops_early = shared.stops_early
writes_past_the_end_of_a_list = shared.writes_past_the_end_of_a_list
appends_to_none = shared.appends_to_none
goes_through_a_number = shared.goes_through_a_number
multiplies_a_list = shared.multiplies_a_list
looks_up_no_whole_number = shared.looks_up_no_whole_number
