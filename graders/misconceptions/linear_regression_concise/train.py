"""What goes wrong in `train`: three calls for each batch, and a measurement after each epoch."""

import ast
import contextlib
import dataclasses
import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graders.engine.functions import Function, Object
from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import assigning, attribute, calling, naming, operator, statement
from graders.engine.returned import Unanswered
from graders.engine.values import Epoch, Named, Opaque, Scalar, Tensor
from graders.misconceptions import _training as loops
from graders.misconceptions._training import Seen, Task, near

RETURNS = "returns_the_loss_of_every_epoch"
USES = "uses_what_it_is_given"
IN_PLACE = "trains_in_place"
FLAT = "treats_labels_as_a_column"

LOOP, RETURN = statement(ast.For, ast.While), statement(ast.Return)
BACKWARD, STEP, CLEAR = calling("backward"), calling("step"), calling("zero_grad")
APPEND, COLUMN = calling("append"), calling("reshape", "view", "unsqueeze", "squeeze", "flatten")


HALF, DOUBLE = loops.scaled(lambda loop, rows: 0.5), loops.scaled(lambda loop, rows: 2.0)
FORMS = (None, True, False)  # with which labels something happens: with all, flat, or a column


# --- What is known of a submission ------------------------------------------------------------


@dataclass
class Facts:
    """What the probe has found out.

    Attributes:
        seen: Trainings with the mean squared error and plain steps.
        again: Of these the first three: one batch, for 1, 2 and 3 epochs.
        perfect: One in which there is hardly anything left to learn.
        frozen: Whether the parameters require no gradients when it is over.
        shapes: Which shapes meet in the loss where they differ, for flat labels and for a column.
        afresh: Whether the parameters start anew, near zero.
        steps: How often the given optimiser steps for a batch; None if nobody asked.
        reached: Whether a gradient has reached the features.
        written: Whether the weight has been written into, whatever it holds in the end.
        optimizer: "own" where another optimiser than the given one makes the steps.
        loss: "own" where another loss goes backward, "reported" where another one is reported,
            "swapped" where it gets the labels first.
        by_hand: Whether the predictions are made without the network.
        kept: Whether the batches of the first epoch come again.
        notebook: What of the notebook is used: "net", "houses" or "".
        batch_size: The notebook's variable of this name, 0 if there is none.
        numbered: Whether `step` gets an argument.
    """

    seen: list[Seen] = field(default_factory=list)
    again: list[Seen] = field(default_factory=list)
    perfect: Seen | None = None
    frozen: bool = False
    shapes: dict[str, list[tuple[int, ...]]] = field(default_factory=dict)
    afresh: bool = False
    steps: int | None = None
    reached: bool | None = None
    written: bool | None = None
    optimizer: str = ""
    loss: str = ""
    by_hand: bool = False
    kept: bool = False
    notebook: str = ""
    batch_size: int = 0
    numbered: bool = False


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

    def batches(self, task: Task, dtype: str = "float64", **more: Any) -> list:
        t = task.t if task.flat else task.t[:, None]
        found = []
        for rows in (task.deals or [[]])[0]:
            X = Tensor(task.A[list(rows), :2].astype(dtype), name="X", **more)
            found.append((X, Tensor(t[list(rows)].astype(dtype), name="y")))
        return found

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

    def behind(self, net: Object, layer: str) -> Object:
        """The net, with another layer behind it."""
        last = self.library(f"torch.nn.{layer}").make()
        return self.library("torch.nn.Sequential").make(net, last, name="net")

    def optimizer(self, net: Object, params: Any = None, **options: Any) -> Object:
        if params is None:
            params = net.method("parameters").make()
        return self.library("torch.optim.SGD").make(params, name="optimizer", **options)

    def ask(
        self,
        task: Task,
        *,
        net: Object | None = None,
        whole: Object | None = None,
        loss: str = "MSELoss",
        optimizer: Object | None = None,
        data: Any = None,
    ) -> Seen:
        """Let the submission train, and look at what has become of the net."""
        net = net or self.net(task)
        optimizer = optimizer or self.optimizer(net, lr=task.lr)
        data = Named(self.batches(task), "data") if data is None else data
        criterion = self.library(f"torch.nn.{loss}").make(name="loss")
        error, told = "", None
        try:
            told = self.train(whole or net, criterion, optimizer, data, task.epochs).value
        except Unanswered as unanswered:
            if unanswered.stage in ("time", "exit", "stub", "gone"):
                raise
            error = unanswered.error or unanswered.message
        after = parameters(net)
        theta = np.concatenate([p.f64.reshape(-1) for p in after])
        left = [p.grad.f64.reshape(-1) for p in after if p.grad]
        gradient = np.concatenate(left) if len(left) == len(after) else None
        seen = Seen(task, None if error else theta, told, error, gradient)
        self.frozen = not any(p.requires_grad for p in after)
        return seen


def parameters(net: Object) -> list[Tensor]:
    (found,) = net.method("named_parameters").epochs(limit=10)
    assert isinstance(found.value, Epoch)
    return [item[1] for item in found.value.items]


def probe(train, library, draw, device, net, features, labels, batch_size):
    """Small trainings: one batch or several, labels of both forms, a rate that is too large. What
    they have done decides what else is asked."""
    lab, facts = Lab(train, library, draw, device), Facts(batch_size=number_in(batch_size))
    single = lab.task([4], draw.uniform(0.05, 0.1), 1)
    first = lab.ask(single)
    facts.again = facts.seen = [first]
    if first.error:
        facts.notebook = what_of_the_notebook(lab, net, features, labels)
        facts.frozen = lab.frozen
        if "object is not callable" in first.error:
            watch_the_optimizer(lab, facts)
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
        try_other_things(lab, facts)
    elif loops.explains(facts.seen, HALF):
        facts.loss = which_loss(lab)
    elif loops.explains(facts.seen, DOUBLE):
        watch_the_optimizer(lab, facts)
    elif any(loops.explains(facts.seen, loops.compares_all_with_all(flat)) for flat in FORMS):
        facts.shapes = {name: shapes(lab, name == "column") for name in ("flat", "column")}
    elif not first.right:
        facts.afresh = starts_afresh(lab)
    return facts


def number_in(variable: Function) -> int:
    """The value of a variable of the notebook, 0 if there is none."""
    try:
        value = variable.value().value
    except Unanswered:
        return 0
    return value if type(value) is int and value > 0 else 0


def loader(lab: Lab, task: Task, batch_size: int, shuffle: bool = False) -> Object:
    """The examples of a task in a DataLoader."""
    t = task.t if task.flat else task.t[:, None]
    X, y = Tensor(task.A[:, :2], name="X"), Tensor(t, name="y")
    dataset = lab.library("torch.utils.data.TensorDataset").make(X, y)
    make = lab.library("torch.utils.data.DataLoader").make
    return make(dataset, batch_size=batch_size, shuffle=shuffle, name="data")


def follow_a_step(lab: Lab, facts: Facts) -> None:
    """Nothing has moved: does a gradient arrive, is there a step, is the weight written into?"""
    task = lab.task([4], 0.1, 1)
    given = lab.batches(task, requires_grad=True)
    net = lab.net(task)
    weight = net.method("weight").itself()
    before = weight.method("_version").value().value
    data = Named(given, "data")
    loss, optimizer = lab.library("torch.nn.MSELoss").make(name="loss"), lab.optimizer(net, lr=0.1)
    done = lab.train(net, loss, optimizer, data, 1)
    ((X, _),) = done.arguments[3]
    facts.reached = X.grad is not None
    facts.written = weight.method("_version").value().value != before
    watch_the_optimizer(lab, facts)


def watch_the_optimizer(lab: Lab, facts: Facts) -> None:
    """One batch, with a thing for an optimiser that lets everything happen and notes it down."""
    optimizer = lab.library("unittest.mock.MagicMock").make(name="optimizer")
    lab.ask(lab.task([4], 0.1, 1), optimizer=optimizer)
    step = optimizer.method("step").itself()
    facts.steps = step.method("call_count").value().value
    try:
        step.method("assert_called_with")()
    except Unanswered:
        facts.numbered = bool(facts.steps)


def starts_afresh(lab: Lab) -> bool:
    """With a rate of 0 nothing moves: who has the loss of parameters near zero, or ends there, has
    not begun where it should."""
    for _ in range(2):
        task = lab.task([4], 0.0, 1, far=50)
        task.t = 30 * task.t
        one = lab.ask(task)
        if loops.are_numbers(one.told) and one.told:
            near_zero = abs(np.sqrt(one.told[0]) - np.sqrt(np.mean(task.t**2))) < 6
        else:
            near_zero = one.theta is not None and abs(one.theta).max() < 6
        if not near_zero:
            return False
    return True


def shapes(lab: Lab, column: bool) -> list[tuple[int, ...]]:
    """The shapes that meet in the loss, if they differ: this one does not broadcast and says it."""
    task = lab.task([4], 0.1, 1, column=column)
    task.t = 1 / (1 + np.exp(-task.t))
    net = lab.net(task)
    one = lab.ask(task, net=net, whole=lab.behind(net, "Sigmoid"), loss="BCELoss")
    found = re.findall(r"size \(torch\.Size\(\[([\d, ]*)\]\)\)", one.error)
    return [tuple(map(int, numbers.split(","))) for numbers in found]


def what_of_the_notebook(lab: Lab, net, features, labels) -> str:
    """What of the notebook is used in the place of what is given. Its parts have float32."""
    task = lab.task([4], 0.05, 1)
    try:
        values = parameters(net.itself())
        X, y = features.value().value, labels.value().value
        own = lab.net(task, "float32")
        loss = lab.library("torch.nn.MSELoss").make(name="loss")
        data = Named(lab.batches(task, "float32"), "data")
        told = lab.train(own, loss, lab.optimizer(own, lr=0.05), data, 1).value
        after = np.concatenate([p.f64.reshape(-1) for p in parameters(own)])
    except Unanswered:
        return ""
    if not loops.are_numbers(told) or len(told) != 1:
        return ""

    def is_loss(theta: np.ndarray, A: np.ndarray, t: np.ndarray) -> bool:
        return bool(np.isclose(told, np.mean((A @ theta - t) ** 2), rtol=1e-4))

    if is_loss(after, task.A, task.t):
        return ""
    its = np.concatenate([p.f64.reshape(-1) for p in values])
    if is_loss(its, task.A, task.t):
        return "net"
    A = np.column_stack([X.f64, np.ones(len(X.array))])
    return "houses" if is_loss(after, A, y.f64) else ""


# --- Other nets, losses, optimisers and data --------------------------------------------------


def try_other_things(lab: Lab, facts: Facts) -> None:
    """Steps are right: are they those of the given optimiser, loss, net and data?"""
    with contextlib.suppress(Unanswered):
        facts.optimizer = which_optimizer(lab)
        facts.loss = which_loss(lab)
        facts.by_hand = predicts_by_hand(lab)
        facts.kept = all(keeps_its_batches(lab) for _ in range(2))


def which_optimizer(lab: Lab) -> str:
    """Momentum, then two rates: who steps with an optimiser of its own knows neither."""
    task = lab.task([4, 3], lab.draw.uniform(0.02, 0.1), 2)
    net = lab.net(task)
    one = lab.ask(task, net=net, optimizer=lab.optimizer(net, lr=task.lr, momentum=0.5))
    if loops.agrees(one, loops.right):
        return "own"
    task = lab.task([4, 3], lab.draw.uniform(0.02, 0.1), 2)
    net = lab.net(task)
    groups = [
        {"params": [net.method("weight").itself().kept]},
        {"params": [net.method("bias").itself().kept], "lr": 3 * task.lr},
    ]
    one = lab.ask(task, net=net, optimizer=lab.optimizer(net, params=groups, lr=task.lr))
    return "own" if loops.agrees(one, loops.right) else ""


def which_loss(lab: Lab) -> str:
    """The mean of exp(ŷ) - yŷ tells predictions from labels, and is not the mean of squares."""
    task = lab.task([5, 4], lab.draw.uniform(0.001, 0.002), 2)
    one = lab.ask(task, loss="PoissonNLLLoss")

    def slope(which: str) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
        ways = {
            "": lambda y_hat, y: np.exp(y_hat) - y,
            "swapped": lambda y_hat, y: -y,
            "own": lambda y_hat, y: 2 * (y_hat - y),
            "own half": lambda y_hat, y: y_hat - y,
        }
        return ways[which]

    for which in ("", "swapped", "own", "own half"):
        if not near(one.theta, descend(task, slope(which))):
            continue
        squares = loops.Loop(task, [], False).loss(np.asarray(one.theta))
        reported = loops.are_numbers(one.told) and near(one.told[-1:], [squares])
        return which.split()[0] if which else ("reported" if reported else "")
    return ""


def descend(task: Task, slope: Callable[[np.ndarray, np.ndarray], np.ndarray]) -> np.ndarray:
    """Where steps lead, by the derivative of the loss of one example with respect to ŷ."""
    theta = task.start
    for rows in list((task.deals or [[]])[0]) * task.epochs:
        A, t = task.A[list(rows)], task.t[list(rows)]
        theta = theta - task.lr * slope(A @ theta, t) @ A / len(rows)
    return theta


def predicts_by_hand(lab: Lab) -> bool:
    """A layer behind the linear one: who computes X w + b passes it by."""
    task = lab.task([4, 3], lab.draw.uniform(0.02, 0.1), 2)
    net = lab.net(task)
    one = lab.ask(task, net=net, whole=lab.behind(net, "Tanh"))
    return bool(loops.agrees(one, loops.right))


def keeps_its_batches(lab: Lab) -> bool:
    """Five rows come one by one, shuffled in every epoch, and all epochs are alike. That a right
    loop does so in three epochs has probability 1/120²."""
    task = lab.task([5], lab.draw.uniform(0.1, 0.2), 3)
    one = lab.ask(task, data=loader(lab, task, 1, shuffle=True))
    orders = itertools.permutations(range(5))
    same = [dataclasses.replace(task, deals=[[(row,) for row in order]]) for order in orders]
    return any(loops.agrees(dataclasses.replace(one, task=each), loops.right) for each in same)


# --- Reading it ---------------------------------------------------------------------------------


MOVES = ("values", "unchanged", "far", "diverges", "gradient")  # stages where steps may be wrong


def of_losses(e: Evidence) -> bool:
    """Whether the check stopped at the losses."""
    return e.check == RETURNS or e.stage in ("count", "type")


def goes_like(
    e: Evidence,
    *programs: loops.Program,
    reports: Sequence[loops.Report] = (loops.after_each_epoch,),
) -> bool:
    """Whether the parameters go where one of these programs leads; and where the check stopped at
    the losses, whether these are right but for that, or as one of these reports says."""
    if e.stage not in (*MOVES, "count"):
        return False
    return any(
        loops.explains(e.facts.seen, program, report)
        for program in programs
        for report in (reports if of_losses(e) else [None])
    )


# Where both are wrong, the steps and what is told of them, the losses belong to wrong steps
KNOWN = (
    loops.right,
    loops.never_clears,
    loops.clears_once_an_epoch,
    loops.once_an_epoch(lambda loop, batches: 1.0),
    loops.compares_all_with_all(True),
    loops.trains_for(lambda epochs: 1),
)


def tells_like(e: Evidence, *reports: loops.Report) -> bool:
    """Whether the losses are what one of these reports says."""
    if e.stage not in ("values", "count", "type") or e.check not in (RETURNS, USES):
        return False
    return loops.explains_losses(e.facts.seen, KNOWN, reports)


def told(e: Evidence) -> Any:
    """What the last call of `train` has returned."""
    found = [call.returned for call in e.calls if call.name == "train"]
    return found[-1].value if found and found[-1] else None


def stands_still(e: Evidence) -> bool:
    """Whether the net stays as it is, and the losses as well."""
    return e.stage in MOVES and all(
        one.unmoved and loops.agrees(one, loops.stays, loops.after_each_epoch)
        for one in e.facts.seen
    )


# --- Other contracts ----------------------------------------------------------------------------


@sign(
    "When does the code of a function with `yield` run?",
    "Call `train` in a cell and look at a weight: has it moved? Collect the losses in a list, and "
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
    "Later editions put data and optimiser into objects, and a `Trainer` around them. Here `train` "
    "gets a network, a loss, an optimiser, batches and a number.",
    where=statement(ast.FunctionDef),
)
def later_edition(e: Evidence):
    """A `train`, or `fit`, that gets a model and its data is that of a later edition of the book:
    another contract, not a mistake. Here it gets all five parts."""
    few = ("takes 2 positional", "takes 3 positional", "from 2 to 3 positional")
    return e.stage == "parameters" and any(words in e.error for words in few)


@sign(
    "What does the check call `train` with? Its message says it.",
    "Copy the first line of the stub from the notebook as you got it, and change the names in your "
    "code where they differ.",
    where=statement(ast.FunctionDef),
)
def has_other_parameters(e: Evidence):
    """The parameters of `train` are not those of the stub: the network, the loss, the optimiser,
    the data and the number of epochs."""
    return e.stage == "parameters"


# --- Calls that raise ---------------------------------------------------------------------------


@sign(
    "Which class is `data` of, in the check and in the docstring?",
    "The docstring allows two forms of `data`. Which attribute do you ask for that only one of "
    "them has? What you need can be counted in the loop.",
    where=attribute("dataset", "batch_size", "sampler"),
)
def needs_a_data_loader(e: Evidence):
    """`data` may be a list of batches, and a list has no such attribute."""
    return e.error.startswith("AttributeError: 'list' object has no attribute")


@sign(
    "`backward()` follows the record of what has been calculated. Was anything recorded here?",
    "Print `.requires_grad` of the loss just before `backward()`. Look for a `no_grad` that is "
    "still at work, and for `.detach()`, `.data` or `.item()` on the way to the loss.",
    where=(calling("no_grad", "inference_mode", "detach", "item"), BACKWARD),
)
def goes_backward_without_a_record(e: Evidence):
    """`backward()` is called on a number of which nothing has been recorded: no way leads from it
    back to the parameters."""
    return "does not require grad and does not have a grad_fn" in e.error and not e.facts.frozen


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


@sign(
    "What does `step()` need to know here, and from where does it know it?",
    "In other libraries a step divides by the size of the batch. Here the mean is in the loss "
    "already: see the table in section 5.",
    where=STEP,
)
def gives_the_step_a_number(e: Evidence):
    """`step` gets a number, such as a batch size. In PyTorch its only argument would be a
    function, and none is needed."""
    return e.facts.numbered and "object is not callable" in e.error


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
    "A record serves for one `backward()`. For which batch was this loss calculated?",
    "Every batch needs a prediction and a loss of its own, from the network as it is now. Which "
    "line stands before the loop, or is there a second `backward()`?",
    where=BACKWARD,
)
def goes_backward_twice(e: Evidence):
    """`backward()` goes a second time through the same record, which it gave up the first time."""
    return "backward through the graph a second time" in e.error


@sign(
    "What is this name at the first batch, and what is it at the second?",
    "Print `type(...)` of it before the line that the message names. Give the result of the call "
    "a name of its own.",
    where=assigning("loss", "net"),
)
def overwrites_a_function_with_its_result(e: Evidence):
    """A name that stood for the loss, or for the network, has been given a tensor, and then it is
    called again."""
    return "TypeError: 'Tensor' object is not callable" in e.error


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
    "Of which houses does your loss tell?",
    "The notebook has variables `data`, `features` and `labels` as well. Compare each name in your "
    "code with the parameters in its first line.",
    where=(naming("features", "labels"), naming("data")),
)
def uses_the_notebooks_houses(e: Evidence):
    """The loss is taken on the houses of this notebook, and not on the `data` that was passed
    in."""
    return e.facts.notebook == "houses"


# --- Nothing moves ------------------------------------------------------------------------------


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
    "Who looks at the network when `train` is over, and at which network?",
    "Print `id(net)` in the first line and just before the step. Look for a copy, and for an "
    "assignment to `net`.",
    where=(calling("deepcopy", "copy", "clone"), assigning("net")),
)
def trains_another_network(e: Evidence):
    """The losses fall, but the network that was passed in is as before: a copy has been trained
    in its place."""
    others = e.facts.written is False and all(one.unmoved and falls(one) for one in e.facts.seen)
    return others and e.stage in MOVES


def falls(one: Seen) -> bool:
    """Whether the losses are those of right steps, whatever has become of the net."""
    ways = loops.finished(one.task, loops.right)
    return any(loops.tells(one.told, loops.after_each_epoch(loop)) for loop in ways)


@sign(
    "Where should training begin: at any place, or where the network is?",
    "The network has its parameters already when it is passed in. Which of your lines gives it "
    "others?",
    where=(calling("apply", "normal_", "zeros_", "zero_", "reset_parameters", "init_params"),),
)
def starts_from_new_weights(e: Evidence):
    """Training begins with new parameters near zero, and not with those of the network that was
    passed in."""
    return e.facts.afresh and e.stage in MOVES


# --- Gradients that are not cleared -------------------------------------------------------------


@sign(
    "`backward()` adds to `.grad`. What is in it when the second batch begins?",
    "Print the `.grad` of the weight before each `backward()`: it should be None or zeros. Which "
    "of the three calls in section 6 sees to that, and has it brackets?",
    where=(attribute("zero_grad"), BACKWARD),
)
def never_clears_the_gradients(e: Evidence):
    """The gradients are never cleared, so that each step repeats those of all batches before."""
    return goes_like(e, loops.never_clears)


@sign(
    "How often does `.grad` have to be clean: once in an epoch, or for every batch?",
    "Print the `.grad` of the weight before each `backward()` of an epoch with three batches. In "
    "which loop does the line stand that clears it?",
    where=CLEAR,
)
def clears_the_gradients_once_an_epoch(e: Evidence):
    """The gradients are cleared once in an epoch. In between, each step repeats those of the
    batches before it."""
    return goes_like(e, loops.clears_once_an_epoch)


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


def measured_gradient(loop: loops.Loop, batches: loops.Batches) -> np.ndarray:
    """What `backward` adds up if it is called for each batch when measuring."""
    return np.sum([loop.slope(rows) for rows in batches], axis=0)


@sign(
    "Measuring should only look. Is anything sent backward after the last step of an epoch?",
    "Count the calls of `backward()`: there should be one for each batch, and none for the "
    "measurement.",
    where=BACKWARD,
)
def goes_backward_from_the_measurement(e: Evidence):
    """The measured loss goes backward as well, and leaves its gradient in `.grad`, where the next
    step may find it."""
    leaks = loops.leaks(measured_gradient), loops.leaks(lambda loop, _: whole_gradient(loop))
    if goes_like(e, *leaks):
        return True
    return (
        e.stage == "gradient"
        and any(map(holds_a_measurement, e.facts.seen))
        and all(one.right and (is_clean(one) or holds_a_measurement(one)) for one in e.facts.seen)
    )


def whole_gradient(loop: loops.Loop) -> np.ndarray:
    return loop.slope(loop.task.rows)


def last_gradients(one: Seen) -> tuple[np.ndarray, list[np.ndarray]]:
    """The gradient of the last step, and those of a measurement after it."""
    (loop,) = loops.finished(one.task, loops.right)
    batches = loop.dealt[-1]
    before = loop.moments[-1].passed[-1].at
    measured = [measured_gradient(loop, batches), loop.slope(batches[-1]), whole_gradient(loop)]
    loop.theta = before
    return loop.slope(batches[-1]), measured


def is_clean(one: Seen) -> bool:
    last, _ = last_gradients(one)
    return one.gradient is None or not one.gradient.any() or near(one.gradient, last)


def holds_a_measurement(one: Seen) -> bool:
    last, measured = last_gradients(one)
    return any(near(one.gradient, start + m) for m in measured for start in (0, last))


# --- Which steps an epoch takes -----------------------------------------------------------------


@sign(
    "How many steps should there be in an epoch with three batches? Print a line at each of yours.",
    "With which parameters is the gradient of the second batch taken? Look at the loop in which "
    "`backward` and `step` stand, and at whether there is a loop over the batches.",
    where=(STEP, calling("cat")),
)
def moves_once_an_epoch(e: Evidence):
    """The parameters move only when the gradients of all batches of the epoch have been taken.
    The second batch should start from where the step of the first one has led."""
    return goes_like(
        e,
        loops.once_an_epoch(lambda loop, batches: 1.0),
        loops.once_an_epoch(lambda loop, batches: 1 / len(batches)),
        loops.whole_data(lambda loop, rows: 1.0, steps=False),
    )


@sign(
    "How many steps should there be in an epoch with three batches? Print a line at each of yours.",
    "Look at how far the call of `step` is indented: to which of the loops does it belong?",
    where=STEP,
)
def steps_after_the_last_batch_only(e: Evidence):
    """There is one step in an epoch, after the last batch and with the gradient of this batch
    alone."""
    return goes_like(e, loops.steps_after_the_last)


@sign(
    "How many steps should there be in an epoch with three batches? Print a line at each of yours.",
    "Something ends the loop over the batches, or there is no such loop: look for `break`, "
    "`return` and `next`.",
    where=(statement(ast.Break), calling("next"), RETURN),
)
def takes_one_batch_an_epoch(e: Evidence):
    """Only the first batch of an epoch makes a step; the others are left out."""
    return goes_like(e, loops.first_batches(1), loops.ends_after_the_first_batch)


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


@sign(
    "In which order does `data` give its batches, and in which order do you take them?",
    "The first line of the docstring's second paragraph speaks of the order. Look for a shuffle, "
    "and for `reversed` or `sorted`: who shuffles here already?",
    where=(calling("shuffle", "sample", "reversed", "sorted", "randperm"), LOOP),
)
def takes_the_batches_in_another_order(e: Evidence):
    """The batches come in another order than `data` has them."""

    def mixed(one: Seen) -> Seen:
        batches = (one.task.deals or [[]])[0]
        deals = list(itertools.permutations(batches))
        return dataclasses.replace(one, task=dataclasses.replace(one.task, deals=deals))

    seen = e.facts.seen
    right = all(loops.agrees(mixed(one), loops.right) for one in seen)
    return e.stage in MOVES and right and not all(one.right for one in seen)


@sign(
    "The loop hands you a batch at every turn. What do you do with it?",
    "In the loop over the batches, which variables hold the rows of this batch? Compare them with "
    "what you give to the network.",
    where=(BACKWARD, calling("cat")),
)
def uses_all_data_in_every_step(e: Evidence):
    """Every step uses the loss of all the data, and not that of its batch."""
    return goes_like(e, loops.whole_data(lambda loop, rows: 1.0))


# --- How long a step is -------------------------------------------------------------------------


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


@sign(
    "How many steps does one batch make? Print a line at every call of `step`.",
    "One `zero_grad()`, one `backward()`, one `step()`.",
    where=STEP,
)
def steps_twice(e: Evidence):
    """`step()` is called twice for a batch, with the same gradient."""
    return e.facts.steps == 2 and goes_like(e, DOUBLE)


@sign(
    "Who decides how long the steps are: your function, or its caller?",
    "Search your function for a number, and for an optimiser that it makes itself.",
    where=(calling("SGD", "Adam"), assigning("optimizer"), STEP),
)
def uses_a_rate_of_its_own(e: Evidence):
    """The steps have always the same rate: the one of the optimiser that was passed in has no
    say."""
    return e.stage in MOVES and loops.fixed_rate(e.facts.seen)


@sign(
    "Train for 1 epoch and for 2. How long are the steps of the second epoch?",
    "Print the rate in `optimizer.param_groups` at the beginning of every epoch. It should be the "
    "same number throughout.",
    where=(naming("group", "g", "scheduler"), STEP),
)
def changes_the_rate_on_the_way(e: Evidence):
    """The steps of an epoch are not as long as those of the epoch before: the learning rate
    changes on the way."""
    lengths = loops.lengths_by_epoch(e.facts.again)
    if lengths is None or e.stage not in MOVES:
        return False
    first, second, third = lengths
    same = near(second, first) or near(third, second)
    return near(first, e.facts.again[0].task.lr) and min(lengths) > 0 and not same


# --- Which shapes meet in the loss --------------------------------------------------------------


def about_flat_labels(e: Evidence) -> bool:
    """Whether the check has flat labels, where only these go wrong."""
    return e.check in (FLAT, RETURNS, IN_PLACE) or e.stage in ("far", "diverges")


@sign(
    "A column (3, 1) minus a row (1, 3): how many numbers come out?",
    "Print both shapes right before the loss. What does each of the two numbers in `reshape` "
    "stand for?",
    where=COLUMN,
)
def makes_a_row_of_the_labels(e: Evidence):
    """The labels are made a row, (1, n), and not a column: each prediction is compared with all
    labels."""
    row = any(len(shape) == 2 and shape[0] == 1 for shape in e.facts.shapes["column"])
    reports = loops.after_each_epoch, loops.all_with_all(by_batch=True, flat=None)
    return row and goes_like(e, loops.compares_all_with_all(), reports=reports)


@sign(
    "Subtract a row of shape (3,) from a column (3, 1) in a new cell, and count the results.",
    "Print both shapes right before the loss. The trap in section 7 tells what they should be.",
    where=BACKWARD,
)
def compares_all_predictions_with_all_labels(e: Evidence):
    """A column of predictions meets flat labels, (n,): each prediction is compared with all
    labels of its batch."""
    always = loops.compares_all_with_all(), loops.all_with_all(by_batch=True, flat=None)
    if any(len(shape) == 1 for shape in e.facts.shapes["column"]) and goes_like(
        e, always[0], reports=(loops.after_each_epoch, always[1])
    ):
        return True
    reports = loops.after_each_epoch, loops.all_with_all(by_batch=True)
    return about_flat_labels(e) and goes_like(e, loops.compares_all_with_all(True), reports=reports)


@sign(
    "The network gives a column. Which shape has it when it comes to the loss?",
    "Print both shapes right before the loss, for labels (4,) and for labels (4, 1). The loss "
    "should get two columns.",
    where=calling("squeeze", "flatten", "reshape", "view", "ravel"),
)
def flattens_the_predictions(e: Evidence):
    """The predictions are made flat, (n,). With labels that are a column, (n, 1), each prediction
    is compared with all labels."""
    flat = (4,) in e.facts.shapes["column"] and (4,) not in e.facts.shapes["flat"]
    reports = loops.after_each_epoch, loops.all_with_all(by_batch=True, flat=False)
    return flat and goes_like(e, loops.compares_all_with_all(False), reports=reports)


@sign(
    "Labels come as (n,) or as (n, 1). What becomes of each in your function?",
    "Print the shape of the labels right before the loss, for labels (4,) and for labels (4, 1). "
    "`unsqueeze` always adds an axis; which method asks for the result?",
    where=(calling("unsqueeze"), BACKWARD),
)
def adds_an_axis_to_a_column(e: Evidence):
    """Labels that are a column already, (n, 1), get a third axis. Then each prediction is
    compared with all labels."""
    deep = any(len(shape) == 3 for shape in e.facts.shapes["column"])
    reports = loops.after_each_epoch, loops.all_with_all(by_batch=True, flat=False)
    return deep and goes_like(e, loops.compares_all_with_all(False), reports=reports)


# --- How many epochs there are ------------------------------------------------------------------


@sign(
    "An iterator can be used once. What is left of it for the second epoch?",
    "Print the number of steps in each epoch. Over what does the loop go: over `data`, or over "
    "something that was made of it before?",
    where=calling("iter", "enumerate", "zip", "map"),
)
def uses_up_its_batches(e: Evidence):
    """The first epoch uses up all the batches, and the others find none: one iterator was made
    for all of them."""
    return loops.lasted(e.facts.seen, lambda epochs: epochs) and goes_like(
        e, loops.uses_up_its_batches
    )


@sign(
    "How many epochs are there if you ask for three? Print a line at the beginning of each.",
    "A `return` ends the function at once. How far is yours indented, and how do you count the "
    "epochs?",
    where=(RETURN, statement(ast.Break), LOOP),
)
def trains_for_one_epoch_only(e: Evidence):
    """Training is over after the first epoch, whatever `num_epochs` is."""
    return loops.lasted(e.facts.seen, lambda epochs: 1) and goes_like(
        e, loops.trains_for(lambda epochs: 1)
    )


@sign(
    "How many turns does your loop make if you ask for three epochs?",
    "Write down which numbers `range(1, 3)` and `range(3)` give.",
    where=LOOP,
)
def trains_one_epoch_too_few(e: Evidence):
    """There is one epoch fewer than `num_epochs`."""
    fewer = loops.lasted(e.facts.seen, lambda epochs: epochs - 1)
    return fewer and goes_like(e, loops.trains_for(lambda epochs: epochs - 1))


@sign(
    "How many turns does your loop make if you ask for three epochs?",
    "Write down which numbers your `range(...)` gives, or how often your condition is true.",
    where=LOOP,
)
def trains_one_epoch_too_many(e: Evidence):
    """There is one epoch more than `num_epochs`."""
    more = loops.lasted(e.facts.seen, lambda epochs: epochs + 1)
    return more and goes_like(e, loops.trains_for(lambda epochs: epochs + 1))


@sign(
    "Call `train` for 1 epoch and for 2. What is different?",
    "Look for a number in your function that should be the argument `num_epochs`.",
    where=(assigning("num_epochs"), LOOP),
)
def ignores_num_epochs(e: Evidence):
    """The number of epochs is always the same, whatever `num_epochs` is."""
    count = loops.fixed_epochs(e.facts.seen)
    same = count > 0 and loops.lasted(e.facts.seen, lambda epochs: count)
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
    "What should happen when there is hardly anything left to learn?",
    "Train a network that fits almost perfectly: how many losses come back? Look for a condition "
    "with `break` or `return`.",
    where=(statement(ast.Break), statement(ast.If)),
)
def stops_when_it_seems_good_enough(e: Evidence):
    """Training ends before its time when the loss is small, or hardly changes. There should be
    `num_epochs` epochs in any case."""
    one = e.facts.perfect
    early = loops.are_numbers(one.told) and 0 < len(one.told) < one.task.epochs
    others = all(loops.agrees(other, loops.right, loops.after_each_epoch) for other in e.facts.seen)
    return e.stage in ("count", "values") and early and others


@sign(
    "Which parameters should the network have when training is over: the last, or the best?",
    "Try a learning rate that is far too large, and compare the last number of your list with the "
    "loss of the network. Look for a `state_dict` that is put back.",
    where=calling("load_state_dict", "copy_"),
)
def puts_the_best_parameters_back(e: Evidence):
    """In the end the network gets the parameters back with which the loss was smallest, and not
    those of the last step."""
    return goes_like(e, loops.keeps_the_best)


# --- What it is given ---------------------------------------------------------------------------


def about_the_parts(e: Evidence) -> bool:
    return e.check in (USES, IN_PLACE) and e.stage in ("values", "unchanged")


@sign(
    "Who decides how a step is made: your function, or its caller?",
    "Search your function for an optimiser that it makes itself, or for a step that it makes by "
    "hand. The given one may have momentum, or a rate for each parameter.",
    where=(calling("SGD", "Adam"), naming("optimizer"), statement(ast.AugAssign)),
)
def steps_without_the_given_optimizer(e: Evidence):
    """Plain steps are made in the place of those of the optimiser that was passed in: its
    momentum, or its rates for single parameters, have no say."""
    return about_the_parts(e) and e.facts.optimizer == "own"


@sign(
    "Who decides which loss goes backward: your function, or its caller?",
    "Search your function for a loss that it makes itself, and for a square.",
    where=(calling("MSELoss", "mse_loss"), operator(ast.Pow), assigning("loss")),
)
def trains_with_a_loss_of_its_own(e: Evidence):
    """The steps follow squared errors, or half of them, whatever loss was passed in."""
    return e.facts.loss == "own" and (about_the_parts(e) or goes_like(e, HALF))


@sign(
    "Which loss is the caller interested in?",
    "Compare the loss that goes backward with the one that you report: are both the one that was "
    "passed in?",
    where=(calling("MSELoss", "mse_loss"), operator(ast.Pow), APPEND),
)
def reports_a_loss_of_its_own(e: Evidence):
    """The steps follow the loss that was passed in, and what is reported is the mean of
    squares."""
    return about_the_parts(e) and e.facts.loss == "reported"


@sign(
    "For squares the order does not matter. Does it for every loss?",
    "Section 5 says in which order a loss gets its two arguments.",
    where=calling("loss"),
)
def gives_the_loss_its_arguments_in_the_wrong_order(e: Evidence):
    """The loss gets the labels first and the predictions second."""
    return about_the_parts(e) and e.facts.loss == "swapped"


@sign(
    "What if the network has another layer behind the first?",
    "Search your function for weights and biases. Only the network knows how to make a prediction.",
    where=(naming("w", "b", "weight", "bias"), attribute("weight", "bias")),
)
def predicts_without_the_network(e: Evidence):
    """The predictions are made of a weight and a bias by hand, and not by the network: its other
    layers have no say."""
    return about_the_parts(e) and e.facts.by_hand


@sign(
    "How often does a loader shuffle, and how often do you go through it?",
    "Print the first row of every epoch, with a loader that shuffles. Look for a list of batches.",
    where=(calling("list"), assigning("batches", "data")),
)
def keeps_the_batches_of_the_first_epoch(e: Evidence):
    """`data` is gone through once, and its batches come again in every epoch in the same order: a
    loader that shuffles has a new order each time."""
    return about_the_parts(e) and e.facts.kept


# --- What comes back ----------------------------------------------------------------------------


@sign(
    "The notebook plots the losses when training is over: what does it get from your function?",
    "To print the losses is not to hand them over. Is there a `return`, and what stands behind it?",
    where=(calling("print"), statement(ast.FunctionDef)),
)
def returns_nothing(e: Evidence):
    """No `return` hands the losses over."""
    return e.stage == "nothing" and e.check in (RETURNS, USES)


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


@sign(
    "A tensor of one element is not yet a number. How do you get the number out of it?",
    "Print `type(...)` of the first entry, and look up `.item()`.",
    where=(APPEND, calling("loss")),
)
def returns_tensors(e: Evidence):
    """The list holds tensors, one for each loss, and not plain numbers."""
    return e.stage == "floats" and all(
        isinstance(item, Tensor) and item.array.size == 1 for item in told(e)
    )


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
        and all(np.shape(loops.numbers_in(one.told)) == (one.task.epochs,) for one in e.facts.seen)
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
    "Ask for 3 epochs and print the list. With which parameters was the first number taken?",
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
    if e.stage != "count":
        return False
    for before, one in itertools.pairwise(e.facts.seen):
        longer = len(before.told) + one.task.epochs == len(one.told)
        if not longer or not near(one.told[: len(before.told)], before.told):
            return False
    return True


@sign(
    "One loss an epoch: how often is the line run that appends?",
    "Ask for 2 epochs with three batches and print the length of the list. To which loop does the "
    "line that appends belong?",
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
    "After an epoch means: with which parameters?",
    "Measure the trained network in a new cell. Is its loss the last number of your list, or the "
    "one that should follow?",
    where=APPEND,
)
def measures_before_the_epoch(e: Evidence):
    """The loss of an epoch is taken before its steps, and not after them."""
    return tells_like(e, loops.before_the_epoch)


@sign(
    "Of how many rows does your loss tell?",
    "What does the variable hold that you append: the loss of the last batch, or of all rows?",
    where=APPEND,
)
def reports_the_last_batch(e: Evidence):
    """What is reported is the loss of the last batch of an epoch, and not that of all rows."""
    return tells_like(e, *(way for weight in WEIGHTS for way in loops.last_batch(weight)))


@sign(
    "With which parameters was the loss of the first batch taken, and with which that of the last?",
    "The steps of an epoch come first, all of them. Then take another walk through the data, "
    "without steps.",
    where=(statement(ast.AugAssign), APPEND),
)
def averages_during_the_epoch(e: Evidence):
    """The losses that come by during the epoch are averaged: each of them belongs to other
    parameters, and none to all of those at its end."""
    ways: list[Callable[[loops.Loop, loops.Moment], float]] = [
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
            for divisor in ways
        ),
    )


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
    "If there were twice as many batches, should the loss be twice as large?",
    "Section 7 has the formula. By what is the sum divided?",
    where=(APPEND, statement(ast.AugAssign)),
)
def divides_the_total_by_nothing(e: Evidence):
    """The losses of the batches are added up, and the sum is not divided by the number of rows."""
    return tells_like(
        e,
        loops.by_batches(lambda loop, rows: 1.0, lambda loop, moment: 1.0),
        loops.by_batches(lambda loop, rows: len(rows), lambda loop, moment: 1.0),
    )


@sign(
    "The mean over all rows: how many are there?",
    "Section 7 has the formula. Print each of the factors in your sum, and the number that you "
    "divide by, for batches of 3, 2 and 1 rows.",
    where=APPEND,
)
def divides_the_total_by_another_number(e: Evidence):
    """The sum of the losses is divided by a number that does not go with its weights: by the
    batches where rows are counted, or by the rows where batches are."""
    return tells_like(
        e,
        loops.by_batches(lambda loop, rows: len(rows), lambda loop, moment: len(moment.passed)),
        loops.by_batches(lambda loop, rows: 1.0, lambda loop, moment: len(loop.task.rows)),
    )


@sign(
    "Which of the two notebooks has a half in its loss?",
    "Whatever loss is passed in is reported as it is. Look for a factor 2 in your measurement.",
    where=(APPEND, operator(ast.Div)),
)
def reports_another_half(e: Evidence):
    """The reported loss is half or twice that of the loss that was passed in."""
    return tells_like(e, loops.times(lambda loop: 2.0), loops.times(lambda loop: 0.5))


@sign(
    "The labels should be a column whenever they meet predictions. Where do they in your function?",
    "Print both shapes right before the loss, in training and in measuring.",
    where=(calling("item"), APPEND),
)
def measures_all_predictions_with_all_labels(e: Evidence):
    """When measuring, a column of predictions meets flat labels, (n,): each prediction is
    compared with all labels."""
    return tells_like(e, loops.all_with_all(by_batch=True), loops.all_with_all())


@sign(
    "What does the total hold when the second epoch begins?",
    "Print the total, and the number that you divide by, at the beginning of every epoch. Both "
    "should be zero.",
    where=(assigning("total", "count"), statement(ast.AugAssign)),
)
def never_resets_the_total(e: Evidence):
    """The total is not reset: the losses of earlier epochs are part of it."""
    return tells_like(
        e,
        loops.cumulative(loops.after_each_epoch),
        loops.cumulative(loops.after_each_epoch, divided=True),
        loops.cumulative(MEAN_OF_MEANS),
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
    if e.check not in (RETURNS, USES) or e.stage not in ("values", "floats"):
        return False
    if e.stage == "floats":
        return all(type(item) is int for item in told(e))
    return all(
        any(
            near(one.theta, loop.theta)
            and loops.rounded(one.told, loops.after_each_epoch(loop)) is not None
            for loop in loops.finished(one.task, loops.right)
        )
        for one in e.facts.again
    )


# --- What is left behind ------------------------------------------------------------------------


@sign(
    "Whoever calls `train` goes on with torch afterwards. Is everything as it was?",
    "Look for `set_grad_enabled`. A `with` block switches the recording on again when it ends.",
    where=calling("set_grad_enabled"),
)
def leaves_autograd_switched_off(e: Evidence):
    """The recording is switched off for the measurement and not switched on again."""
    return e.stage == "grad_mode"


@sign(
    "Can the caller train on with this network?",
    "Print `requires_grad` of a weight before and after. There is another way to measure without "
    "recording, and it ends by itself.",
    where=(calling("requires_grad_"), attribute("requires_grad")),
)
def leaves_the_network_frozen(e: Evidence):
    """The parameters require no gradients any more when `train` is over."""
    return e.facts.frozen and (e.stage == "graph" or "does not require grad" in e.error)


@sign(
    "Who else looks at the labels in `data`, and with which shape?",
    "A method with an underscore at its end changes the tensor of the caller. Print `y.shape` in "
    "`data` before and after.",
    where=(calling("resize_", "unsqueeze_", "squeeze_", "t_"), attribute("shape", "data")),
)
def reshapes_the_labels_of_the_caller(e: Evidence):
    """The labels in `data` are changed themselves: after the call they have another shape."""
    if e.stage != "changed":
        return False
    done = [call.returned for call in e.calls if call.name == "train" and call.returned][-1]
    pairs = zip(done.given[3].value, done.arguments[3], strict=True)
    return any(before[1].shape != after[1].shape for before, after in pairs)


# What a learner may make of the loss of a batch: as it is, or times its rows
WEIGHTS: list[Callable[[loops.Loop, loops.Rows], float]] = [
    lambda loop, rows: 1.0,
    lambda loop, rows: float(len(rows)),
]
MEAN_OF_MEANS = loops.by_batches(lambda loop, rows: 1.0, lambda loop, moment: len(moment.passed))
