"""What goes wrong in `backward_training`: backward(), step and clearing for each sample."""

import ast
import math

import numpy as np

from graders.engine.misconceptions import RAISED, Evidence, alike, as_numpy, formula, sign
from graders.engine.places import attribute, calling, operator, statement
from graders.engine.returned import Called, Returned, Unanswered
from graders.engine.values import Opaque, Tensor
from graders.test_gradient_descent_by_hand import samples

from . import gradient_descent as whole
from ._walks import (
    FIRST_LINE,
    LOOP,
    NOTING,
    RETURN,
    STEP,
    adding_up,
    attempt,
    binding,
    cost,
    costs_at,
    descent,
    has_no_say,
    in_disorder,
    in_turn,
    inner_loop,
    is_another_order,
    numbers,
    of_values,
    orders,
    slope,
    visits,
)
from .stochastic_gradient_descent import begins, ends, is_permutation, steps


def arguments(call: Called | Returned):
    """xs, ys, the number in w, lr and epochs, as they were given."""
    xs, ys, w, lr, epochs = call.given
    return xs.f64, ys.f64, float(w.f64.item()), lr, epochs


def seen(done: Returned):
    """The tensor w after the call, and the costs."""
    w, costs = done.arguments[2], numbers(done.value)
    if not isinstance(w, Tensor) or isinstance(costs, str):
        return [w, costs]
    return [w, Tensor(costs, w.dtype)]  # both have the digits of the dtype


def seen_in_numbers(done: Returned):
    return as_numpy(seen(done))


def observe(call: Called):
    """The arguments, and the costs that came back; and `w` after the call, with the costs.

    A formula about the steps foretells the weight, and takes the costs as they came: those of
    a wrong weight are wrong in any case. Where the probe gives more than numbers, signs look.
    """
    w, lr = call.given[2:4]
    plain = isinstance(w, Tensor) and w.requires_grad and w.grad is None
    if not plain or not math.isfinite(lr):
        return None
    if call.returned is None:
        return ((*arguments(call), RAISED), RAISED) if call.error else None
    got = seen(call.returned)
    costs = got[1].f64 if isinstance(got[1], Tensor) else got[1]
    return (*arguments(call), costs), got


def ended(ws):
    """The tensor of the last weight."""
    return np.array([ws[-1]])


def right(xs, ys, w, lr, epochs, costs=None):
    ws = ends(xs, ys, w, lr, epochs)
    return [ended(ws), costs_at(xs, ys, ws)]


# --- more calls


def probe(backward_training, draw, library):
    """One single step under several conditions; then as for `stochastic_gradient_descent`."""

    def train(data, w, lr, epochs, left=None, watched=False, frozen=False):
        xs, ys = data.tensors("float64")
        xs.requires_grad = watched
        weight = Tensor(np.array([w]), name="w", requires_grad=not frozen)
        weight.grad = None if left is None else Tensor(np.array([left]))
        return attempt(backward_training, xs, ys, weight, lr, epochs)

    def where_it_stays():
        """A w that is there afterwards, also where the single step has raised."""
        w = library("torch.nn.Parameter").make(Tensor(np.array([2.5])), name="w")
        attempt(backward_training, *one.tensors("float64"), w, 0.1, 1)
        return w.value().value

    one, data, easy = samples(draw, 1), samples(draw, 4), samples(draw, 4, noise=0.0)
    mixed, rolled = in_disorder(draw)
    rate = mixed.sample_rate(draw)
    start, lr = data.start(draw), data.sample_rate(draw, 0.05, 0.1)
    steep = round(2.5 / (2 * min(down.a for down in data.each)), 3)
    return {
        "one": train(one, 2.5, 0.1, 1),
        # A gradient is there already, and the sample notes whether backward() comes by
        "left": train(one, 2.5, 0.1, 1, left=0.75, watched=True),
        "stays": where_it_stays(),
        "frozen": train(one, 2.5, 0.1, 1, frozen=True),
        "endless": train(one, 2.5, math.inf, 1),  # and zero times infinity is no number
        "two": train(samples(draw, 2), 1.5, 0.05, 1),
        "whole": train(samples(draw, 5, scale=0.3), 4.0, 2, 3),
        "base": train(data, start, lr, 3),
        "again": train(data, start, lr, 3),
        "w": train(data, start + 1.5, lr, 3),
        "lr": train(data, start, lr * 1.7, 3),
        "epochs": train(data, start, lr, 5),
        "data": train(samples(draw, 4), start, lr, 3),
        "orders": [train(mixed, start, rate, 1) for _ in range(5)],
        "others": [train(rolled, start, rate, 1) for _ in range(2)],
        "rising": train(data, start, steep, 4),
        "still": train(easy, easy.whole.lowest, lr, 4),
    }


def moved_by(done: Returned | Unanswered) -> float:
    """By how much a call has moved w; no number where it raised."""
    if isinstance(done, Unanswered):
        return math.nan
    return done.arguments[2].f64.item() - done.given[2].f64.item()


def own_step(done: Returned) -> float:
    """By how much the step of the first sample should move w."""
    xs, ys, w, lr, _ = arguments(done)
    return -lr * slope(xs[:1], ys[:1], w)


def orders_found(e: Evidence, name: str = "orders") -> list[set]:
    """Of the calls of one epoch each in which orders the samples may have had their turns."""
    return [orders(done.arguments[2].f64.item(), *arguments(done)) for done in e.facts[name]]


def is_short(done: Returned) -> bool:
    """Whether fewer costs came back than there are epochs."""
    return len(done.value) < done.given[4]


def switching_off(node: ast.AST) -> bool:
    """`torch.set_grad_enabled(False)`."""
    return calling("set_grad_enabled")(node) and "False" in ast.unparse(node)


CLEARING = (calling("zero_", "zero_grad"), attribute("grad"))
BACKWARD = (calling("backward"),)

# --- the gradient


def piled(xs, ys, w, lr, epochs, clears):
    """The weights, if each gradient is added to the ones before until an epoch clears them."""
    ws, gradient = [], 0.0
    for _ in range(epochs):
        gradient = 0.0 if clears else gradient
        for x, y in zip(xs, ys, strict=True):
            gradient += 2 * x * (x * w - y)
            w = w - lr * gradient
            ws.append(w)
    return ws


@formula(
    "`backward()` adds to what is there. What is left in `w.grad` from the sample before?",
    "Print `w.grad` just before each `backward()`: it should be None or zero. Section 8 names two "
    "ways to get there.",
    where=(*CLEARING, *BACKWARD),
)
def never_clears_the_gradient(xs, ys, w, lr, epochs, costs):
    """Each step goes by all the gradients so far, added up: they are never cleared."""
    return [ended(piled(xs, ys, w, lr, epochs, clears=False)), costs]


@formula(
    "How many gradients does one epoch bring? How often is `w.grad` cleared in it?",
    "Each step needs a clean gradient. In which of the two loops stands the line that clears it?",
    where=CLEARING,
)
def clears_once_an_epoch(xs, ys, w, lr, epochs, costs):
    """The gradient is cleared once in each epoch: within an epoch the gradients of the samples
    pile up."""
    return [ended(piled(xs, ys, w, lr, epochs, clears=True)), costs]


@sign(
    "In which order come `backward()`, the step and the clearing?",
    "Print `w.grad` in the line just above the step. What should it hold at that moment?",
    where=CLEARING,
)
def clears_before_the_step(e: Evidence):
    """The gradient is cleared between `backward()` and the step: the step goes by zero."""
    stays = moved_by(e.facts["base"]) == 0 and moved_by(e.facts["one"]) == 0
    return of_values(e) and stays and math.isnan(e.facts["endless"].arguments[2].f64.item())


@formula(
    "The docstring wants a gradient for each sample. Which other line calls `backward()`?",
    "Whatever `backward()` finds out is added to `w.grad`. Does the cost need it at all?",
    where=NOTING,
)
def calls_backward_for_the_cost_too(xs, ys, w, lr, epochs, costs):
    """`backward()` is called for the cost as well, and its gradient is still there in the first
    step of the next epoch."""
    left = 0.0
    for _ in range(epochs):
        first = w - lr * (2 * xs[0] * (xs[0] * w - ys[0]) + left)
        w = [first, *steps(xs[1:], ys[1:], first, lr, 1)][-1]
        left = slope(xs, ys, w)
    return [np.array([w]), costs]


@sign(
    "Which of your lines finds out the derivative?",
    "Print `w.grad` just before the step. Computing a loss is the forward pass only. Which pass "
    "is missing?",
    where=STEP,
)
def forgets_backward(e: Evidence):
    """`backward()` is never called, and so no gradient ever comes into `w.grad`."""
    left = e.facts["left"]
    by_the_old_one = math.isclose(moved_by(left), -0.1 * 0.75, rel_tol=1e-9)
    return "NoneType" in e.error and by_the_old_one and left.arguments[0].grad is None


@sign(
    "What is in `w.grad` before the very first `backward()`?",
    "Where nothing is yet, nothing can be set to zero. Which place of the loop is better, or what "
    "should be asked first?",
    where=CLEARING,
)
def clears_a_gradient_that_is_not_there_yet(e: Evidence):
    """The gradient is cleared before the first `backward()`, when `w.grad` is still `None`."""
    left = e.facts["left"]
    works = math.isclose(moved_by(left), own_step(left), rel_tol=1e-9)
    return "'NoneType' object has no attribute" in e.error and works


@sign(
    "Print `id(w)` before and after the step. Is it still the caller's tensor?",
    "An assignment to `w` gives the name to a new tensor, computed from the old one. Section 8 "
    "says which kind of step changes the tensor itself.",
    where=(binding("w"), *STEP),
)
def rebinds_w(e: Evidence):
    """The step makes a new tensor and calls it `w`: that one is no leaf with a gradient, and the
    caller's has not moved."""
    one, stays = e.facts["one"], e.facts["stays"]
    if isinstance(one, Returned):  # a single step goes well, the next one finds another w
        return moved_by(one) == 0 and ("NoneType" in e.error or "not require grad" in e.error)
    cleared = "no attribute 'zero_'" in one.error and "no attribute 'zero_'" in e.error
    return cleared and stays.grad is not None and stays.f64.item() == 2.5


@sign(
    "After the step, what does `w.requires_grad` say?",
    "What you switch off for the step is needed again by the next loss. Section 8 has a `with` "
    "block that switches nothing off for good.",
    where=(calling("requires_grad_"), attribute("requires_grad")),
)
def switches_the_gradients_of_w_off(e: Evidence):
    """`w` does not require gradients any more: they were switched off and never on again."""
    one = e.facts["one"]
    if not isinstance(one, Returned) or one.arguments[2].requires_grad:
        return False
    return e.stage == "leaf" or "not require grad" in e.error


@sign(
    "Print the loss. Does it say `grad_fn`?",
    "`backward()` goes back along what was recorded. Look for `no_grad()` around the loss, and for "
    "`.data`, `.detach()`, `.item()` and `torch.tensor(...)` in it.",
    where=(attribute("data"), calling("no_grad", "item", "detach"), *BACKWARD),
)
def computes_the_loss_unrecorded(e: Evidence):
    """When `backward()` is called, autograd knows of no way from this loss back to `w`."""
    one = e.facts["one"]
    texts = ("element 0 of tensors does not require grad", "object has no attribute 'backward'")
    return any(text in e.error and text in one.error for text in texts)


@sign(
    "Print what `lr` is multiplied by in your step.",
    "`backward()` returns nothing: it leaves the gradient in `.grad` of the leaf `w`, until it is "
    "cleared. At which of these points is it lost?",
    where=STEP,
)
def steps_by_none(e: Evidence):
    """What the step should go by is `None`, not a gradient."""
    one = e.facts["one"]
    texts = ("TypeError: unsupported operand type(s)", "must be Tensor, not NoneType")
    return all(
        "NoneType" in error and any(t in error for t in texts) for error in (e.error, one.error)
    )


@sign(
    "Autograd watches every operation on a leaf that requires gradients. Should it watch this one?",
    "Section 8 names the `with` block that pauses the recording. Put only the step into it: the "
    "loss has to stay outside.",
    where=STEP,
)
def records_the_step(e: Evidence):
    """`w` is changed in place while autograd records, which it refuses."""
    return e.stage == "raised_on_a_leaf"


@sign(
    "How many numbers is the loss that you call `backward()` for?",
    "A derivative is that of one number. Print the shape of the loss: is it of one sample?",
    where=BACKWARD,
)
def calls_backward_on_many_numbers(e: Evidence):
    """`backward()` is called on a tensor with several numbers; it starts from a single one."""
    return "grad can be implicitly created only for scalar outputs" in e.error


@sign(
    "How often do you compute a loss, and how often do you call `backward()`?",
    "A graph serves one backward pass, and is thrown away. Where should the loss be computed anew? "
    "And is the step kept out of the graph?",
    where=BACKWARD,
)
def goes_back_twice_through_a_graph(e: Evidence):
    """`backward()` goes through a graph that an earlier `backward()` has used up."""
    return "backward through the graph a second time" in e.error


# --- the steps


@formula(
    "Print `id(w)` before and after the step. Is it still the caller's tensor?",
    "Section 8 says how the very tensor that you were given is changed. Look for an assignment to "
    "`w`, and for `clone` and `detach`.",
    where=(binding("w"), calling("clone", "detach")),
)
def trains_something_else_than_w(xs, ys, w, lr, epochs, costs):
    """The costs are right, but something else was trained than the caller's `w`, which is where
    it was."""
    return [np.array([w]), costs_at(xs, ys, ends(xs, ys, w, lr, epochs))]


@formula(
    "The gradient points to where the loss grows. In which direction should a step go?",
    "In the first row of the table of section 7 `w.grad` is -2, and the weight grows to 1.1. Look "
    "at the sign in the step.",
    where=STEP,
)
def adds_the_gradient(xs, ys, w, lr, epochs, costs):
    """The steps go uphill: each moves `w` with the gradient, not against it."""
    return [ended(steps(xs, ys, w, -lr, epochs)), costs]


@formula(
    "Call your function with `lr = 0.05` and with `lr = 0.01`. What should be different?",
    "Five things come in as arguments. One of them is missing in the line of the step.",
    where=STEP,
)
def leaves_out_the_rate(xs, ys, w, lr, epochs, costs):
    """The step is the whole gradient: `lr` has no say in its length."""
    return [ended(steps(xs, ys, w, 1, epochs)), costs]


@formula(
    "Each step is too short, always by the same factor. Which factor is it?",
    "Print `w.grad` for the first row of the table of section 7. If it is -1, look at your loss. "
    "If it is -2, look at the line of the step.",
    where=(*BACKWARD, *STEP),
)
def takes_half_the_gradient(xs, ys, w, lr, epochs, costs):
    """Each step is half as long as it should be: half of the gradient is lost on the way."""
    return [ended(steps(xs, ys, w, lr / 2, epochs)), costs]


@formula(
    "What is the loss where the prediction is too low? Can it be negative?",
    "Print the loss for the first row of the table of section 7: it is 1. What happens to the "
    "error before it is a loss?",
    where=BACKWARD,
)
def takes_the_error_for_the_loss(xs, ys, w, lr, epochs, costs):
    """`backward()` is called on the error itself, which was not squared."""
    return [np.array([w - lr * epochs * xs.sum()]), costs]


@formula(
    "How many samples does each of your losses look at? How many should it look at?",
    "Print `w.grad` for the first row of the table of section 7: -2 is that of one sample, -9.33 "
    "that of all. Which names in your loss mean one sample?",
    where=(calling("mean", "sum"), *BACKWARD),
)
def looks_at_all_samples_in_every_step(xs, ys, w, lr, epochs, costs):
    """Every step goes by the mean loss of all samples, not by the sample whose turn it is."""
    return [ended(descent(xs, ys, w, lr, epochs * len(xs))), costs]


@formula(
    "How many samples does each of your losses look at? How many should it look at?",
    "Print `w.grad` for the first row of the table of section 7: -2 is that of one sample, -28 the "
    "sum of all. Which names in your loss mean one sample?",
    where=(calling("mean", "sum"), *BACKWARD),
)
def looks_at_the_sum_of_all_in_every_step(xs, ys, w, lr, epochs, costs):
    """Every step goes by the summed loss of all samples, not by the sample whose turn it is."""
    return [ended(descent(xs, ys, w, lr * len(xs), epochs * len(xs))), costs]


@formula(
    "How often does `w` change in one epoch of three samples?",
    "The table of section 7 has a new weight in every row. Print a line at each of your steps. Is "
    "there a loop over the samples?",
    where=(calling("mean"), *STEP),
)
def makes_one_step_an_epoch(xs, ys, w, lr, epochs, costs):
    """There is one step in each epoch, by the mean over the samples: that is gradient descent."""
    return [ended(descent(xs, ys, w, lr, epochs)), costs]


@formula(
    "How often does `w` change in one epoch of three samples?",
    "The table of section 7 has a new weight in every row. Print a line at each `backward()` and "
    "at each step: there should be three of both.",
    where=(calling("sum"), *STEP),
)
def adds_up_the_gradients_of_an_epoch(xs, ys, w, lr, epochs, costs):
    """The gradients of all samples are added up, all at the same weight, for a single step in
    each epoch."""
    return [ended(descent(xs, ys, w, lr * len(xs), epochs)), costs]


@formula(
    "Print `x` at every step on the notebook's data. What do you expect?",
    "The samples come in the order in which they are stored. Look for `flip`, `reversed` or `pop`.",
    where=(calling("reversed", "flip", "pop"), operator(ast.USub), inner_loop, LOOP),
)
def goes_backwards(xs, ys, w, lr, epochs, costs):
    """The samples have their turns backwards, the last of them first."""
    return [ended(steps(xs[::-1], ys[::-1], w, lr, epochs)), costs]


@formula(
    "Print a line in each turn of the inner loop. How many should there be?",
    "What ends the inner loop: a `break`, or something that is indented too far?",
    where=(statement(ast.Break), inner_loop, LOOP),
)
def visits_the_first_sample_only(xs, ys, w, lr, epochs, costs):
    """In every epoch only the first sample makes its step."""
    return [ended(steps(xs[:1], ys[:1], w, lr, epochs)), costs]


@formula(
    "Print `w` in each turn of the inner loop. How often should it change?",
    "Which line stands inside the inner loop, and which only behind it?",
    where=STEP,
)
def steps_by_the_last_sample_only(xs, ys, w, lr, epochs, costs):
    """In every epoch only the last sample makes its step."""
    return [ended(steps(xs[-1:], ys[-1:], w, lr, epochs)), costs]


@formula(
    "Print `x` at every step on the notebook's data. Which sample is missing?",
    "With which number does your `range`, or your slice, begin?",
    where=(inner_loop, LOOP),
)
def leaves_out_the_first_sample(xs, ys, w, lr, epochs, costs):
    """The first sample never has its turn."""
    return [ended([w, *steps(xs[1:], ys[1:], w, lr, epochs)]), costs]


@formula(
    "Print `x` at every step on the notebook's data. Which sample is missing?",
    "Which is the last number that your `range`, or your slice, gives you?",
    where=(inner_loop, LOOP),
)
def leaves_out_the_last_sample(xs, ys, w, lr, epochs, costs):
    """The last sample never has its turn."""
    return [ended([w, *steps(xs[:-1], ys[:-1], w, lr, epochs)]), costs]


@formula(
    "The notebook's data has 3 samples. What happens with 2 of them, or with 100?",
    "Somewhere a plain 3 stands for the number of samples. Which function asks the data for it?",
    where=(inner_loop, LOOP),
)
def knows_three_samples(xs, ys, w, lr, epochs, costs):
    """An epoch has three steps, however many samples there are."""
    return [ended(visits(xs, ys, w, lr, [0, 1, 2] * epochs)), costs]


@formula(
    "Print the epoch and `x` at every step. Which of the two should change faster?",
    "Which loop stands inside the other? An epoch is one look at all the samples.",
    where=LOOP,
)
def swaps_the_loops(xs, ys, w, lr, epochs, costs):
    """The loops are the other way round: a sample makes all its steps before the next one has
    its turn."""
    order = [i for i in range(len(xs)) for _ in range(epochs)]
    return [ended(visits(xs, ys, w, lr, order)), costs]


@formula(
    "How many steps does your function make before it ends?",
    "A `return` ends the function at once. At which depth does it stand?",
    where=(RETURN, *STEP),
)
def makes_a_single_step(xs, ys, w, lr, epochs, costs):
    """Only one step is made in all, that of the first sample."""
    return [ended(steps(xs[:1], ys[:1], w, lr, 1)), costs]


@formula(
    "Print a line for every sample of every epoch. When do they stop?",
    "Two things do this. A `zip` that was made once is empty after the first epoch; and a weight "
    "that is set back when an epoch begins goes the same way again.",
    where=(calling("zip"), *STEP),
)
def ends_every_epoch_at_the_same_weight(xs, ys, w, lr, epochs, costs):
    """All epochs end at the weight of the first: the later ones find no samples, or begin at the
    start again."""
    ws = ends(xs, ys, w, lr, 1)
    return [ended(ws), np.full(epochs, cost(xs, ys, ws[-1]))]


@formula(
    "How many turns does your outer loop make before the function ends?",
    "A `return` ends the function at once. At which depth does it stand? And is there a loop over "
    "the epochs?",
    where=(RETURN, LOOP),
)
def makes_a_single_epoch(xs, ys, w, lr, epochs, costs):
    """Only one epoch is made, however many are asked for."""
    return [ended(ends(xs, ys, w, lr, 1)), costs]


@formula(
    "Call it with `epochs=1`, and count the epochs with a `print`.",
    "With which number does your `range` begin, and which is the last that it gives you?",
    where=(calling("range"), LOOP),
)
def makes_one_epoch_too_few(xs, ys, w, lr, epochs, costs):
    """There is one epoch less than asked for."""
    return [ended([w, *steps(xs, ys, w, lr, epochs - 1)]), costs]


@formula(
    "Call it with `epochs=1`, and count the epochs with a `print`.",
    "How many numbers does your `range` give? Are there steps outside the loop as well?",
    where=(calling("range"), LOOP),
)
def makes_one_epoch_too_many(xs, ys, w, lr, epochs, costs):
    """There is one epoch more than asked for."""
    return [ended(steps(xs, ys, w, lr, epochs + 1)), costs]


@formula(
    "What is left of the old weight after your step?",
    "Read the line of the step aloud, sign by sign. Does it change `w`, or give it a new value?",
    where=STEP,
)
def replaces_the_weight_by_the_step(xs, ys, w, lr, epochs, costs):
    """The step takes the place of the weight: the new `w` is minus `lr` times the gradient."""
    for x, y in [*zip(xs, ys, strict=True)] * epochs:
        w = -lr * 2 * x * (x * w - y)
    return [np.array([w]), costs]


@formula(
    "Call your function with `epochs=2`, `lr=3`, then with `epochs=3`, `lr=2`. Which is which?",
    "The caller gives the arguments in the order of the stub. Compare it with your first line.",
    where=FIRST_LINE,
)
def swaps_lr_and_epochs(xs, ys, w, lr, epochs, costs):
    """`lr` and `epochs` have changed places: the one counts the epochs, the other is their
    rate."""
    return [ended(steps(xs, ys, w, epochs, lr)), costs]


@formula(
    "Print what your `for` line gives you in its first turn: is it an `x` and its `y`?",
    "Two tensors side by side are gone through one after the other. Which function takes one entry "
    "from each at a time?",
    where=(inner_loop, LOOP),
)
def takes_a_tensor_for_a_sample(xs, ys, w, lr, epochs, costs):
    """The loop goes through the two tensors, not through the samples: its first turn gets the
    whole of `xs`."""
    pairs = np.array([xs, ys])
    if len(xs) != 2:
        raise ValueError("a tensor of another length is no pair")
    return [ended(steps(pairs[:, 0], pairs[:, 1], w, lr, epochs)), costs]


# --- the order of the samples


@sign(
    "Run your function twice with the same arguments. Should the two ends differ?",
    "What does the docstring say about the order of the samples? Look for `shuffle` and "
    "`randperm`, also in a loader.",
    where=(calling("shuffle", "permutation", "sample", "randperm", "DataLoader"), inner_loop),
)
def shuffles_the_samples(e: Evidence):
    """The samples have their turns in a random order, another one each time."""
    found = orders_found(e)
    shuffled = all(any(map(is_permutation, one)) for one in found)
    return of_values(e) and shuffled and not set.intersection(*found)


@sign(
    "Print `x` at every step on the notebook's data. What do you expect?",
    "The samples come in the order in which they are stored. What puts yours in another one?",
    where=(calling("shuffle", "randperm", "sorted", "sort", "argsort", "roll"), inner_loop),
)
def goes_in_another_order(e: Evidence):
    """Every sample has its turn, but in another order than the stored one."""
    one, other = (set.intersection(*orders_found(e, name)) for name in ("orders", "others"))
    return of_values(e) and is_another_order(one, other)


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
    return [ended(ws), costs_at(xs, ys, [w, *ws[:-1]])]


@formula(
    "With `epochs=1` there is one epoch. How many costs should come back?",
    "With which content does your list begin?",
    where=(binding("costs"), *NOTING),
)
def counts_the_start(xs, ys, w, lr, epochs, costs):
    """The costs begin with that of the start, which is not asked for."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ended(ws), costs_at(xs, ys, [w, *ws])]


@formula(
    "With 3 samples and 2 epochs there are 2 costs. How many are yours?",
    "At which depth stands the line that notes the cost? To which loop should it belong?",
    where=NOTING,
)
def notes_a_cost_for_every_step(xs, ys, w, lr, epochs, costs):
    """A cost is noted after every sample, not at the end of each epoch."""
    ws = steps(xs, ys, w, lr, epochs)
    return [ended(ws), costs_at(xs, ys, ws)]


@formula(
    "With 3 samples and 2 epochs there are 2 costs. How many are yours, and of how many samples?",
    "A list of all the losses is another thing: the cost asks all samples with the same weight, "
    "at the end of the epoch.",
    where=NOTING,
)
def notes_every_loss(xs, ys, w, lr, epochs, costs):
    """The list holds the loss of every single sample, from before its step."""
    losses = (xs * begins(xs, ys, w, lr, epochs) - ys) ** 2
    return [ended(steps(xs, ys, w, lr, epochs)), losses.ravel()]


@formula(
    "The docstring asks for one cost for each epoch. What do you hand over?",
    "Look at the name behind your `return`, and at what it holds at the end.",
    where=RETURN,
)
def returns_the_last_cost_only(xs, ys, w, lr, epochs, costs):
    """Only the last cost comes back, a single number: the others are left behind."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ended(ws), cost(xs, ys, ws[-1])]


@formula(
    "Call it with `epochs=3`. How many costs are there, and how many should there be?",
    "At which depth stands the line that notes the cost? Does it belong to the loop, and does it "
    "add to the list or make a new one?",
    where=(*NOTING, RETURN),
)
def notes_one_cost_in_all(xs, ys, w, lr, epochs, costs):
    """The list holds a single cost, that after the last epoch."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ended(ws), costs_at(xs, ys, ws[-1:])]


@formula(
    "Print your costs beside your weights. Which of the two should come down towards zero?",
    "Look at what you put into the list: is it the weight, or what it costs?",
    where=NOTING,
)
def notes_the_weights(xs, ys, w, lr, epochs, costs):
    """The list holds the weights, not their costs."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ended(ws), np.array(ws)]


@formula(
    "Compare your last cost with what `cost` says of the weight at the end.",
    "The cost of this notebook has no factor in front. Look for a division by 2, or a 0.5.",
    where=NOTING,
)
def halves_the_costs(xs, ys, w, lr, epochs, costs):
    """The costs are half as large as they should be."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ended(ws), costs_at(xs, ys, ws) / 2]


@formula(
    "Give your function every sample twice. Should the cost double?",
    "On the notebook's data at `w = 1` the cost is 4.67, and the sum of the losses is 14. What "
    "makes a mean of a sum?",
    where=(calling("sum"), *NOTING),
)
def sums_the_losses(xs, ys, w, lr, epochs, costs):
    """The costs are the sums of the losses, not their means."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ended(ws), costs_at(xs, ys, ws) * len(xs)]


@formula(
    "How many samples have a say in each of your costs?",
    "Print the shape of the errors behind your cost: there should be n of them. Do you use the "
    "whole tensors, or the last `x` and `y`?",
    where=NOTING,
)
def notes_the_loss_of_the_last_sample(xs, ys, w, lr, epochs, costs):
    """The costs are the losses of the last sample alone."""
    ws = ends(xs, ys, w, lr, epochs)
    return [ended(ws), costs_at(xs[-1:], ys[-1:], ws)]


@formula(
    "How many samples have a say in each of your costs, and with which weight?",
    "The number that you note was computed for the step of the last sample. After the epoch in the "
    "table of section 7 the cost is 0.0136.",
    where=NOTING,
)
def notes_the_last_loss_of_the_epoch(xs, ys, w, lr, epochs, costs):
    """The costs are the losses of the last sample alone, from before its step."""
    last = begins(xs, ys, w, lr, epochs)[:, -1]
    return [ended(steps(xs, ys, w, lr, epochs)), (xs[-1] * last - ys[-1]) ** 2]


@formula(
    "With which weight did the first sample of the epoch get its loss, and with which the last?",
    "The cost asks all samples with the same weight. When in the epoch is that weight known?",
    where=(adding_up, *NOTING),
)
def averages_the_losses_on_the_way(xs, ys, w, lr, epochs, costs):
    """The costs are means of losses from different moments: each sample was asked just before
    its own step."""
    losses = (xs * begins(xs, ys, w, lr, epochs) - ys) ** 2
    return [ended(steps(xs, ys, w, lr, epochs)), losses.mean(axis=1)]


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
    return [ended(steps(xs, ys, w, lr, epochs)), losses.sum(axis=1)]


# --- what comes back


@sign(
    "A tensor of one number is not yet a number. What does it drag along?",
    "Print the first entry of your list: it says `grad_fn`. Section 8 names the method that takes "
    "the plain number out.",
    where=NOTING,
)
def keeps_the_graphs_of_the_costs(e: Evidence):
    """The list holds tensors, and each of them keeps the graph alive that it came from."""
    last = e.calls[-1].returned
    return (
        e.stage == "floats"
        and last is not None
        and all(isinstance(item, Tensor) and item.requires_grad for item in last.value)
    )


@sign(
    "The graph is gone, but what is the type of your entries?",
    "Print `type(...)` of the first entry of your list. Section 8 names the method that takes the "
    "plain number out.",
    where=NOTING,
)
def leaves_the_costs_in_tensors(e: Evidence):
    """The list holds tensors of one number each, not plain numbers."""
    last = e.calls[-1].returned
    return (
        e.stage == "floats"
        and last is not None
        and all(isinstance(item, Tensor) for item in last.value)
    )


@sign(
    "How many things does the docstring ask for?",
    "The function before this one returned a pair. Here the caller has `w` already: which of the "
    "two names behind your `return` is left?",
    where=RETURN,
)
def returns_the_weight_as_well(e: Evidence):
    """It returns a pair, the weight and the costs; here only the costs are asked for."""
    last = e.calls[-1].returned
    assert last is not None
    weight, costs = last.value
    return (
        e.stage in ("type", "floats")
        and isinstance(costs, (list, tuple))
        and (isinstance(weight, (Tensor, float)))
    )


@sign(
    "What is the type of your result?",
    "Print `type(...)` of what you return. The docstring asks for a plain list.",
    where=RETURN,
)
def returns_an_array_of_costs(e: Evidence):
    """The costs come back in an array or a tensor, not in a list."""
    last = e.calls[-1].returned
    assert last is not None
    value = last.value
    return (
        e.stage == "type"
        and isinstance(value, (np.ndarray, Tensor))
        and value.shape == (last.given[4],)
    )


@sign(
    "Print your result. Is it a list of numbers?",
    "`yield` hands over one number after another, and only to somebody who asks: until then not a "
    "single step is made. What collects the costs instead?",
    where=(statement(ast.Yield, ast.YieldFrom, ast.GeneratorExp), RETURN),
)
def returns_a_generator(e: Evidence):
    """What comes back is a generator: nothing has been trained yet."""
    last = e.calls[-1].returned
    return last is not None and isinstance(last.value, Opaque) and last.value.type == "generator"


@sign(
    "Printing shows the costs to you. Who hands them to the caller?",
    "Look at the last line of your function, and at its depth: the caller gets what stands behind "
    "`return`.",
    where=RETURN,
)
def returns_nothing(e: Evidence):
    """The function ends without handing anything over, which Python turns into `None`."""
    last = e.calls[-1].returned
    return e.stage == "nothing" and last is not None and last.value is None


@sign(
    "Print `w` before and after the line of the step. Does it change?",
    "A difference that is only computed is gone again. Where does the new weight go, and was the "
    "gradient still there?",
    where=STEP,
)
def never_moves_the_weight(e: Evidence):
    """`w` is where it was: no step reaches it."""
    stays = all(moved_by(e.facts[name]) == 0 for name in ("one", "base", "w", "data"))
    base = e.facts["base"]
    return of_values(e) and stays and not alike(seen(base)[1], right(*arguments(base))[1])


# --- what has no say, and what lives on


@sign(
    "Call your function from two different starts. Where should the difference show?",
    "Look for a line that gives `w` a value before the first step.",
    where=(calling("fill_", "normal_", "copy_", "full"), binding("w"), attribute("data")),
)
def begins_at_a_weight_of_its_own(e: Evidence):
    """The weight that you are given has no say: the way begins at another place."""
    return has_no_say("w", e, seen_in_numbers)


@sign(
    "Call your function with two different rates. Where should the difference show?",
    "Look for a number, or another variable, where `lr` should stand.",
    where=(attribute("grad"), *STEP),
)
def steps_by_a_rate_of_its_own(e: Evidence):
    """Another `lr` changes nothing: the steps go by a rate of their own."""
    return has_no_say("lr", e, seen_in_numbers)


@sign(
    "Call your function with `epochs=1` and with `epochs=5`. Where should the difference show?",
    "Look at the line that begins the outer loop: what says how often it turns?",
    where=(calling("range"), LOOP),
)
def makes_a_number_of_steps_of_its_own(e: Evidence):
    """Other `epochs` change nothing: the loop turns as often as it likes."""
    return has_no_say("epochs", e, seen_in_numbers)


@sign(
    "Call your function twice. Which costs does the second call give back?",
    "A list that is made once, outside of the function or in its first line, lives on. Where "
    "should a fresh one be made?",
    where=FIRST_LINE,
)
def keeps_the_costs_of_earlier_calls(e: Evidence):
    """The list of the costs lives on from call to call, and each call adds its own to it."""
    lists = [
        (before.returned.value, after.returned.value, after.given[4])
        for before, after in in_turn(e)
        if before.returned and after.returned  # not those that autograd refused
    ]
    return len(lists) > 5 and all(
        later[: len(earlier)] == earlier and len(later) == len(earlier) + epochs
        for earlier, later, epochs in lists[-5:]
    )


appends_to_none = whole.appends_to_none


@sign(
    "When the rate is too large the cost rises. How many steps does the docstring want then?",
    "Look for a `break`, a `return` or an `if` that compares two costs.",
    where=(statement(ast.Break), statement(ast.If)),
)
def stops_when_the_cost_rises(e: Evidence):
    """It stops as soon as the cost does not fall any more, and leaves the other steps out."""
    return not is_short(e.facts["base"]) and is_short(e.facts["rising"])


@sign(
    "Where nothing is left to gain a step changes nothing. How many does the docstring want there?",
    "Look for a `break`, a `return` or an `if` that compares something with a small number.",
    where=(statement(ast.Break), statement(ast.If)),
)
def stops_when_the_steps_are_small(e: Evidence):
    """It stops when hardly anything changes any more, and leaves the other steps out."""
    return not is_short(e.facts["base"]) and is_short(e.facts["still"])


@sign(
    "After a call, what does `torch.is_grad_enabled()` say?",
    "Look for `set_grad_enabled(False)`. A `with` block switches the recording on again by itself.",
    where=(switching_off, calling("set_grad_enabled")),
)
def leaves_autograd_off(e: Evidence):
    """Autograd was switched off and not on again: the caller's next loss has no graph."""
    return e.stage == "grad_mode"


@sign(
    "After a call, what does `xs.requires_grad` say?",
    "Only `w` is to be learned. Look for `requires_grad_`, or an assignment to `requires_grad`.",
    where=(calling("requires_grad_"), attribute("requires_grad")),
)
def asks_for_gradients_of_the_samples(e: Evidence):
    """The samples require gradients now, as if they were to be learned as well."""
    last = e.calls[-1].returned
    return (
        e.stage == "changed"
        and last is not None
        and any(part.requires_grad for part in last.arguments[:2])
    )
