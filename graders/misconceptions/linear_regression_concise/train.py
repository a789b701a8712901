"""What goes wrong in `train`: three calls for each batch, and a measurement after each epoch."""

import ast
import contextlib
import dataclasses
import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.engine.functions import Function, Object
from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import assigning, attribute, calling, naming, operator, statement
from graders.engine.returned import Unanswered
from graders.engine.values import Epoch, Named, Opaque, Tensor
from graders.misconceptions import _training as loops
from graders.misconceptions import _training_signs as signs
from graders.misconceptions._training import Seen, Task, near
from graders.misconceptions._training_signs import (
    APPEND,
    BACKWARD,
    CLEAR,
    LOOP,
    MEAN_OF_MEANS,
    RETURN,
    STEP,
    USES,
    goes_like,
    stands_still,
    tells_like,
    told,
)

HALF = loops.scaled(lambda loop, rows: 0.5)


# --- What is known of a submission ------------------------------------------------------------


@dataclass
class Facts(signs.Facts):
    """What the probe has found out.

    Attributes:
        frozen: Whether the parameters require no gradients when it is over.
        steps: How often the given optimiser steps for a batch; None if nobody asked.
        reached: Whether a gradient has reached the features.
        own_steps: Whether another optimiser than the given one makes the steps.
        loss: "own" where another loss goes backward, "swapped" where it gets the labels first.
        batch_size: The notebook's variable of this name, 0 if there is none.
    """

    frozen: bool = False
    steps: int | None = None
    reached: bool | None = None
    own_steps: bool = False
    loss: str = ""
    batch_size: int = 0


class Lab:
    """Makes trainings: batches, a linear net, and what it takes to train it."""

    def __init__(self, train, library, draw, device) -> None:
        self.train, self.library, self.draw, self.device = train, library, draw, device

    def task(
        self,
        sizes: Sequence[int],
        lr: float,
        epochs: int,
        *,
        column: bool = True,
        noise: float = 0.5,
        far: float = 1.0,
    ) -> Task:
        """Two features; a start on the other side of zero, or beside the truth if there is hardly
        any noise."""
        n = sum(sizes)
        truth = self.draw.away_from_zero("truth", 3).f64
        A = np.column_stack([self.draw.rng.standard_normal((n, 2)), np.ones(n)])
        t = A @ truth + noise * self.draw.rng.standard_normal(n)
        start = far * (self.draw.rng.uniform(-0.25, 0.25, 3) - truth)
        ends = [0, *itertools.accumulate(sizes)]
        batches = [tuple(range(*pair)) for pair in itertools.pairwise(ends)]
        return Task(
            start if noise >= 0.1 else truth + noise, A, t, lr, epochs, [batches], 0, not column
        )

    def batches(self, task: Task, dtype: str = "float64", **more: Any) -> Named:
        X, t = task.A[:, :2].astype(dtype), task.t.astype(dtype)
        y = t if task.flat else t[:, None]
        found = [
            (Tensor(X[list(rows)], name="X", **more), Tensor(y[list(rows)], name="y"))
            for rows in (task.deals or [[]])[0]
        ]
        return Named(found, "data")

    def net(self, task: Task, dtype: str = "float64") -> Object:
        """A linear layer with the parameters of the start."""
        net = self.library("torch.nn.Linear").make(2, 1, name="net")
        if dtype == "float64":
            net.method("double")()
        if self.device != "cpu":
            net.method("to")(self.device)
        start = task.start.astype(dtype)
        values = {"weight": Tensor(start[None, :2]), "bias": Tensor(start[2:])}
        net.method("load_state_dict")(values)
        return net

    def optimizer(self, net: Object, **options: Any) -> Object:
        params = net.method("parameters").make()
        return self.library("torch.optim.SGD").make(params, name="optimizer", **options)

    def ask(
        self,
        task: Task,
        *,
        net: Object | None = None,
        loss: str = "MSELoss",
        optimizer: Object | None = None,
    ) -> Seen:
        """Let the submission train, and look at what has become of the net."""
        net = net or self.net(task)
        optimizer = optimizer or self.optimizer(net, lr=task.lr)
        criterion = self.library(f"torch.nn.{loss}").make(name="loss")
        error, told = "", None
        data = self.batches(task)
        try:
            told = self.train(net, criterion, optimizer, data, task.epochs).value
        except Unanswered as unanswered:
            if unanswered.stage in ("time", "exit", "stub", "gone"):
                raise
            error = unanswered.error or unanswered.message
        after = parameters(net)
        self.frozen = not any(p.requires_grad for p in after)
        self.unmoved = near(vector(after), task.start)
        return Seen(task, None if error else vector(after), told, error)


def parameters(net: Object) -> list[Tensor]:
    (found,) = net.method("named_parameters").epochs(limit=10)
    assert isinstance(found.value, Epoch)
    return [item[1] for item in found.value.items]


def vector(tensors: Sequence[Tensor]) -> np.ndarray:
    return np.concatenate([tensor.f64.reshape(-1) for tensor in tensors])


def probe(train, library, draw, device, net, features, labels, batch_size):
    """Small trainings: one batch or several, labels of both forms, a rate that is too large. What
    they have done decides what else is asked."""
    lab, facts = Lab(train, library, draw, device), Facts(batch_size=number_in(batch_size))
    single = lab.task([4], draw.uniform(0.05, 0.1), 1)
    first = lab.ask(single)
    facts.again = facts.seen = [first]
    if first.error:
        facts.unmoved, facts.takes_a_model = lab.unmoved, signs.takes_a_model(train)
        facts.notebook = what_of_the_notebook(lab, net, features, labels)
        facts.frozen = lab.frozen
        return facts
    facts.again = [first, *(lab.ask(dataclasses.replace(single, epochs=k)) for k in (2, 3))]
    facts.seen = [*facts.again, lab.ask(lab.task([3, 2, 1], draw.uniform(0.02, 0.1), 2))]
    if all(one.unmoved for one in facts.seen):
        facts.notebook = what_of_the_notebook(lab, net, features, labels)
        follow_a_step(lab, facts)
        facts.afresh = starts_afresh(lab)
        return facts
    facts.seen += [
        lab.ask(lab.task([3, 5], draw.uniform(0.02, 0.1), 3, column=False)),
        lab.ask(lab.task([4, 4], draw.uniform(1.5, 2.5), 4)),
    ]
    facts.frozen = lab.frozen
    if all(loops.agrees(one, loops.right, loops.after_each_epoch) for one in facts.seen):
        facts.perfect = lab.ask(lab.task([5, 4], 0.05, 4, noise=1e-6))
        with contextlib.suppress(Unanswered):
            facts.own_steps = makes_steps_of_its_own(lab)
            facts.loss = which_loss(lab)
    elif loops.explains(facts.seen, HALF):
        facts.loss = which_loss(lab)
    elif not first.right:
        facts.afresh = starts_afresh(lab)
    return facts


def number_in(variable: Function) -> int:
    """The value of a variable of the notebook, 0 if there is none."""
    with contextlib.suppress(Unanswered):
        value = variable.value().value
        if type(value) is int and value > 0:
            return value
    return 0


def follow_a_step(lab: Lab, facts: Facts) -> None:
    """Nothing has moved: does a gradient arrive, is there a step?"""
    task = lab.task([4], 0.1, 1)
    net = lab.net(task)
    data = lab.batches(task, requires_grad=True)
    loss, optimizer = lab.library("torch.nn.MSELoss").make(name="loss"), lab.optimizer(net, lr=0.1)
    done = lab.train(net, loss, optimizer, data, 1)
    ((X, _),) = done.arguments[3]
    facts.reached = X.grad is not None
    facts.steps = steps_of_the_optimizer(lab)


def steps_of_the_optimizer(lab: Lab) -> int:
    """How often an optimiser that only counts is asked to step, in a training with one batch."""
    optimizer = lab.library("unittest.mock.MagicMock").make(name="optimizer")
    lab.ask(lab.task([4], 0.1, 1), optimizer=optimizer)
    return optimizer.method("step").itself().method("call_count").value().value


def starts_afresh(lab: Lab) -> bool:
    def ask() -> Seen:
        task = lab.task([4], 0.0, 1, far=50)
        task.t = 30 * task.t
        return lab.ask(task)

    return loops.starts_afresh(ask)


def what_of_the_notebook(lab: Lab, net, features, labels) -> str:
    """What of the notebook is used in the place of what is given. Its parts have float32."""
    task = lab.task([4], 0.05, 1)
    try:
        its = vector(parameters(net.itself()))
        X, y = features.value().value, labels.value().value
        own = lab.net(task, "float32")
        loss = lab.library("torch.nn.MSELoss").make(name="loss")
        data = lab.batches(task, "float32")
        told = lab.train(own, loss, lab.optimizer(own, lr=0.05), data, 1).value
    except Unanswered:
        return ""
    if not loops.are_numbers(told) or len(told) != 1:
        return ""
    after = vector(parameters(own))

    def is_loss(theta: np.ndarray, A: np.ndarray, t: np.ndarray) -> bool:
        return bool(np.isclose(told[0], np.mean((A @ theta - t) ** 2), rtol=1e-4))

    if is_loss(after, task.A, task.t):
        return ""
    if is_loss(its, task.A, task.t):
        return "net"
    A = np.column_stack([X.f64, np.ones(len(X.array))])
    return "houses" if is_loss(after, A, y.f64) else ""


def makes_steps_of_its_own(lab: Lab) -> bool:
    """Whether the momentum of the given optimiser, or a rate for the bias alone, has no say."""
    for options in ({"momentum": 0.5}, {}):
        task = lab.task([4, 3], lab.draw.uniform(0.02, 0.1), 2)
        net = lab.net(task)
        optimizer = lab.optimizer(net, lr=task.lr, **options)
        if not options:
            weight, bias = (net.method(name).itself().kept for name in ("weight", "bias"))
            groups = [{"params": [weight]}, {"params": [bias], "lr": 3 * task.lr}]
            make = lab.library("torch.optim.SGD").make
            optimizer = make(groups, name="optimizer", lr=task.lr)
        if loops.agrees(lab.ask(task, net=net, optimizer=optimizer), loops.right):
            return True
    return False


def which_loss(lab: Lab) -> str:
    """The mean of exp(ŷ) - yŷ tells predictions from labels, and is not the mean of squares."""
    task = lab.task([5, 4], lab.draw.uniform(0.001, 0.002), 2)
    one = lab.ask(task, loss="PoissonNLLLoss")
    slopes: list[tuple[str, Callable[[np.ndarray, np.ndarray], np.ndarray]]] = [
        ("swapped", lambda y_hat, y: -y),
        ("own", lambda y_hat, y: 2 * (y_hat - y)),
        ("own", lambda y_hat, y: y_hat - y),
    ]
    return next((name for name, slope in slopes if near(one.theta, descend(task, slope))), "")


def descend(task: Task, slope: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> np.ndarray:
    """Where steps lead, by the derivative of the loss of one example with respect to ŷ."""
    theta = task.start
    for rows in list((task.deals or [[]])[0]) * task.epochs:
        A, t = task.A[list(rows)], task.t[list(rows)]
        theta = theta - task.lr * slope(A @ theta, t) @ A / len(rows)
    return theta


# --- Calls that raise -------------------------------------------------------------------------

CONTRACTS = signs.CONTRACTS

# What a list might be asked for by code that expects a loader
OF_A_LOADER = (
    *("dataset", "batch_size", "sampler", "batch_sampler", "drop_last", "num_workers"),
    *("collate_fn", "generator", "shuffle"),
)


@sign(
    "Which class is `data` of, in the check and in the docstring?",
    "The docstring allows two forms of `data`. Which attribute do you ask for that only one of "
    "them has? What you need can be counted in the loop.",
    where=attribute(*OF_A_LOADER),
)
def needs_a_data_loader(e: Evidence):
    """`data` may be a list of batches, and a list has no such attribute."""
    asked = re.match(r"AttributeError: 'list' object has no attribute '(\w+)'", e.error)
    return asked is not None and asked[1] in OF_A_LOADER


@sign(
    "Of which class is `loss`, in the check and in the docstring?",
    "A layer such as `nn.MSELoss()` has attributes and methods that a plain function lacks. What "
    "do you ask of it but the loss of a batch?",
    where=(attribute("forward", "reduction", "train", "eval", "to"), naming("loss")),
)
def takes_the_loss_for_a_module(e: Evidence):
    """`loss` may be any function of `(y_hat, y)`, and a plain function has no such attribute."""
    asked = "AttributeError: 'function' object has no attribute" in e.error
    return asked and not any(one.error for one in e.facts.seen)  # these had an nn.MSELoss


@sign(
    "Can the caller train on with this network?",
    "Print `requires_grad` of a weight before and after. There is another way to measure without "
    "recording, and it ends by itself.",
    where=(calling("requires_grad_"), attribute("requires_grad")),
)
def leaves_the_network_frozen(e: Evidence):
    """The parameters require no gradients any more when `train` is over."""
    return e.facts.frozen and (e.stage == "graph" or "does not require grad" in e.error)


RAISE = signs.RAISE


# --- Steps ------------------------------------------------------------------------------------


@sign(
    "Which of your names is the network that was passed in?",
    "The notebook has a variable `net` as well. Compare each name in your code with the parameters "
    "in its first line.",
    where=naming("net"),
)
def uses_the_notebooks_network(e: Evidence):
    """The network that makes the predictions is the notebook's own `net`, and not the one that was
    passed in."""
    return e.facts.notebook == "net"


@sign(
    "The three calls talk to each other through `.grad`. What is in it when `step()` comes?",
    "Print the `.grad` of the weight after each of the three calls, as in the slow motion of "
    "section 6.",
    where=CLEAR,
)
def clears_the_gradients_before_the_step(e: Evidence):
    """The gradients are cleared after `backward()` and before `step()`, so that the step finds
    nothing to go by."""
    return stands_still(e) and e.facts.reached is True and e.facts.steps == 1


@sign(
    "`step()` reads `.grad`. Which of your lines fills it?",
    "Print the `.grad` of the weight just before `step()`. Then compare your calls with the table "
    "in section 6.",
    where=(STEP, LOOP),
)
def never_goes_backward(e: Evidence):
    """`backward()` is never called, so that no gradient reaches the parameters."""
    return stands_still(e) and e.facts.reached is False and e.facts.steps == 1


@sign(
    "Which of the three calls changes the parameters?",
    "Compare your calls with the table in section 6. A call has brackets, and it belongs to the "
    "optimiser that was passed in.",
    where=(naming("optimizer"), BACKWARD),
)
def never_steps(e: Evidence):
    """The optimiser that was passed in never makes a step, so that nothing moves."""
    return stands_still(e) and e.facts.steps == 0


@sign(
    "Three calls make a step. In which order do they need each other?",
    "The table in section 6 says what each call reads and changes. For the first batch: what does "
    "`step()` find in `.grad` when it comes before `backward()`?",
    where=STEP,
)
def steps_before_backward(e: Evidence):
    """`step()` comes before `backward()`, so that each step uses the gradient of the batch
    before."""
    return goes_like(e, *map(loops.steps_before_backward, ("before", "after")))


STEPS = signs.STEPS


@sign(
    "Who makes a mean of the losses of a batch: the loss that you are given, or you?",
    "Print the loss of a batch and what you send backward. The table in section 5 says where each "
    "of the two notebooks divides, and that each does so once.",
    where=(BACKWARD, operator(ast.Div)),
)
def divides_by_the_rows_again(e: Evidence):
    """The loss is a mean already, and it is divided by the number of rows once more."""
    size = e.facts.batch_size or np.inf
    return goes_like(
        e,
        loops.scaled(lambda loop, rows: 1 / len(rows)),
        loops.scaled(lambda loop, rows: 1 / size),
    )


@sign(
    "Is it a sum or a mean that should go backward here?",
    "Print the loss of a batch and what you send backward, for a batch of one row and for one of "
    "ten. Only the measurement has weights.",
    where=(BACKWARD, operator(ast.Mult)),
)
def multiplies_by_the_rows(e: Evidence):
    """The mean is multiplied by the number of rows before it goes backward, which makes a sum of
    it, and steps that are as many times too long."""
    return goes_like(e, loops.scaled(lambda loop, rows: float(len(rows))))


EPOCHS = signs.EPOCHS


# --- What it is given -------------------------------------------------------------------------


def about_the_parts(e: Evidence) -> bool:
    return e.check in (USES, "trains_in_place") and e.stage in ("values", "unchanged")


@sign(
    "Who decides how a step is made: your function, or its caller?",
    "Search your function for an optimiser that it makes itself, or for a step that it makes by "
    "hand. The given one may have momentum, or a rate for each parameter.",
    where=(calling("SGD", "Adam"), naming("optimizer"), statement(ast.AugAssign)),
)
def steps_without_the_given_optimizer(e: Evidence):
    """Plain steps are made in the place of those of the optimiser that was passed in: its
    momentum, or its rates for single parameters, have no say."""
    return about_the_parts(e) and e.facts.own_steps


@sign(
    "Who decides which loss goes backward: your function, or its caller?",
    "Search your function for a loss that it makes itself, and for a square.",
    where=(calling("MSELoss", "mse_loss"), operator(ast.Pow), assigning("loss")),
)
def trains_with_a_loss_of_its_own(e: Evidence):
    """The steps follow squared errors, or half of them, whatever loss was passed in."""
    return e.facts.loss == "own" and (about_the_parts(e) or goes_like(e, HALF))


@sign(
    "For squares the order does not matter. Does it for every loss?",
    "Section 5 says in which order a loss gets its two arguments.",
    where=calling("loss"),
)
def gives_the_loss_its_arguments_in_the_wrong_order(e: Evidence):
    """The loss gets the labels first and the predictions second."""
    return about_the_parts(e) and e.facts.loss == "swapped"


# --- What comes back --------------------------------------------------------------------------


@sign(
    "What does the caller have already, and what does it not?",
    "The network is trained in place, so that nobody has to hand it back. What does the docstring "
    "ask for, below `Returns`?",
    where=RETURN,
)
def returns_the_network(e: Evidence):
    """The network comes back, which the caller has already. Only the list of losses is wanted."""
    value = told(e)
    parts = value if isinstance(value, (list, tuple)) else [value]
    return e.stage in ("type", "floats") and any(
        isinstance(part, Opaque) and part.type == "Linear" for part in parts
    )


RESULTS = signs.RESULTS


@sign(
    "Batches of 4 rows and of 1 row: how much does the loss of each count in the mean over all?",
    "Section 7 has the formula. Which factor does each loss have there, and what are these factors "
    "divided by?",
    where=APPEND,
)
def counts_all_batches_alike(e: Evidence):
    """All batches count alike in the mean, also one with fewer rows than the others."""
    return tells_like(e, MEAN_OF_MEANS)


@sign(
    "How many rows has the last batch?",
    "Print the factor that you multiply each loss with, for batches of 3, 2 and 1 rows.",
    where=(assigning("batch_size", "n", "m"), APPEND),
)
def weighs_all_batches_by_one_number(e: Evidence):
    """Each loss is multiplied by the same number, that of the rows in one of the batches or the
    notebook's `batch_size`, also where its own batch has fewer or more."""
    size = e.facts.batch_size
    ways: list[Callable[[loops.Loop, loops.Rows], float]] = [
        lambda loop, rows: len(loop.dealt[0][0]),
        lambda loop, rows: len(loop.dealt[0][-1]),
        lambda loop, rows: size,
    ]
    return tells_like(
        e, *(loops.by_batches(way, lambda loop, moment: len(loop.task.rows)) for way in ways)
    )


@sign(
    "The mean over all rows: how many are there?",
    "Section 7 has the formula. Print each of the factors in your sum, and the number that you "
    "divide by, for batches of 3, 2 and 1 rows.",
    where=(APPEND, statement(ast.AugAssign)),
)
def divides_the_total_by_another_number(e: Evidence):
    """The losses of the batches are added up, and divided by nothing, or by a number that does not
    go with their weights: by the batches where rows are counted, or by the rows where batches
    are."""
    ways: list[tuple[Callable, Callable]] = [
        (lambda loop, rows: 1.0, lambda loop, moment: 1.0),
        (lambda loop, rows: len(rows), lambda loop, moment: 1.0),
        (lambda loop, rows: len(rows), lambda loop, moment: len(moment.passed)),
        (lambda loop, rows: 1.0, lambda loop, moment: len(loop.task.rows)),
    ]
    return tells_like(e, *itertools.starmap(loops.by_batches, ways))
