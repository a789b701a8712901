"""What goes wrong in `LinearNet`: a module that flattens its input and computes Z Wᵀ + b."""

import ast
import re
from dataclasses import dataclass
from functools import partial
from typing import Any

from graders.engine.draw import Draw
from graders.engine.functions import Object
from graders.engine.misconceptions import Evidence, alike, sign
from graders.engine.places import assigning, attribute, calling, statement
from graders.engine.values import Opaque, Tensor
from graders.misconceptions.linear_regression_concise import _nets
from graders.misconceptions.linear_regression_concise._nets import about_parameters, known

D, Q = 6, 3  # inputs and outputs: 6 is also 2 · 3, as many as a small picture has


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What there is to know of a network of D inputs and Q outputs, and of others of the class.

    Attributes:
        net: The network.
        attributes: What stands on `self`, beside what nn.Module keeps in lists; and its buffers.
        again: What it gave for the same X once more.
        later: How many parameters it had by then.
        axes: What becomes of the axes of an input; see `_nets.flattened`.
        lost: What a backward pass does not reach; see `unreached`.
        single: A network with one output; None where that is not to be had.
        fewer, other: The shapes of the parameters for Q - 1 outputs, and for D + 1 inputs.
    """

    net: _nets.Net
    attributes: dict[str, Any]
    again: Any
    later: int
    axes: str
    lost: set[str]
    single: Any
    fewer: list[tuple[int, ...]]
    other: list[tuple[int, ...]]


def probe(LinearNet, draw, device):
    """Networks of several sizes, rows and pictures for one of them, and a backward pass."""
    first = LinearNet.make(D, Q)
    net = _nets.look_at(first, draw, device, D, Q)
    again = known(lambda: first(Tensor(net.X.astype("float32"), name="X")).value)
    later = _nets.parameters(first)
    held = known(lambda: first.method("__dict__").value().value) or {}
    found = known(lambda: first.method("named_buffers").epochs(limit=20)) or []
    buffers = {name: value for one in found for name, value in one.value.items}
    one = known(lambda: LinearNet.make(D, 1))
    return Facts(
        net=net,
        attributes=buffers | {k: v for k, v in held.items() if k[0] != "_" and k != "training"},
        again=again,
        later=len(later),
        axes=_nets.flattened(first, net, draw),
        lost=unreached(first, draw),
        single=one and _nets.look_at(one, draw, device, D),
        fewer=_nets.shapes(LinearNet.make(D, Q - 1)),
        other=_nets.shapes(LinearNet.make(D + 1, Q)),
    )


def unreached(net: Object, draw: Draw) -> set[str]:
    """What a backward pass does not reach: "X" and names of parameters; or "everything", where the
    predictions have no graph at all."""
    v = draw.away_from_zero("v", 4, Q)
    for shape in ((4, 2, 3), (4, D)):  # where pictures do not fit, rows may
        X = _nets.inputs(draw, *shape)
        X.requires_grad = True
        done = known(partial(net, X, cotangent=v))
        if done is None or not isinstance(done.value, Tensor) or done.value.shape != (4, Q):
            continue
        if not done.value.requires_grad:
            return {"everything"}
        predictions = known(partial(net.make, X))
        known(partial(predictions.method("backward"), v))
        gradients = {"X": done.gradients[0]}
        gradients |= {name: tensor.grad for name, tensor in _nets.parameters(net).items()}
        return {name for name, gradient in gradients.items() if gradient is None}
    return set()


def a_method(node: ast.AST) -> bool:
    """A method that is not `__init__`, to look at."""
    return isinstance(node, ast.FunctionDef) and node.name != "__init__"


# --- The class --------------------------------------------------------------------------------


@sign(
    "Who makes the lists in which a module keeps its parts? Does that happen before they are used?",
    "The base has an `__init__` of its own. `super` leads to it, where it is called as well, and "
    "it takes no arguments. When does yours get there?",
    where=(attribute("__init__"), calling("__init__"), statement(ast.FunctionDef)),
)
def uses_the_module_before_super_init(e: Evidence):
    """The `__init__` of `nn.Module` has not run when its lists are needed, or it is called in
    another way than it expects."""
    lists = r"has no attribute '_(parameters|modules|buffers|\w*hooks\w*)'"
    named = "descriptor '__init__' of 'super' object needs an argument"
    given = e.stage == "raised" and "LinearNet.__init__() takes 1 positional argument" in e.error
    early = "before Module.__init__() call" in e.error or re.search(lists, e.error) is not None
    return early or given or named in e.error


@sign(
    "Compare the first line of your `__init__` with the stub's. What does a new network get?",
    "`self` counts as well, and a parameter with a default may be left out. Count the underscores "
    "of the name, too. Later editions of the book pass other things.",
    where=statement(ast.FunctionDef, ast.ClassDef),
)
def has_another_init(e: Evidence):
    """The class has no `__init__` that takes what a new network is given: itself and two sizes, the
    second of which may be left out."""
    return e.stage == "parameters" and "__init__() " in e.error


@sign(
    "How does a class say what it is built on?",
    "Look at the class line of the stub, and at what stands in its brackets.",
    where=statement(ast.ClassDef),
)
def builds_on_no_module(e: Evidence):
    """The class is not built on `nn.Module`, so that nothing keeps a list of its parts."""
    return e.stage == "kind" and _nets.MODULE not in e.facts.net.kinds


@sign(
    "You call the network, and `nn.Module` looks for one certain method. Is it there?",
    "Compare the method's name letter by letter with the stub's, and look at how far it is "
    "indented.",
    where=(a_method, statement(ast.ClassDef)),
)
def has_no_forward(e: Evidence):
    """The class has no method that is called `forward`."""
    return 'Module [LinearNet] is missing the required "forward" function' in e.error


keeps_its_layers_in_a_mere_store = _nets.keeps_its_layers_in_a_mere_store


@sign(
    "A method gets the object itself as its first argument. What does yours make of that?",
    "Compare the line `def forward` with the stub's: how many names stand in its brackets?",
    where=statement(ast.FunctionDef),
)
def gives_forward_one_parameter(e: Evidence):
    """`forward` has one parameter, and gets two things: the network itself and the input."""
    return "forward() takes 1 positional argument but 2 were given" in e.error


@sign(
    "What is the last thing that `forward` does? What does a call of the network give back?",
    "Which statement hands a result to the caller?",
    where=a_method,
)
def forward_forgets_return(e: Evidence):
    """`forward` ends without handing its result back."""
    net = e.facts.net
    return e.stage == "nothing" and net.predictions is None and not net.error


@sign(
    "What does `nn.Flatten(...)` give: a tensor, or a layer that is still to be called?",
    "A layer is made once and called with the input. A tensor can also be flattened by a method "
    "of its own.",
    where=calling("Flatten"),
)
def makes_a_layer_instead_of_flattening(e: Evidence):
    """`nn.Flatten(...)` makes a layer with whatever it is given, and flattens nothing."""
    made = e.stage == "type" and e.facts.net.predictions
    layer = isinstance(made, Opaque) and made.type == "Flatten"
    return layer or "must be Tensor, not Flatten" in e.error


# --- Its parts --------------------------------------------------------------------------------

uses_a_lazy_layer = _nets.uses_a_lazy_layer


@sign(
    "An optimiser is made before the first batch. What can `parameters()` find at that moment?",
    "Which of your two methods runs once for each network, and which one at every call?",
    where=calling("Linear", "Parameter", "randn", "normal"),
)
def makes_its_layer_in_forward(e: Evidence):
    """The layer is made when the network is called: before, there are no parameters to train."""
    one, other = e.facts.net.predictions, e.facts.again
    differs = isinstance(one, Tensor) and not alike(one, other.f64)
    none = about_parameters(e) and not e.facts.net.parameters
    return none and (e.facts.later > 0 or differs)


@sign(
    "Where does `nn.Module` look for the parts of a network? Print `list(net.parameters())`.",
    "Lists and dictionaries of Python are no modules. PyTorch has containers for layers, and a "
    "single layer needs none.",
    where=(statement(ast.List, ast.Tuple, ast.Dict), calling("append")),
)
def keeps_its_layers_in_a_plain_list(e: Evidence):
    """The layer is in a plain Python list or dictionary, where `parameters()` does not look."""
    held = [v for v in e.facts.attributes.values() if isinstance(v, (list, tuple, dict))]
    inside = [v for one in held for v in (one.values() if isinstance(one, dict) else one)]
    layer = any(isinstance(v, Opaque) and v.type == "Linear" for v in inside)
    return about_parameters(e) and not e.facts.net.parameters and layer


@sign(
    "Print `type(...)` of the weight. Which tensors does `nn.Module` enter into its list?",
    "There is a class that makes a parameter of a tensor. A buffer is saved and never trained, and "
    "a calculation with a parameter gives a plain tensor again.",
    where=(assigning("self"), calling("register_buffer", "randn", "zeros", "normal", "rand")),
)
def keeps_plain_tensors_for_parameters(e: Evidence):
    """The weight or the bias is a plain tensor on `self`, or a buffer, which `parameters()` does
    not find."""
    shapes = {v.shape for v in e.facts.attributes.values() if isinstance(v, Tensor)}
    of_the_model = shapes & {(Q, D), (D, Q), (Q,), (1, Q)}
    return about_parameters(e) and len(e.facts.net.parameters) < 2 and bool(of_the_model)


@sign(
    "What does `forward` ask for, and what has `__init__` stored, under which name?",
    "What belongs to the network is behind `self.`: other names are gone when `__init__` ends. "
    "Compare the names letter by letter, too.",
    where=(calling("Linear", "Parameter"), statement(ast.Return)),
)
def forgets_self(e: Evidence):
    """`forward` does not find a part of the network: `__init__` has not stored it on `self`, or
    `forward` does not look there."""
    net = e.facts.net
    missing = "'LinearNet' object has no attribute" in net.error and not net.parameters
    name = re.match(r"NameError: name '(\w+)' is not defined", e.error)
    parts = {*e.facts.attributes, *net.layers, *net.parameters}
    return (about_parameters(e) and missing) or (name is not None and name[1] in parts)


chains_two_linear_layers = _nets.chains_two_linear_layers
forgets_the_bias = _nets.forgets_the_bias
swaps_inputs_and_outputs = _nets.swaps_inputs_and_outputs


@sign(
    "Make networks with one and with three outputs and print them. What should differ?",
    "Each output has a weight for every feature, and a bias. Where does `num_outputs` stand in "
    "`__init__`, beside its first line?",
    where=calling("Linear", "Parameter", "randn", "zeros", "normal", "rand"),
)
def ignores_the_number_of_outputs(e: Evidence):
    """The weight or the bias has the same shape whatever `num_outputs` says."""
    both = e.facts.net.shapes, e.facts.fewer
    of_the_model = all(len(shapes) == 2 for shapes in both)  # another part may have any size
    return about_parameters(e) and of_the_model and bool({*both[0]} & {*both[1]})


takes_a_fixed_number_of_inputs = _nets.takes_a_fixed_number_of_inputs
freezes_the_parameters = _nets.freezes_the_parameters
shares_a_layer_between_networks = _nets.shares_a_layer_between_networks

# --- What forward computes, and what autograd sees of it ---------------------------------------

ends_in_a_softmax = _nets.ends_in_a_softmax
ends_in_an_activation = _nets.ends_in_an_activation
flattens_the_predictions = _nets.flattens_the_predictions
flattens_the_examples_too = _nets.flattens_the_examples_too
starts_flattening_one_axis_late = _nets.starts_flattening_one_axis_late
forgets_to_flatten = _nets.forgets_to_flatten


@sign(
    "Print `requires_grad` of the predictions. Should training be able to follow them back?",
    "Looking away is for updates and for measuring. Look for `no_grad`, `.detach()`, `.data` and "
    "NumPy.",
    where=(calling("no_grad", "detach", "numpy", "tensor"), attribute("data", "np")),
)
def predicts_without_recording(e: Evidence):
    """The predictions have no graph: `forward` computes or returns them out of autograd's sight."""
    if "Can't call numpy() on Tensor that requires grad" in e.error:
        return True
    return e.stage == "graph" and e.facts.lost == {"everything"}


@sign(
    "After a backward pass, print `.grad` of the input and of both parameters. Which one has none?",
    "Look at how `forward` reaches it: `.data`, `.detach()` and `torch.tensor` cut it off.",
    where=(attribute("data"), calling("detach", "clone", "tensor", "from_numpy")),
)
def cuts_the_input_or_a_parameter_off(e: Evidence):
    """The input or a parameter is used out of autograd's sight, so that no gradient gets to it."""
    stopped = e.check == "passes_gradients_on" and e.stage in ("graph", "nothing")
    return stopped and bool(e.facts.lost)
