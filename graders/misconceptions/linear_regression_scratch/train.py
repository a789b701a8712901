"""What goes wrong in `train`: one step of `sgd` for each batch, one loss after each epoch."""

import ast
import contextlib
import dataclasses
import functools
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import (
    Pattern,
    assigning,
    attribute,
    calling,
    naming,
    operator,
    statement,
)
from graders.engine.returned import Called, Returned, Unanswered
from graders.engine.values import Opaque, Scalar, Tensor
from graders.misconceptions import _training as loops
from graders.misconceptions._training import B, Seen, Task, W, near

LOSSES = "returns_the_loss_of_every_epoch"
PARTS = ("data_iter", "linreg", "squared_loss", "sgd")
DEALT = 5  # rows at most for which every deal is tried

LOOP, RETURN = statement(ast.For, ast.While), statement(ast.Return)
BACKWARD, STEP, APPEND = calling("backward"), calling("sgd"), calling("append")
DEAL = calling("data_iter")


def sets_grad(node: ast.AST) -> bool:
    """`w.grad = …`"""
    targets = node.targets if isinstance(node, ast.Assign) else []
    inside = [part for target in targets for part in ast.walk(target)]
    return any(isinstance(part, ast.Attribute) and part.attr == "grad" for part in inside)


def unpacks(node: ast.AST) -> bool:
    """`for X, y in …`"""
    return isinstance(node, ast.For) and isinstance(node.target, ast.Tuple)


def calls_for(*names: str) -> Pattern:
    """`loss = loss(…)`, an assignment with a call behind it."""
    binds = assigning(*names)
    return lambda node: binds(node) and any(isinstance(n, ast.Call) for n in ast.walk(node))


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
    elif len(rows) <= DEALT:
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
class Facts:
    """What the probe has found out.

    Attributes:
        seen: Trainings of all kinds, in float64.
        again: Of these the first three: one batch, for 1, 2 and 3 epochs.
        swappable: One with a single feature and labels in a column: they can be exchanged.
        perfect: Where there is nothing left to learn.
        reached: Whether a gradient has reached the features; None if nobody asked.
        arrived: Whether one has reached the caller's own w.
        written: Whether w has been written into, whatever it holds in the end.
        unlisted: Whether `sgd` gets a tensor in the place of the list.
        steps: Whether `lr` is ever used.
        afresh: Whether w and b start anew, near zero.
        doubled: Which of the gradients come twice where a step is twice as long: "both", with
            what stood in `.grad` before, or "own".
        houses: What the notebook's own houses are used for: "training", "measuring" or "".
    """

    seen: list[Seen] = field(default_factory=list)
    again: list[Seen] = field(default_factory=list)
    swappable: Seen | None = None
    perfect: Seen | None = None
    reached: bool | None = None
    arrived: bool | None = None
    written: bool | None = None
    unlisted: bool = False
    steps: bool | None = None
    afresh: bool = False
    doubled: str = ""
    houses: str = ""


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
        facts.unlisted = first.error != "" and loops_over_tensors(train, draw)
        facts.steps = bool(ask(given, None, 1, 4).error)
        facts.houses = houses(train, draw, features, labels)
    if not first.error and not first.right:
        facts.afresh = starts_afresh(ask, draw)
        facts.doubled = what_is_doubled(ask, draw, given, first)
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
    """With a rate of 0 nothing moves: who has the loss of parameters near zero, or ends there, has
    not begun where it should."""
    for _ in range(2):
        (w, b, features, labels), _ = problem(draw, 4, 2)
        w.array, b.array, labels.array = 50 * w.array, 50 * b.array, 30 * labels.array
        one = ask([w, b, features, labels], 0.0, 1, 4)
        if loops.are_numbers(one.told) and one.told:
            near_zero = abs(np.sqrt(2 * one.told[0]) - np.sqrt(np.mean(one.task.t**2))) < 6
        else:
            near_zero = one.theta is not None and abs(one.theta).max() < 6
        if not near_zero:
            return False
    return True


def what_is_doubled(ask: Callable[..., Seen], draw, given: list, first: Seen) -> str:
    """A step twice as long: of the same gradient, or of one that is twice as large?"""
    double = loops.scaled(lambda loop, rows: 2.0)
    if not loops.agrees(first, double):
        return ""
    w, b, *data = given
    old = draw.away_from_zero("old", 3, dtype="float64").array
    before = [
        dataclasses.replace(w, grad=Tensor(old[:2, None])),
        dataclasses.replace(b, grad=Tensor(old[2:])),
    ]
    one = ask([*before, *data], first.task.lr, 1, 4)
    if one.theta is None:
        return ""
    own = loops.Loop(one.task, [], False).slope(one.task.rows)
    # Who clears before `backward` has not met the old one: what is left in `.grad` tells
    if near(one.theta, first.theta):
        left = {"both": own, "own": 2 * own}
        return next((way for way, gradient in left.items() if near(one.gradient, gradient)), "")
    used = {"both": 2 * (own + old), "own": 2 * own + old}
    moved = (one.task.start - one.theta) / (one.task.lr / 4)
    return next((way for way, gradient in used.items() if near(moved, gradient)), "")


def houses(train, draw, features, labels) -> str:
    """What the notebook's own houses are used for, in the place of those that are given."""
    try:
        given, _ = problem(draw, 5, 2, dtype="float32")
        lr, size = draw.uniform(0.1, 0.2), 5000
        done = train(*given, lr, 1, size)
        task = task_of([*given, lr, 1, size])
        theta = np.concatenate([p.f64.reshape(-1) for p in done.arguments[:2]])
        X, y = features.value().value, labels.value().value
        other = task_of([*given[:2], X, y, lr, 1, size])
    except Unanswered:
        return ""

    def close(got: Any, expected: Any) -> bool:  # float32
        return np.shape(got) == np.shape(expected) and np.allclose(got, expected, rtol=1e-3)

    if any(close(theta, loop.theta) for loop in loops.finished(other, loops.right)):
        return "training"
    told, own = done.value, loops.Loop(task, [], False).loss(theta)
    measured = loops.Loop(other, [], False).loss(theta)
    tells = loops.are_numbers(told) and close(told, [measured])
    return "measuring" if tells and not close(measured, own) else ""


@functools.lru_cache(maxsize=1)
def trainings(e: Evidence) -> list[Seen]:
    """What the probe has seen, and what the check has: of several deals the last only."""
    own = []
    calls = [call for call in e.calls if call.name == "train" and is_double(call)]
    for call in calls:
        one = seen_in(call.given, call.found)
        if call is calls[-1] or (one.task.deals and len(one.task.deals) < DEALT):
            own.append(one)
    return [*e.facts.seen, *own]


def is_double(call: Called) -> bool:
    """Whether it is one of the trainings in float64: the others are too long to be predicted."""
    return isinstance(call.given[0], Tensor) and call.given[0].dtype == "float64"


def of_losses(e: Evidence) -> bool:
    """Whether the check stopped at the losses."""
    return e.check == LOSSES or e.stage in ("count", "rises", "type")


def goes_like(
    e: Evidence,
    *programs: loops.Program,
    reports: Sequence[loops.Report] = (loops.after_each_epoch,),
) -> bool:
    """Whether the parameters go where one of these programs leads; and where the check stopped at
    the losses, whether these are right but for that, or as one of these reports says."""
    if e.stage not in ("values", "unchanged", "far", "diverges", "rises", "count"):
        return False
    return any(
        loops.explains(trainings(e), program, report)
        for program in programs
        for report in (reports if of_losses(e) else [None])
    )


# Where both are wrong, the steps and what is told of them, the losses belong to wrong steps
KNOWN = (
    loops.right,
    loops.never_clears,
    loops.clears_once_an_epoch,
    loops.once_an_epoch(lambda loop, batches: 1.0),
    loops.updates_only(W),
    loops.scaled(lambda loop, rows: 1 / len(rows)),
    loops.trains_for(lambda epochs: 1),
)


def tells_like(e: Evidence, *reports: loops.Report) -> bool:
    """Whether the losses are what one of these reports says."""
    if not of_losses(e) or e.stage not in ("values", "count", "rises", "type"):
        return False
    return loops.explains_losses(trainings(e), KNOWN, reports)


def told(e: Evidence) -> Any:
    """What the last call has returned, None if it has not come back."""
    done = e.calls[-1].returned
    return done.value if done else None


# --- Other contracts --------------------------------------------------------------------------


@sign(
    "When does the code of a function with `yield` run?",
    "Call `train` in a cell and look at `w`: has it moved? Collect the losses in a list, and "
    "return that.",
    where=statement(ast.Yield, ast.YieldFrom),
)
def yields_the_losses(e: Evidence):
    """A function with `yield` does nothing when it is called: it trains only while somebody loops
    over what it returned."""
    value = told(e)
    return isinstance(value, Opaque) and "generator" in value.type


@sign(
    "This course goes by the first edition of the book: compare your parameters with the stub's.",
    "Later editions put model, data and optimiser into objects. Here `train` gets plain tensors "
    "and numbers, and calls your four functions.",
    where=statement(ast.FunctionDef),
)
def later_edition(e: Evidence):
    """A `train`, or `fit`, that gets a model and its data is that of a later edition of the book:
    another contract, not a mistake. Here it gets `w`, `b`, the data and three numbers."""
    few = ("takes 2 positional", "takes 3 positional", "from 2 to 3 positional")
    return e.stage == "parameters" and any(words in e.error for words in few)


@sign(
    "What does the check call `train` with? Its message says it.",
    "Copy the first line of the stub from the notebook as you got it, and change the names in your "
    "code where they differ.",
    where=statement(ast.FunctionDef),
)
def has_other_parameters(e: Evidence):
    """The parameters of `train` are not those of the stub: `w` and `b`, the data, and three
    numbers."""
    return e.stage == "parameters"


@sign(
    "Which of your functions divides by the size of the batch, and how does it get to know it?",
    "Later editions take the mean in the loss, and their `sgd` has two parameters. Look at the "
    "stub of yours: it has three.",
    where=STEP,
)
def calls_sgd_without_batch_size(e: Evidence):
    """`sgd` is called without `batch_size`, as in later editions of the book. Here it gets three
    arguments, as it is `sgd` that makes the mean."""
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
    return any(f"NameError: name '{name}' is not defined" in e.error for name in ("net", "loss"))


@sign(
    "For which library was this code written?",
    "The book exists for several libraries. In PyTorch recording is always on, `.item()` gives the "
    "number in a tensor, and this notebook needs no helpers of the book.",
    where=(naming(*loops.FOREIGN), attribute(*loops.FOREIGN_METHODS)),
)
def is_written_for_another_library(e: Evidence):
    """That is code for another library, or with the book's own helpers, which this notebook does
    not have."""
    return loops.is_foreign(e.error)


# --- Calls that raise -------------------------------------------------------------------------


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
    "`backward()` follows the record of what has been calculated. Was anything recorded here?",
    "Print `.requires_grad` of the loss just before `backward()`. Look for a `no_grad`, and for "
    "`.detach()`, `.data` or `.item()` on the way from `w` and `b` to the loss.",
    where=(calling("no_grad", "inference_mode", "detach", "item"), BACKWARD),
)
def goes_backward_without_a_record(e: Evidence):
    """`backward()` is called on a number of which nothing has been recorded: no way leads from it
    back to `w` and `b`."""
    return "does not require grad and does not have a grad_fn" in e.error


@sign(
    "`backward()` follows a record. Which values carry one: tensors, or plain numbers?",
    "Print `type(...)` of what you call `backward()` on. At which line does the tensor become a "
    "number? That line belongs after `backward()`.",
    where=(calling("item", "tolist", "float"), BACKWARD),
)
def goes_backward_from_a_plain_number(e: Evidence):
    """`backward()` is called on a plain number of Python, which has no record any more."""
    return "'float' object has no attribute 'backward'" in e.error


@sign(
    "What is the difference between `x.mean` and `x.mean()`?",
    "Look at the line that the message names: which of the methods in it has no brackets?",
    where=BACKWARD,
)
def forgets_the_brackets_of_a_method(e: Evidence):
    """A method is named and not called: there are no brackets behind it."""
    kinds = ("builtin_function_or_method", "method", "function")
    return any(f"AttributeError: '{kind}' object has no attribute" in e.error for kind in kinds)


@sign(
    "NumPy knows nothing of gradients. What has to be left behind before a tensor goes there?",
    "The message of torch names the method that is missing. Or do without NumPy: a tensor of one "
    "element has a method that gives the number.",
    where=calling("numpy", "mean", "array", "asarray", "append"),
)
def hands_a_recorded_tensor_to_numpy(e: Evidence):
    """A tensor that autograd still records is turned into an array of NumPy."""
    return "Can't call numpy() on Tensor that requires grad" in e.error


@sign(
    "`squared_loss` gives one loss for each row. How many numbers do you want for an epoch?",
    "Print the shape of what you call `.item()` on. Which method of a tensor comes before it?",
    where=calling("item", "float"),
)
def takes_many_losses_for_one_number(e: Evidence):
    """The losses of all rows are to become one number of Python, without a mean."""
    words = ("cannot be converted to Scalar", "only one element tensors can be converted")
    return any(text in e.error for text in words)


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
    "A record serves for one `backward()`. For which batch was this loss calculated?",
    "Every batch needs predictions and a loss of its own, from `w` and `b` as they are now. Which "
    "line stands before the loop, or is there a second `backward()`?",
    where=BACKWARD,
)
def goes_backward_twice(e: Evidence):
    """`backward()` goes a second time through the same record, which it gave up the first time."""
    return "backward through the graph a second time" in e.error


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


@sign(
    "What is this name at the first batch, and what is it at the second?",
    "Print `type(...)` of it before the line that the message names. Give the result of the call "
    "a name of its own.",
    where=calls_for("loss", "net", *PARTS),
)
def overwrites_a_function_with_its_result(e: Evidence):
    """A name that stood for a function has been given a tensor, and then it is called again."""
    return "TypeError: 'Tensor' object is not callable" in e.error


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


@sign(
    "Which variable of your function holds the features that were passed in?",
    "The notebook has variables `features` and `labels` as well. Compare each name in your code "
    "with the parameters in its first line.",
    where=naming("features", "labels"),
)
def trains_on_the_notebooks_houses(e: Evidence):
    """The steps use the houses of this notebook, and not the `features` and `labels` that were
    passed in."""
    return e.facts.houses == "training"


@sign(
    "The loss is of which houses: yours, or those that were passed in?",
    "The notebook has variables `features` and `labels` as well. Compare each name in the "
    "evaluation with the parameters in the first line.",
    where=naming("features", "labels"),
)
def measures_on_the_notebooks_houses(e: Evidence):
    """The loss after an epoch is taken on the houses of this notebook, and not on those that were
    passed in."""
    return e.facts.houses == "measuring"


# --- w and b do not move ----------------------------------------------------------------------


def raises_for_want_of_a_gradient(e: Evidence, *kinds: str) -> bool:
    """Whether it raises already at its first step, as there is None in the place of a gradient."""
    error = e.facts.again[0].error
    return "NoneType" in error and "NoneType" in e.error and error.startswith(kinds)


def stands_still(e: Evidence) -> bool:
    """Whether w and b stay where they are, and the losses as well."""
    return e.stage in ("values", "unchanged", "far", "diverges") and all(
        one.unmoved and loops.agrees(one, loops.stays, loops.after_each_epoch)
        for one in e.facts.seen
    )


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


def falls(one: Seen) -> bool:
    """Whether the losses are those of right steps, whatever has become of w and b."""
    ways = loops.finished(one.task, loops.right)
    return any(loops.tells(one.told, loops.after_each_epoch(loop)) for loop in ways)


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
    return others and e.stage in ("unchanged", "far", "diverges", "values")


@sign(
    "Where should training begin: at any place, or where the caller's `w` and `b` are?",
    "The notebook makes `w` and `b` in a cell of its own. Does your function do it once more?",
    where=(calling("normal_", "normal", "zero_", "zeros", "randn"), assigning("w", "b")),
)
def starts_from_new_weights(e: Evidence):
    """Training begins with new values near zero, and not with the `w` and `b` that were passed
    in."""
    return e.facts.afresh and e.stage in ("values", "unchanged", "far", "diverges", "rises")


# --- Gradients that are not cleared -----------------------------------------------------------


@sign(
    "`backward()` adds to `.grad`. What is in it when the second batch begins?",
    "Print `w.grad` before each `backward()`: it should be None or zeros. Which line of yours "
    "sees to that?",
    where=(BACKWARD, STEP),
)
def never_clears_the_gradients(e: Evidence):
    """The gradients are never cleared, so that each step repeats those of all batches before."""
    return goes_like(e, loops.never_clears)


@sign(
    "How often does `.grad` have to be clean: once in an epoch, or for every batch?",
    "Print `w.grad` before each `backward()` of an epoch with three batches. In which loop does "
    "the line stand that clears it?",
    where=(calling("zero_"), sets_grad, BACKWARD),
)
def clears_the_gradients_once_an_epoch(e: Evidence):
    """The gradients are cleared once in an epoch. In between, each step repeats those of the
    batches before it."""
    return goes_like(e, loops.clears_once_an_epoch)


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
    "The loss after an epoch is only to look at. Does your code know that?",
    "Count the calls of `backward()`: there should be one for each batch, and none for the "
    "evaluation.",
    where=BACKWARD,
)
def goes_backward_from_the_evaluation(e: Evidence):
    """The loss of the evaluation goes backward as well, and its gradient is part of the next
    step."""
    return goes_like(
        e,
        loops.leaks(lambda loop, batches: loop.slope(loop.task.rows)),
        loops.leaks(lambda loop, batches: loop.slope(loop.task.rows) / len(loop.task.rows)),
    )


# --- Which steps an epoch takes ---------------------------------------------------------------


@sign(
    "How many steps should there be in an epoch with 5 rows and batches of 2? Print a line at "
    "each of yours.",
    "With which `w` and `b` is the gradient of the second batch taken? Look at the loop in which "
    "`backward` and `sgd` stand, and at whether there is a loop over the batches.",
    where=(STEP, BACKWARD),
)
def moves_once_an_epoch(e: Evidence):
    """`w` and `b` move only when the gradients of all rows of the epoch have been taken. The
    second batch should start from where the step of the first one has led."""
    return goes_like(
        e,
        loops.once_an_epoch(lambda loop, batches: 1.0),
        loops.once_an_epoch(lambda loop, batches: 1 / len(batches)),
        loops.whole_data(lambda loop, rows: loop.divisor(rows) / len(loop.task.rows), steps=False),
        loops.whole_data(
            lambda loop, rows: loop.divisor(rows) / loop.task.batch_size / len(loop.task.rows),
            steps=False,
        ),
    )


@sign(
    "How many steps should there be in an epoch with 5 rows and batches of 2? Print a line at "
    "each of yours.",
    "Look at how far the call of `sgd` is indented: to which of the loops does it belong?",
    where=STEP,
)
def steps_after_the_last_batch_only(e: Evidence):
    """There is one step in an epoch, after the last batch and with the gradient of this batch
    alone."""
    return goes_like(e, loops.steps_after_the_last)


@sign(
    "How many steps should there be in an epoch with 5 rows and batches of 2? Print a line at "
    "each of yours.",
    "Something ends the loop over the batches, or there is no such loop: look for `break`, "
    "`return` and `next`.",
    where=(statement(ast.Break), calling("next"), RETURN, DEAL),
)
def takes_one_batch_an_epoch(e: Evidence):
    """Only the first batch of an epoch makes a step; the others are left out."""
    return goes_like(e, loops.first_batches(1), loops.ends_after_the_first_batch)


@sign(
    "The last batch may be shorter than the others. Is it left out?",
    "Print the number of rows at every step, for 5 rows in batches of 2. Which condition keeps "
    "the last row away?",
    where=(statement(ast.If), DEAL),
)
def drops_the_short_batch(e: Evidence):
    """The last batch makes no step if it has fewer than `batch_size` rows."""
    return goes_like(e, loops.drops_the_short_batch)


@sign(
    "Does an epoch go through all of its batches? Print a line at each step.",
    "Something ends the loop over the batches before its end: look for `break`, and for a number "
    "that is compared with a counter.",
    where=(statement(ast.Break), calling("islice"), LOOP),
)
def leaves_the_epoch_early(e: Evidence):
    """Each epoch ends after its first few batches; the others make no step."""
    return goes_like(e, *map(loops.first_batches, range(2, 7)))


@sign(
    "The loop hands you a batch at every turn. What do you do with it?",
    "In the loop over the batches, which variables hold the rows of this batch? Compare them with "
    "what you give to `linreg`.",
    where=(calling("linreg"), BACKWARD),
)
def uses_all_data_in_every_step(e: Evidence):
    """Every step uses the loss of the whole data set, and not that of its batch."""
    return goes_like(
        e,
        loops.whole_data(lambda loop, rows: 1.0),
        loops.whole_data(lambda loop, rows: loop.divisor(rows) / len(loop.task.rows)),
        loops.whole_data(lambda loop, rows: 1 / len(loop.task.rows)),
    )


@sign(
    "A batch makes one step. How many does yours make?",
    "Print a line at every call of `sgd`, for 6 rows in batches of 3. `linreg` and `squared_loss` "
    "take a whole batch at once.",
    where=STEP,
)
def steps_after_every_row(e: Evidence):
    """There is a step after every single row, in the place of one for each batch."""
    return goes_like(
        e,
        by_size(1),
        by_size(1, lambda loop: loop.task.batch_size),
    )


@sign(
    "Call `train` with two different values of `batch_size`. What is different?",
    "Look for a number in your function that should be the argument `batch_size`.",
    where=(DEAL, STEP),
)
def asks_for_batches_of_a_fixed_size(e: Evidence):
    """The batches have always the same size, whatever `batch_size` is."""
    sizes = [size for size in range(2, 45) if size != 7]
    return goes_like(e, *map(by_size, sizes))


def by_size(size: int, factor: Callable[[loops.Loop], float] = lambda loop: 1.0) -> loops.Program:
    """Batches of another size, with steps that are longer by a factor."""

    def program(loop: loops.Loop) -> None:
        task = dataclasses.replace(loop.task, lr=loop.task.lr * factor(loop))
        loop.task = task
        loops.batches_of(size)(loop)

    return program


# --- How long a step is -----------------------------------------------------------------------


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
    if e.stage not in ("values", "far", "diverges"):
        return False
    return loops.fixed_divisor(trainings(e)) is not None


@sign(
    "Call `train` with two different values of `lr`. What is different?",
    "Look for a number in your function that should be the argument `lr`.",
    where=STEP,
)
def uses_a_fixed_rate(e: Evidence):
    """`lr` has no say: the steps are as long whatever you pass for it."""
    return e.stage in ("values", "far", "diverges") and loops.fixed_rate(trainings(e))


@sign(
    "Train for 1 epoch and for 2. How long are the steps of the second epoch?",
    "Print `lr` just before each call of `sgd`. It should be the same number throughout.",
    where=(assigning("lr"), STEP),
)
def changes_the_rate_on_the_way(e: Evidence):
    """The steps of an epoch are not as long as those of the epoch before: the learning rate
    changes on the way."""
    lengths = loops.lengths_by_epoch(e.facts.again)
    if lengths is None or e.stage not in ("values", "far", "diverges"):
        return False
    first, second, third = lengths
    task = e.facts.again[0].task
    same = near(second, first) or near(third, second)
    return near(first, task.lr / task.batch_size) and min(lengths) > 0 and not same


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
    "How many steps does one batch make? Print a line at every call of `sgd`.",
    "One `backward()`, one `sgd`, with all parameters in one list.",
    where=STEP,
)
def steps_twice_as_far(e: Evidence):
    """`w`, `b` or both move twice as far as the gradient of the batch says, as if its step were
    made twice."""
    if goes_like(e, twice(W), twice(B)):
        return True
    return e.facts.doubled == "both" and goes_like(e, loops.scaled(lambda loop, rows: 2.0))


def twice(part: slice) -> loops.Program:
    """A part of θ moves twice as far as the rest."""

    @loops.each_epoch
    def program(loop: loops.Loop, batches: loops.Batches) -> None:
        for rows in batches:
            loop.clear()
            loop.backward(rows)
            loop.step(rows, part=part)
            loop.step(rows)

    return program


@sign(
    "What is the derivative of the square of an error, and what tidies it up in section 3?",
    "Compare the loss in your loop with `squared_loss`: which factor is missing?",
    where=(operator(ast.Pow), BACKWARD),
)
def trains_on_unhalved_errors(e: Evidence):
    """The gradients are twice as large as they should be: those of squared errors without the
    half that `squared_loss` has."""
    return e.facts.doubled == "own" and goes_like(e, loops.scaled(lambda loop, rows: 2.0))


@sign(
    "Which of the two parameters has moved, and which has not?",
    "`sgd` changes the tensors in its list. Print this list.",
    where=STEP,
)
def updates_one_parameter_only(e: Evidence):
    """Only one of the two parameters is ever changed, `w` or `b`."""
    return goes_like(e, loops.updates_only(W), loops.updates_only(B))


@sign(
    "Both parameters step from the same place. From where does the second one step here?",
    "Take the gradients of both first, and then move both. How many calls of `backward()` does a "
    "batch have?",
    where=(BACKWARD, STEP),
)
def moves_w_and_b_one_after_the_other(e: Evidence):
    """One parameter moves first, and the gradient of the other one is taken afterwards, from a
    place that has changed."""
    return goes_like(e, loops.one_after_the_other(W, B), loops.one_after_the_other(B, W))


@sign(
    "What is the shape of a column (3, 1) minus a row (3,)?",
    "Print the shape of the errors in your loop, for 3 rows. `squared_loss` knows what to do.",
    where=BACKWARD,
)
def compares_all_predictions_with_all_labels(e: Evidence):
    """Where labels are flat, (n,), the steps use n times n errors: every prediction minus every
    label."""
    return goes_like(
        e,
        loops.compares_all_with_all(True),
        loops.compares_all_with_all(True, mean=True),
        reports=(loops.after_each_epoch, loops.all_with_all()),
    )


@sign(
    "Which of the two loops stands inside the other: that over the epochs, or that over the "
    "batches?",
    "In an epoch every batch comes once. Print the numbers of epoch and batch at each step.",
    where=LOOP,
)
def swaps_the_two_loops(e: Evidence):
    """Each batch makes all its steps, `num_epochs` of them, before the next one comes: the loop
    over the epochs stands inside that over the batches."""
    return goes_like(e, loops.swaps_the_loops)


# --- How many epochs there are ----------------------------------------------------------------


@sign(
    "An iterator can be used once. What is left of it for the second epoch?",
    "Print the number of steps in each epoch. Which line calls `data_iter`, and how often?",
    where=DEAL,
)
def uses_up_its_batches(e: Evidence):
    """The first epoch uses up all the batches, and the others find none: `data_iter` was called
    once for all of them."""
    seen = trainings(e)
    return loops.lasted(seen, lambda epochs: epochs) and goes_like(e, loops.uses_up_its_batches)


@sign(
    "How many epochs are there if you ask for three? Print a line at the beginning of each.",
    "A `return` ends the function at once. How far is yours indented, and how do you count the "
    "epochs?",
    where=(RETURN, statement(ast.Break), LOOP),
)
def trains_for_one_epoch_only(e: Evidence):
    """Training is over after the first epoch, whatever `num_epochs` is."""
    return loops.lasted(trainings(e), lambda epochs: 1) and goes_like(
        e, loops.trains_for(lambda epochs: 1)
    )


@sign(
    "How many turns does your loop make if you ask for three epochs?",
    "Write down which numbers `range(1, 3)` and `range(3)` give.",
    where=LOOP,
)
def trains_one_epoch_too_few(e: Evidence):
    """There is one epoch fewer than `num_epochs`."""
    fewer = loops.lasted(trainings(e), lambda epochs: epochs - 1)
    return fewer and goes_like(e, loops.trains_for(lambda epochs: epochs - 1))


@sign(
    "How many turns does your loop make if you ask for three epochs?",
    "Write down which numbers your `range(...)` gives, or how often your condition is true.",
    where=LOOP,
)
def trains_one_epoch_too_many(e: Evidence):
    """There is one epoch more than `num_epochs`."""
    more = loops.lasted(trainings(e), lambda epochs: epochs + 1)
    return more and goes_like(e, loops.trains_for(lambda epochs: epochs + 1))


@sign(
    "Call `train` for 1 epoch and for 2. What is different?",
    "Look for a number in your function that should be the argument `num_epochs`.",
    where=(assigning("num_epochs"), LOOP),
)
def ignores_num_epochs(e: Evidence):
    """The number of epochs is always the same, whatever `num_epochs` is."""
    seen = trainings(e)
    count = loops.fixed_epochs(seen)
    same = count > 0 and loops.lasted(seen, lambda epochs: count)
    return same and goes_like(e, loops.trains_for(lambda epochs: count))


@sign(
    "What should happen in an epoch in which the loss rises?",
    "Try a learning rate that is far too large: how many losses come back? Look for a condition "
    "with `break` or `return`.",
    where=(statement(ast.Break), statement(ast.If)),
)
def stops_when_the_loss_rises(e: Evidence):
    """Training ends before its time when the loss has not fallen. There should be `num_epochs`
    epochs in any case."""
    return goes_like(e, loops.stops_when_the_loss_rises)


@sign(
    "What should happen when there is nothing left to learn?",
    "Train from the true parameters on, without noise: how many losses come back? Look for a "
    "condition with `break` or `return`.",
    where=(statement(ast.Break), statement(ast.If)),
)
def stops_when_it_seems_good_enough(e: Evidence):
    """Training ends before its time when the loss is small, or hardly changes. There should be
    `num_epochs` epochs in any case."""
    one = e.facts.perfect
    early = loops.are_numbers(one.told) and 0 < len(one.told) < one.task.epochs
    others = all(loops.agrees(other, loops.right, loops.after_each_epoch) for other in e.facts.seen)
    return e.stage == "count" and early and others


# --- Which batches they have ------------------------------------------------------------------


@functools.lru_cache(maxsize=1)
def dealt(e: Evidence) -> list[tuple[loops.Batches, ...]]:
    """What was dealt in each of the check's trainings with several batches."""
    found = []
    for call in e.calls:
        one = seen_in(call.given, call.found)
        if not one.task.one_batch:
            ways = loops.finished(one.task, loops.right)
            found.append(next(tuple(way.dealt) for way in ways if near(one.theta, way.theta)))
    return found


@sign(
    "Are rows that share a batch in the first epoch to share one in the second as well?",
    "When are the batches made, and how often? `data_iter` shuffles anew whenever it is called.",
    where=DEAL,
)
def deals_the_batches_once(e: Evidence):
    """The batches are dealt once and come again in every epoch."""
    if e.stage != "one_deal":
        return False
    again = all(first == second for first, second in dealt(e))
    return again and len(set(dealt(e))) > 1


@sign(
    "In which order do the rows come? Print the first feature of each row in a batch.",
    "One of your four functions shuffles the rows. Does `train` get its batches from there?",
    where=(statement(ast.Slice), LOOP),
)
def takes_the_rows_as_they_are_stored(e: Evidence):
    """The batches are cut from the rows as they are stored, without a shuffle."""
    stored = ((0, 1), (2, 3), (4,))
    return e.stage == "one_deal" and set(dealt(e)) == {(stored, stored)}


@sign(
    "Call `train` twice and compare the orders of the rows. Should chance repeat itself?",
    "Look for `seed`: whoever sets it in a function gets the same random numbers at every call.",
    where=(calling("seed", "manual_seed"), DEAL),
)
def repeats_the_same_shuffles(e: Evidence):
    """Every call of `train` goes through the same batches in the same order, as if its random
    numbers began with a fixed seed."""
    return e.stage == "one_deal" and len(set(dealt(e))) == 1


# --- What comes back --------------------------------------------------------------------------


@sign(
    "The notebook plots the losses when training is over: what does it get from your function?",
    "To print the losses is not to hand them over. Is there a `return`, and what stands behind it?",
    where=(calling("print"), statement(ast.FunctionDef)),
)
def returns_nothing(e: Evidence):
    """No `return` hands the losses over."""
    return e.stage == "nothing"


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
    "A tensor of one element is not yet a number. How do you get the number out of it?",
    "Print `type(...)` of the first entry, and look up `.item()`.",
    where=(APPEND, calling("mean")),
)
def returns_tensors(e: Evidence):
    """The list holds tensors, one for each loss, and not plain numbers."""
    return e.stage == "floats" and all(
        isinstance(item, Tensor) and item.array.size == 1 for item in told(e)
    )


@sign(
    "`squared_loss` gives one loss for each row. How many numbers do you want for an epoch?",
    "Print the shape of what you append. Which method of a tensor makes one number of all?",
    where=APPEND,
)
def reports_a_loss_for_every_row(e: Evidence):
    """The list holds the losses of single rows, many of them for an epoch, and not their mean."""
    n = len(e.calls[-1].given[2].array)
    return e.stage == "floats" and all(np.size(loops.numbers_in(item)) == n for item in told(e))


@sign(
    "A number of NumPy is not yet one of Python. Which method of a tensor gives one?",
    "Print `type(...)` of the first entry, and look up `.item()`.",
    where=(APPEND, calling("numpy")),
)
def returns_numpy_numbers(e: Evidence):
    """The list holds numbers or arrays of NumPy, and not plain ones of Python."""
    return e.stage == "floats" and all(isinstance(item, (Scalar, np.ndarray)) for item in told(e))


@sign(
    "Who is to read the losses: a person, or the cell that plots them?",
    "Print `type(...)` of the first entry. Look for an f-string, `str` or `format`.",
    where=(APPEND, statement(ast.JoinedStr)),
)
def returns_text(e: Evidence):
    """The losses come back as text, and not as numbers."""
    return e.stage == "floats" and all(isinstance(item, str) for item in told(e))


@sign(
    "Which type does the docstring ask for, below `Returns`?",
    "Print `type(...)` of what you return. What you need is made with `[]`, and it grows with "
    "`append`.",
    where=(RETURN, calling("zeros", "tensor", "array", "stack")),
)
def returns_one_array(e: Evidence):
    """The losses come back in one array or tensor, and not in a list."""
    value = told(e)
    return (
        e.stage == "type"
        and isinstance(value, (np.ndarray, Tensor))
        and np.shape(loops.numbers_in(value)) == (e.calls[-1].given[5],)
    )


@sign(
    "What is a new loss put into, and what becomes of those before?",
    "Make the empty list before the loop over the epochs, and see that every epoch adds to it.",
    where=(RETURN, assigning()),
)
def returns_only_the_last_loss(e: Evidence):
    """Only the loss after the last epoch comes back; those of the epochs before are lost."""
    return tells_like(e, loops.last_only, loops.list_of_the_last)


@sign(
    "How many numbers does your list hold before training begins?",
    "Ask for 3 epochs and print the list. With which `w` and `b` was the first number taken?",
    where=(assigning(), APPEND),
)
def reports_the_start_as_well(e: Evidence):
    """The list begins with the loss from before training, one number too many."""
    return tells_like(e, loops.start_as_well)


@sign(
    "Is your list empty at the beginning of every call?",
    "Call `train` twice and print the length of the list. When is the list made: at each call, or "
    "once?",
    where=(statement(ast.FunctionDef), assigning()),
)
def keeps_the_losses_of_earlier_calls(e: Evidence):
    """The list goes on from call to call: it still holds the losses of earlier ones."""
    seen = e.facts.seen
    if e.stage != "count":
        return False
    for before, one in itertools.pairwise(seen):
        longer = len(before.told) + one.task.epochs == len(one.told)
        if not longer or not near(one.told[: len(before.told)], before.told):
            return False
    return True


@sign(
    "One loss an epoch: how often is the line run that appends?",
    "Ask for 2 epochs of 5 rows in batches of 2 and print the length of the list. To which loop "
    "does the line that appends belong?",
    where=APPEND,
)
def reports_a_loss_for_every_batch(e: Evidence):
    """There is a loss for every batch, and not one for every epoch."""
    return tells_like(
        e,
        *(way for weight in WEIGHTS for way in loops.for_each_batch(weight)),
        loops.whole_loss_for_each_batch,
    )


@sign(
    "After an epoch means: with which `w` and `b`?",
    "Compute the mean loss of all `features` in a new cell when training is over. Is it the last "
    "number of your list, or the one that should follow?",
    where=APPEND,
)
def measures_before_the_epoch(e: Evidence):
    """The loss of an epoch is taken before its steps, and not after them."""
    return tells_like(e, loops.before_the_epoch)


@sign(
    "Of how many rows does your loss tell?",
    "What does the variable hold that you append: the loss of the last batch, or of all rows? "
    "Only `features` and `labels` have them all.",
    where=APPEND,
)
def reports_the_last_batch(e: Evidence):
    """What is reported is the loss of the last batch of an epoch, and not that of all rows."""
    return tells_like(e, *(way for weight in WEIGHTS for way in loops.last_batch(weight)))


@sign(
    "With which `w` and `b` was the loss of the first batch taken, and with which that of the "
    "last?",
    "After the last batch take the loss once more, of all rows, with `w` and `b` as they are then.",
    where=(APPEND, statement(ast.AugAssign)),
)
def averages_during_the_epoch(e: Evidence):
    """The losses that come by during the epoch are averaged: each of them belongs to other `w`
    and `b`, and none to those at its end."""
    divisors: list[Callable[[loops.Loop, loops.Moment], float]] = [
        lambda loop, moment: len(loop.task.rows),
        lambda loop, moment: len(moment.passed),
        lambda loop, moment: 1.0,
    ]
    return tells_like(
        e,
        *(
            loops.during_the_epoch(which, weight, divisor)
            for which in (loops.BEFORE, loops.AFTER)
            for weight in WEIGHTS
            for divisor in divisors
        ),
    )


@sign(
    "If there were twice as many rows, should the loss be twice as large?",
    "Print the loss for all rows and for half of them. Which method makes one number of the "
    "losses?",
    where=(APPEND, calling("sum")),
)
def reports_the_sum_of_the_losses(e: Evidence):
    """What is reported is the sum of the losses of all rows, and not their mean."""
    return tells_like(e, loops.times(lambda loop: len(loop.task.rows)))


@sign(
    "The mean over all rows: how many are there?",
    "Print the number that you divide by, for 9 rows in batches of 2.",
    where=APPEND,
)
def divides_the_loss_by_another_number(e: Evidence):
    """The losses of all rows are added up, and divided by something else than the number of
    rows."""
    return tells_like(
        e,
        loops.times(lambda loop: len(loop.task.rows) / loop.task.batch_size),
        loops.times(lambda loop: 1 / len(loop.task.rows)),
        loops.times(lambda loop: 1 / loop.task.batch_size),
        loops.each(lambda loop, m: loop.loss(m.now) * len(loop.task.rows) / len(m.passed)),
    )


@sign(
    "Section 3 has a half in the loss. How often is it in yours?",
    "Take one row with an error of 3. Your loss should be 4.5.",
    where=(APPEND, operator(ast.Pow)),
)
def reports_another_half(e: Evidence):
    """The reported loss is twice or half of what it should be: the half in `squared_loss` counts
    once."""
    return tells_like(e, loops.times(lambda loop: 2.0), loops.times(lambda loop: 0.5))


@sign(
    "What is the shape of a column (3, 1) minus a row (3,)?",
    "Print the shape of the errors in the evaluation, for 3 rows. `squared_loss` knows what to do.",
    where=APPEND,
)
def measures_all_predictions_with_all_labels(e: Evidence):
    """Where labels are flat, (n,), the reported loss is a mean over n times n errors: every
    prediction minus every label."""
    return tells_like(e, loops.all_with_all())


@sign(
    "What does the total hold when the second epoch begins?",
    "Print the total at the beginning of every epoch. It should be zero.",
    where=(statement(ast.AugAssign), assigning()),
)
def never_resets_the_total(e: Evidence):
    """The total is not reset: the losses of earlier epochs are part of it."""
    total = loops.times(lambda loop: len(loop.task.rows))
    return tells_like(
        e,
        loops.cumulative(loops.after_each_epoch),
        loops.cumulative(loops.after_each_epoch, divided=True),
        loops.cumulative(total),
    )


@sign(
    "Do the losses differ from epoch to epoch, as the parameters do?",
    "When is each number of the list taken? Print it at once, at the end of its epoch.",
    where=(RETURN, APPEND),
)
def reports_the_last_loss_for_every_epoch(e: Evidence):
    """Every number in the list is the loss after the last epoch."""
    return tells_like(e, loops.last_again_and_again)


@sign(
    "How many digits does the loss have after 10 epochs?",
    "Round where numbers are printed, and keep them as they are in the list.",
    where=(calling("round", "int"), APPEND),
)
def rounds_the_losses(e: Evidence):
    """The losses have been rounded, and their last digits are lost."""
    if not of_losses(e) or e.stage not in ("values", "floats", "rises"):
        return False
    if e.stage == "floats":
        return all(type(item) is int for item in told(e))
    return all(
        any(
            near(one.theta, loop.theta)
            and loops.rounded(one.told, loops.after_each_epoch(loop)) is not None
            for loop in loops.finished(one.task, loops.right)
        )
        for one in e.facts.seen
    )


# --- What is left behind ----------------------------------------------------------------------


@sign(
    "Whoever calls `train` goes on with torch afterwards. Is everything as it was?",
    "Look for `set_grad_enabled`. A `with` block switches the recording on again when it ends.",
    where=calling("set_grad_enabled"),
)
def leaves_autograd_switched_off(e: Evidence):
    """The recording is switched off for the evaluation and not switched on again."""
    return e.stage == "grad_mode"


# What a learner may make of the loss of a batch: its mean, its sum, or its sum by `batch_size`
WEIGHTS: list[Callable[[loops.Loop, loops.Rows], float]] = [
    lambda loop, rows: 1.0,
    lambda loop, rows: len(rows),
    lambda loop, rows: len(rows) / loop.task.batch_size,
]
