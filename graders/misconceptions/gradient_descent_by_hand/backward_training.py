"""What goes wrong in `backward_training`: backward(), step and clearing for each sample."""

import ast
import math
import re

import numpy as np

from graders.engine.misconceptions import Evidence, alike, formula, sign
from graders.engine.places import attribute, calling
from graders.engine.returned import Called, Returned, Unanswered
from graders.engine.values import Tensor
from graders.test_gradient_descent_by_hand import samples

from . import _walks as shared
from ._numbers import RETURN
from ._walks import (
    NOTING,
    STEP,
    Walk,
    arguments,
    attempt,
    binding,
    in_two_orders,
    last_value,
    noted,
    of_values,
    one_thing_changed,
    slope,
    too_steep,
    walk_of,
    walking,
)

walk = Walk
right = walk.right


def observe(call: Called):
    """As for the other walks. Where the probe gives more than numbers, signs look."""
    w, lr = call.given[2:4]
    plain = isinstance(w, Tensor) and w.requires_grad and w.grad is None and math.isfinite(lr)
    return walking(walk)(call) if plain else None


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
    lr = data.sample_rate(draw, 0.05, 0.1)
    return {
        "one": train(one, 2.5, 0.1, 1),
        # A gradient is there already, and the sample notes whether backward() comes by
        "left": train(one, 2.5, 0.1, 1, left=0.75, watched=True),
        "stays": where_it_stays(),
        "frozen": train(one, 2.5, 0.1, 1, frozen=True),
        "endless": train(one, 2.5, math.inf, 1),  # and zero times infinity is no number
        "two": train(samples(draw, 2), 1.5, 0.05, 1),
        "whole": train(samples(draw, 5, scale=0.3), 4.0, 2, 3),
        **one_thing_changed(train, draw, data, lr, 3),
        **in_two_orders(train, draw, 1),
        "rising": train(data, data.start(draw), too_steep(data), 4),
        "still": train(easy, easy.whole.lowest, lr, 4),
    }


def moved_by(done: Returned | Unanswered) -> float:
    """By how much a call has moved w; no number where it raised."""
    if isinstance(done, Unanswered):
        return math.nan
    return done.arguments[2].f64.item() - done.given[2].f64.item()


def switching_off(node: ast.AST) -> bool:
    """`torch.set_grad_enabled(False)`."""
    return calling("set_grad_enabled")(node) and "False" in ast.unparse(node)


CLEARING = (calling("zero_", "zero_grad"), attribute("grad"))
BACKWARD = (calling("backward"),)


# --- the gradient


def piled_up(walk: Walk, *, cleared: bool) -> list:
    """The weights, if each gradient is added to the ones before until an epoch clears them."""
    ws, w, gradient = [], walk.w, 0.0
    for _ in range(walk.epochs):
        gradient = 0.0 if cleared else gradient
        for x, y in zip(walk.xs, walk.ys, strict=True):
            gradient += 2 * x * (x * w - y)
            w = w - walk.lr * gradient
            ws.append(w)
    return ws


@formula(
    "`backward()` adds to what is there. What is left in `w.grad` from the sample before?",
    "Print `w.grad` just before each `backward()`: it should be None or zero. Section 8 names two "
    "ways to get there.",
    where=(*CLEARING, *BACKWARD),
)
def never_clears_the_gradient(walk):
    """Each step goes by all the gradients so far, added up: they are never cleared."""
    return walk.through(piled_up(walk, cleared=False))


@formula(
    "How many gradients does one epoch bring? How often is `w.grad` cleared in it?",
    "Each step needs a clean gradient. In which of the two loops stands the line that clears it?",
    where=CLEARING,
)
def clears_once_an_epoch(walk):
    """The gradient is cleared once in each epoch: within an epoch the gradients of the samples
    pile up."""
    return walk.through(piled_up(walk, cleared=True))


@sign(
    "In which order come `backward()`, the step and the clearing?",
    "Print `w.grad` in the line just above the step. What should it hold at that moment?",
    where=CLEARING,
)
def clears_before_the_step(e: Evidence):
    """The gradient is cleared between `backward()` and the step: the step goes by zero."""
    stays = moved_by(e.facts["base"]) == 0 and moved_by(e.facts["one"]) == 0
    return of_values(e) and stays and math.isnan(e.facts["endless"].arguments[2].f64.item())


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
    xs, ys, w, lr, _ = arguments(left)
    works = math.isclose(moved_by(left), -lr * slope(xs, ys, w), rel_tol=1e-9)
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
    texts = (
        "element 0 of tensors does not require grad",
        # A function, a list or None is no loss at all
        r"'(float|int|numpy\.\w+)' object has no attribute 'backward'",
    )
    errors = e.error, e.facts["one"].error
    return any(all(re.search(text, error) for error in errors) for text in texts)


@sign(
    "Print what `lr` is multiplied by in your step.",
    "`backward()` returns nothing: it leaves the gradient in `.grad` of the leaf `w`, until it is "
    "cleared. At which of these points is it lost?",
    where=STEP,
)
def steps_by_none(e: Evidence):
    """What the step should go by is `None`, not a gradient."""
    # It is what `lr` is multiplied by: the error changes its words with the type of `lr`
    errors = {"float": e.facts["one"].error, "int": e.facts["whole"].error}
    return "NoneType" in e.error and all(
        f"for *: '{kind}' and 'NoneType'" in error or f"for *: 'NoneType' and '{kind}'" in error
        for kind, error in errors.items()
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


# --- the steps and the costs


@formula(
    "Print `id(w)` before and after the step. Is it still the caller's tensor?",
    "Section 8 says how the very tensor that you were given is changed. Look for an assignment to "
    "`w`, and for `clone` and `detach`.",
    where=(binding("w"), calling("clone", "detach")),
)
def trains_something_else_than_w(walk):
    """The costs are right, but something else was trained than the caller's `w`, which is where
    it was."""
    return [walk.w, walk.costs_at(walk.ends)]


@formula(
    "What is the loss where the prediction is too low? Can it be negative?",
    "Print the loss for the first row of the table of section 7: it is 1. What happens to the "
    "error before it is a loss?",
    where=BACKWARD,
)
def takes_the_error_for_the_loss(walk):
    """`backward()` is called on the error itself, which was not squared."""
    return walk.through([walk.w - walk.lr * walk.epochs * walk.xs.sum()])


adds_the_gradient = shared.adds_the_gradient
leaves_out_the_rate = shared.leaves_out_the_rate
takes_half_the_gradient = shared.takes_half_the_gradient
replaces_the_weight_by_the_step = shared.replaces_the_weight_by_the_step
looks_at_all_samples_in_every_step = shared.looks_at_all_samples_in_every_step
makes_one_step_an_epoch = shared.makes_one_step_an_epoch
asks_every_sample_at_the_old_weight = shared.asks_every_sample_at_the_old_weight
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
returns_nothing = shared.returns_nothing
returns_a_generator = shared.returns_a_generator


@sign(
    "A tensor of one number is not yet a number. What may it drag along?",
    "Print the first entry of your list, and its type. Where it says `grad_fn`, it keeps a whole "
    "graph alive. Section 8 names the method that takes the plain number out.",
    where=NOTING,
)
def leaves_the_costs_in_tensors(e: Evidence):
    """The list holds tensors of one number each, not plain numbers."""
    return e.stage == "floats" and all(isinstance(item, Tensor) for item in last_value(e))


@sign(
    "How many things does the docstring ask for?",
    "The function before this one returned a pair. Here the caller has `w` already: which of the "
    "two names behind your `return` is left?",
    where=RETURN,
)
def returns_the_weight_as_well(e: Evidence):
    """It returns a pair, the weight and the costs; here only the costs are asked for."""
    weight, costs = last_value(e)
    pair = isinstance(weight, (Tensor, float)) and isinstance(costs, (list, tuple))
    return pair and e.stage in ("type", "floats")


@sign(
    "What is the type of your result?",
    "Print `type(...)` of what you return. The docstring asks for a plain list.",
    where=RETURN,
)
def returns_an_array_of_costs(e: Evidence):
    """The costs come back in an array or a tensor, not in a list."""
    value, epochs = last_value(e), e.calls[-1].given[4]
    series = isinstance(value, (np.ndarray, Tensor)) and value.shape == (epochs,)
    return series and e.stage == "type"


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
    return of_values(e) and stays and not alike(noted(base), walk_of(e, base).right()[1])


begins_at_a_weight_of_its_own = shared.begins_at_a_weight_of_its_own
steps_by_a_rate_of_its_own = shared.steps_by_a_rate_of_its_own
makes_a_number_of_epochs_of_its_own = shared.makes_a_number_of_epochs_of_its_own
keeps_the_list_of_earlier_calls = shared.keeps_the_list_of_earlier_calls
stops_early = shared.stops_early
appends_to_none = shared.appends_to_none


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
    assert last is not None
    return e.stage == "changed" and any(part.requires_grad for part in last.arguments[:2])
