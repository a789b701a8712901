"""What goes wrong in `get_optimizer`: an optimiser whose step is p - lr * p.grad, for every p."""

import ast
import contextlib
import dataclasses
import itertools
import re
from collections.abc import Callable, Iterable, Sequence
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
SCHEDULER = "torch.optim.lr_scheduler"

RETURN = statement(ast.Return)
HEAD = statement(ast.FunctionDef)
OPTIMISERS = ("SGD", "Adam", "AdamW", "Adamax", "NAdam", "RAdam", "Adagrad", "Adadelta", "RMSprop")
MODULES = "(Linear|LinearNet|Sequential|LayerNorm|Bilinear)"
THE_OPTIMISER = calling(*OPTIMISERS)

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


# What a rule takes away: for each of the steps, of all gradients and of the rate
Rule = Callable[[Sequence[np.ndarray], float], Sequence[np.ndarray]]


@dataclass
class Run:
    """A network of three layers, and an optimiser for it.

    Attributes:
        lr: The rate that was asked for.
        nested: Whether two of the layers lie in a network inside of the network.
        names: For each entry of the vectors the name of its parameter.
        made: The making of the optimiser, as if it were a step.
        kept_gradients: Whether it has left the gradients as they were.
        handle: A number that no other object has; 0 where nothing was made.
        steps: Three steps, each from other values and from a fresh gradient of another size.
        end: The parameters, when they had been given other values once more.
        held: What the optimiser then had in its place.
    """

    lr: float
    nested: bool
    names: np.ndarray
    made: Step
    kept_gradients: bool = True
    handle: int = 0
    steps: list[Step] = field(default_factory=list)
    end: np.ndarray | None = None
    held: list[Tensor] = field(default_factory=list)

    @property
    def frozen(self) -> bool:
        """Nothing has moved, at any of the steps."""
        return bool(self.steps) and not any(step.move.any() for step in self.steps)

    @property
    def held_values(self) -> np.ndarray:
        return vector(self.held)


@dataclass
class Facts:
    """What `probe` found out.

    Attributes:
        asked_for: The names of the parameters that have no default.
        runs: Of two optimisers; the second was made when the first was there.
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
    made: list[Object] = []  # they stay alive: what has gone may leave its number to another
    for lr, nested in [(draw.uniform(0.2, 0.9), False), (draw.uniform(0.004, 0.009), True)]:
        model = network(library, device, nested)
        fill(model, parameters(model), draw)
        backward(model, draw, 1.0)
        start = parameters(model)
        names = np.array([name for name, p in start.items() for _ in range(p.array.size)])
        values = vector(start.values())
        run = Run(lr, nested, names, Step(values, vector(gradients(start)), values))
        facts.runs.append(run)
        with contextlib.suppress(Unanswered):
            made.append(get_optimizer.make(model, lr, name="optimizer"))
            run.handle = library("builtins.id")(made[-1]).value
            look(run, model, made[-1], start, draw)
    return facts


def look(run: Run, net: Object, optimizer: Object, start: dict[str, Tensor], draw: Draw) -> None:
    """Fill in what the making of the optimiser has changed, and what its steps do."""
    now = parameters(net)
    run.made = dataclasses.replace(run.made, after=vector(now.values()))
    left = gradients(now)
    run.kept_gradients = bool(left) and np.array_equal(vector(left), run.made.gradient)
    for scale in (0.3, 2.0, 1.0):
        fill(net, start, draw)
        net.method("zero_grad")()
        backward(net, draw, scale)
        ready = parameters(net)
        optimizer.method("step")()
        after = parameters(net)
        parts = ready.values(), gradients(ready), after.values()
        run.steps.append(Step(*map(vector, parts)))
    fill(net, start, draw)
    run.end = vector(parameters(net).values())
    groups = optimizer.method("param_groups").value().value
    run.held = [p for group in groups for p in group["params"]]


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
    found = e.facts.runs
    if not all(len(run.steps) == 3 for run in found):
        raise ValueError("the optimiser took no steps")
    return found


def same(move: np.ndarray, predicted: np.ndarray, step: Step) -> bool:
    """Whether this was taken away from the parameters, but for the rounding of float32."""
    size = abs(step.before) + abs(predicted)
    return bool((abs(move - predicted) <= 4e-6 * size).all())


def follows(run: Run, rule: Rule) -> bool:
    """Whether each step took away what a rule makes of the gradients so far, and of the rate."""
    predicted = rule([step.gradient for step in run.steps], run.lr)
    return all(same(s.move, p, s) for s, p in zip(run.steps, predicted, strict=True))


def plain(gradients: Sequence[np.ndarray], lr: float) -> Sequence[np.ndarray]:
    return [lr * g for g in gradients]


def fit(step: Step, *parts: np.ndarray) -> np.ndarray:
    """The weights with which the parts add up to a step. Raises `ValueError` if they do not."""
    weights, *_ = np.linalg.lstsq(np.array(parts).T, step.move, rcond=None)
    if not same(step.move, weights @ np.array(parts), step):
        raise ValueError("there is something else in it")
    return weights


def rates(run: Run) -> list[float]:
    """The rate of each step along its gradient. Raises `ValueError` where it goes elsewhere."""
    return [float(fit(step, step.gradient)[0]) for step in run.steps]


def steady(e: Evidence) -> list[float]:
    """For each run the rate of all its steps. Raises `ValueError` where they differ."""
    found = [rates(run) for run in runs(e)]
    if not all(close(rate, each[0]) for each in found for rate in each):
        raise ValueError("the rate changes")
    return [each[0] for each in found]


def factor(e: Evidence) -> float:
    """What both rates have been multiplied by. Raises `ValueError`."""
    one, other = (rate / run.lr for rate, run in zip(steady(e), runs(e), strict=True))
    if abs(one) < 1e-4 or not np.isclose(one, other, rtol=1e-3) or close(one, 1):
        raise ValueError("not by one number, or by 1")
    return one


def close(one: float, other: float) -> bool:
    """Whether two rates are the same, but for the rounding of parameters that move little."""
    return bool(np.isclose(one, other, rtol=1e-4, atol=2e-6))


def only(run: Run, chosen: Callable[[str], bool]) -> bool:
    """Whether the chosen parameters make plain steps, and the others none."""
    mask = np.array([chosen(name) for name in run.names])
    steps = [(step, np.where(mask, run.lr * step.gradient, 0)) for step in run.steps]
    return all(same(step.move, predicted, step) for step, predicted in steps)


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


# --- Called in another way -----------------------------------------------------------------------


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


# --- What the optimiser is made from -------------------------------------------------------------


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
    "What do you hand over to the optimiser? Print it.",
    "A method does nothing until it is called. Look at what stands behind its name.",
    where=attribute("parameters", "named_parameters"),
)
def hands_over_the_method(e: Evidence):
    """The optimiser gets a method of the network, which has not been called: there are no
    parameters in it."""
    return "'method' object is not iterable" in making_raised(e)


@sign(
    "What does an optimiser have to know: the network, or the numbers that it may change?",
    "A module can list all that it has to learn. Which method does it? It is these tensors that "
    "the optimiser wants.",
    where=THE_OPTIMISER,
)
def hands_over_the_network(e: Evidence):
    """The optimiser gets the network itself. It wants the parameters in it."""
    alone = f"'{MODULES}' object is not iterable"
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
    own = [run.frozen and agree(run.held_values, e.facts.own) for run in runs(e)]
    return e.stage in STEPS and all(own)


@sign(
    "Make optimisers for two networks. Are they two?",
    "When is the line run that makes the optimiser: at every call, or only at the first?",
    where=(statement(ast.Global), statement(ast.If), calling("cache", "lru_cache"), RETURN),
)
def makes_one_optimiser_for_all(e: Evidence):
    """Every call gives back the same optimiser, which was made for an earlier network."""
    one, other = (run.handle for run in e.facts.runs)
    return e.stage in (*STEPS, "changed") and one == other != 0


@sign(
    "Does `p.data` have a `.grad`? Print it after `backward()`.",
    "`.data` and `.detach()` give another tensor with the same numbers. Which tensor does "
    "`backward()` fill the gradient of?",
    where=(attribute("data"), calling("detach")),
)
def passes_the_bare_data(e: Evidence):
    """The optimiser has the numbers of the parameters, as `.data` or `.detach()` give them, and
    not the parameters: there is never a gradient, and no step moves anything."""
    held = [run.frozen and agree(run.held_values, run.end) for run in runs(e)]
    return e.stage in STEPS and all(held) and not any(p.grad for run in runs(e) for p in run.held)


@sign(
    "Whose numbers does `step()` change: those in the network, or others that were equal once?",
    "Look for `clone`, `deepcopy`, `tensor`, or a network that is made anew. An optimiser needs "
    "the very objects that are in the network.",
    where=calling("clone", "deepcopy", "copy", "tensor", "Parameter", "state_dict"),
)
def looks_after_copies(e: Evidence):
    """The optimiser is given copies of the parameters, and those in the network never move."""
    if "can't optimize a non-leaf Tensor" in making_raised(e):
        return True
    held = [run.frozen and agree(run.held_values, run.made.before) for run in runs(e)]
    return e.stage in STEPS and all(held)


# --- Something else than an optimiser ------------------------------------------------------------


@sign(
    "How many steps should have been made when the optimiser has just been made?",
    "The training loop calls `step()`, whenever there are new gradients. Look for such a call.",
    where=(calling("step"), statement(ast.AugAssign)),
)
def makes_a_step_at_once(e: Evidence):
    """Making the optimiser makes a step already. That is left to the caller of `step()`."""
    stepped = [same(r.made.move, r.lr * r.made.gradient, r.made) for r in e.facts.runs]
    return e.stage in (*STEPS, "changed", "raised", "nothing") and all(stepped)


@sign(
    "What does a function give back that has no `return`?",
    "The optimiser gets a name in your function. How does the caller get it?",
    where=(THE_OPTIMISER, HEAD),
)
def returns_nothing(e: Evidence):
    """The call gives None: the optimiser, if there is one, never leaves the function."""
    return e.stage == "nothing" and made(e).value is None


@sign(
    "A class is a plan, and an object is built after it. Which of them knows your network?",
    "Print the result. Neither `net` nor `lr` occurs in it.",
    where=(RETURN, naming("SGD")),
)
def returns_the_class(e: Evidence):
    """A class comes back, not an object of it: it knows neither the network nor the rate."""
    return e.stage in ("raised", "parameters", "kind") and "builtins.type" in made(e).kinds


@sign(
    "Which two methods will the training loop call on your result?",
    "`sgd` was a function that made a step. An optimiser is an object, and `step()` is a method of "
    "it. Which class of `torch.optim` makes plain steps?",
    where=(RETURN, HEAD),
)
def returns_a_function(e: Evidence):
    """A function comes back, like `sgd` in the first notebook. An optimiser is an object with the
    methods `step` and `zero_grad`."""
    function = ("builtins.function", "functools.partial", "builtins.method")
    return e.stage in ("raised", "kind") and made(e).kinds[0] in function


@sign(
    "What does your result change when its `step()` is called?",
    "A scheduler turns the rate of an optimiser down, and moves no parameter. Which of the two "
    "objects do you give back?",
    where=(RETURN, attribute("lr_scheduler")),
)
def returns_a_scheduler(e: Evidence):
    """What comes back is a scheduler. Its `step()` changes the rate of an optimiser, and no
    parameter."""
    scheduler = any(kind.startswith(SCHEDULER) for kind in made(e).kinds)
    return e.stage in ("raised", "kind", *STEPS) and scheduler


@sign(
    "What should `isinstance(optimizer, optim.Optimizer)` say, and what does it say of yours?",
    "Your class does by hand what one in `torch.optim` does already.",
    where=(statement(ast.ClassDef), RETURN),
)
def writes_a_class_of_its_own(e: Evidence):
    """A class of your own makes the right steps (a later edition of the book has one like it).
    What is asked for is an optimiser of torch."""
    own = made(e).kinds[0].startswith("__main__.") and OPTIMIZER not in made(e).kinds
    return e.stage == "kind" and own and all(follows(run, plain) for run in runs(e))


# --- What making it does to the network ----------------------------------------------------------


@sign(
    "Print the weights before and after the call of `get_optimizer`. What should differ?",
    "The network comes with start values of its own. Look for `init` and for `apply`.",
    where=(calling("normal_", "zeros_", "uniform_", "fill_", "zero_", "apply", "init_params"),),
)
def gives_the_parameters_new_values(e: Evidence):
    """Making the optimiser gives the parameters new values: what the network had before is
    lost."""
    return e.stage in (*STEPS, "changed") and all(run.made.move.any() for run in e.facts.runs)


@sign(
    "Print `.grad` of a parameter before and after the call of `get_optimizer`.",
    "When are gradients to be cleared, and who calls for it?",
    where=(calling("zero_grad"), attribute("grad")),
)
def clears_the_gradients_at_once(e: Evidence):
    """Making the optimiser clears the gradients of the network. That is left to `zero_grad()`."""
    return e.stage == "changed" and not any(run.kept_gradients for run in e.facts.runs)


# --- Which parameters move -----------------------------------------------------------------------


@sign(
    "Which parameters have moved after a step, and which have not? Print their names.",
    "A bias has a gradient, too. How do you choose what the optimiser gets, and with which rate?",
    where=(attribute("weight"), calling("endswith", "dim"), THE_OPTIMISER),
)
def leaves_the_biases_alone(e: Evidence):
    """The weights move, and the biases never do."""
    return e.stage in STEPS and all(only(run, lambda n: n.endswith("weight")) for run in runs(e))


@sign(
    "Which parameters have moved after a step, and which have not? Print their names.",
    "How many layers does your function look at? There may be any number of them.",
    where=(statement(ast.Subscript), calling("next"), THE_OPTIMISER, RETURN),
)
def moves_one_layer_only(e: Evidence):
    """One layer moves, and the others never do: the optimiser has not heard of them."""
    flat = e.facts.runs[0]
    moved = {
        str(name) for step in flat.steps for name in flat.names[step.move != 0]
    }  # with a network of another form the function may fail
    layers = {name.partition(".")[0] for name in moved}
    whole = moved == {str(name) for name in flat.names if name.partition(".")[0] in layers}
    return e.stage in STEPS and len(layers) == 1 and whole and only(flat, moved.__contains__)


@sign(
    "Print the names of the parameters that have moved. How deep do they lie in the network?",
    "A network can hold networks. Which method of a module lists the parameters at every depth?",
    where=(calling("children", "named_children"), THE_OPTIMISER, RETURN),
)
def misses_layers_inside_of_layers(e: Evidence):
    """Only layers that lie directly in the network move. Those in a network inside of it never
    do."""
    flat, nested = runs(e)
    outer = only(nested, lambda n: n.count(".") == 1)
    return e.stage in STEPS and outer and follows(flat, plain)


# --- Which steps they make -----------------------------------------------------------------------


def adam(gradients: Sequence[np.ndarray], lr: float) -> list[np.ndarray]:
    """Adam with torch's default settings."""
    found, m, v = [], 0.0 * gradients[0], 0.0 * gradients[0]
    for t, g in enumerate(gradients, start=1):
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        found.append(lr * m / (1 - 0.9**t) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8))
    return found


def rmsprop(gradients: Sequence[np.ndarray], lr: float) -> list[np.ndarray]:
    found, v = [], 0.0 * gradients[0]
    for g in gradients:
        v = 0.99 * v + 0.01 * g**2
        found.append(lr * g / (np.sqrt(v) + 1e-8))
    return found


def adagrad(gradients: Sequence[np.ndarray], lr: float) -> list[np.ndarray]:
    found, v = [], 0.0 * gradients[0]
    for g in gradients:
        v = v + g**2
        found.append(lr * g / (np.sqrt(v) + 1e-10))
    return found


@sign(
    "By how much does a parameter move if its gradient is ten times as large?",
    "Adam, AdamW, RMSprop and Adagrad divide by the size of earlier gradients. The plain step of "
    "the table in the notebook has a class of its own in `torch.optim`.",
    where=calling(*OPTIMISERS),
)
def adapts_the_step_to_each_parameter(e: Evidence):
    """The steps are those of Adam, RMSprop or Adagrad: each parameter gets a length of its own,
    whatever the size of its gradient."""

    def adamw(run: Run) -> bool:  # the decay comes first, and is not part of the gradient
        moves = adam([step.gradient for step in run.steps], run.lr)
        decays = [0.01 * run.lr * step.before for step in run.steps]
        all_ = zip(run.steps, moves, decays, strict=True)
        return all(same(step.move, move + decay, step) for step, move, decay in all_)

    one = any(all(follows(r, rule) for r in runs(e)) for rule in (adam, rmsprop, adagrad))
    return e.stage in STEPS and (one or all(adamw(run) for run in runs(e)))


@sign(
    "By how much does a parameter move if its gradient is ten times as large?",
    "Take the gradients 4 and 0.5 and the rate 0.1, and calculate both steps on paper.",
    where=calling("sign", "sgn", "abs", "norm"),
)
def keeps_only_the_sign(e: Evidence):
    """Every step has the length `lr`: of the gradient only the sign counts."""

    def turns(gradients: Sequence[np.ndarray], lr: float) -> Sequence[np.ndarray]:
        return [lr * np.sign(g) for g in gradients]

    return e.stage in STEPS and all(follows(run, turns) for run in runs(e))


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
    "Without being told, SGD takes a rate of its own. Which argument of `get_optimizer` does your "
    "call never see?",
    where=THE_OPTIMISER,
)
def never_passes_the_rate_on(e: Evidence):
    """`lr` never reaches the optimiser, which takes PyTorch's own rate of 0.001."""
    if "required optimization parameter lr" in making_raised(e):  # by older versions of torch
        return True
    return e.stage in STEPS and all(close(rate, 1e-3) for rate in steady(e))


@sign(
    "What changes if you call your function with another `lr`?",
    "Look for a number in your function. Which argument should have its place?",
    where=(statement(ast.Constant), THE_OPTIMISER),
)
def fixes_the_rate(e: Evidence):
    """The rate is always the same, whatever `lr` says."""
    one, other = steady(e)
    return e.stage in STEPS and one > 1e-5 and close(one, other)


@sign(
    "Which loss was the rate of 0.03 made for, and who has to think of that?",
    "The caller chooses the rate for the loss. Look for the line that divides it.",
    where=(operator(ast.Div), operator(ast.Mult), THE_OPTIMISER),
)
def halves_the_rate(e: Evidence):
    """The rate is halved, perhaps to make up for the ½ that the loss has lost. The caller has done
    that already."""
    return e.stage in STEPS and close(factor(e), 0.5)


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


@sign(
    "Make three steps with equal gradients. Are they equally long?",
    "Look for a line in `step` that changes the rate. The rate should be `lr` for ever.",
    where=(statement(ast.AugAssign), operator(ast.Div), THE_OPTIMISER),
)
def changes_the_rate_from_step_to_step(e: Evidence):
    """The first step is right, and those after it are of another length: the rate changes from
    step to step."""

    def changes(run: Run) -> bool:
        one, two, three = rates(run)
        away = abs(two - run.lr) > 1e-3 * run.lr and abs(three - two) > 1e-3 * run.lr
        return close(one, run.lr) and away

    return e.stage in STEPS and all(changes(run) for run in runs(e))
