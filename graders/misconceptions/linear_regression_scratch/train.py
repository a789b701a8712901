"""What goes wrong in `train`: one step of `sgd` for each batch, one loss after each epoch."""

import ast
import contextlib
import dataclasses
import functools
import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import assigning, attribute, calling, naming, operator, statement
from graders.engine.returned import Returned, Unanswered
from graders.engine.values import Tensor
from graders.misconceptions import _training as loops
from graders.misconceptions import _training_signs as signs
from graders.misconceptions._training import B, Seen, Task, W, near
from graders.misconceptions._training_signs import (
    APPEND,
    BACKWARD,
    LOOP,
    MOVES,
    RETURN,
    falls,
    goes_like,
    stands_still,
    tells_like,
    told,
)

PARTS = ("data_iter", "linreg", "squared_loss", "sgd")
STEP, DEAL = calling("sgd"), calling("data_iter")
TWICE = loops.scaled(lambda loop, rows: 2.0)


def sets_grad(node: ast.AST) -> bool:
    """`w.grad = …`"""
    targets = node.targets if isinstance(node, ast.Assign) else []
    inside = [part for target in targets for part in ast.walk(target)]
    return any(isinstance(part, ast.Attribute) and part.attr == "grad" for part in inside)


def unpacks(node: ast.AST) -> bool:
    """`for X, y in …`"""
    return isinstance(node, ast.For) and isinstance(node.target, ast.Tuple)


# --- What is known of a submission ------------------------------------------------------------


def task_of(given: Sequence[Any]) -> Task:
    """The task that a call of `train` sets."""
    w, b, features, labels, lr, epochs, batch_size = given
    A = np.column_stack([features.f64, np.ones(len(features.array))])
    task = Task(
        start=np.concatenate([w.f64.reshape(-1), b.f64]),
        A=A,
        t=labels.f64.reshape(-1),
        lr=lr,
        epochs=epochs,
        deals=None,
        batch_size=batch_size,
        flat=labels.array.ndim == 1,
    )
    rows = tuple(task.rows)
    if task.all_alike or len(rows) <= batch_size:
        starts = range(0, len(rows), batch_size)
        task.deals = [tuple(rows[start : start + batch_size] for start in starts)]
    elif len(rows) <= 5:
        task.deals = every_deal(rows, batch_size)
    return task


def every_deal(rows: tuple[int, ...], batch_size: int) -> list[loops.Batches]:
    """Every way to deal rows into batches, the last of which may be shorter."""
    if len(rows) <= batch_size:
        return [(rows,)]
    return [
        (batch, *rest)
        for batch in itertools.combinations(rows, batch_size)
        for rest in every_deal(tuple(row for row in rows if row not in batch), batch_size)
    ]


def seen_in(given: Sequence[Any], found: Returned | Unanswered) -> Seen:
    """What a call of `train` has done."""
    task = task_of(given)
    if isinstance(found, Unanswered):
        return Seen(task, error=found.error)
    w, b = found.arguments[:2]
    whole = all(
        isinstance(after, Tensor) and after.dtype == "float64" and after.shape == before.shape
        for after, before in zip((w, b), given, strict=False)
    )
    theta = np.concatenate([w.f64.reshape(-1), b.f64]) if whole else None
    left = [p.grad.f64.reshape(-1) for p in (w, b) if isinstance(p, Tensor) and p.grad]
    gradient = np.concatenate(left) if len(left) == 2 else None
    return Seen(task, theta, found.value, gradient=gradient)


@dataclass
class Facts(signs.Facts):
    """What the probe has found out.

    Attributes:
        swappable: A training with a single feature and labels in a column: they can be exchanged.
        reached: Whether a gradient has reached the features; None if nobody asked.
        arrived: Whether one has reached the caller's own w.
        written: Whether w has been written into, whatever it holds in the end.
        unlisted: Whether `sgd` gets a tensor in the place of the list.
        steps: Whether `lr` is ever used.
        no_half: Whether the gradients themselves are twice as large.
        predicted: Whether a prediction comes before the error that is raised.
    """

    swappable: Seen | None = None
    reached: bool | None = None
    arrived: bool | None = None
    written: bool | None = None
    unlisted: bool = False
    steps: bool | None = None
    no_half: bool = False
    predicted: bool | None = None


def problem(draw, n: int, d: int, *, column=False, alike=False, noise=0.5, dtype="float64"):
    """w, b, features and labels, and the θ that they come from. If they are `alike`, it does not
    matter how the rows are dealt."""
    x = draw.rng.standard_normal((1 if alike else n, d)).repeat(n if alike else 1, axis=0)
    truth = draw.away_from_zero("truth", d + 1).f64
    t = x @ truth[:d] + truth[d] + noise * draw.rng.standard_normal(1 if alike else n)
    start = -truth + draw.rng.uniform(-0.25, 0.25, d + 1)
    return [
        Tensor(start[:d, None].astype(dtype), name="w", requires_grad=True),
        Tensor(start[d:].astype(dtype), name="b", requires_grad=True),
        Tensor(x.astype(dtype), name="features"),
        Tensor((t[:, None] if column else t).astype(dtype), name="labels"),
    ], truth


def probe(train, library, draw, features, labels):
    """Small trainings: one batch or several, more epochs or fewer, a rate that is too large."""
    facts = Facts()

    def ask(given: list, *more: Any) -> Seen:
        arguments = (*given, *more)
        try:
            return seen_in(arguments, train(*arguments))
        except Unanswered as unanswered:
            if unanswered.stage in ("time", "exit", "stub"):
                raise
            return seen_in(arguments, unanswered)

    given, _ = problem(draw, 4, 2)
    lr = draw.uniform(0.1, 0.2)
    facts.again = [ask(given, lr, epochs, 4) for epochs in (1, 2, 3)]
    single, _ = problem(draw, 5, 1, column=True)
    facts.swappable = ask(single, draw.uniform(0.05, 0.1), 2, 7)
    same, _ = problem(draw, 45, 2, alike=True)
    few, _ = problem(draw, 6, 3, alike=True, column=True)
    three, _ = problem(draw, 3, 2)
    wild, _ = problem(draw, 6, 2)
    facts.seen = [
        *facts.again,
        facts.swappable,
        ask(same, slow(draw, same), 2, 7),
        ask(few, slow(draw, few), 1, 4),
        ask(three, draw.uniform(0.2, 0.3), 2, 2),
        ask(wild, draw.uniform(2.5, 3.5), 4, 6),
    ]
    solved, truth = problem(draw, 5, 2, noise=0.0)
    solved[0].array, solved[1].array = truth[:2, None], truth[2:]
    facts.perfect = ask(solved, 0.1, 4, 5)
    first = facts.again[0]
    if first.theta is None or first.unmoved:
        found = follow_a_step(train, library, given, lr)
        facts.reached, facts.arrived, facts.written = found
        facts.unmoved = bool(first.error) and not facts.written
        facts.takes_a_model = signs.takes_a_model(train)
        if "NameError" in first.error:
            wide = draw.normal("w", 3, 1, dtype="float64", requires_grad=True)
            facts.predicted = ask([wide, *given[1:]], lr, 1, 4).error != first.error
        facts.unlisted = first.error != "" and loops_over_tensors(train, draw)
        facts.steps = bool(ask(given, None, 1, 4).error)
        facts.notebook = what_of_the_notebook(train, draw, features, labels)
    if not first.error and not first.right:
        facts.afresh = starts_afresh(ask, draw)
        facts.no_half = has_no_half(ask, draw, given, first)
    return facts


def slow(draw, given: list) -> float:
    """A rate with which many steps do not come to an end: everything would lead there."""
    size = 1 + float((given[2].array[0] ** 2).sum())
    return draw.uniform(0.01, 0.03) / size


def follow_a_step(train, library, given: list, lr: float) -> list[bool]:
    """Whether a gradient reaches the features, which are asked to keep it, and w, and whether w is
    written into; also where the call raises something after that."""
    things = []
    for tensor in (given[2], given[0]):
        things.append(library("torch.clone").make(Tensor(tensor.array), name=tensor.name))
        things[-1].method("requires_grad_")()
    features, w = things
    before = w.method("_version").value().value
    with contextlib.suppress(Unanswered):
        train(w, given[1], features, given[3], lr, 1, 4)
    arrived = [isinstance(thing.method("grad").value().value, Tensor) for thing in things]
    return [*arrived, w.method("_version").value().value != before]


def loops_over_tensors(train, draw) -> bool:
    """Without features w has no rows to loop over, and b without dimensions refuses a loop."""
    w = Tensor(np.zeros((0, 1)), name="w", requires_grad=True)
    b = Tensor(np.array(1.0), name="b", requires_grad=True)
    data = Tensor(np.zeros((4, 0)), name="features"), draw.normal("labels", 4, dtype="float64")
    try:
        train(w, b, *data, 0.1, 1, 4)
    except Unanswered as unanswered:
        return "iteration over a 0-d tensor" in unanswered.error
    return False


def starts_afresh(ask: Callable[..., Seen], draw) -> bool:
    def far_away() -> Seen:
        (w, b, features, labels), _ = problem(draw, 4, 2)
        w.array, b.array, labels.array = 50 * w.array, 50 * b.array, 30 * labels.array
        return ask([w, b, features, labels], 0.0, 1, 4)

    return loops.starts_afresh(far_away)


def has_no_half(ask: Callable[..., Seen], draw, given: list, first: Seen) -> bool:
    """A step twice as long: is it of a gradient that is twice as large?"""
    if not loops.agrees(first, TWICE):
        return False
    w, b, *data = given
    old = draw.away_from_zero("old", 3, dtype="float64").array
    w = dataclasses.replace(w, grad=Tensor(old[:2, None]))
    one = ask([w, dataclasses.replace(b, grad=Tensor(old[2:])), *data], first.task.lr, 1, 4)
    if one.theta is None:
        return False
    own = loops.Loop(one.task, [], False).slope(one.task.rows)
    if near(one.theta, first.theta):  # the old one was cleared before: what is left in `.grad`?
        return near(one.gradient, 2 * own)
    return near((one.task.start - one.theta) / (one.task.lr / 4), 2 * own + old)


def what_of_the_notebook(train, draw, features, labels) -> str:
    """Whether the notebook's own houses are used, in training or in measuring."""
    try:
        given, _ = problem(draw, 5, 2, dtype="float32")
        lr, size = draw.uniform(0.1, 0.2), 5000
        done = train(*given, lr, 1, size)
        X, y = features.value().value, labels.value().value
    except Unanswered:
        return ""
    theta = np.concatenate([p.f64.reshape(-1) for p in done.arguments[:2]])
    its = task_of([*given[:2], X, y, lr, 1, size])
    own, other = (
        loops.Loop(task, [], False).loss(theta) for task in (task_of([*given, lr, 1, size]), its)
    )

    def close(got: Any, expected: Any) -> bool:  # float32
        return np.shape(got) == np.shape(expected) and np.allclose(got, expected, rtol=1e-3)

    trained = any(close(theta, loop.theta) for loop in loops.finished(its, loops.right))
    told = done.value if loops.are_numbers(done.value) else None
    measured = close(told, [other]) and not close(other, own)
    return "houses" if trained or measured else ""


# --- Calls that raise -------------------------------------------------------------------------

CONTRACTS = signs.CONTRACTS


@sign(
    "Which of your functions divides by the size of the batch, and how does it get to know it?",
    "Later editions take the mean in the loss, and their `sgd` has two parameters. Look at the "
    "stub of yours: it has three.",
    where=STEP,
)
def calls_sgd_with_two_arguments(e: Evidence):
    """`sgd` is called with two arguments, which is enough in later editions of the book. Here it
    gets three: the list, the rate and the batch size, as it is `sgd` that makes the mean."""
    return e.stage == "raised" and bool("sgd() missing 1 required positional" in e.error)


@sign(
    "What are the parts called that you have written above?",
    "Many texts say `net` and `loss` for any model and any loss. Search your function for names "
    "that nobody has defined.",
    where=naming("net", "loss"),
)
def calls_the_parts_by_other_names(e: Evidence):
    """`net` and `loss` are names from the book. In this notebook the model is `linreg` and the
    loss is `squared_loss`."""
    named = any(f"NameError: name '{name}' is not defined" in e.error for name in ("net", "loss"))
    # Where no prediction has been made before: else it may be a variable of their own
    return named and e.facts.reached is False and e.facts.predicted is False


@sign(
    "`squared_loss` gives one loss for each row. Of how many numbers can `backward` start?",
    "Step 2 of the list in section 5 makes a single number of the losses of a batch. Which method "
    "of a tensor adds its entries up?",
    where=BACKWARD,
)
def goes_backward_from_many_losses(e: Evidence):
    """`backward()` is called on the losses of all rows at once: it starts from one number."""
    return "grad can be implicitly created only for scalar outputs" in e.error


@sign(
    "Can the caller train on with `w` and `b`?",
    "Print `w.requires_grad` before and after. Look for `requires_grad_`, and for an assignment to "
    "`requires_grad`.",
    where=(calling("requires_grad_"), attribute("requires_grad")),
)
def leaves_w_and_b_frozen(e: Evidence):
    """`w` or `b` requires no gradients any more when `train` is over."""
    after = [p for call in e.calls if call.returned for p in call.returned.arguments[:2]]
    frozen = any(p.leaf and not p.requires_grad for p in after)
    return frozen and (e.stage == "leaf" or "does not require grad" in e.error)


@sign(
    "`squared_loss` gives one loss for each row. How many numbers do you want for an epoch?",
    "Print the shape of what you call `.item()` on. Which method of a tensor comes before it?",
    where=calling("item", "float"),
)
def takes_many_losses_for_one_number(e: Evidence):
    """The losses of all rows are to become one number of Python, without a mean."""
    found = re.search(r"Tensor with (\d+) elements cannot be converted to Scalar", e.error)
    if found is None:
        return False
    # As many as there are losses: a w that is printed has as many as there are features
    (n, d), batch_size = e.calls[-1].given[2].shape, e.calls[-1].given[6]
    return int(found[1]) in (n, batch_size) and int(found[1]) != d


@sign(
    "How many batches are there in an epoch? Do you know it before the epoch is over?",
    "A generator hands out one batch after the other and cannot count them. What can be counted "
    "instead, in the loop or by `len(features)`?",
    where=calling("len"),
)
def asks_a_generator_for_its_length(e: Evidence):
    """What `data_iter` returns is a generator, which has no length."""
    return "object of type 'generator' has no len()" in e.error


@sign(
    "The step is no part of the model. Which of your four functions knows how to make it?",
    "`sgd` is written for this: it switches the recording off for the step. Let it do the work.",
    where=(statement(ast.AugAssign), STEP),
)
def steps_while_autograd_records(e: Evidence):
    """`w` or `b` is changed in place while autograd records, and it refuses that."""
    return e.stage == "raised_on_a_leaf"


@sign(
    "In one function a name means one thing. What does Python make of it when you assign to it?",
    "Choose another name for the result: `y_hat` for predictions, for example, `l` for a loss.",
    where=assigning(*PARTS),
)
def uses_the_name_of_a_function_for_its_result(e: Evidence):
    """A variable in `train` has the name of one of your functions. So in the whole of `train` this
    name means the variable, also where the function is called."""
    return any(
        f"UnboundLocalError: cannot access local variable '{name}'" in e.error for name in PARTS
    )


RAISE = signs.RAISE


# --- Steps ------------------------------------------------------------------------------------


@sign(
    "`data_iter` hands out pairs. What comes first in a pair?",
    "Print the shapes of what you get from `data_iter`: the one with two dimensions is `X`.",
    where=(unpacks, DEAL),
)
def swaps_features_and_labels(e: Evidence):
    """Features are taken for labels and labels for features: the pairs of `data_iter` are `X` and
    then `y`."""
    one, task = e.facts.swappable, e.facts.swappable.task
    A = np.column_stack([task.t, task.A[:, 1]])
    other = dataclasses.replace(one, task=dataclasses.replace(task, A=A, t=task.A[:, 0]))
    return not one.right and bool(loops.agrees(other, loops.right))


def raises_for_want_of_a_gradient(e: Evidence, *kinds: str) -> bool:
    """Whether it raises already at its first step, as there is None in the place of a gradient."""
    error = e.facts.again[0].error
    return "NoneType" in error and "NoneType" in e.error and error.startswith(kinds)


@sign(
    "`sgd` reads `.grad`. Which of your lines fills it, and which empties it?",
    "Print `w.grad` after each of your lines. Go through the four steps in section 5 for one "
    "batch: between which two of them may it be cleared?",
    where=(calling("zero_"), sets_grad, STEP),
)
def clears_the_gradients_before_the_step(e: Evidence):
    """The gradients are cleared after `backward()` and before `sgd`, so that the step finds
    nothing to go by."""
    if raises_for_want_of_a_gradient(e, "TypeError"):
        return e.facts.reached is True and e.facts.arrived is False
    return stands_still(e) and e.facts.steps is True and e.facts.reached is True


@sign(
    "`sgd` reads `.grad`. Which of your lines fills it?",
    "Print `w.grad` just before `sgd`. Then look at step 3 of the list in section 5.",
    where=(STEP, LOOP),
)
def steps_without_a_gradient(e: Evidence):
    """When `sgd` is called `.grad` is None: no `backward()` has filled it before."""
    return raises_for_want_of_a_gradient(e, "TypeError") and e.facts.reached is False


@sign(
    "What is `w.grad` before the first `backward()` of all?",
    "Print `w.grad` in the first line of `train`. There are two ways out: clear at another place, "
    "or in another way.",
    where=(calling("zero_"), attribute("data")),
)
def clears_gradients_that_are_not_there(e: Evidence):
    """The gradients are cleared before the first `backward()`, when there are none: `.grad` is
    None, and None has no such method."""
    return raises_for_want_of_a_gradient(e, "AttributeError") and e.facts.reached is False


@sign(
    "Which of your lines changes `w` and `b`?",
    "Go through the four steps in section 5 for one batch and look for each of them in your code.",
    where=(BACKWARD, LOOP),
)
def never_takes_a_step(e: Evidence):
    """No step is ever taken, so that `w` and `b` stay where they were."""
    return stands_still(e) and e.facts.steps is False


@sign(
    "Which of the arguments of `sgd` is a list, and of what?",
    "`sgd` loops over what it gets first. What does a loop over a tensor give, and has that a "
    "`.grad`?",
    where=STEP,
)
def hands_sgd_a_tensor_for_a_list(e: Evidence):
    """`sgd` gets a single tensor where it expects a list of them. So it loops over the rows of
    this tensor, and these have no `.grad`."""
    return raises_for_want_of_a_gradient(e, "TypeError") and e.facts.unlisted


@sign(
    "Is the `w` at the end of the line the same tensor as the one at its beginning?",
    "Print `id(w)` and `w.is_leaf` in the first line and after the step. `sgd` changes the tensors "
    "that it is given, so that they stay the same.",
    where=(assigning("w", "b", "params"), STEP),
)
def rebinds_w_and_b(e: Evidence):
    """The step gives the names `w` and `b` to new tensors. The caller's stay as they are, and the
    new ones are results of a computation, in which `backward()` leaves no gradient."""
    if raises_for_want_of_a_gradient(e, "TypeError", "AttributeError"):
        return e.facts.arrived is True
    once, twice, _ = e.facts.again
    later = once.unmoved and falls(once) and "NoneType" in twice.error
    return later and (e.stage == "unchanged" or "NoneType" in e.error)


@sign(
    "Who looks at `w` and `b` when `train` is over, and at which tensors?",
    "Print `id(w)` in the first line of `train` and just before `sgd`: is it the same number? "
    "Look for a clone, and for an assignment to `w` or `b`.",
    where=(calling("clone", "deepcopy", "detach"), assigning("w", "b", "params"), STEP),
)
def trains_other_tensors(e: Evidence):
    """The losses fall, but the `w` and `b` that were passed in are as before: copies, or new
    tensors under the same names, have been trained in their place."""
    seen = [one for one in e.facts.seen if one.task.one_batch]
    others = e.facts.written is False and all(one.unmoved and falls(one) for one in seen)
    return others and e.stage in MOVES


STEPS = signs.STEPS


@sign(
    "There are two parameters. Does each of them begin a batch with a clean `.grad`?",
    "Print `w.grad` and `b.grad` before each `backward()`. One of the two grows.",
    where=(calling("zero_"), sets_grad, BACKWARD),
)
def clears_one_gradient_only(e: Evidence):
    """Only one of the two gradients is cleared, that of `w` or that of `b`. The other one adds up
    from batch to batch."""
    return goes_like(e, loops.clears_only(W), loops.clears_only(B))


@sign(
    "Call `train` with two different values of `batch_size`. What is different?",
    "Look for a number in your function that should be the argument `batch_size`.",
    where=(DEAL, STEP),
)
def asks_for_batches_of_a_fixed_size(e: Evidence):
    """The batches have always the same size, whatever `batch_size` is."""
    return goes_like(e, *(loops.batches_of(size) for size in range(2, 45) if size != 7))


@sign(
    "`sgd` has three parameters. In which order?",
    "Compare the call with the first line of your `sgd`, argument by argument.",
    where=STEP,
)
def swaps_lr_and_batch_size(e: Evidence):
    """`sgd` gets the batch size for the learning rate and the learning rate for the batch size."""
    return goes_like(e, loops.scaled(lambda loop, rows: (loop.divisor(rows) / loop.task.lr) ** 2))


@sign(
    "Who makes a mean of the gradients of a batch: the loss, or `sgd`?",
    "Divide by the number of rows once. `sgd` does it already: look at how you make one number of "
    "the losses of a batch.",
    where=(calling("mean"), BACKWARD),
)
def takes_the_mean_and_divides_again(e: Evidence):
    """The step is divided by the number of rows twice: once in the loss, which is a mean, and
    once in `sgd`."""
    return goes_like(
        e,
        loops.scaled(lambda loop, rows: 1 / len(rows)),
        loops.scaled(lambda loop, rows: 1 / loop.task.batch_size),
    )


@sign(
    "The losses of a batch were added up. What makes a mean of their gradient?",
    "Which number does `sgd` get as its third argument? Or, if you step without it: by what does "
    "the formula in section 4 divide?",
    where=STEP,
)
def never_divides_by_batch_size(e: Evidence):
    """The step uses the gradient of a sum, and nothing divides it by the number of rows."""
    return goes_like(e, loops.scaled(lambda loop, rows: loop.divisor(rows)))


@sign(
    "Over how many rows were the losses added up before this step?",
    "Print the third argument of `sgd` and the number of rows in the batch.",
    where=STEP,
)
def divides_by_all_rows(e: Evidence):
    """The step of a batch is divided by the number of rows in the whole data set."""
    return goes_like(e, loops.scaled(lambda loop, rows: loop.divisor(rows) / len(loop.task.rows)))


@sign(
    "Call `train` with two different values of `batch_size`. What is different?",
    "Look for a number in your function that should be the argument `batch_size`.",
    where=STEP,
)
def divides_by_a_fixed_number(e: Evidence):
    """The step is divided by the same number whatever `batch_size` is."""
    return e.stage in MOVES and loops.fixed_divisor(e.facts.seen) is not None


@sign(
    "Where do `w` and `b` go from here: downhill, or up?",
    "The gradient points uphill. Which sign has it in the formula of section 4?",
    where=(statement(ast.AugAssign), STEP),
)
def steps_uphill(e: Evidence):
    """The steps go along the gradient, uphill, and not against it."""
    return goes_like(
        e,
        loops.scaled(lambda loop, rows: -1.0),
        loops.scaled(lambda loop, rows: -loop.divisor(rows)),
    )


@sign(
    "What is the derivative of the square of an error, and what tidies it up in section 3?",
    "Compare the loss in your loop with `squared_loss`: which factor is missing?",
    where=(operator(ast.Pow), BACKWARD),
)
def trains_on_unhalved_errors(e: Evidence):
    """The gradients are twice as large as they should be: those of squared errors without the
    half that `squared_loss` has."""
    return e.facts.no_half and goes_like(e, TWICE)


@sign(
    "Which of the two parameters has moved, and which has not?",
    "`sgd` changes the tensors in its list. Print this list.",
    where=STEP,
)
def updates_one_parameter_only(e: Evidence):
    """Only one of the two parameters is ever changed, `w` or `b`."""
    return goes_like(e, loops.updates_only(W), loops.updates_only(B))


EPOCHS = signs.EPOCHS


# --- Which batches they have ------------------------------------------------------------------


@functools.lru_cache(maxsize=1)
def dealt(e: Evidence) -> list[list[loops.Batches]]:
    """What was dealt in each epoch of the check's trainings with several batches, as far as they
    told their losses."""
    seen = [seen_in(call.given, call.found) for call in e.calls]
    return [followed(one) for one in seen if not one.task.one_batch]


def followed(one: Seen) -> list[loops.Batches]:
    """The deals that lead from one loss to the next."""
    for by_rows in (False, True):
        task = one.task
        found: list[loops.Batches] = []
        for loss in one.told:
            for deal in task.deals or ():
                loop = loops.Loop(task, [deal], by_rows)
                loop.epoch(deal)
                if near(loop.loss(loop.theta), loss):
                    found.append(deal)
                    task = dataclasses.replace(task, start=loop.theta)
                    break
        if len(found) == len(one.told):
            return found
    return []


@sign(
    "Are rows that share a batch in the first epoch to share one in the second as well?",
    "When are the batches made, and how often? `data_iter` shuffles anew whenever it is called.",
    where=DEAL,
)
def deals_the_batches_once(e: Evidence):
    """The batches are dealt once and come again in every epoch."""
    *_, (first, *others) = dealt(e)
    return e.stage == "one_deal" and len(others) > 1 and all(other == first for other in others)


@sign(
    "Call `train` twice and compare the orders of the rows. Should chance repeat itself?",
    "Look for `seed`: whoever sets it in a function gets the same random numbers at every call.",
    where=(calling("seed", "manual_seed"), DEAL),
)
def repeats_the_same_shuffles(e: Evidence):
    """Every call of `train` goes through the same batches in the same order, as if its random
    numbers began with a fixed seed."""
    (first,) = {deal for deal, *others in dealt(e)}
    stored = ((0, 1), (2, 3), (4,))
    return e.stage == "one_deal" and len(dealt(e)) > 1 and first != stored


# --- What comes back --------------------------------------------------------------------------


@sign(
    "What does the caller have already, and what does it not?",
    "`w` and `b` are changed in place, so that nobody has to hand them back. What else does the "
    "last line of the docstring ask for?",
    where=RETURN,
)
def returns_the_parameters(e: Evidence):
    """`w` and `b` come back, which the caller has already. Only the list of losses is wanted."""
    value = told(e)
    shapes = [item.shape for item in value if isinstance(item, Tensor)]
    return e.stage in ("type", "floats") and e.calls[-1].given[0].shape in shapes


@sign(
    "`squared_loss` gives one loss for each row. How many numbers do you want for an epoch?",
    "Print the shape of what you append. Which method of a tensor makes one number of all?",
    where=APPEND,
)
def reports_a_loss_for_every_row(e: Evidence):
    """The list holds the losses of single rows, many of them for an epoch, and not their mean."""
    n = len(e.calls[-1].given[2].array)
    return e.stage == "floats" and all(np.size(loops.numbers_in(item)) == n for item in told(e))


RESULTS = signs.RESULTS


@sign(
    "If there were twice as many rows, should the loss be twice as large?",
    "Print the loss for all rows and for half of them. Which method makes one number of the "
    "losses?",
    where=(APPEND, calling("sum")),
)
def reports_the_sum_of_the_losses(e: Evidence):
    """What is reported is the sum of the losses of all rows, and not their mean."""
    return tells_like(e, loops.times(lambda loop: len(loop.task.rows)))
