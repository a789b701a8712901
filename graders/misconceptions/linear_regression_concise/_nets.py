"""What the files about networks share: what a probe finds out of one, and ideas that they have in
common. Those stand in the order in which each file lists them.

A probe fills a network with values of its own and lets it work: what it is made of and what it
does are facts, and signs read them. `D` and `OTHER` are the numbers of inputs that are asked for;
the notebook has 2.
"""

import ast
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.engine.draw import Draw
from graders.engine.functions import Function, Library, Object
from graders.engine.misconceptions import Evidence, alike, sign
from graders.engine.places import Pattern, calling, statement
from graders.engine.returned import Unanswered
from graders.engine.values import Tensor

D, OTHER = 5, 7

DROPOUT = "torch.nn.modules.dropout"
LAZY = "torch.nn.modules.linear.LazyLinear"
LINEAR = "torch.nn.modules.linear.Linear"
MODULE = "torch.nn.modules.module.Module"
SEQUENTIAL = "torch.nn.modules.container.Sequential"


# --- What a probe finds out -------------------------------------------------------------------


def known(ask: Callable[[], Any]) -> Any:
    """What a call gives; None where it raises."""
    try:
        return ask()
    except Unanswered:
        return None


def parameters(net: Object) -> dict[str, Tensor]:
    """The parameters of a network by name; {} where it cannot say."""
    found = known(lambda: net.method("named_parameters").epochs(limit=20))
    items = found[0].value.items if found else []
    return {item[0]: item[1] for item in items if isinstance(item[1], Tensor)}


def layers(net: Object) -> dict[str, Object]:
    """The layers of a network by name; {} where it cannot say."""
    found = known(lambda: net.method("named_children").epochs(limit=20))
    names = [item[0] for item in found[0].value.items] if found else []
    return {name: net.method(name).itself() for name in names}


def shapes(net: Object) -> list[tuple[int, ...]]:
    """The shapes of its parameters: a weight comes after its bias."""
    return sorted((p.shape for p in parameters(net).values()), key=by_size)


def by_size(shape: tuple[int, ...]) -> tuple:
    return len(shape), shape


def inputs(draw: Draw, *shape: int) -> Tensor:
    """An X whose rows come in pairs x and -x, large enough that no bias hides a sign."""
    half = 3 * draw.away_from_zero("X", shape[0] // 2, *shape[1:]).array
    return Tensor(np.concatenate([half, -half]), name="X")


@dataclass(frozen=True)
class Net:
    """A network under the lens.

    Attributes:
        value: What the call gave, as far as that is plain data.
        kinds: The full names of its classes, its own first.
        layers: The same of each of its layers, by name.
        parameters: By name, with the values that it predicted with.
        shapes: Theirs, a bias before its weight.
        X: What it was given, (rows, inputs).
        outputs: How many numbers it was to predict for each row.
        predictions: What it gave; None where it failed, or gave nothing.
        error: What it raised instead, "TypeError: …"; or "".
    """

    value: Any
    kinds: tuple[str, ...]
    layers: dict[str, tuple[str, ...]]
    parameters: dict[str, Tensor]
    shapes: list[tuple[int, ...]]
    X: np.ndarray
    outputs: int
    predictions: Any
    error: str = ""

    def has(self, kind: str) -> int:
        """How many of its layers are of a class, or of one from a module."""
        return sum(any(k.startswith(kind) for k in kinds) for kinds in self.layers.values())

    @property
    def weight(self) -> np.ndarray:
        """W, (inputs, outputs). Raises `StopIteration` where there is none."""
        form = (self.outputs, self.X.shape[1])
        arrays = [p.f64 for p in self.parameters.values()]
        return next(a if a.shape == form[::-1] else a.T for a in arrays if set(a.shape) == {*form})

    @property
    def bias(self) -> np.ndarray:
        """b, (outputs,); zeros where there is none."""
        arrays = [p.f64 for p in self.parameters.values()]
        return next((a for a in arrays if a.shape == (self.outputs,)), np.zeros(self.outputs))

    @property
    def right(self) -> np.ndarray:
        return self.X @ self.weight + self.bias

    def is_right(self) -> bool:
        return alike(self.predictions, self.right)

    def gives(self, *ideas: Callable[[np.ndarray], np.ndarray]) -> bool:
        """Whether it predicts what one of the ideas makes of what is right: something else."""
        made = any(alike(self.predictions, idea(self.right)) for idea in ideas)
        return made and not self.is_right()


def look_at(net: Object, draw: Draw, device: str, d: int, outputs: int = 1) -> Net:
    """Fill a network and let it predict."""
    if device != "cpu":
        known(lambda: net.method("to")(device))
    parts = {name: layer.made.kinds for name, layer in layers(net).items()}
    filled = {
        name: draw.away_from_zero(name, *p.shape, dtype=p.dtype, requires_grad=p.requires_grad)
        for name, p in parameters(net).items()
    }
    known(lambda: net.method("load_state_dict")(filled, strict=False))
    X = inputs(draw, 16, d)
    value, error = None, ""
    try:
        value = net(X).value
    except Unanswered as raised:
        error = raised.error
    forms = sorted((p.shape for p in filled.values()), key=by_size)
    return Net(net.made.value, net.made.kinds, parts, filled, forms, X.f64, outputs, value, error)


@dataclass(frozen=True)
class Facts:
    """What there is to know of a function `net_…`.

    Attributes:
        net: What a call with D inputs gave.
        other: The shapes of the parameters that a call with OTHER inputs gave.
        as_named: Whether its layers are those that are asked for, none of them a chain.
        same_net, same_layer: Whether a second call gave the same object, one with the same layer.
    """

    net: Net
    other: list[tuple[int, ...]]
    as_named: bool
    same_net: bool
    same_layer: bool


def facts(
    make: Function, draw: Draw, library: Library, device: str, names: tuple[str, ...] | int
) -> Facts:
    """Let a function `net_…` work; `names` are those of its layers, or how many it should have."""
    first, second, third = make.make(D), make.make(D), make.make(OTHER)
    same = library("operator.is_")
    one, two = layers(first), layers(second)
    linear = [name for name in one if name in two and one[name].is_a(LINEAR)]
    same_net = same(first, second).value is True
    same_layer = any(same(one[name], two[name]).value is True for name in linear)
    right = len(one) == names if isinstance(names, int) else tuple(one) == names
    as_named = right and not any(layer.is_a(SEQUENTIAL) for layer in one.values())
    other = shapes(third)
    return Facts(look_at(first, draw, device, D), other, as_named, same_net, same_layer)


# --- Where a check stopped --------------------------------------------------------------------


def about_layers(e: Evidence) -> bool:
    """At which layers there are, or what they are called."""
    stopped = e.check == "is_sequential" and e.stage in ("form", "names")
    return stopped and not e.facts.as_named


def about_parameters(e: Evidence) -> bool:
    """At which parameters there are."""
    return e.stage in ("form", "names") and not about_layers(e)


def about_predictions(e: Evidence) -> bool:
    """At what it predicts, or at a layer more than there should be."""
    return e.stage in ("values", "shape", "type") or (
        about_layers(e) and len(e.facts.net.layers) > 1
    )


def relu(z: np.ndarray) -> np.ndarray:
    return np.maximum(z, 0)


def sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


def softmax(z: np.ndarray, axis: int = -1) -> np.ndarray:
    powers = np.exp(z - z.max(axis, keepdims=True))
    return powers / powers.sum(axis, keepdims=True)


def flattening_from(axis: int) -> Pattern:
    """A call that flattens from an axis on and says so."""

    def matches(node: ast.AST) -> bool:
        if not isinstance(node, ast.Call) or not calling("Flatten", "flatten")(node):
            return False
        given = [*node.args, *(keyword.value for keyword in node.keywords)]
        return any(isinstance(one, ast.Constant) and one.value == axis for one in given)

    return matches


# --- Ideas that several exercises know --------------------------------------------------------


@sign(
    "Is what you pass on a layer, or the class that layers are made from?",
    "A class makes a layer when it is called. Look for a pair of brackets that is missing.",
    where=calling("Sequential", "OrderedDict", "add_module"),
)
def passes_a_class_for_a_layer(e: Evidence):
    """A class stands where a layer belongs: nothing has called it to make one."""
    return bool(re.match(r"TypeError: torch\.nn\.modules\.\S+ is not a Module subclass", e.error))


@sign(
    "A layer makes numbers of numbers. How many go in for each house, and how many come out?",
    "`nn.Linear` takes both sizes. Look at which of your brackets the second one stands in.",
    where=calling("Linear"),
)
def forgets_the_number_of_outputs(e: Evidence):
    """`nn.Linear` is told how many numbers go in, but not how many come out."""
    return "missing 1 required positional argument: 'out_features'" in e.error


@sign(
    "The docstring asks for a chain of layers. What does `type(...)` say about your result?",
    "Later editions of the book write every model as a class. Here `nn.Sequential` does it all; "
    "a class of your own comes in `LinearNet`.",
    where=statement(ast.ClassDef),
)
def writes_a_class_instead_of_a_chain(e: Evidence):
    """The network is an object of a class of its own, and no `nn.Sequential`."""
    kinds = e.facts.net.kinds
    return e.stage == "kind" and MODULE in kinds and not kinds[0].startswith("torch.")


@sign(
    "When does a lazy layer get to know its number of inputs? What can an optimiser find before?",
    "Lazy layers are in later editions of the book. Here the number of inputs is no secret: which "
    "argument says it?",
    where=calling("LazyLinear"),
)
def uses_a_lazy_layer(e: Evidence):
    """A lazy layer has neither weight nor bias before it has seen data."""
    return about_parameters(e) and e.facts.net.has(LAZY) > 0


@sign(
    "Write the formula of the model down. How many weights does it have for each feature?",
    "Print the network and count its linear layers: the formula needs one, straight from all the "
    "features to the prediction.",
    where=calling("Linear"),
)
def chains_two_linear_layers(e: Evidence):
    """There is more than one linear layer on the way from the features to the prediction."""
    net = e.facts.net
    return e.stage in ("form", "names") and SEQUENTIAL in net.kinds and net.has(LINEAR) > 1


@sign(
    "What does your network predict for a house whose features are all 0? Can it learn another?",
    "Look at the arguments of `nn.Linear`: one of them decides about the bias.",
    where=calling("Linear"),
)
def forgets_the_bias(e: Evidence):
    """The layer has no bias: an input of zeros always gives 0."""
    net = e.facts.net
    layer = net.has(LINEAR) == 1 or LINEAR in net.kinds
    return about_parameters(e) and layer and net.shapes == [(1, D)]


@sign(
    "For one house: how many numbers go into the layer, and how many come out?",
    "`nn.Linear` has two sizes. Which of them comes first?",
    where=calling("Linear"),
)
def swaps_inputs_and_outputs(e: Evidence):
    """The layer takes one number and gives `num_inputs` of them: its sizes are swapped."""
    return about_parameters(e) and e.facts.net.shapes == [(D,), (D, 1)]


@sign(
    "How many prices does a house have? How many numbers does your network give for one?",
    "Look at the second size of `nn.Linear`: it counts the predictions, whatever the features are.",
    where=calling("Linear"),
)
def makes_more_than_one_output(e: Evidence):
    """The layer predicts several numbers for each example instead of one."""
    bias, weight = e.facts.net.shapes
    return about_parameters(e) and weight == (*bias, D) and bias > (1,)


@sign(
    "Print the networks for 3 and for 7 features side by side. What should differ?",
    "Look at the first size of `nn.Linear`: is it the function's parameter, or a number or a "
    "variable from outside?",
    where=calling("Linear"),
)
def takes_a_fixed_number_of_inputs(e: Evidence):
    """The layer has the same size at every call: the argument `num_inputs` does not reach it."""
    net = e.facts.net
    one_row = bool(net.shapes) and net.shapes[-1][:1] == (1,) and len(net.shapes[-1]) == 2
    return about_parameters(e) and one_row and net.shapes == e.facts.other


@sign(
    "Which numbers can come out of a softmax? Which prices can a house have?",
    "A softmax is for choosing among classes. What comes after the linear layer in the formula?",
    where=calling("Softmax", "softmax"),
)
def ends_in_a_softmax(e: Evidence):
    """The predictions go through a softmax, which turns them into shares of 1."""
    return about_predictions(e) and e.facts.net.gives(np.ones_like, lambda z: softmax(z, axis=0))


@sign(
    "Which numbers can come out of your last step? May a prediction be negative, or large?",
    "Nothing comes after the linear layer in the formula. Look for `ReLU`, `Sigmoid` or the like.",
    where=calling("ReLU", "relu", "Sigmoid", "sigmoid", "Tanh", "tanh", "LeakyReLU", "leaky_relu"),
)
def ends_in_an_activation(e: Evidence):
    """The predictions go through an activation function after the linear layer."""
    functions = relu, sigmoid, np.tanh, lambda z: np.where(z > 0, z, 0.01 * z)
    return about_predictions(e) and e.facts.net.gives(*functions)


@sign(
    "What is the shape of your predictions for 4 houses? Which of the numbers counts the outputs?",
    "A linear layer gives a column by itself. Look for a step that takes an axis away.",
    where=(flattening_from(0), calling("squeeze", "ravel", "reshape", "view")),
)
def flattens_the_predictions(e: Evidence):
    """The column of predictions is flattened: its second axis is gone."""
    return about_predictions(e) and e.facts.net.gives(np.ravel)


@sign(
    "Make two networks, change a weight of one of them and look at the other.",
    "Where is your network made? Look for what outlives a call: a variable outside of the "
    "function, a default argument, a cache.",
    where=(calling("Sequential", "cache", "lru_cache"), calling("Linear")),
)
def hands_out_the_same_network_again(e: Evidence):
    """Two calls give one and the same network: who trains one trains the other."""
    return e.stage == "shared" and e.facts.same_net


@sign(
    "Make two networks, change a weight of one of them and look at the other.",
    "The chain is new at every call. Is the layer? Look for what outlives a call: a variable "
    "outside of the function, a default argument.",
    where=calling("Linear", "setdefault"),
)
def puts_the_same_layer_into_every_network(e: Evidence):
    """Two networks hold the same layer: who trains one trains the other."""
    return e.stage == "shared" and e.facts.same_layer and not e.facts.same_net


@sign(
    "What does an optimiser need of a parameter in order to move it?",
    "Print `requires_grad` of the parameters. Which of your steps has switched it off?",
    where=(calling("requires_grad_"), statement(ast.Assign)),
)
def freezes_the_parameters(e: Evidence):
    """The parameters do not require gradients, so that no training can move them."""
    frozen = [not p.requires_grad for p in e.facts.net.parameters.values()]
    return e.stage == "graph" and bool(frozen) and all(frozen)
