"""What goes wrong in `get_optimizer`: an optimiser whose step is p - lr * p.grad, for every p."""

import ast
import contextlib
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from graders.engine.draw import Draw
from graders.engine.functions import Library, Object
from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import attribute, calling, naming, operator, statement
from graders.engine.returned import Returned, Unanswered
from graders.engine.values import Tensor

OPTIMIZER = "torch.optim.optimizer.Optimizer"
NOT_AN_OPTIMISER = "builtins.type", "builtins.function", "builtins.method", "functools.partial"
SCHEDULER = "torch.optim.lr_scheduler"

RETURN = statement(ast.Return)
HEAD = statement(ast.FunctionDef)
MODULES = "(Linear|LinearNet|Sequential|LayerNorm|Bilinear)"
THE_OPTIMISER = calling("SGD", "Adam", "AdamW", "Adamax", "NAdam", "Adagrad", "Adadelta", "RMSprop")

# Stages at which a parameter is not what a plain step makes of it
STEPS = ("values", "unchanged")


@dataclass(frozen=True)
class Step:
    """What one `step()` did: all parameters as one vector, before and after, and the gradient."""

    before: np.ndarray
    gradient: np.ndarray
    after: np.ndarray

    @property
    def move(self) -> np.ndarray:
        """What was taken away."""
        return self.before - self.after


@dataclass
class Run:
    """A network of three layers, and an optimiser for it.

    Attributes:
        lr: The rate that was asked for.
        names: For each entry of the vectors the name of its parameter.
        start: The parameters before the optimiser was made.
        changed: Whether the making of it has changed them, or their gradients.
        steps: Three steps, each from other values and from a fresh gradient of another size.
        end: The parameters, when they had been given other values once more.
        held: What the optimiser then had in its place.
    """

    lr: float
    names: np.ndarray
    start: np.ndarray
    changed: bool = False
    steps: list[Step] = field(default_factory=list)
    end: np.ndarray | None = None
    held: np.ndarray | None = None

    @property
    def frozen(self) -> bool:
        """Nothing has moved, at any of the steps."""
        return bool(self.steps) and not any(step.move.any() for step in self.steps)

    def plain(self, moving: np.ndarray | bool = True) -> bool:
        """Whether each of these entries makes a plain step, and the others none."""
        return all(same(s.move, np.where(moving, self.lr * s.gradient, 0), s) for s in self.steps)


@dataclass
class Facts:
    """What `probe` found out.

    Attributes:
        asked_for: The names of the parameters that have no default.
        runs: Of two optimisers; the layers of the second network lie at two depths.
        own: The parameters of the notebook's own `net`.
        batch_size: The notebook's own.
    """

    asked_for: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    own: np.ndarray | None = None
    batch_size: Any = None


def probe(get_optimizer, library, draw, device, net, batch_size):
    """Two networks and an optimiser for each, which takes three steps."""
    facts = Facts()
    try:
        get_optimizer()
    except Unanswered as complaint:
        facts.asked_for = re.findall(r"'(\w+)'", complaint.error)
    with contextlib.suppress(Unanswered):
        facts.own = vector(parameters(net.itself()).values())
    with contextlib.suppress(Unanswered):
        facts.batch_size = batch_size.value().value
    for lr, nested in [(draw.uniform(0.2, 0.9), False), (draw.uniform(0.004, 0.009), True)]:
        model = network(library, device, nested)
        fill(model, parameters(model), draw)
        backward(model, draw, 1.0)
        start = parameters(model)
        names = np.array([name for name, p in start.items() for _ in range(p.array.size)])
        run = Run(lr, names, vector(start.values()))
        facts.runs.append(run)
        with contextlib.suppress(Unanswered):
            look(run, model, get_optimizer.make(model, lr, name="optimizer"), start, draw)
    return facts


def look(run: Run, net: Object, optimizer: Object, start: dict[str, Tensor], draw: Draw) -> None:
    """Fill in what the making of the optimiser has changed, and what its steps do."""
    now = parameters(net)
    before, after = ([*found.values(), *gradients(found)] for found in (start, now))
    run.changed = not np.array_equal(vector(before), vector(after))
    for scale in (0.3, 2.0, 1.0):
        fill(net, start, draw)
        net.method("zero_grad")()
        backward(net, draw, scale)
        ready = parameters(net)
        optimizer.method("step")()
        parts = ready.values(), gradients(ready), parameters(net).values()
        run.steps.append(Step(*map(vector, parts)))
    fill(net, start, draw)
    run.end = vector(parameters(net).values())
    groups = optimizer.method("param_groups").value().value
    run.held = vector(p for group in groups for p in group["params"])


def network(library: Library, device: str, nested: bool) -> Object:
    """A network of three linear layers; `nested`: of a network of two, and a third."""
    sizes = itertools.pairwise((3, 4, 2, 1))
    first, second, third = (library("torch.nn.Linear").make(*size, name="net") for size in sizes)
    chain = library("torch.nn.Sequential")
    layers = [chain.make(first, second, name="net"), third] if nested else [first, second, third]
    net = chain.make(*layers, name="net")
    if device != "cpu":
        net.method("to")(device)
    return net


def parameters(net: Object) -> dict[str, Tensor]:
    (found,) = net.method("named_parameters").epochs(limit=20)
    return dict(found.value.items)


def gradients(named: dict[str, Tensor]) -> list[Tensor]:
    return [p.grad for p in named.values() if p.grad is not None]


def vector(tensors: Iterable[Tensor]) -> np.ndarray:
    return np.concatenate([tensor.f64.ravel() for tensor in tensors])


def fill(net: Object, forms: dict[str, Tensor], draw: Draw) -> None:
    """Give every parameter another value."""
    values = {name: draw.away_from_zero(name, *p.shape) for name, p in forms.items()}
    net.method("load_state_dict")(values)


def backward(net: Object, draw: Draw, scale: float) -> None:
    """Let gradients flow. Their size is that of the parameters, or so: else one hides the other."""
    X, v = draw.normal("X", 5, 3), draw.away_from_zero("v", 5, 1)
    v = Tensor((v.array * scale / 5).astype("float32"), name="v")
    net.make(X).method("backward")(v)


# --- What was seen -------------------------------------------------------------------------------


def runs(e: Evidence) -> list[Run]:
    """Both runs, with all their steps. Raises `ValueError` where there are none."""
    if not all(len(run.steps) == 3 for run in e.facts.runs):
        raise ValueError("the optimiser took no steps")
    return e.facts.runs


def same(move: np.ndarray, predicted: np.ndarray, step: Step) -> bool:
    """Whether this was taken away from the parameters, but for the rounding of float32."""
    size = abs(step.before) + abs(predicted)
    return bool((abs(move - predicted) <= 4e-6 * size).all())


def fit(step: Step, *parts: np.ndarray) -> np.ndarray:
    """The weights with which the parts add up to a step. Raises `ValueError` if they do not."""
    weights, *_ = np.linalg.lstsq(np.array(parts).T, step.move, rcond=None)
    if not same(step.move, weights @ np.array(parts), step):
        raise ValueError("there is something else in it")
    return weights


def rates(e: Evidence) -> list[float]:
    """For each run the rate of all its steps. Raises `ValueError` where they differ."""
    found = [[float(fit(step, step.gradient)[0]) for step in run.steps] for run in runs(e)]
    if not all(close(rate, each[0]) for each in found for rate in each):
        raise ValueError("the rate changes")
    return [each[0] for each in found]


def factor(e: Evidence) -> float:
    """What both rates have been multiplied by. Raises `ValueError`."""
    one, other = (rate / run.lr for rate, run in zip(rates(e), runs(e), strict=True))
    if abs(one) < 1e-4 or not np.isclose(one, other, rtol=1e-3) or close(one, 1):
        raise ValueError("not by one number, or by 1")
    return one


def close(one: float, other: float) -> bool:
    """Whether two rates are the same, but for the rounding of parameters that move little."""
    return bool(np.isclose(one, other, rtol=1e-4, atol=2e-6))


def agree(one: np.ndarray | None, other: np.ndarray | None) -> bool:
    """Whether both hold the same numbers, in whichever order."""
    return one is not None and other is not None and np.array_equal(np.sort(one), np.sort(other))


def made(e: Evidence) -> Returned:
    """What the function has returned last, in the check."""
    calls = [c.returned for c in e.calls if c.name == "get_optimizer" and c.returned is not None]
    return calls[-1]


def making_raised(e: Evidence) -> str:
    """What was raised when the optimiser was made, or ""."""
    return e.error if e.stage == "raised" and e.calls[-1].name == "get_optimizer" else ""


# --- What the optimiser is made from -------------------------------------------------------------


@sign(
    "This course goes by the first edition of the book: compare your parameters with the stub's.",
    "In a later edition the model makes its optimiser, so that `self` has parameters and rate. "
    "Here both are arguments.",
    where=HEAD,
)
def later_edition(e: Evidence):
    """That is `configure_optimizers(self)` of a later edition of the book: another contract, not
    a mistake. Here the network and the rate are passed in."""
    return e.stage == "parameters" and e.facts.asked_for[0] == "self"


@sign(
    "Which of the arguments of `sgd` does an optimiser no longer need, and why?",
    "The loss takes the mean now, so that nothing is left to divide. Compare your first line with "
    "that of the stub.",
    where=HEAD,
)
def asks_for_the_batch_size(e: Evidence):
    """Your function wants a `batch_size`, as the `sgd` of the first notebook did. Here it gets the
    network and the rate."""
    return e.stage == "parameters" and "batch_size" in e.facts.asked_for


@sign(
    "Which argument does an optimiser of PyTorch want first?",
    "Look up the first two parameters of `optim.SGD`, or name the arguments in your call.",
    where=THE_OPTIMISER,
)
def swaps_parameters_and_rate(e: Evidence):
    """The rate stands where the parameters belong, and the other way round."""
    tensors, number = "'(generator|list)'", "'(float|int)'"
    pairs = f"({tensors} and {number}|{number} and {tensors})"
    return re.search(f"not supported between instances of {pairs}", making_raised(e)) is not None


@sign(
    "What does an optimiser have to know: the network, or the numbers that it may change?",
    "A module can list all that it has to learn. Which method does it, and is it called? It is "
    "these tensors that the optimiser wants.",
    where=(attribute("parameters", "named_parameters"), THE_OPTIMISER),
)
def hands_over_the_network(e: Evidence):
    """The optimiser gets the network itself, or a method of it that nothing has called. It wants
    the parameters."""
    alone = f"'(method|{MODULES})' object is not iterable"
    parts = f"one of the params is (torch[.].*[.])?{MODULES}"
    return re.search(f"{alone}|{parts}", making_raised(e)) is not None


@sign(
    "Which networks have a `net[0]`, a `net.linear`, a `weight` and a `bias`? Do all of them?",
    "Every module can list its parameters itself, wherever they are. Which method does it?",
    where=(attribute("weight", "bias", "linear"), statement(ast.Subscript)),
)
def picks_layers_by_hand(e: Evidence):
    """Layers, weights or biases are picked out by number or by name, which needs a network of one
    special form: this one has other parts."""
    part = "(weight|bias|linear|flatten|fc|fc1|layer|layers|net|output|hidden|w|b)"
    missing = f"'{MODULES}' object has no attribute '{part}'"
    number = f"'{MODULES}' object is not subscriptable|index -?[0-9]+ is out of range"
    none = "one of the params is NoneType"  # a layer without a bias
    return re.search(f"{missing}|{number}|{none}", making_raised(e)) is not None


@sign(
    "Which variables does your function use that are not among its parameters?",
    "Compare the names in its first line with those in the lines below.",
    where=(naming("net"), THE_OPTIMISER),
)
def reads_the_net_of_the_notebook(e: Evidence):
    """The optimiser looks after the variable `net` of the notebook, and not after the network
    that was passed in."""
    own = [run.frozen and agree(run.held, e.facts.own) for run in runs(e)]
    return e.stage in STEPS and all(own)


@sign(
    "Whose numbers does `step()` change: those in the network, or others that were equal once?",
    "Look for `.data`, `detach`, `clone`, `deepcopy` or a network that is made anew. An optimiser "
    "needs the very objects that are in the network, and that have the gradients.",
    where=(
        calling("clone", "deepcopy", "copy", "tensor", "Parameter", "state_dict", "detach"),
        attribute("data"),
    ),
)
def looks_after_copies(e: Evidence):
    """The optimiser is given copies of the parameters, or their bare numbers, and those in the
    network never move."""
    if "can't optimize a non-leaf Tensor" in making_raised(e):
        return True
    held = [r.frozen and (agree(r.held, r.start) or agree(r.held, r.end)) for r in runs(e)]
    return e.stage in STEPS and all(held)


# --- Something else than an optimiser ------------------------------------------------------------


@sign(
    "Print the weights and their `.grad` before and after the call. What should differ?",
    "Making an optimiser makes no step, clears no gradient, and leaves the start values alone. "
    "Look for `step`, `zero_grad`, `init` and `apply`.",
    where=(
        calling("step", "zero_grad", "normal_", "zeros_", "uniform_", "fill_", "apply"),
        *(attribute("grad"), statement(ast.AugAssign)),
    ),
)
def changes_the_network_at_once(e: Evidence):
    """Making the optimiser changes the parameters already, or clears their gradients. That is left
    to `step()` and `zero_grad()`."""
    changed = all(run.changed for run in e.facts.runs)
    return e.stage in (*STEPS, "changed", "raised", "nothing") and changed


@sign(
    "What does a function give back that has no `return`?",
    "The optimiser gets a name in your function. How does the caller get it?",
    where=(THE_OPTIMISER, HEAD),
)
def returns_nothing(e: Evidence):
    """The call gives None: the optimiser, if there is one, never leaves the function."""
    return e.stage == "nothing" and made(e).value is None


@sign(
    "Which two methods will the training loop call on your result?",
    "`sgd` was a function that made a step. An optimiser is an object: a class has to be called, "
    "and a scheduler only changes the rate of one. Which class of `torch.optim` makes plain steps?",
    where=(RETURN, HEAD),
)
def returns_no_optimiser(e: Evidence):
    """What comes back is a function, a class or a scheduler, and no optimiser."""
    kinds = made(e).kinds
    other = kinds[0] in NOT_AN_OPTIMISER or any(kind.startswith(SCHEDULER) for kind in kinds)
    return e.stage in ("raised", "parameters", "kind", *STEPS) and other


@sign(
    "What should `isinstance(optimizer, optim.Optimizer)` say, and what does it say of yours?",
    "Your class does by hand what one in `torch.optim` does already.",
    where=(statement(ast.ClassDef), RETURN),
)
def writes_a_class_of_its_own(e: Evidence):
    """A class of your own makes the right steps (a later edition of the book has one like it).
    What is asked for is an optimiser of torch."""
    own = made(e).kinds[0].startswith("__main__.") and OPTIMIZER not in made(e).kinds
    return e.stage == "kind" and own and all(run.plain() for run in runs(e))


# --- Which parameters move -----------------------------------------------------------------------


@sign(
    "Which parameters have moved after a step, and which have not? Print their names.",
    "A bias has a gradient, too. How do you choose what the optimiser gets, and with which rate?",
    where=(attribute("weight"), calling("endswith", "dim"), THE_OPTIMISER),
)
def leaves_the_biases_alone(e: Evidence):
    """The weights move, and the biases never do."""
    weights = [np.char.endswith(run.names, "weight") for run in runs(e)]
    plain = [run.plain(mask) for run, mask in zip(runs(e), weights, strict=True)]
    return e.stage in STEPS and all(plain)


@sign(
    "Which parameters have moved after a step, and which have not? Print their names.",
    "There may be any number of layers, and a network can hold networks. Which method of a module "
    "lists the parameters at every depth?",
    where=(statement(ast.Subscript), calling("next", "children", "named_children"), THE_OPTIMISER),
)
def moves_some_layers_only(e: Evidence):
    """Some layers move, and the others never do: the optimiser has not heard of them."""

    def some(run: Run) -> bool:
        moved = np.isin(run.names, [n for s in run.steps for n in run.names[s.move != 0]])
        return bool(moved.any() and not moved.all()) and run.plain(moved)

    # With a network of another form the function may fail
    return e.stage in STEPS and any(some(run) for run in e.facts.runs)


# --- Which steps they make -----------------------------------------------------------------------


@sign(
    "By how much does a parameter move if its gradient is ten times as large?",
    "Adam, AdamW, RMSprop and Adagrad divide by the size of earlier gradients. The plain step of "
    "the table in the notebook has a class of its own in `torch.optim`.",
    where=(THE_OPTIMISER, calling("sign", "sgn", "abs", "norm")),
)
def adapts_the_step_to_each_parameter(e: Evidence):
    """The steps are those of Adam, RMSprop or Adagrad: the first one is as long for each parameter,
    whatever the size of its gradient."""
    # AdamW shrinks the parameters besides, by a hundredth of the rate
    moves = [abs(run.steps[0].move) for run in runs(e)]
    return e.stage in STEPS and all(0 < move.max() < 1.2 * move.min() for move in moves)


@sign(
    "Make two steps, the second with a gradient of zeros. What does the second one do?",
    "A plain step has no memory. Look for `momentum`, `nesterov`, and for gradients that you keep.",
    where=(THE_OPTIMISER, calling("get"), operator(ast.Add)),
)
def carries_earlier_gradients_on(e: Evidence):
    """A step also goes along the gradients of the steps before it, as it does with momentum."""

    def carries(run: Run) -> bool:
        first, second, third = run.steps
        fit(first, first.gradient)
        before, own = fit(second, first.gradient, second.gradient)
        fit(third, first.gradient, second.gradient, third.gradient)
        return abs(before) > 1e-3 * abs(own)

    return e.stage in STEPS and all(carries(run) for run in runs(e))


@sign(
    "What does a step do to a parameter whose gradient is zero?",
    "Look for `weight_decay`: it shrinks parameters at every step. How large should it be here?",
    where=(THE_OPTIMISER, operator(ast.Mult)),
)
def shrinks_the_parameters(e: Evidence):
    """Each step also shrinks the parameters a little, as weight decay does it."""

    def decay(run: Run) -> float:
        """Of the weights, by the first step; that of the biases may be another."""
        step, weights = run.steps[0], np.char.endswith(run.names, "weight")
        # The rate is known. To fit it as well would ask more of float32 than it has: the gradients
        # of a few biases may be small.
        after = step.after + run.lr * step.gradient
        found = []
        for mask in (weights, ~weights):
            rest = Step(step.before[mask], step.gradient[mask], after[mask])
            (shrinks,) = fit(rest, rest.before)
            found.append(shrinks / run.lr)
        return found[0]

    one, other = (decay(run) for run in runs(e))
    same_for_both = one > 3e-5 and bool(np.isclose(one, other, rtol=0.1))
    return e.stage in STEPS and same_for_both


@sign(
    "Which way does a gradient point: up the slope, or down?",
    "Take p = 3, the gradient 2 and the rate 0.1. Where should p be after the step? Look for "
    "`maximize` and for signs.",
    where=(THE_OPTIMISER, operator(ast.Add, ast.USub)),
)
def climbs(e: Evidence):
    """The steps have the right length and go up the slope: they add the gradient."""
    return e.stage in STEPS and close(factor(e), -1)


@sign(
    "What changes if you call your function with another `lr`?",
    "Without being told, SGD takes a rate of its own. Follow `lr` to the optimiser, or look for a "
    "number that has its place.",
    where=(statement(ast.Constant), THE_OPTIMISER),
)
def fixes_the_rate(e: Evidence):
    """The rate is always the same, whatever `lr` says: a number of yours, or PyTorch's own."""
    if "required optimization parameter lr" in making_raised(e):  # by older versions of torch
        return True
    one, other = rates(e)
    return e.stage in STEPS and one > 1e-5 and close(one, other)


@sign(
    "Where is the mean over a batch taken now: in the loss, or in the step?",
    "The loss has divided by the batch size already. Look for the line that divides again.",
    where=(operator(ast.Div), naming("batch_size"), THE_OPTIMISER),
)
def divides_by_the_batch_size(e: Evidence):
    """The steps are too short by the notebook's batch size, as if one had to divide by it, like
    `sgd`. The loss has taken the mean already."""
    return e.stage in STEPS and bool(np.isclose(factor(e) * e.facts.batch_size, 1, rtol=1e-3))


@sign(
    "With `lr=0.1` and a gradient of 2, how far does a parameter move? How far should it?",
    "Follow `lr` from the first line of your function to the optimiser: what happens to it?",
    where=(operator(ast.Div), operator(ast.Mult), THE_OPTIMISER),
)
def scales_the_rate(e: Evidence):
    """All steps are too long or too short by the same factor: the rate is multiplied or divided
    by a number."""
    return e.stage in STEPS and factor(e) > 0
