"""What goes wrong in `gradient_descent`: w - lr * (mean slope), and the cost after every step."""

import ast

import numpy as np

from graders.engine.misconceptions import Evidence, alike, formula, sign
from graders.engine.places import calling, naming, operator, statement
from graders.test_gradient_descent_by_hand import samples

from ._walks import (
    FIRST_LINE,
    LOOP,
    NOTING,
    RETURN,
    STEP,
    arguments,
    attempt,
    binding,
    computing,
    cost,
    costs_at,
    descent,
    found,
    gave_none,
    has_no_say,
    in_turn,
    is_short,
    last_call,
    looping_over_a_number,
    observe_pair,
    of_values,
    one_thing_changed,
    own_calls,
    parts,
    path,
    slope,
    visits,
    writing_into,
)

observe = observe_pair


def right(xs, ys, w, lr, epochs, costs=None):
    ws = descent(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, ws)]


# --- more calls


def probe(gradient_descent, draw, xs, ys):
    """The same call twice, and with one thing changed; then what may end a loop early."""
    data, w = samples(draw, 4), draw.integer(-6, -4)
    lr = data.rate(draw, 0.05, 0.1)  # slow: even a hundred steps do not forget the start
    return {
        # All whole numbers: `lr` and `epochs` can change places, and a weight be cut
        "whole": attempt(gradient_descent, *samples(draw, 5, scale=0.3).arrays, w, 2, 3),
        **one_thing_changed(gradient_descent, data, samples(draw, 4), data.start(draw), lr),
        "rising": gradient_descent(*data.arrays, w, data.rate(draw, 2.2, 2.6), 4),
        "still": gradient_descent(*data.arrays, data.whole.lowest, lr, 4),
        "notebook": (xs.value().value, ys.value().value),
    }


# --- the steps


@formula(
    "The gradient points to where the cost grows. In which direction should a step go?",
    "On the notebook's data at `w = 1` the slope is -9.33, and the lowest point is at 2. Look at "
    "the sign in your step, and at what stands first in the error.",
    where=STEP,
)
def adds_the_gradient(xs, ys, w, lr, epochs, costs):
    """The steps go uphill: each moves the weight with the gradient, not against it."""
    return [path(lambda v: v + lr * slope(xs, ys, v), w, epochs)[-1], costs]


@formula(
    "Call your function with `lr = 0.04` and with `lr = 0.01`. What should be different?",
    "Five things come in as arguments. One of them is missing in the line of the step.",
    where=STEP,
)
def leaves_out_the_rate(xs, ys, w, lr, epochs, costs):
    """The step is the whole gradient: `lr` has no say in its length."""
    return [descent(xs, ys, w, 1, epochs)[-1], costs]


@formula(
    "Each step is too short, always by the same factor. Which factor is it?",
    "What does the derivative of a square begin with? Print your gradient on the notebook's data "
    "at `w = 1`: it should be -9.33.",
    where=(*STEP, calling("mean", "sum")),
)
def leaves_out_the_two(xs, ys, w, lr, epochs, costs):
    """Each step is half as long as it should be, as if the 2 of the derivative were missing."""
    return [descent(xs, ys, w, lr / 2, epochs)[-1], costs]


@formula(
    "Each step is too long, always by the same factor. Which factor is it?",
    "What does `gradient` return already? Count how often a 2 comes into your step.",
    where=STEP,
)
def doubles_the_gradient(xs, ys, w, lr, epochs, costs):
    """Each step is twice as long as it should be: a factor 2 comes in a second time."""
    return [descent(xs, ys, w, 2 * lr, epochs)[-1], costs]


@formula(
    "Give your function every sample twice. Should the steps become longer?",
    "The cost is a mean, and so is its derivative. Print your gradient on the notebook's data at "
    "`w = 1`: -9.33 is the mean, -28 is the sum. Which division is missing?",
    where=STEP,
)
def steps_by_the_sum(xs, ys, w, lr, epochs, costs):
    """The step uses the sum over the samples, not their mean: it is n times too long."""
    return [descent(xs, ys, w, lr * len(xs), epochs)[-1], costs]


@formula(
    "Compare your gradient with the formula of section 5, factor by factor. Two of them are "
    "missing.",
    "One is in front of every derivative of a square; the other makes a mean of a sum.",
    where=STEP,
)
def steps_by_the_sum_without_the_two(xs, ys, w, lr, epochs, costs):
    """The step uses the plain sum of `x * (x * w - y)`: neither the 2 nor the division by n is
    in it."""
    return [descent(xs, ys, w, lr * len(xs) / 2, epochs)[-1], costs]


@formula(
    "Is there already a mean in what you divide?",
    "`gradient` and `np.mean` divide by the number of samples themselves. Count how often your "
    "step is divided by it.",
    where=(operator(ast.Div), *STEP),
)
def divides_by_n_twice(xs, ys, w, lr, epochs, costs):
    """The mean slope is divided by the number of samples once more."""
    return [descent(xs, ys, w, lr / len(xs), epochs)[-1], costs]


@formula(
    "The notebook's data has 3 samples. What happens to your step with 2 of them, or with 100?",
    "Somewhere a plain 3 stands for the number of samples. Which function asks the data for it?",
    where=(operator(ast.Div), *STEP),
)
def divides_by_three(xs, ys, w, lr, epochs, costs):
    """The sum over the samples is divided by 3, however many samples there are."""
    return [descent(xs, ys, w, lr * len(xs) / 3, epochs)[-1], costs]


@formula(
    "How much does the error `x * w - y` change when `w` grows by 1? Try it with x = 3.",
    "The chain rule has one factor more than your step: the inner derivative.",
    where=STEP,
)
def leaves_out_the_inner_derivative(xs, ys, w, lr, epochs, costs):
    """The step uses the mean error alone: the factor `x` of the chain rule is missing."""
    return [path(lambda v: v - lr * 2 * np.mean(xs * v - ys), w, epochs)[-1], costs]


@formula(
    "Is the curve as steep at the second weight as at the first?",
    "Print the gradient in every turn of your loop. Is it computed again each time?",
    where=(binding("g"), calling("gradient"), *STEP),
)
def keeps_the_first_gradient(xs, ys, w, lr, epochs, costs):
    """All the steps use the gradient at the start: it is not computed anew at each weight."""
    start = slope(xs, ys, w)
    return [path(lambda v: v - lr * start, w, epochs)[-1], costs]


@formula(
    "Print the weight at the beginning of each turn of your loop. Which one should it be?",
    "The new weight has a name. Does the next step begin with it? And does the step stand inside "
    "the loop?",
    where=STEP,
)
def ends_every_step_at_the_same_weight(xs, ys, w, lr, epochs, costs):
    """Every epoch ends at the same weight, as if each step began at the start again."""
    (end,) = descent(xs, ys, w, lr, 1)
    return [end, np.full(epochs, cost(xs, ys, end))]


@formula(
    "How many turns does your loop make before the function ends?",
    "A `return` ends the function at once. At which depth does it stand? And does the step stand "
    "inside a loop?",
    where=(RETURN, *STEP),
)
def makes_a_single_step(xs, ys, w, lr, epochs, costs):
    """Only one step is made, however many epochs there are."""
    return [descent(xs, ys, w, lr, 1)[-1], costs]


@formula(
    "Call it with `epochs=1`, and count the steps with a `print`.",
    "With which number does your `range` begin, and which is the last that it gives you?",
    where=(calling("range"), LOOP),
)
def makes_one_step_too_few(xs, ys, w, lr, epochs, costs):
    """There is one step less than epochs."""
    return [(w, *descent(xs, ys, w, lr, epochs - 1))[-1], costs]


@formula(
    "Call it with `epochs=1`, and count the steps with a `print`.",
    "How many numbers does your `range` give? Is there a step outside the loop as well?",
    where=(calling("range"), LOOP),
)
def makes_one_step_too_many(xs, ys, w, lr, epochs, costs):
    """There is one step more than epochs."""
    return [descent(xs, ys, w, lr, epochs + 1)[-1], costs]


@formula(
    "Your costs come down. Of which weight are they, and which weight do you return?",
    "Print `w` just before the `return`. Under which name do you keep the weight that moves?",
    where=RETURN,
)
def returns_the_start(xs, ys, w, lr, epochs, costs):
    """The costs are right, but the weight that comes back is that of the start."""
    return [w, costs_at(xs, ys, descent(xs, ys, w, lr, epochs))]


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
    "How often does the weight change in one epoch of yours? How often should it?",
    "A step after every sample is the next exercise. Here all the samples are asked first, and "
    "then there is one step. Look at the depth of that line.",
    where=STEP,
)
def steps_after_every_sample(xs, ys, w, lr, epochs, costs):
    """A step is made after every single sample: that is stochastic gradient descent."""
    return [visits(xs, ys, w, lr, [*range(len(xs))] * epochs)[-1], costs]


@formula(
    "After the loop over the samples, of which sample does your variable know?",
    "Each turn writes over what the turn before has left. What would collect instead?",
    where=STEP,
)
def steps_by_the_last_sample(xs, ys, w, lr, epochs, costs):
    """Only the gradient of the last sample makes the step."""
    return [descent(xs[-1:], ys[-1:], w, lr, epochs)[-1], costs]


@formula(
    "After the loop over the samples, of which sample does your total know?",
    "`=` writes over what was there. Which operator adds to it?",
    where=(computing, *STEP),
)
def overwrites_the_total(xs, ys, w, lr, epochs, costs):
    """The total holds the last sample alone when it is divided by n: the others were written
    over."""
    return [descent(xs[-1:], ys[-1:], w, lr / len(xs), epochs)[-1], costs]


@formula(
    "Your function finds the lowest point with a formula. What does the docstring ask for?",
    "A formula for the lowest point exists for this small model only. Make the steps one by one: "
    "`lr` and `epochs` say how long and how many.",
    where=STEP,
)
def jumps_to_the_lowest_point(xs, ys, w, lr, epochs, costs):
    """The weight is the lowest point itself, wherever it began and whatever `lr` says."""
    return [np.dot(xs, ys) / np.dot(xs, xs), costs]


@formula(
    "What is left of the old weight after your step?",
    "Read the line of the step aloud, sign by sign. Does it change `w`, or give it a new value?",
    where=STEP,
)
def replaces_the_weight_by_the_step(xs, ys, w, lr, epochs, costs):
    """The step takes the place of the weight: the new `w` is `-lr * gradient` alone."""
    return [path(lambda v: -lr * slope(xs, ys, v), w, epochs)[-1], costs]


@formula(
    "At the lowest point the cost is not zero when the data is noisy. Would your step be?",
    "The cost says how high you are, but not where it goes down. Which function says that?",
    where=STEP,
)
def steps_by_the_cost(xs, ys, w, lr, epochs, costs):
    """The step is `lr` times the cost, not times its derivative."""
    with np.errstate(all="ignore"):  # it runs away to infinity
        return [path(lambda v: v - lr * cost(xs, ys, v), w, epochs)[-1], costs]


@formula(
    "Call your function with `epochs=2`, `lr=3`, then with `epochs=3`, `lr=2`. Which is which?",
    "The caller gives the arguments in the order of the stub. Compare it with your first line.",
    where=FIRST_LINE,
)
def swaps_lr_and_epochs(xs, ys, w, lr, epochs, costs):
    """`lr` and `epochs` have changed places: the one counts the steps, the other is their
    rate."""
    return [descent(xs, ys, w, epochs, lr)[-1], costs]


@formula(
    "What is `np.array([5])`, and what happens when you write 4.7 into it?",
    "Print the dtype of the array that holds your weight, once with `w = 5` and once with "
    "`w = 5.0`.",
    where=(calling("array", "full", "full_like", "int", "round"), *STEP),
)
def cuts_the_weight_to_a_whole_number(xs, ys, w, lr, epochs, costs):
    """Where `w` is a whole number at the start, it stays one: the decimals of every step are cut
    off."""
    if not isinstance(w, int):
        return right(xs, ys, w, lr, epochs, costs)
    return [path(lambda v: np.trunc(v - lr * slope(xs, ys, v)), w, epochs)[-1], costs]


@formula(
    "When the rate is too large, each step makes it worse. Which weight should come back then?",
    "The docstring asks for the weight after the last step, whatever it costs. Look for `min`, "
    "and for an `if`.",
    where=(calling("min", "argmin"), statement(ast.If), RETURN),
)
def returns_the_best_weight(xs, ys, w, lr, epochs, costs):
    """It returns the weight with the lowest cost on the way, not the last one."""
    ws = descent(xs, ys, w, lr, epochs)
    return [ws[int(np.argmin(costs_at(xs, ys, ws)))], costs_at(xs, ys, ws)]


# --- the costs


@formula(
    "With `epochs=1` there is one cost. Of which weight should it be: before or after the step?",
    "Two lines of your loop stand in the wrong order. Which of them has to come first?",
    where=NOTING,
)
def notes_the_cost_before_the_step(xs, ys, w, lr, epochs, costs):
    """Each cost is noted before the step: the first is that of the start, and the last one is
    missing."""
    ws = descent(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, [w, *ws[:-1]])]


@formula(
    "With `epochs=1` there is one step. How many costs should come back?",
    "With which content does your list begin?",
    where=(binding("costs"), *NOTING),
)
def counts_the_start(xs, ys, w, lr, epochs, costs):
    """The costs begin with that of the start, which is not asked for."""
    ws = descent(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, [w, *ws])]


@formula(
    "The picture below draws one cost for each epoch. What do you hand over?",
    "Look at the second name behind your `return`, and at what it holds at the end.",
    where=RETURN,
)
def returns_the_last_cost_only(xs, ys, w, lr, epochs, costs):
    """Only the last cost comes back, a single number: the others are left behind."""
    ws = descent(xs, ys, w, lr, epochs)
    return [ws[-1], cost(xs, ys, ws[-1])]


@formula(
    "Call it with `epochs=3`. How many costs are there, and how many should there be?",
    "At which depth stands the line that notes the cost? Does it belong to the loop, and does it "
    "add to the list or make a new one?",
    where=(*NOTING, RETURN),
)
def notes_one_cost_in_all(xs, ys, w, lr, epochs, costs):
    """The list holds a single cost, that after the last step."""
    ws = descent(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, ws[-1:])]


@formula(
    "Print your costs beside your weights. Which of the two should come down towards zero?",
    "Look at what you put into the list: which function makes a cost of a weight?",
    where=NOTING,
)
def notes_the_weights(xs, ys, w, lr, epochs, costs):
    """The list holds the weights, not their costs."""
    ws = descent(xs, ys, w, lr, epochs)
    return [ws[-1], np.array(ws)]


@formula(
    "Compare your last cost with what `cost` says of the weight that comes back.",
    "The cost of this notebook has no factor in front. Look for a division by 2, or a 0.5.",
    where=NOTING,
)
def halves_the_costs(xs, ys, w, lr, epochs, costs):
    """The costs are half as large as they should be."""
    ws = descent(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, ws) / 2]


@formula(
    "Give your function every sample twice. Should the cost double?",
    "Compare your last cost with what `cost` says of the weight that comes back. What makes a mean "
    "of a sum?",
    where=(calling("sum"), *NOTING),
)
def sums_the_losses(xs, ys, w, lr, epochs, costs):
    """The costs are the sums of the losses, not their means."""
    ws = descent(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs, ys, ws) * len(xs)]


@formula(
    "How many samples have a say in each of your costs?",
    "Compare your last cost with what `cost` says of the weight that comes back: it asks the whole "
    "arrays.",
    where=(calling("loss"), *NOTING),
)
def notes_the_loss_of_one_sample(xs, ys, w, lr, epochs, costs):
    """The costs are the losses of the last sample alone."""
    ws = descent(xs, ys, w, lr, epochs)
    return [ws[-1], costs_at(xs[-1:], ys[-1:], ws)]


# --- what comes back


@formula(
    "The caller writes `w, costs = gradient_descent(...)`. What does yours hand over?",
    "Look at the names behind your `return`: one of the two is missing.",
    where=RETURN,
)
def returns_the_weight_alone(xs, ys, w, lr, epochs, costs):
    """It returns the weight without the costs."""
    return descent(xs, ys, w, lr, epochs)[-1]


@formula(
    "The caller writes `w, costs = gradient_descent(...)`. What does yours hand over?",
    "Look at the names behind your `return`: one of the two is missing.",
    where=RETURN,
)
def returns_the_costs_alone(xs, ys, w, lr, epochs, costs):
    """It returns the costs without the weight."""
    costs = costs_at(xs, ys, descent(xs, ys, w, lr, epochs))
    return list(costs) if epochs == 2 else costs  # two of them look like a pair


@formula(
    "The caller writes `w, costs = gradient_descent(...)`: which comes first?",
    "Look at the order of the two names behind your `return`.",
    where=RETURN,
)
def swaps_the_pair(xs, ys, w, lr, epochs, costs):
    """The pair comes back the other way round: first the costs, then the weight."""
    ws = descent(xs, ys, w, lr, epochs)
    return [costs_at(xs, ys, ws), ws[-1]]


@sign(
    "The caller writes `w, costs = gradient_descent(...)`. What does yours hand over?",
    "Look at the first name behind your `return`: does it hold all the weights, or the last one?",
    where=RETURN,
)
def returns_the_path(e: Evidence):
    """All the weights come back in the place of the last one."""
    given, (ws, _) = last_call(e)
    path = descent(*given)
    return alike(ws, np.array(path)) or alike(ws, np.array([given[2], *path]))


@sign(
    "How does one number look, and how an array with one number in it?",
    "Print `type(w)` after each of your lines: which of them makes an array of the weight?",
    where=(calling("array", "full", "full_like", "tensor"), RETURN),
)
def returns_the_weight_in_a_series(e: Evidence):
    """The weight is right, but it comes back in a series of one, not as a plain number."""
    given, (end, _) = last_call(e)
    return e.stage == "type" and alike(end, np.array(descent(*given)[-1:]))


@sign(
    "Printing shows a value to you. Who hands it to the caller?",
    "Look at the last line of your function, and at its depth: the caller gets what stands behind "
    "`return`.",
    where=RETURN,
)
def returns_nothing(e: Evidence):
    """The function ends without handing anything over, which Python turns into `None`."""
    return gave_none(e)


# --- what has no say, and what lives on


@sign(
    "Call your function from two different starts. Where should the difference show?",
    "Look for a line that gives `w` a value before the first step.",
    where=(binding("w"), *STEP),
)
def begins_at_a_weight_of_its_own(e: Evidence):
    """The weight that you are given has no say: the way begins at another place."""
    return has_no_say("w", e)


@sign(
    "Call your function with two different rates. Where should the difference show?",
    "Look for a number, or another variable, where `lr` should stand.",
    where=(*STEP, naming("lr")),
)
def steps_by_a_rate_of_its_own(e: Evidence):
    """Another `lr` changes nothing: the steps go by a rate of their own."""
    return has_no_say("lr", e)


@sign(
    "Call your function with `epochs=1` and with `epochs=5`. Where should the difference show?",
    "Look at the line that begins the loop: what says how often it turns?",
    where=(calling("range"), LOOP),
)
def makes_a_number_of_steps_of_its_own(e: Evidence):
    """Other `epochs` change nothing: the loop turns as often as it likes."""
    return has_no_say("epochs", e)


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


@sign(
    "Call your function twice. Which costs does the second call give back?",
    "A list that is made once, outside of the function or in its first line, lives on. Where "
    "should a fresh one be made?",
    where=FIRST_LINE,
)
def keeps_the_costs_of_earlier_calls(e: Evidence):
    """The list of the costs lives on from call to call, and each call adds its own to it."""
    costs = [(found(a)[1], found(b)[1], b.given[4]) for a, b in in_turn(e)]
    return not e.error and all(
        alike(later[: len(earlier)], earlier) and len(later) == len(earlier) + epochs
        for earlier, later, epochs in costs
    )


@sign(
    "Call your function twice with the same arguments. Should the second call end elsewhere?",
    "A variable outside of the function lives on. Where does the weight of the first step come "
    "from?",
    where=(statement(ast.Global), *STEP),
)
def goes_on_where_the_last_call_ended(e: Evidence):
    """Each call begins at the weight at which the one before has ended, not at its own `w`."""

    def goes_on(before, after):
        xs, ys, _, lr, epochs = arguments(after)
        return alike(found(after)[0], descent(xs, ys, found(before)[0], lr, epochs)[-1])

    return of_values(e) and all(goes_on(*calls) for calls in in_turn(e))


@sign(
    "When the rate is too large the cost rises. How many steps does the docstring want then?",
    "Look for a `break`, a `return` or an `if` that compares two costs.",
    where=(statement(ast.Break), statement(ast.If)),
)
def stops_when_the_cost_rises(e: Evidence):
    """It stops as soon as the cost does not fall any more, and leaves the other steps out."""
    return not is_short(e.facts["base"]) and is_short(e.facts["rising"])


@sign(
    "At the lowest point a step changes nothing. How many steps does the docstring want there?",
    "Look for a `break`, a `return` or an `if` that compares something with a small number.",
    where=(statement(ast.Break), statement(ast.If)),
)
def stops_when_the_steps_are_small(e: Evidence):
    """It stops when hardly anything changes any more, and leaves the other steps out."""
    return not is_short(e.facts["base"]) and is_short(e.facts["still"])


# --- what raises


@sign(
    "How long is the list when you write into it for the first time?",
    "An index reaches only what is there already. Which method makes a list longer?",
    where=writing_into,
)
def writes_past_the_end_of_a_list(e: Evidence):
    """The list has no such place: an index writes over what is there, and adds nothing."""
    return e.error == "IndexError: list assignment index out of range"


@sign(
    "What does `append` return? Try `print([].append(1))`.",
    "`append` changes the list itself. What does an assignment of its result do to the name?",
    where=calling("append"),
)
def appends_to_none(e: Evidence):
    """What should be a list is `None` when something is to be appended to it."""
    return e.error == "AttributeError: 'NoneType' object has no attribute 'append'"


@sign(
    "`for` takes one item after another. Which items does a whole number have?",
    "Which function makes a series of turns of a number such as `epochs`?",
    where=(looping_over_a_number, LOOP),
)
def loops_over_a_number(e: Evidence):
    """A loop goes over a whole number itself, which has no items to go through."""
    return e.error == "TypeError: 'int' object is not iterable"
