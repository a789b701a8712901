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
from graders.engine.functions import Function, Object
from graders.engine.misconceptions import Evidence, alike, sign
from graders.engine.places import assigning, attribute, calling, statement
from graders.engine.returned import Unanswered
from graders.engine.values import Tensor

D, OTHER = 5, 7

LAZY = "torch.nn.modules.linear.LazyLinear"
LINEAR = "torch.nn.modules.linear.Linear"
MODULE = "torch.nn.modules.module.Module"
CONTAINER = "torch.nn.modules.container."
SEQUENTIAL = CONTAINER + "Sequential"


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
    def sizes(self) -> set[int]:
        """Those of its weight, if it is right."""
        return {self.X.shape[1], self.outputs}

    @property
    def weight(self) -> np.ndarray:
        """W, (inputs, outputs). Raises `StopIteration` where there is none."""
        form = (self.X.shape[1], self.outputs)
        arrays = [p.f64 for p in self.parameters.values()]
        return next(a if a.shape == form else a.T for a in arrays if {*a.shape} == self.sizes)

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


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What there is to know of a function `net_…`.

    Attributes:
        net: What a call with D inputs gave.
        other: The shapes of the parameters that a call with OTHER inputs gave.
        layers: How many layers it should have.
        as_named: Whether its layers are those that are asked for, none of them a chain.
        axes: What becomes of the axes of an input; see `flattened`.
    """

    net: Net
    other: list[tuple[int, ...]]
    layers: int
    as_named: bool
    axes: str = ""

    @property
    def single(self) -> Net:
        """A network with one output."""
        return self.net


def facts(
    make: Function, draw: Draw, device: str, names: tuple[str, ...] | int, axes: bool = False
) -> Facts:
    """Let a function `net_…` work; `names` are those of its layers, or how many it should have."""
    first = make.make(D)
    found = layers(first)
    right = len(found) == names if isinstance(names, int) else tuple(found) == names
    six = make.make(6) if axes else None
    return Facts(
        net=look_at(first, draw, device, D),
        other=shapes(make.make(OTHER)),
        layers=names if isinstance(names, int) else len(names),
        as_named=right and not any(layer.is_a(SEQUENTIAL) for layer in found.values()),
        axes=flattened(six, look_at(six, draw, device, 6), draw) if six else "",
    )


def flattened(net: Object, filled: Net, draw: Draw) -> str:
    """What becomes of the axes of an input, for a network of 6 inputs: "all" of them are flattened,
    with the examples; those from the third on, one too "late"; or "none", so that the layer sees
    the last axis only."""
    if not any({*shape} == {6, filled.outputs} for shape in filled.shapes):
        return ""

    def gives(*forms: tuple[int, ...]) -> bool:
        """Whether the network takes an input of the first form for one of the others."""
        X = inputs(draw, *forms[0])
        done = known(lambda: net(X).value)
        right = [X.f64.reshape(form) @ filled.weight + filled.bias for form in forms[1:]]
        return isinstance(done, Tensor) and any(
            done.array.size == one.size and alike(Tensor(done.array.ravel()), one.ravel())
            for one in right
        )

    # Rows of six numbers each, whatever the examples were, are no fault: those make two of these
    if gives((2, 3), (6,)) and not gives((4, 3), (2, 6)):
        return "all"
    if gives((4, 2, 3, 2), (4, 2, 6)):
        return "late"
    return "none" if gives((4, 2, 6), (4, 2, 6)) else ""


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
    return e.stage in ("values", "shape", "type", "gradient") or (
        about_layers(e) and len(e.facts.net.layers) > 1
    )


def about_axes(e: Evidence) -> bool:
    """At what becomes of the axes of an input."""
    return e.stage in ("raised", "shape", "values") or about_layers(e)


def names(e: Evidence) -> list[str]:
    """What the layers are called, where their names are what is wrong."""
    found = e.facts.net.layers
    wrong = about_layers(e) and len(found) == e.facts.layers
    return list(found) if wrong and LINEAR in list(found.values())[-1] else []


def relu(z: np.ndarray) -> np.ndarray:
    return np.maximum(z, 0)


def sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


def softmax(z: np.ndarray, axis: int = -1) -> np.ndarray:
    powers = np.exp(z - z.max(axis, keepdims=True))
    return powers / powers.sum(axis, keepdims=True)


# --- Ideas that several exercises know --------------------------------------------------------


@sign(
    "What does a call in a cell of its own show? Follow the function to its last line.",
    "The network is ready at the end. Which statement hands it to the caller? What a method like "
    "`add_module` gives is not the network.",
    where=calling("add_module", "Sequential"),
)
def does_not_hand_the_network_back(e: Evidence):
    """The function ends without handing its network back."""
    return e.stage == "nothing" and e.facts.net.value is None


@sign(
    "What may `nn.Sequential` be made from? Print what you pass on, and its type.",
    "It takes the layers one by one, so that a list has to be unpacked; or a single `OrderedDict` "
    "as it is, which also keeps names.",
    where=calling("Sequential"),
)
def passes_something_else_for_a_layer(e: Evidence):
    """`nn.Sequential` gets a list, a tuple, a `dict` or a text in the place of a layer."""
    return bool(re.match(r"TypeError: (list|tuple|dict|str) is not a Module subclass", e.error))


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
    "What does `type(...)` say about your result, and what about the one that is asked for?",
    "Can a list or a dictionary be called? A chain can also hold a single layer. Which class makes "
    "chains?",
    where=statement(ast.Return),
)
def returns_no_chain(e: Evidence):
    """The result is a layer, or a list or a dictionary of layers, and no chain that calls them."""
    net = e.facts.net
    return e.stage == "kind" and (
        isinstance(net.value, (list, tuple)) or LINEAR in net.kinds or "builtins.dict" in net.kinds
    )


@sign(
    "Which class only stores layers, and which one also calls them one after another?",
    "An `nn.ModuleList` and an `nn.ModuleDict` have no `forward`. Which container has one?",
    where=calling("ModuleList", "ModuleDict"),
)
def keeps_its_layers_in_a_mere_store(e: Evidence):
    """An `nn.ModuleList` or an `nn.ModuleDict` stores layers, but calling it runs none of them."""
    if e.stage == "raised":
        return re.search(r"Module \[Module(List|Dict)\] is missing", e.error) is not None
    return e.stage == "kind" and e.facts.net.kinds[0].startswith(CONTAINER + "Module")


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
    "Print the network. How many chains do you see, and how many are asked for?",
    "The layer stands in a chain that stands in a chain. Which of the two is too much?",
    where=calling("add_module", "Sequential"),
)
def puts_a_chain_into_the_chain(e: Evidence):
    """The chain holds another chain, and only that one holds the layer."""
    held = e.facts.net.layers.values()
    return about_layers(e) and [SEQUENTIAL in kinds for kinds in held] == [True]


@sign(
    "Print the network. What are its layers called, and who chose these names?",
    "Layers that join by position are numbered. Which way to join takes a name as well?",
    where=calling("append", "Sequential", "insert", "extend"),
)
def lets_the_chain_number_the_layers(e: Evidence):
    """The layers come without names, so that the chain numbers them: "0" is the first."""
    return names(e) == [str(i) for i in range(e.facts.layers)]


@sign(
    "Look at the keys of `state_dict()`: what do they begin with, and what should they?",
    "Compare the names in the printed network with the docstring, letter by letter: Python tells "
    "capital letters from small ones.",
    where=(calling("add_module", "register_module", "OrderedDict"), assigning("layers")),
)
def calls_the_layers_something_else(e: Evidence):
    """A layer has another name than the one that is asked for."""
    return bool(names(e))


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
    matrices = [{*shape} for shape in net.shapes if len(shape) == 2]
    unused = all(sizes == net.sizes for sizes in matrices) or (
        net.sizes in matrices and net.is_right()
    )
    return e.stage in ("form", "names") and len(matrices) > 1 and not unused


@sign(
    "What does your network predict for a house whose features are all 0? Can it learn another?",
    "The formula adds something to the product. Where is it made, and is it switched off?",
    where=calling("Linear"),
)
def forgets_the_bias(e: Evidence):
    """There is a weight, but no bias: an input of zeros always gives 0."""
    net = e.facts.net
    return about_parameters(e) and [{*shape} for shape in net.shapes] == [net.sizes]


@sign(
    "For one house: how many numbers go into the layer, and how many come out?",
    "`nn.Linear` has two sizes. Which of them comes first?",
    where=calling("Linear"),
)
def swaps_inputs_and_outputs(e: Evidence):
    """The layer takes as many numbers as it should give, and the other way round: its sizes are
    swapped."""
    net = e.facts.net
    d = net.X.shape[1]
    return about_parameters(e) and net.shapes == [(d,), (d, net.outputs)]


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
    "Look at the first size of the layer: is it the parameter of the function, or a number or a "
    "variable from outside?",
    where=calling("Linear", "Parameter"),
)
def takes_a_fixed_number_of_inputs(e: Evidence):
    """The layer has the same size at every call: the argument `num_inputs` does not reach it."""
    net = e.facts.net
    weight = net.shapes[-1]
    fixed = len(weight) == 2 and net.outputs in weight and net.shapes == e.facts.other
    return about_parameters(e) and fixed


@sign(
    "Which numbers can come out of a softmax? Which prices can a house have?",
    "A softmax is for choosing among classes. What comes after the linear layer in the formula?",
    where=calling("Softmax", "softmax", "log_softmax", "LogSoftmax"),
)
def ends_in_a_softmax(e: Evidence):
    """The predictions go through a softmax, which turns them into shares of 1."""
    shares = [lambda z, axis=axis: softmax(z, axis) for axis in (0, 1)]
    logarithms = [lambda z, share=share: np.log(share(z)) for share in shares]
    return about_predictions(e) and e.facts.net.gives(*shares, *logarithms)


@sign(
    "Which numbers can come out of your last step? May a prediction be negative, or large?",
    "Nothing comes after the linear layer in the formula. Look for `ReLU`, `Sigmoid` or the like.",
    where=calling("ReLU", "relu", "Sigmoid", "sigmoid", "Tanh", "tanh", "LeakyReLU", "clamp"),
)
def ends_in_an_activation(e: Evidence):
    """The predictions go through an activation function after the linear layer."""
    functions = relu, sigmoid, np.tanh, lambda z: np.where(z > 0, z, 0.01 * z)
    return about_predictions(e) and e.facts.net.gives(*functions)


@sign(
    "What is the shape of your predictions for 4 houses? Which of the numbers counts the outputs?",
    "A linear layer gives a column by itself. Look for a step that takes an axis away.",
    where=calling("Flatten", "flatten", "squeeze", "ravel", "reshape", "view"),
)
def flattens_the_predictions(e: Evidence):
    """The column of predictions is flattened: its second axis is gone."""
    return about_predictions(e) and e.facts.single.gives(np.ravel)


@sign(
    "Give the network two examples of three numbers. How many rows reach the linear layer?",
    "Flattening has a first axis to start from. With which one does yours start?",
    where=calling("flatten", "Flatten", "view", "reshape", "ravel"),
)
def flattens_the_examples_too(e: Evidence):
    """All axes are flattened, so that the examples become one long row."""
    return about_axes(e) and e.facts.axes == "all"


@sign(
    "Follow a batch of shape (4, 2, 3, 5) through the network. Which axes should be left?",
    "Axes are counted from 0. With which one does your flattening start?",
    where=calling("flatten", "Flatten", "view", "reshape"),
)
def starts_flattening_one_axis_late(e: Evidence):
    """The input is flattened from the third axis on, and the second stays as it is."""
    return about_axes(e) and e.facts.axes == "late"


@sign(
    "Follow a batch of shape (4, 2, 3) through the network. What shape reaches the linear layer?",
    "A linear layer looks at the last axis only. Which step makes one row of each example, is its "
    "result used, and does it come first?",
    where=(calling("squeeze", "flatten", "view", "reshape", "Sequential"), statement(ast.Return)),
)
def forgets_to_flatten(e: Evidence):
    """The linear layer gets an input of several axes as it is: each example should be one row."""
    return about_axes(e) and e.facts.axes == "none"


@sign(
    "Make two networks, change a weight of one of them and look at the other.",
    "Where is your layer made? Look for what outlives a call: a variable outside of the function, "
    "or of the methods, a default argument, a cache.",
    where=calling("Sequential", "cache", "lru_cache", "Linear", "setdefault"),
)
def shares_a_layer_between_networks(e: Evidence):
    """Two networks share parameters: who trains one trains the other."""
    return e.stage == "shared"


@sign(
    "What does an optimiser need of a parameter in order to move it?",
    "Print `requires_grad` of the parameters. Which of your steps has switched it off?",
    where=(attribute("requires_grad"), calling("requires_grad_", "Parameter")),
)
def freezes_the_parameters(e: Evidence):
    """A parameter does not require gradients, so that no training can move it."""
    return e.stage == "graph" and any(not p.requires_grad for p in e.facts.net.parameters.values())
