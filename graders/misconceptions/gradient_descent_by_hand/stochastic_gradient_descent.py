"""What goes wrong in `stochastic_gradient_descent`: a step for each sample, a cost an epoch."""

import ast

import numpy as np

from graders.engine.misconceptions import Evidence, alike, formula, sign
from graders.engine.places import calling, operator, statement

from . import gradient_descent as whole
from ._walks import (
    FIRST_LINE,
    LOOP,
    NOTING,
    RETURN,
    STEP,
    adding_up,
    all_different,
    arguments,
    attempt,
    binding,
    by_size,
    cost,
    costs_at,
    descent,
    found,
    in_disorder,
    inner_loop,
    is_another_order,
    last_call,
    observe_pair,
    of_values,
    one_thing_changed,
    orders,
    own_calls,
    parts,
    visits,
)

observe = observe_pair


def steps(xs, ys, w, lr, epochs):
    return visits(xs, ys, w, lr, [*range(len(xs))] * epochs)


def ends(xs, ys, w, lr, epochs):
    """The weight at the end of each epoch."""
    return steps(xs, ys, w, lr, epochs)[len(xs) - 1 :: len(xs)]


def begins(xs, ys, w, lr, epochs):
    """The weight with which each sample is asked, a row for each epoch."""
    return np.array([w, *steps(xs, ys, w, lr, epochs)[:-1]]).reshape(epochs, len(xs))


def right(xs, ys, w, lr, epochs, costs=None):
    ws = ends(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, ws)]


# --- more calls


def probe(stochastic_gradient_descent, draw, xs, ys):
    """The same call twice, and with one thing changed; then chance, and what may end a loop."""
    train, w = stochastic_gradient_descent, draw.integer(-6, -4)
    data, easy = all_different(draw, 4), all_different(draw, 4, noise=0.0)
    mixed, rolled = in_disorder(draw)
    rate = mixed.sample_rate(draw)
    lr = data.sample_rate(draw, 0.05, 0.1)  # slow: even a hundred epochs do not forget the start
    steep = round(2.5 / (2 * min(down.a for down in data.each)), 3)  # too long for every sample
    return {
        # Two samples: a row of the arrays could be taken for one of them
        "two": attempt(train, *all_different(draw, 2).arrays, w, 0.05, 1),
        # All whole numbers: `lr` and `epochs` can change places
        "whole": attempt(train, *all_different(draw, 5, scale=0.3).arrays, w, 2, 3),
        **one_thing_changed(train, data, all_different(draw, 4), data.start(draw), lr),
        "orders": [train(*mixed.arrays, w, rate, 1) for _ in range(5)],
        "others": [train(*rolled.arrays, w, rate, 1) for _ in range(2)],
        "rising": train(*data.arrays, w, steep, 4),
        "still": train(*easy.arrays, easy.whole.lowest, lr, 4),
        "notebook": (xs.value().value, ys.value().value),
    }


def is_permutation(order):
    return len({*order}) == len(order)


def orders_found(e: Evidence, name: str = "orders") -> list[set]:
    """Of the calls of one epoch each in which orders the samples may have had their turns."""
    return [orders(parts(done.value)[0], *arguments(done)) for done in e.facts[name]]


# --- the steps


@formula(
    "The gradient points to where the loss grows. In which direction should a step go?",
    "In the first row of the table of section 7 the weight grows from 1 to 1.1. Look at the sign "
    "in your step, and at what stands first in the error.",
    where=STEP,
)
def adds_the_gradient(xs, ys, w, lr, epochs, costs):
    """The steps go uphill: each moves the weight with the gradient, not against it."""
    return [steps(xs, ys, w, -lr, epochs)[-1], costs]


@formula(
    "Call your function with `lr = 0.05` and with `lr = 0.01`. What should be different?",
    "Five things come in as arguments. One of them is missing in the line of the step.",
    where=STEP,
)
def leaves_out_the_rate(xs, ys, w, lr, epochs, costs):
    """The step is the whole gradient: `lr` has no say in its length."""
    return [steps(xs, ys, w, 1, epochs)[-1], costs]


@formula(
    "Each step is too short, always by the same factor. Which factor is it?",
    "What does the derivative of a square begin with? In the first row of the table of section 7 "
    "it is -2.",
    where=STEP,
)
def leaves_out_the_two(xs, ys, w, lr, epochs, costs):
    """Each step is half as long as it should be, as if the 2 of the derivative were missing."""
    return [steps(xs, ys, w, lr / 2, epochs)[-1], costs]


@formula(
    "Each step is too long, always by the same factor. Which factor is it?",
    "Count how often a 2 comes into your step. Is there one in the function that you call?",
    where=STEP,
)
def doubles_the_gradient(xs, ys, w, lr, epochs, costs):
    """Each step is twice as long as it should be: a factor 2 comes in a second time."""
    return [steps(xs, ys, w, 2 * lr, epochs)[-1], costs]


@formula(
    "How much does the error `x * w - y` change when `w` grows by 1? Try it with x = 3.",
    "In the second row of the table of section 7 the error is -1.8 and the derivative -7.2. What "
    "stands between the two, besides the 2?",
    where=STEP,
)
def leaves_out_the_inner_derivative(xs, ys, w, lr, epochs, costs):
    """The step uses the error alone: the factor `x` of the chain rule is missing."""
    for x, y in [*zip(xs, ys, strict=True)] * epochs:
        w = w - lr * 2 * (x * w - y)
    return [w, costs]


@formula(
    "How many samples does each of your steps look at? How many should it look at?",
    "In the table of section 7 the first derivative is -2; that of all the samples is -9.33. Which "
    "names in your step mean one sample, and which mean all of them?",
    where=(calling("gradient"), *STEP),
)
def looks_at_all_samples_in_every_step(xs, ys, w, lr, epochs, costs):
    """Every step goes by the mean over all samples, not by the sample whose turn it is."""
    return [descent(xs, ys, w, lr, epochs * len(xs))[-1], costs]


@formula(
    "How many samples does each of your steps look at? How many should it look at?",
    "In the table of section 7 the first derivative is -2; that of all the samples is -28. Which "
    "names in your step mean one sample, and which mean all of them?",
    where=STEP,
)
def looks_at_the_sum_of_all_in_every_step(xs, ys, w, lr, epochs, costs):
    """Every step goes by the sum over all samples, not by the sample whose turn it is."""
    return [descent(xs, ys, w, lr * len(xs), epochs * len(xs))[-1], costs]


@formula(
    "How often does your weight change in one epoch of three samples?",
    "The table of section 7 has a new weight in every row. Print a line at each of your steps: at "
    "which depth should the step stand?",
    where=STEP,
)
def makes_one_step_an_epoch(xs, ys, w, lr, epochs, costs):
    """There is one step in each epoch, by the mean over the samples: that is gradient descent."""
    return [descent(xs, ys, w, lr, epochs)[-1], costs]


@formula(
    "With which weight is the second sample asked in the table of section 7?",
    "Print the weight in each error that you compute. It should be a new one for every sample: is "
    "it an old copy, or is the step made only after the inner loop?",
    where=STEP,
)
def asks_every_sample_at_the_old_weight(xs, ys, w, lr, epochs, costs):
    """All the samples of an epoch are asked at the weight with which the epoch began."""
    return [descent(xs, ys, w, lr * len(xs), epochs)[-1], costs]


@formula(
    "A step here belongs to one sample. Of how many numbers is its gradient a mean?",
    "In the first row of the table of section 7 the weight goes from 1 to 1.1. What divides your "
    "step?",
    where=(operator(ast.Div), *STEP),
)
def divides_by_n(xs, ys, w, lr, epochs, costs):
    """The gradient of a single sample is divided by the number of all of them."""
    return [steps(xs, ys, w, lr / len(xs), epochs)[-1], costs]


@formula(
    "Which error belongs to the `x` of your step?",
    "One part of your step knows one sample, another part all of them. Mark `x`, `y`, `xs` and "
    "`ys` in it.",
    where=(calling("mean", "sum"), *STEP),
)
def takes_the_mean_error_of_all(xs, ys, w, lr, epochs, costs):
    """The step multiplies the `x` of its sample by the mean error of all samples."""
    for x in [*xs] * epochs:
        w = w - lr * 2 * x * np.mean(xs * w - ys)
    return [w, costs]


@formula(
    "Print `x` at every step on the notebook's data. What do you expect?",
    "The samples come in the order in which they are stored. Look for `reversed`, `[::-1]` or "
    "`pop`.",
    where=(calling("reversed", "flip", "pop"), operator(ast.USub), inner_loop, LOOP),
)
def goes_backwards(xs, ys, w, lr, epochs, costs):
    """The samples have their turns backwards, the last of them first."""
    return [steps(xs[::-1], ys[::-1], w, lr, epochs)[-1], costs]


@formula(
    "Print `x` at every step, with the data 3, 1 and 2. What do you expect?",
    "The samples come in the order in which they are stored, whatever their size. Look for `sort`.",
    where=(calling("sorted", "sort", "argsort"), inner_loop),
)
def sorts_the_samples(xs, ys, w, lr, epochs, costs):
    """The samples have their turns by size, the smallest `x` first."""
    by_size = np.argsort(xs)
    return [steps(xs[by_size], ys[by_size], w, lr, epochs)[-1], costs]


@formula(
    "Print a line in each turn of the inner loop. How many should there be?",
    "What ends the inner loop: a `break`, or something that is indented too far?",
    where=(statement(ast.Break), inner_loop, LOOP),
)
def visits_the_first_sample_only(xs, ys, w, lr, epochs, costs):
    """In every epoch only the first sample makes its step."""
    return [steps(xs[:1], ys[:1], w, lr, epochs)[-1], costs]


@formula(
    "Print `w` in each turn of the inner loop. How often should it change?",
    "Which line stands inside the inner loop, and which only behind it?",
    where=STEP,
)
def steps_by_the_last_sample_only(xs, ys, w, lr, epochs, costs):
    """In every epoch only the last sample makes its step."""
    return [steps(xs[-1:], ys[-1:], w, lr, epochs)[-1], costs]


@formula(
    "Print `x` at every step on the notebook's data. Which sample is missing?",
    "With which number does your `range`, or your slice, begin?",
    where=(inner_loop, LOOP),
)
def leaves_out_the_first_sample(xs, ys, w, lr, epochs, costs):
    """The first sample never has its turn."""
    return [(w, *steps(xs[1:], ys[1:], w, lr, epochs))[-1], costs]


@formula(
    "Print `x` at every step on the notebook's data. Which sample is missing?",
    "Which is the last number that your `range`, or your slice, gives you?",
    where=(inner_loop, LOOP),
)
def leaves_out_the_last_sample(xs, ys, w, lr, epochs, costs):
    """The last sample never has its turn."""
    return [(w, *steps(xs[:-1], ys[:-1], w, lr, epochs))[-1], costs]


@formula(
    "The notebook's data has 3 samples. What happens with 2 of them, or with 100?",
    "Somewhere a plain 3 stands for the number of samples. Which function asks the data for it?",
    where=(inner_loop, LOOP),
)
def knows_three_samples(xs, ys, w, lr, epochs, costs):
    """An epoch has three steps, however many samples there are."""
    return [visits(xs, ys, w, lr, [0, 1, 2] * epochs)[-1], costs]


@formula(
    "Print the epoch and `x` at every step. Which of the two should change faster?",
    "Which loop stands inside the other? An epoch is one look at all the samples.",
    where=LOOP,
)
def swaps_the_loops(xs, ys, w, lr, epochs, costs):
    """The loops are the other way round: a sample makes all its steps before the next one has
    its turn."""
    return [visits(xs, ys, w, lr, [i for i in range(len(xs)) for _ in range(epochs)])[-1], costs]


@formula(
    "How many steps does your function make before it ends?",
    "A `return` ends the function at once. At which depth does it stand?",
    where=(RETURN, *STEP),
)
def makes_a_single_step(xs, ys, w, lr, epochs, costs):
    """Only one step is made in all, that of the first sample."""
    return [steps(xs[:1], ys[:1], w, lr, 1)[-1], costs]


@formula(
    "Print the weight when an epoch begins, and a line for each of its samples.",
    "Two things do this. A `zip` that was made once is empty after the first epoch; and a weight "
    "that is kept under a new name in the epoch begins at the old one again.",
    where=(calling("zip"), *STEP),
)
def ends_every_epoch_at_the_same_weight(xs, ys, w, lr, epochs, costs):
    """All epochs end at the weight of the first: the later ones find no samples, or begin at the
    start again."""
    (end,) = ends(xs, ys, w, lr, 1)
    return [end, np.full(epochs, cost(xs, ys, end))]


@formula(
    "How many turns does your outer loop make before the function ends?",
    "A `return` ends the function at once. At which depth does it stand? And is there a loop over "
    "the epochs?",
    where=(RETURN, LOOP),
)
def makes_a_single_epoch(xs, ys, w, lr, epochs, costs):
    """Only one epoch is made, however many are asked for."""
    return [ends(xs, ys, w, lr, 1)[-1], costs]


@formula(
    "Call it with `epochs=1`, and count the epochs with a `print`.",
    "With which number does your `range` begin, and which is the last that it gives you?",
    where=(calling("range"), LOOP),
)
def makes_one_epoch_too_few(xs, ys, w, lr, epochs, costs):
    """There is one epoch less than asked for."""
    return [(w, *steps(xs, ys, w, lr, epochs - 1))[-1], costs]


@formula(
    "Call it with `epochs=1`, and count the epochs with a `print`.",
    "How many numbers does your `range` give? Are there steps outside the loop as well?",
    where=(calling("range"), LOOP),
)
def makes_one_epoch_too_many(xs, ys, w, lr, epochs, costs):
    """There is one epoch more than asked for."""
    return [steps(xs, ys, w, lr, epochs + 1)[-1], costs]


@formula(
    "Your costs come down. Of which weight are they, and which weight do you return?",
    "Print `w` just before the `return`. Under which name do you keep the weight that moves?",
    where=RETURN,
)
def returns_the_start(xs, ys, w, lr, epochs, costs):
    """The costs are right, but the weight that comes back is that of the start."""
    return [w, costs_at(xs, ys, ends(xs, ys, w, lr, epochs))]


@sign(
    "Print `w` before and after the line of the step. Does it change?",
    "A difference that is only computed is gone again. Where does the new weight go, and which "
    "name do you return?",
    where=STEP,
)
def never_moves_the_weight(e: Evidence):
    """The weight comes back as it went in: no step reaches it."""
    _, costs = parts(e.facts["base"].value)
    calls = own_calls((*e.calls, *e.probed))
    stays = all(alike(found(call)[0], call.given[2]) for call in calls)
    return of_values(e) and stays and not alike(costs, right(*arguments(e.facts["base"]))[1])


@formula(
    "What is left of the old weight after your step?",
    "Read the line of the step aloud, sign by sign. Does it change `w`, or give it a new value?",
    where=STEP,
)
def replaces_the_weight_by_the_step(xs, ys, w, lr, epochs, costs):
    """The step takes the place of the weight: the new `w` is minus `lr` times the gradient."""
    for x, y in [*zip(xs, ys, strict=True)] * epochs:
        w = -lr * 2 * x * (x * w - y)
    return [w, costs]


@formula(
    "A loss is never negative. Can your weight move in both directions?",
    "The loss says how large the error is, but not where it becomes smaller. What says that?",
    where=STEP,
)
def steps_by_the_loss(xs, ys, w, lr, epochs, costs):
    """The step is `lr` times the loss of the sample, not times its derivative."""
    w = np.float64(w)
    with np.errstate(all="ignore"):  # it runs away to infinity
        for x, y in [*zip(xs, ys, strict=True)] * epochs:
            w = w - lr * (x * w - y) ** 2
    return [w, costs]


@formula(
    "Call your function with `epochs=2`, `lr=3`, then with `epochs=3`, `lr=2`. Which is which?",
    "The caller gives the arguments in the order of the stub. Compare it with your first line.",
    where=FIRST_LINE,
)
def swaps_lr_and_epochs(xs, ys, w, lr, epochs, costs):
    """`lr` and `epochs` have changed places: the one counts the epochs, the other is their
    rate."""
    return [steps(xs, ys, w, epochs, lr)[-1], costs]


@formula(
    "Print what your `for` line gives you in its first turn: is it an `x` and its `y`?",
    "Two arrays side by side are gone through one after the other. Which function takes one entry "
    "from each at a time?",
    where=(inner_loop, LOOP),
)
def takes_an_array_for_a_sample(xs, ys, w, lr, epochs, costs):
    """The loop goes through the two arrays, not through the samples: its first turn gets the
    whole of `xs`."""
    pairs = np.array([xs, ys])
    if len(xs) != 2:
        raise ValueError("an array of another length is no pair")
    return [steps(pairs[:, 0], pairs[:, 1], w, lr, epochs)[-1], costs]


# --- the order of the samples


@sign(
    "Run your function twice with the same arguments. Should the two ends differ?",
    "The name says stochastic, but what does the docstring say about the order? Look for "
    "`shuffle`, `permutation` and `sample`.",
    where=(calling("shuffle", "permutation", "sample", "randperm"), inner_loop),
)
def shuffles_the_samples(e: Evidence):
    """The samples have their turns in a random order, another one each time."""
    found = orders_found(e)
    shuffled = all(any(map(is_permutation, one)) for one in found)
    return of_values(e) and shuffled and not set.intersection(*found)


@sign(
    "Print `x` at every step of one epoch. Does every sample come once?",
    "The name says stochastic, but what does the docstring say about the order? Look for `choice` "
    "and for random numbers.",
    where=(calling("randrange", "randint", "choice", "choices", "integers", "random"), inner_loop),
)
def draws_samples_at_random(e: Evidence):
    """Each step takes a sample at random: some come twice in an epoch, others not at all."""
    found = orders_found(e)
    return of_values(e) and all(found) and not set.intersection(*found)


@sign(
    "Print `x` at every step on the notebook's data. What do you expect?",
    "The samples come in the order in which they are stored. What puts yours in another one?",
    where=(calling("shuffle", "permutation", "sample", "sorted", "sort", "roll"), inner_loop),
)
def goes_in_another_order(e: Evidence):
    """Every sample has its turn, but in another order than the stored one."""
    one, other = (set.intersection(*orders_found(e, name)) for name in ("orders", "others"))
    return of_values(e) and is_another_order(one, other, by_size(e))


# --- the costs


@formula(
    "With `epochs=1` there is one cost. Of which weight should it be: the first or the last?",
    "Which comes first in your outer loop: the samples or the cost? Which should?",
    where=NOTING,
)
def notes_the_cost_before_the_epoch(xs, ys, w, lr, epochs, costs):
    """Each cost is noted before its epoch: the first is that of the start, and the last one is
    missing."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, [w, *ws[:-1]])]


@formula(
    "With `epochs=1` there is one epoch. How many costs should come back?",
    "With which content does your list begin?",
    where=(binding("costs"), *NOTING),
)
def counts_the_start(xs, ys, w, lr, epochs, costs):
    """The costs begin with that of the start, which is not asked for."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, [w, *ws])]


@formula(
    "With 3 samples and 2 epochs there are 2 costs. How many are yours?",
    "At which depth stands the line that notes the cost? To which loop should it belong?",
    where=NOTING,
)
def notes_a_cost_for_every_step(xs, ys, w, lr, epochs, costs):
    """A cost is noted after every sample, not at the end of each epoch."""
    ws = steps(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, ws)]


@formula(
    "The picture below draws one cost for each epoch. What do you hand over?",
    "Look at the second name behind your `return`, and at what it holds at the end.",
    where=RETURN,
)
def returns_the_last_cost_only(xs, ys, w, lr, epochs, costs):
    """Only the last cost comes back, a single number: the others are left behind."""
    end = ends(xs, ys, w, lr, epochs)[-1]
    return [end, cost(xs, ys, end)]


@formula(
    "Call it with `epochs=3`. How many costs are there, and how many should there be?",
    "At which depth stands the line that notes the cost? Does it belong to the loop, and does it "
    "add to the list or make a new one?",
    where=(*NOTING, RETURN),
)
def notes_one_cost_in_all(xs, ys, w, lr, epochs, costs):
    """The list holds a single cost, that after the last epoch."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, ws[-1:])]


@formula(
    "Print your costs beside your weights. Which of the two should come down towards zero?",
    "Look at what you put into the list: which function makes a cost of a weight?",
    where=NOTING,
)
def notes_the_weights(xs, ys, w, lr, epochs, costs):
    """The list holds the weights, not their costs."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ws[-1], np.array(ws)]


@formula(
    "Compare your last cost with what `cost` says of the weight that comes back.",
    "The cost of this notebook has no factor in front. Look for a division by 2, or a 0.5.",
    where=NOTING,
)
def halves_the_costs(xs, ys, w, lr, epochs, costs):
    """The costs are half as large as they should be."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, ws) / 2]


@formula(
    "Give your function every sample twice. Should the cost double?",
    "Compare your last cost with what `cost` says of the weight that comes back. What makes a mean "
    "of a sum?",
    where=(calling("sum"), *NOTING),
)
def sums_the_losses(xs, ys, w, lr, epochs, costs):
    """The costs are the sums of the losses, not their means."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, ws) * len(xs)]


@formula(
    "How many samples have a say in each of your costs?",
    "Compare your last cost with what `cost` says of the weight that comes back: it asks the whole "
    "arrays.",
    where=(calling("loss"), *NOTING),
)
def notes_the_loss_of_the_last_sample(xs, ys, w, lr, epochs, costs):
    """The costs are the losses of the last sample alone."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs[-1:], ys[-1:], ws)]


@formula(
    "How many samples have a say in each of your costs, and with which weight?",
    "The number that you note was computed for the step of the last sample. Compare it with what "
    "`cost` says at the end of the epoch.",
    where=NOTING,
)
def notes_the_last_loss_of_the_epoch(xs, ys, w, lr, epochs, costs):
    """The costs are the losses of the last sample alone, from before its step."""
    last = begins(xs, ys, w, lr, epochs)[:, -1]
    return [steps(xs, ys, w, lr, epochs)[-1], (xs[-1] * last - ys[-1]) ** 2]


@formula(
    "With which weight did the first sample of the epoch get its loss, and with which the last?",
    "The cost asks all samples with the same weight. When in the epoch is that weight known?",
    where=(adding_up, *NOTING),
)
def averages_the_losses_on_the_way(xs, ys, w, lr, epochs, costs):
    """The costs are means of losses from different moments: each sample was asked just before
    its own step."""
    losses = (xs * begins(xs, ys, w, lr, epochs) - ys) ** 2
    return [steps(xs, ys, w, lr, epochs)[-1], losses.mean(axis=1)]


@formula(
    "With which weight did the first sample of the epoch get its loss, and with which the last?",
    "The cost asks all samples with the same weight. When in the epoch is that weight known?",
    where=(adding_up, *NOTING),
)
def averages_the_losses_after_each_step(xs, ys, w, lr, epochs, costs):
    """The costs are means of losses from different moments: each sample was asked just after
    its own step."""
    ws = np.reshape(steps(xs, ys, w, lr, epochs), (epochs, len(xs)))
    return [ws[-1, -1], ((xs * ws - ys) ** 2).mean(axis=1)]


@formula(
    "With which weight did the first sample of the epoch get its loss, and with which the last?",
    "The cost asks all samples with the same weight, and it is a mean. When in the epoch is that "
    "weight known?",
    where=(adding_up, *NOTING),
)
def adds_up_the_losses_on_the_way(xs, ys, w, lr, epochs, costs):
    """The costs are sums of losses from different moments: each sample was asked just before
    its own step."""
    losses = (xs * begins(xs, ys, w, lr, epochs) - ys) ** 2
    return [steps(xs, ys, w, lr, epochs)[-1], losses.sum(axis=1)]


# --- what comes back


@formula(
    "The caller writes `w, costs = stochastic_gradient_descent(...)`. What does yours hand over?",
    "Look at the names behind your `return`: one of the two is missing.",
    where=RETURN,
)
def returns_the_weight_alone(xs, ys, w, lr, epochs, costs):
    """It returns the weight without the costs."""
    return steps(xs, ys, w, lr, epochs)[-1]


@formula(
    "The caller writes `w, costs = stochastic_gradient_descent(...)`. What does yours hand over?",
    "Look at the names behind your `return`: one of the two is missing.",
    where=RETURN,
)
def returns_the_costs_alone(xs, ys, w, lr, epochs, costs):
    """It returns the costs without the weight."""
    costs = costs_at(xs, ys, ends(xs, ys, w, lr, epochs))
    return list(costs) if epochs == 2 else costs  # two of them look like a pair


@formula(
    "The caller writes `w, costs = stochastic_gradient_descent(...)`: which comes first?",
    "Look at the order of the two names behind your `return`.",
    where=RETURN,
)
def swaps_the_pair(xs, ys, w, lr, epochs, costs):
    """The pair comes back the other way round: first the costs, then the weight."""
    ws = ends(xs, ys, w, lr, epochs)
    return [costs_at(xs, ys, ws), ws[-1]]


@sign(
    "The caller writes `w, costs = stochastic_gradient_descent(...)`. Which weight is meant?",
    "Look at the first name behind your `return`: does it hold many weights, or the last one?",
    where=RETURN,
)
def returns_the_path(e: Evidence):
    """Many weights come back in the place of the last one."""
    given, (ws, _) = last_call(e)
    path, by_epoch = steps(*given), ends(*given)
    start = given[2]
    return any(
        alike(ws, np.array(some))
        for some in (path, [start, *path], by_epoch, [start, *by_epoch])
        if len(some) > 1
    )


@sign(
    "How does one number look, and how an array with one number in it?",
    "Print `type(w)` after each of your lines: which of them makes an array of the weight?",
    where=(calling("array", "full", "full_like", "tensor"), RETURN),
)
def returns_the_weight_in_a_series(e: Evidence):
    """The weight is right, but it comes back in a series of one, not as a plain number."""
    given, (end, _) = last_call(e)
    return e.stage == "type" and alike(end, np.array(steps(*given)[-1:]))


@sign(
    "Call your function with other data. Where should the difference show?",
    "Inside a function a name that is no parameter means the notebook's variable. Compare your "
    "first line with the names that you use.",
    where=FIRST_LINE,
)
def uses_the_notebooks_data(e: Evidence):
    """The steps are made on the notebook's own `xs` and `ys`, not on those that are given."""
    xs, ys = e.facts["notebook"]
    calls = own_calls((*e.calls, *e.probed))
    return all(alike(found(call), right(xs, ys, *arguments(call)[2:])) for call in calls)


# --- the same as in `gradient_descent`

begins_at_a_weight_of_its_own = whole.begins_at_a_weight_of_its_own
steps_by_a_rate_of_its_own = whole.steps_by_a_rate_of_its_own
makes_a_number_of_steps_of_its_own = whole.makes_a_number_of_steps_of_its_own
keeps_the_costs_of_earlier_calls = whole.keeps_the_costs_of_earlier_calls
stops_when_the_cost_rises = whole.stops_when_the_cost_rises
stops_when_the_steps_are_small = whole.stops_when_the_steps_are_small
returns_nothing = whole.returns_nothing
writes_past_the_end_of_a_list = whole.writes_past_the_end_of_a_list
loops_over_a_number = whole.loops_over_a_number
appends_to_none = whole.appends_to_none


@sign(
    "What is `[1, 2] * 2`? And `np.array([1, 2]) * 2`?",
    "A list is repeated, not multiplied. Compare the type of what you hand over with what the "
    "docstring of that function asks for.",
    where=(calling("gradient", "cost"), *STEP),
)
def multiplies_a_list(e: Evidence):
    """A list stands where numbers are multiplied: lists cannot be multiplied by a decimal."""
    return "can't multiply sequence by non-int" in e.error


@sign(
    "Print `i` in your loop. Is it the place of a sample, or the sample itself?",
    "A loop over an array gives you its values. Which function counts the places 0, 1, 2 …?",
    where=(inner_loop, LOOP),
)
def takes_a_value_for_an_index(e: Evidence):
    """A value of the data is used as a place in the array; places are whole numbers."""
    return e.error.startswith("IndexError: only integers, slices")
