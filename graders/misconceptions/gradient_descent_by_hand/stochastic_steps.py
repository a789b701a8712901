"""What goes wrong in `stochastic_steps`: one epoch, and the weight after each sample's step."""

import ast
import itertools

import numpy as np

from graders.engine.misconceptions import RAISED, Evidence, alike, formula, sign
from graders.engine.places import calling, operator, statement
from graders.engine.returned import Called
from graders.engine.values import Opaque

from . import gradient_descent as whole
from . import stochastic_gradient_descent as by_sample
from ._walks import (
    FIRST_LINE,
    LOOP,
    NOTING,
    RETURN,
    STEP,
    all_different,
    arguments,
    attempt,
    binding,
    by_size,
    cost,
    descent,
    in_disorder,
    in_turn,
    is_another_order,
    numbers,
    of_values,
    own_calls,
    slope,
    visits,
)


def observe(call: Called):
    """The arguments, and the numbers that came back."""
    if call.returned is None:
        return (arguments(call), RAISED) if call.error else None
    return arguments(call), numbers(call.returned.value)


def steps(xs, ys, w, lr):
    return visits(xs, ys, w, lr, range(len(xs)))


def right(xs, ys, w, lr):
    return np.array(steps(xs, ys, w, lr))


def stepwise(step, xs, ys, w):
    """The weights, if each sample (x, y) makes this step."""
    ws = [np.float64(w)]
    for x, y in zip(xs, ys, strict=True):
        ws.append(step(x, y, ws[-1]))
    return np.array(ws[1:])


# --- more calls


def probe(stochastic_steps, draw, xs, ys):
    """The same call several times, and with one thing changed."""
    data, w = all_different(draw, 4), draw.integer(-6, -4)
    start, lr = data.start(draw), data.sample_rate(draw)
    mixed, rolled = in_disorder(draw)
    rate = mixed.sample_rate(draw)
    return {
        # Two samples: a row of the arrays could be taken for one of them
        "two": attempt(stochastic_steps, *all_different(draw, 2).arrays, w, 0.05),
        "base": stochastic_steps(*data.arrays, start, lr),
        "again": stochastic_steps(*data.arrays, start, lr),
        "w": stochastic_steps(*data.arrays, start + 1.5, lr),
        "lr": stochastic_steps(*data.arrays, start, lr * 0.7),
        "data": stochastic_steps(*all_different(draw, 4).arrays, start, lr),
        "orders": [stochastic_steps(*mixed.arrays, start, rate) for _ in range(5)],
        "others": [stochastic_steps(*rolled.arrays, start, rate) for _ in range(2)],
        "notebook": (xs.value().value, ys.value().value),
    }


def orders_found(e: Evidence, name: str = "orders") -> list[tuple]:
    """Of some calls in which order the samples have had their turns; empty if in none."""

    def order_of(done):
        xs, ys, w, lr = arguments(done)
        ws = numbers(done.value)
        every = itertools.product(range(4), repeat=4)
        return next((o for o in every if alike(ws, np.array(visits(xs, ys, w, lr, o)))), ())

    return [order_of(done) for done in e.facts[name]]


# --- the bug


@formula(
    "Which variables of the loop does the step use, and which should it use?",
    "In the table of section 7 the first weight is 1.1, and yours is 1.4667. The mean is over all "
    "that `gradient` is given: how many samples are these?",
    where=(calling("gradient"), *STEP),
)
def still_looks_at_all_samples(xs, ys, w, lr):
    """The bug is still there: every step goes by all the samples, not by the one whose turn it
    is."""
    return np.array(descent(xs, ys, w, lr, len(xs)))


@formula(
    "Which variables of the loop does the step use, and which should it use?",
    "In the table of section 7 the first weight is 1.1, and yours is 2.4. The sum is over all that "
    "your step is given: how many samples are these?",
    where=(calling("sum"), *STEP),
)
def looks_at_the_sum_of_all_in_every_step(xs, ys, w, lr):
    """The bug is still there, and larger: every step goes by the sum over all the samples."""
    return np.array(descent(xs, ys, w, lr * len(xs), len(xs)))


@sign(
    "Mark `x`, `y`, `xs` and `ys` in the line of the step. Which of them mean one sample?",
    "The derivative has `x` at two places and `y` at one. All three belong to the same sample.",
    where=(calling("mean", "sum"), *STEP),
)
def mixes_one_sample_with_all(e: Evidence):
    """A part of the step looks at one sample, and another part still at all of them."""

    def mixed(which):
        def step(xs, ys, w, lr):
            every = (xs, xs, ys)

            def one(x, y, v):
                factor, seen, label = (
                    whole if alone else own
                    for whole, own, alone in zip(every, (x, x, y), which, strict=True)
                )
                return v - lr * 2 * np.mean(factor * (seen * v - label))

            return stepwise(one, xs, ys, w)

        return step

    calls = [observe(call) for call in own_calls((*e.calls, *e.probed))]
    some = [which for which in itertools.product((True, False), repeat=3) if 0 < sum(which) < 3]
    return of_values(e) and any(
        all(alike(got, mixed(which)(*inputs)) for inputs, got in calls) for which in some
    )


@formula(
    "How many samples does your second step look at, and how many your third?",
    "Where does your slice begin? It should hold a single sample in every turn.",
    where=(statement(ast.Slice), *STEP),
)
def looks_at_all_samples_so_far(xs, ys, w, lr):
    """Each step goes by all the samples up to its own, not by its own alone."""
    ws = [np.float64(w)]
    for i in range(1, len(xs) + 1):
        ws.append(ws[-1] - lr * slope(xs[:i], ys[:i], ws[-1]))
    return np.array(ws[1:])


@formula(
    "Of how many numbers is the gradient of one sample a mean?",
    "In the table of section 7 the first weight is 1.1. What divides your step?",
    where=(operator(ast.Div), *STEP),
)
def divides_by_n(xs, ys, w, lr):
    """The gradient of a single sample is divided by the number of all of them."""
    return np.array(steps(xs, ys, w, lr / len(xs)))


@formula(
    "Where does the second step begin in the table of section 7, and where does yours?",
    "Print the weight with which each of your steps begins. Is the new weight kept, or only put "
    "into the list?",
    where=STEP,
)
def begins_every_step_at_the_start(xs, ys, w, lr):
    """Every step begins at the weight of the start, not where the one before has ended."""
    return np.array([w - lr * 2 * x * (x * w - y) for x, y in zip(xs, ys, strict=True)])


@formula(
    "With which weight is the second sample asked in the table of section 7?",
    "Print the weight in each error that you compute: it should be the newest one. Where does an "
    "older one live on?",
    where=STEP,
)
def asks_every_sample_at_the_start(xs, ys, w, lr):
    """The steps follow each other, but every gradient is that at the start."""
    return w - np.cumsum(lr * 2 * xs * (xs * w - ys))


# --- the step


@formula(
    "The gradient points to where the loss grows. In which direction should a step go?",
    "In the table of section 7 the first step goes from 1 up to 1.1. Look at the sign in your "
    "step, and at what stands first in the error.",
    where=STEP,
)
def adds_the_gradient(xs, ys, w, lr):
    """The steps go uphill: each moves the weight with the gradient, not against it."""
    return np.array(steps(xs, ys, w, -lr))


@formula(
    "Call your function with `lr = 0.05` and with `lr = 0.01`. What should be different?",
    "Four things come in as arguments. One of them is missing in the line of the step.",
    where=STEP,
)
def leaves_out_the_rate(xs, ys, w, lr):
    """The step is the whole gradient: `lr` has no say in its length."""
    return np.array(steps(xs, ys, w, 1))


@formula(
    "Each step is too short, always by the same factor. Which factor is it?",
    "What does the derivative of a square begin with? In the table of section 7 the first weight "
    "is 1.1, and yours is 1.05.",
    where=STEP,
)
def leaves_out_the_two(xs, ys, w, lr):
    """Each step is half as long as it should be, as if the 2 of the derivative were missing."""
    return np.array(steps(xs, ys, w, lr / 2))


@formula(
    "Each step is too long, always by the same factor. Which factor is it?",
    "Count how often a 2 comes into your step. Is there one in the function that you call?",
    where=STEP,
)
def doubles_the_gradient(xs, ys, w, lr):
    """Each step is twice as long as it should be: a factor 2 comes in a second time."""
    return np.array(steps(xs, ys, w, 2 * lr))


@formula(
    "How much does the error `x * w - y` change when `w` grows by 1? Try it with x = 3.",
    "In the second row of the table of section 7 the error is -1.8 and the derivative -7.2. What "
    "stands between the two, besides the 2?",
    where=STEP,
)
def leaves_out_the_inner_derivative(xs, ys, w, lr):
    """The step uses the error alone: the factor `x` of the chain rule is missing."""
    return stepwise(lambda x, y, v: v - lr * 2 * (x * v - y), xs, ys, w)


@formula(
    "Print `w` before and after the line of the step. Does it change?",
    "A difference that is only computed is gone again. Where does the new weight go?",
    where=STEP,
)
def never_moves_the_weight(xs, ys, w, lr):
    """All the weights are that of the start: no step reaches them."""
    return np.full(len(xs), w)


# --- which samples


@formula(
    "Print `x` at every step on the notebook's data. What do you expect?",
    "The samples come in the order in which they are stored. Look for `reversed`, `[::-1]` or "
    "`pop`.",
    where=(calling("reversed", "flip", "pop"), operator(ast.USub), LOOP),
)
def goes_backwards(xs, ys, w, lr):
    """The samples have their turns backwards, the last of them first."""
    return np.array(steps(xs[::-1], ys[::-1], w, lr))


@formula(
    "Print `x` at every step, with the data 3, 1 and 2. What do you expect?",
    "The samples come in the order in which they are stored, whatever their size. Look for `sort`.",
    where=(calling("sorted", "sort", "argsort"), LOOP),
)
def sorts_the_samples(xs, ys, w, lr):
    """The samples have their turns by size, the smallest `x` first."""
    return np.array(visits(xs, ys, w, lr, np.argsort(xs).tolist()))


@sign(
    "Run your function twice with the same arguments. Should the weights differ?",
    "The name says stochastic, but what does the docstring say about the order? Look for "
    "`shuffle`, `permutation` and `sample`.",
    where=(calling("shuffle", "permutation", "sample", "randperm"), LOOP),
)
def shuffles_the_samples(e: Evidence):
    """The samples have their turns in a random order, another one each time."""
    found = orders_found(e)
    return of_values(e) and all(len({*o}) == 4 for o in found) and len({*found}) > 1


@sign(
    "Print `x` at every step. Does every sample come once?",
    "The name says stochastic, but what does the docstring say about the order? Look for `choice` "
    "and for random numbers.",
    where=(calling("randrange", "randint", "choice", "choices", "integers", "random"), LOOP),
)
def draws_samples_at_random(e: Evidence):
    """Each step takes a sample at random: some come twice, others not at all."""
    found = orders_found(e)
    return of_values(e) and all(found) and len({*found}) > 1


@sign(
    "Print `x` at every step on the notebook's data. What do you expect?",
    "The samples come in the order in which they are stored. What puts yours in another one?",
    where=(calling("shuffle", "permutation", "sample", "sorted", "sort", "roll"), LOOP),
)
def goes_in_another_order(e: Evidence):
    """Every sample has its turn, but in another order than the stored one."""
    one, other = ({*orders_found(e, name)} for name in ("orders", "others"))
    return of_values(e) and is_another_order(one, other, by_size(e))


@formula(
    "Print `x` at every step on the notebook's data. Which sample is missing?",
    "With which number does your `range`, or your slice, begin?",
    where=(calling("range"), LOOP),
)
def leaves_out_the_first_sample(xs, ys, w, lr):
    """The first sample never has its turn."""
    return np.array(steps(xs[1:], ys[1:], w, lr))


@formula(
    "Print `x` at every step on the notebook's data. Which sample is missing?",
    "Which is the last number that your `range`, or your slice, gives you?",
    where=(calling("range"), LOOP),
)
def leaves_out_the_last_sample(xs, ys, w, lr):
    """The last weight is missing: the list ends before the step of the last sample."""
    return np.array(steps(xs, ys, w, lr)[:-1])


@formula(
    "The notebook's data has 3 samples. What happens with 2 of them, or with 100?",
    "Somewhere a plain 3 stands for the number of samples. Which function asks the data for it?",
    where=(calling("range"), LOOP),
)
def knows_three_samples(xs, ys, w, lr):
    """There are three steps, however many samples there are."""
    return np.array(visits(xs, ys, w, lr, range(3)))


@formula(
    "Print what your `for` line gives you in its first turn: is it an `x` and its `y`?",
    "Two arrays side by side are gone through one after the other. Which function takes one entry "
    "from each at a time?",
    where=LOOP,
)
def takes_an_array_for_a_sample(xs, ys, w, lr):
    """The loop goes through the two arrays, not through the samples: its first turn gets the
    whole of `xs`."""
    pairs = np.array([xs, ys])
    if len(xs) != 2:
        raise ValueError("an array of another length is no pair")
    return np.array(steps(pairs[:, 0], pairs[:, 1], w, lr))


# --- what is noted


@formula(
    "With one sample there is one weight. Should it be the one before or after the step?",
    "Your first weight is the start. Two lines of the loop stand in the wrong order: which two?",
    where=NOTING,
)
def notes_the_weight_before_the_step(xs, ys, w, lr):
    """Each weight is noted before its step: the first is the start, and the last one is
    missing."""
    return np.array([w, *steps(xs, ys, w, lr)[:-1]])


@formula(
    "With one sample there is one step. How many weights should come back?",
    "With which content does your list begin?",
    where=(binding("weights"), *NOTING),
)
def counts_the_start(xs, ys, w, lr):
    """The weights begin with that of the start, which is not asked for."""
    return np.array([w, *steps(xs, ys, w, lr)])


@formula(
    "How many turns does your loop make before the function ends?",
    "A `return` ends the function at once. At which depth does it stand?",
    where=(RETURN, *STEP),
)
def makes_a_single_step(xs, ys, w, lr):
    """Only one step is made, that of the first sample."""
    return np.array(steps(xs, ys, w, lr)[:1])


@formula(
    "The picture above draws a weight for every step. What do you hand over?",
    "What collects the weights in `buggy_steps`? Look at the name behind your `return`.",
    where=RETURN,
)
def returns_the_last_weight_only(xs, ys, w, lr):
    """Only the last weight comes back, a single number: the others are left behind."""
    return steps(xs, ys, w, lr)[-1]


@formula(
    "How many weights come back, and from which moments?",
    "At which depth stands the line that notes the weight?",
    where=NOTING,
)
def notes_one_weight_in_all(xs, ys, w, lr):
    """The list holds a single weight, that after the last step."""
    return np.array(steps(xs, ys, w, lr)[-1:])


@formula(
    "The same object can be in a list many times. What happens to all of them when it changes?",
    "Print the list after every turn. Is there an array, or a `[...]`, that each entry shares?",
    where=NOTING,
)
def notes_the_last_weight_everywhere(xs, ys, w, lr):
    """Every entry of the list is the weight of the last step."""
    return np.full(len(xs), steps(xs, ys, w, lr)[-1])


@formula(
    "Compare your numbers with the last column of the table of section 7. Which column are they?",
    "The gradient says how to change the weight. What should go into the list?",
    where=NOTING,
)
def notes_the_gradients(xs, ys, w, lr):
    """The list holds the gradients of the steps, not the weights that they lead to."""
    before = np.array([w, *steps(xs, ys, w, lr)[:-1]])
    return 2 * xs * (xs * before - ys)


@formula(
    "Compare your numbers with the last column of the table of section 7.",
    "A cost says how well a weight fits. What should go into the list?",
    where=NOTING,
)
def notes_the_costs(xs, ys, w, lr):
    """The list holds the costs of the weights, not the weights."""
    return np.array([cost(xs, ys, v) for v in steps(xs, ys, w, lr)])


# --- what comes back


@sign(
    "Print your result. Is it a list of numbers?",
    "`yield` hands over one number after another, and only to somebody who asks. What collects "
    "them in `buggy_steps`?",
    where=(statement(ast.Yield, ast.YieldFrom, ast.GeneratorExp), RETURN),
)
def returns_a_generator(e: Evidence):
    """What comes back is a generator: no weight has been computed yet."""
    last = e.calls[-1].returned
    return last is not None and isinstance(last.value, Opaque) and last.value.type == "generator"


@sign(
    "Print the first entry of your list. How many numbers is it?",
    "Mark `x`, `y`, `xs` and `ys` in the line of the step: one of them brings a whole array in.",
    where=STEP,
)
def makes_an_array_of_every_weight(e: Evidence):
    """Every weight is an array, with as many entries as there are samples: a whole array has come
    into the step."""
    last = e.calls[-1].returned
    assert last is not None
    shapes = [numbers(item).shape for item in last.value]
    n = len(arguments(last)[0])
    return n > 1 and shapes == [(n,)] * n


@sign(
    "How many things does the docstring ask for?",
    "Look at the names behind your `return`: the caller wants a single series of numbers.",
    where=RETURN,
)
def returns_a_pair(e: Evidence):
    """The weights are in it, but something else comes back beside them."""
    last = e.calls[-1].returned
    assert last is not None
    first, second = last.value
    wanted = right(*arguments(e.calls[-1]))
    return wanted.size > 1 and any(alike(numbers(part), wanted) for part in (first, second))


@sign(
    "How many epochs does the docstring speak of?",
    "Compare your first line with the stub's: the caller gives four arguments.",
    where=FIRST_LINE,
)
def asks_for_epochs(e: Evidence):
    """It asks for `epochs` as well, as the function before does: here it is always one epoch."""
    return "missing 1 required positional argument" in e.error and "epoch" in e.error


# --- what has no say, and what lives on


@sign(
    "Call your function with other data. Where should the difference show?",
    "Inside a function a name that is no parameter means the notebook's variable. Compare your "
    "first line with the names that you use.",
    where=FIRST_LINE,
)
def uses_the_notebooks_data(e: Evidence):
    """The steps are made on the notebook's own `xs` and `ys`, not on those that are given."""
    xs, ys = e.facts["notebook"]
    calls = [observe(call) for call in own_calls((*e.calls, *e.probed))]
    return all(alike(got, right(xs, ys, *given[2:])) for given, got in calls)


@sign(
    "Call your function twice. Which weights does the second call give back?",
    "A list that is made once, outside of the function or in its first line, lives on. Where "
    "should a fresh one be made?",
    where=FIRST_LINE,
)
def keeps_the_weights_of_earlier_calls(e: Evidence):
    """The list of the weights lives on from call to call, and each call adds its own to it."""

    def grows(before, after):
        earlier, later = observe(before)[1], observe(after)[1]
        n = len(arguments(after)[0])
        return alike(later[: len(earlier)], earlier) and len(later) == len(earlier) + n

    return not e.error and all(grows(*calls) for calls in in_turn(e))


begins_at_a_weight_of_its_own = whole.begins_at_a_weight_of_its_own
steps_by_a_rate_of_its_own = whole.steps_by_a_rate_of_its_own
writes_past_the_end_of_a_list = whole.writes_past_the_end_of_a_list
loops_over_a_number = whole.loops_over_a_number
appends_to_none = whole.appends_to_none
multiplies_a_list = by_sample.multiplies_a_list


@sign(
    "Compare with the last line of `buggy_steps`. Is yours there?",
    "A function without `return` gives `None`, however much it computes. Look at the depth of "
    "that line as well.",
    where=RETURN,
)
def returns_nothing(e: Evidence):
    """The function ends without handing anything over, which Python turns into `None`."""
    last = e.calls[-1].returned
    return last is not None and last.value is None


@sign(
    "Print `i` in your loop. Is it the place of a sample, or the sample itself?",
    "A loop over an array gives you its values. Which function counts the places 0, 1, 2 …?",
    where=LOOP,
)
def takes_a_value_for_an_index(e: Evidence):
    """A value of the data is used as a place in the array; places are whole numbers."""
    return e.error.startswith("IndexError: only integers, slices")
