"""What goes wrong in `LinearNet`: a module that flattens its input and computes Z Wᵀ + b."""

import ast
import re
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from typing import Any

import numpy as np

from graders.engine.draw import Draw
from graders.engine.functions import Object
from graders.engine.misconceptions import Evidence, alike, sign
from graders.engine.places import assigning, attribute, calling, statement
from graders.engine.values import Opaque, Tensor
from graders.misconceptions.linear_regression_concise import _nets
from graders.misconceptions.linear_regression_concise._nets import known

D, Q = 6, 3  # inputs and outputs: 6 is also 2 · 3, as many as a small picture has
WEIGHTS = (Q, D), (D, Q)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What there is to know of a network of D inputs and Q outputs, and of others of the class.

    Attributes:
        inherits_init: Whether the class has no `__init__` but nn.Module's.
        net: The network; None, as all that follows, where the class has no `__init__`.
        attributes: What stands on `self`, beside what nn.Module keeps in lists.
        buffers: The shapes of the tensors that are registered, but not as parameters.
        again: What it gave for the same X once more.
        later: How many parameters it had by then.
        axes: What becomes of the axes of an input; see `flattened`.
        lost: What a backward pass does not reach; see `unreached`.
        single: A network with one output; None where that is not to be had.
        fewer, wider: The shapes of the parameters for Q - 1 outputs, and for D + 1 inputs.
        shared: Whether filling another network changed all the parameters of this one.
    """

    inherits_init: bool = False
    net: Any = None
    attributes: Any = None
    buffers: Any = None
    again: Any = None
    later: Any = None
    axes: Any = None
    lost: Any = None
    single: Any = None
    fewer: Any = None
    wider: Any = None
    shared: bool = False


def probe(LinearNet, draw, library, device):
    """Networks of several sizes, rows and pictures for one of them, and a backward pass."""
    inits = [thing.itself().method("__init__") for thing in (LinearNet, library(_nets.MODULE))]
    if library("operator.is_")(*(init.itself() for init in inits)).value is True:
        return Facts(inherits_init=True)
    first = LinearNet.make(D, Q)
    net = _nets.look_at(first, draw, device, D, Q)
    again = known(lambda: first(Tensor(net.X.astype(np.float32), name="X")).value)
    later = _nets.parameters(first)
    held = known(lambda: first.method("__dict__").value().value) or {}
    found = known(lambda: first.method("named_buffers").epochs(limit=20)) or []
    buffers = [item[1] for one in found for item in one.value.items]
    one = known(lambda: LinearNet.make(D, 1))
    facts = Facts(
        net=net,
        attributes={name: v for name, v in held.items() if name[0] != "_" and name != "training"},
        buffers=[one.shape for one in buffers if isinstance(one, Tensor)],
        again=again,
        later=len(later),
        axes=flattened(first, net, draw),
        lost=unreached(first, draw),
        single=one and _nets.look_at(one, draw, device, D),
        fewer=_nets.shapes(LinearNet.make(D, Q - 1)),
        wider=_nets.shapes(LinearNet.make(D + 1, Q)),
    )
    _nets.look_at(LinearNet.make(D, Q), draw, device, D, Q)
    after = _nets.parameters(first)
    moved = [not alike(after[name], tensor.f64) for name, tensor in net.parameters.items()]
    return replace(facts, shared=bool(moved) and all(moved))


def flattened(net: Object, filled: _nets.Net, draw: Draw) -> str:
    """What becomes of the axes of an input: "all" of them are flattened, with the examples; those
    from the third on, one too "late"; or "none", so that the layer sees the last axis only."""
    if not any(shape in WEIGHTS for shape in filled.shapes):
        return ""

    def gives(*forms: tuple[int, ...]) -> bool:
        """Whether the network takes an input of the first form for one of the others."""
        X = _nets.inputs(draw, *forms[0])
        done = known(lambda: net(X).value)
        right = [X.f64.reshape(form) @ filled.weight + filled.bias for form in forms[1:]]
        return any(alike(done, one) for one in right)

    # Rows of six numbers each, whatever the examples were, are no fault: those make two of these
    if gives((2, 3), (6,), (1, 6)) and not gives((4, 3), (2, 6)):
        return "all"
    if gives((4, 2, 3, 2), (4, 2, 6)):
        return "late"
    return "none" if gives((4, 2, 6), (4, 2, 6)) else ""


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


def about_parameters(e: Evidence) -> bool:
    """Whether a check stopped at which parameters there are."""
    return e.stage in ("form", "names")


def of_the_model(shapes: list[tuple[int, ...]]) -> bool:
    """Whether a weight or a bias is among tensors of these shapes."""
    return any(shape in (*WEIGHTS, (Q,), (1, Q)) for shape in shapes)


def about_values(e: Evidence) -> bool:
    """Whether a check stopped at what the network predicts, or at what follows from it."""
    return e.stage in ("values", "shape", "gradient")


def about_axes(e: Evidence) -> bool:
    """Whether a check stopped where an input with too many axes would stop it."""
    return e.stage in ("values", "shape", "raised")


def a_method(node: ast.AST) -> bool:
    """A method that is not `__init__`, to look at."""
    return isinstance(node, ast.FunctionDef) and node.name != "__init__"


# --- The class --------------------------------------------------------------------------------


@sign(
    "`super` is a name here. What has to be done with it before it gives you the base class?",
    "Look at the brackets of this line: there are two calls in it.",
    where=attribute("__init__"),
)
def forgets_to_call_super(e: Evidence):
    """`super` is only named: without brackets of its own it does not know whose base is meant."""
    return "descriptor '__init__' of 'super' object needs an argument" in e.error


@sign(
    "What does the `__init__` of `nn.Module` need to know of your network?",
    "The base makes its lists and needs no argument for it: not the sizes, and not `self` again.",
    where=calling("__init__"),
)
def gives_super_init_arguments(e: Evidence):
    """The `__init__` of `nn.Module` is called with arguments, and it takes none."""
    return e.stage == "raised" and "__init__() takes 1 positional argument but" in e.error


@sign(
    "Who makes the lists in which a module keeps its parts? Does that happen before they are used?",
    "The base has an `__init__` of its own, and `super` leads to it. When does yours get there?",
    where=(attribute("__init__"), statement(ast.FunctionDef)),
)
def uses_the_module_before_super_init(e: Evidence):
    """The `__init__` of `nn.Module` has not run when its lists are needed."""
    lists = r"has no attribute '_(parameters|modules|buffers|\w*hooks\w*)'"
    return "before Module.__init__() call" in e.error or bool(re.search(lists, e.error))


@sign(
    "A method that runs when an object is made has a special name. How is it spelt?",
    "Count the underscores of `__init__`, and look at how far the method is indented.",
    where=statement(ast.FunctionDef, ast.ClassDef),
)
def has_no_init_of_its_own(e: Evidence):
    """The class has no `__init__` of its own: nothing takes the sizes that it is called with."""
    return e.stage == "parameters" and e.facts.inherits_init


@sign(
    "Compare the first line of your `__init__` with the stub's. What does a new network get?",
    "`self` counts as well. Later editions of the book pass other things here; this class gets "
    "two sizes.",
    where=statement(ast.FunctionDef),
)
def gives_init_too_few_parameters(e: Evidence):
    """`__init__` has fewer parameters than it gets: the network itself and two sizes."""
    few = r"__init__\(\) takes [^.]* positional arguments? but \d were given"
    return e.stage == "parameters" and re.search(few, e.error) is not None


@sign(
    "Which of the two sizes can be left out when a network is made? See the stub's first line.",
    "A parameter with a default may be left out. Where does Python expect the default?",
    where=statement(ast.FunctionDef),
)
def gives_the_outputs_no_default(e: Evidence):
    """The number of outputs has no default, so that a network needs two sizes each time."""
    alone = len(e.calls[-1].given) == 1
    missing = "__init__() missing 1 required positional argument" in e.error
    return e.stage == "parameters" and alone and missing


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


@sign(
    "Which class only stores layers, and which one also calls them one after another?",
    "An `nn.ModuleList` can be looped over. What should happen in each turn of the loop?",
    where=(calling("ModuleList"), a_method),
)
def calls_a_module_list(e: Evidence):
    """`forward` calls an `nn.ModuleList`, which stores layers and runs none of them."""
    return "Module [ModuleList] is missing the required" in e.error


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
    silent = net.predictions is None and not net.error
    return e.stage == "nothing" and silent


@sign(
    "How many things does `forward` hand back, and how many are predictions?",
    "Look at the commas in the line that returns.",
    where=statement(ast.Return),
)
def returns_more_than_the_predictions(e: Evidence):
    """`forward` returns several things in one tuple, and only one of them is the predictions."""
    made = e.facts.net.predictions
    several = isinstance(made, (list, tuple)) and len(made) > 1
    return e.stage == "type" and several and any(alike(one, e.facts.net.right) for one in made)


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


@sign(
    "Which of your tensors remembers how it was calculated, and can NumPy remember that, too?",
    "Everything that `forward` needs is in PyTorch: the products, the sums and the shapes.",
    where=(calling("numpy"), attribute("np")),
)
def goes_over_to_numpy(e: Evidence):
    """`forward` asks for NumPy's arrays, and autograd cannot follow it there."""
    return "Can't call numpy() on Tensor that requires grad" in e.error


# --- Its parts --------------------------------------------------------------------------------


@sign(
    "When does a lazy layer get to know its number of inputs? What can an optimiser find before?",
    "Lazy layers are in later editions of the book. Here `__init__` is told both sizes.",
    where=calling("LazyLinear"),
)
def uses_a_lazy_layer(e: Evidence):
    """A lazy layer has neither weight nor bias before it has seen data."""
    return about_parameters(e) and e.facts.net.has(_nets.LAZY) > 0


@sign(
    "Call one network twice with the same input. Why do the predictions differ?",
    "Which of your two methods runs once for each network, and which one at every call?",
    where=calling("Linear", "Parameter", "randn", "normal"),
)
def makes_a_new_layer_at_every_call(e: Evidence):
    """`forward` makes a new layer at every call, so that no weight is ever used twice."""
    one, other = e.facts.net.predictions, e.facts.again
    differs = one.shape == other.shape and not alike(one, other.f64)
    return about_parameters(e) and not e.facts.net.parameters and differs


@sign(
    "An optimiser is made before the first batch. What can `parameters()` find at that moment?",
    "The sizes are known when the network is made. Which method should make the layer then?",
    where=calling("Linear", "Parameter"),
)
def makes_its_layer_at_the_first_call(e: Evidence):
    """The layer is made by the first call: before, the network has no parameters."""
    return about_parameters(e) and not e.facts.net.parameters and e.facts.later > 0


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
    "There is a class that makes a parameter of a tensor. A calculation with a parameter gives a "
    "plain tensor again.",
    where=(assigning("self"), calling("randn", "zeros", "normal", "rand")),
)
def keeps_plain_tensors_for_parameters(e: Evidence):
    """The weight or the bias is a plain tensor on `self`, which `parameters()` does not find."""
    tensors = [v.shape for v in e.facts.attributes.values() if isinstance(v, Tensor)]
    return about_parameters(e) and len(e.facts.net.parameters) < 2 and of_the_model(tensors)


@sign(
    "What is the difference between the two things that a module can register: which one learns?",
    "A buffer is saved with the network and never trained. What is the other kind called?",
    where=calling("register_buffer"),
)
def registers_a_buffer_for_a_parameter(e: Evidence):
    """The weight or the bias is a buffer: it is saved, but `parameters()` does not find it."""
    missing = len(e.facts.net.parameters) < 2
    return about_parameters(e) and missing and of_the_model(e.facts.buffers)


@sign(
    "What does `forward` ask `self` for, and what has `__init__` stored there?",
    "A name without `self.` in front is gone when `__init__` ends. Compare the names letter by "
    "letter, too.",
    where=calling("Linear", "Parameter"),
)
def stores_no_layer_on_self(e: Evidence):
    """`forward` asks `self` for a part that `__init__` has not stored there."""
    missing = "'LinearNet' object has no attribute" in e.facts.net.error
    return about_parameters(e) and not e.facts.net.parameters and missing


@sign(
    "Where does the layer stand that `__init__` has made? Which name leads there from `forward`?",
    "Every method gets the network as its first argument. What belongs to it is behind that name.",
    where=statement(ast.Return),
)
def forgets_self_in_forward(e: Evidence):
    """`forward` uses the bare name of a part that is stored on `self`."""
    name = re.match(r"NameError: name '(\w+)' is not defined", e.error)
    parts = {*e.facts.attributes, *e.facts.net.layers, *e.facts.net.parameters}
    return name is not None and name[1] in parts


@sign(
    "Print `net.named_parameters()`. Which of them does `forward` use?",
    "Look at each part that `__init__` stores: where does it stand in `forward`?",
    where=statement(ast.Assign),
)
def makes_a_layer_that_it_never_uses(e: Evidence):
    """There are more parameters than the predictions depend on: a part is made and never used."""
    net = e.facts.net
    arrays = [p.f64 for p in net.parameters.values()]
    weights = [a.reshape(D, Q) if a.shape == (D, Q) else a.T for a in arrays if a.shape in WEIGHTS]
    biases = [a for a in arrays if a.shape == (Q,)]
    enough = any(alike(net.predictions, net.X @ W + b) for W, b in product(weights, biases))
    return about_parameters(e) and len(arrays) > 2 and enough


@sign(
    "Write the formula of the model down. How many weights does it have for each feature?",
    "Print the network and count its layers: the formula needs one, straight from all the "
    "features to the predictions.",
    where=calling("Linear"),
)
def has_a_hidden_layer(e: Evidence):
    """There is more than one layer on the way from the features to the predictions."""
    matrices = [shape for shape in e.facts.net.shapes if len(shape) == 2]
    side_by_side = all(shape in WEIGHTS for shape in matrices)
    return about_parameters(e) and len(matrices) > 1 and not side_by_side


@sign(
    "What does your network predict for an input of zeros? Can it learn something else?",
    "The formula adds something to Z Wᵀ. Where is it made, and is it switched off?",
    where=(calling("Linear"), statement(ast.Return)),
)
def forgets_the_bias(e: Evidence):
    """There is a weight, but no bias: an input of zeros always gives 0."""
    net = e.facts.net
    elsewhere = e.facts.buffers or any(isinstance(v, Tensor) for v in e.facts.attributes.values())
    return about_parameters(e) and net.shapes in ([WEIGHTS[0]], [WEIGHTS[1]]) and not elsewhere


@sign(
    "With three outputs: how many weights does each feature need?",
    "Look at the shape that the weight is made with. Which of the two sizes is missing?",
    where=calling("randn", "zeros", "normal", "rand", "Parameter"),
)
def makes_the_weight_a_vector(e: Evidence):
    """The weight has one number for each input, which is enough for one output only."""
    flat = all(len(shape) < 2 for shape in e.facts.net.shapes)
    return about_parameters(e) and flat and (D,) in e.facts.net.shapes


@sign(
    "With three outputs: how many numbers does the formula add to each row?",
    "Look at the shape that the bias is made with. Which of the two sizes does it depend on?",
    where=calling("zeros", "Parameter"),
)
def has_one_bias_for_all_outputs(e: Evidence):
    """There is one bias for all the outputs together, and not one for each."""
    bias, weight = e.facts.net.shapes
    return about_parameters(e) and bias in ((), (1,)) and weight in WEIGHTS


@sign(
    "Make networks with one and with three outputs and print them. What should differ?",
    "Where does `num_outputs` stand in `__init__`, beside its first line?",
    where=calling("Linear", "Parameter"),
)
def ignores_the_number_of_outputs(e: Evidence):
    """The layer has the same number of outputs whatever `num_outputs` says."""
    bias, weight = e.facts.net.shapes
    fixed = len(weight) == 2 and D in weight and {*weight} == {D, *bias}
    return about_parameters(e) and fixed and bias != (Q,) and e.facts.fewer == e.facts.net.shapes


@sign(
    "Make networks for 3 and for 7 features and print them. What should differ?",
    "Look at the first size of the layer: is it the parameter of `__init__`, or a number or a "
    "variable from outside?",
    where=calling("Linear", "Parameter"),
)
def takes_a_fixed_number_of_inputs(e: Evidence):
    """The layer takes the same number of inputs whatever `num_inputs` says."""
    shapes = e.facts.net.shapes
    return about_parameters(e) and len(shapes) > 0 and (Q in shapes[-1]) and shapes == e.facts.wider


@sign(
    "For one example: how many numbers go into the layer, and how many come out?",
    "`nn.Linear` has two sizes. Which of them comes first?",
    where=calling("Linear"),
)
def swaps_inputs_and_outputs(e: Evidence):
    """The layer takes `num_outputs` numbers and gives `num_inputs`: its sizes are swapped."""
    return about_parameters(e) and e.facts.net.shapes == [(D,), (D, Q)]


@sign(
    "What does an optimiser need of a parameter in order to move it?",
    "Print `requires_grad` of both parameters. Which of your lines has switched it off?",
    where=(attribute("requires_grad"), calling("requires_grad_", "Parameter")),
)
def freezes_a_parameter(e: Evidence):
    """A parameter does not require gradients, so that no training can move it."""
    return e.stage == "graph" and any(not p.requires_grad for p in e.facts.net.parameters.values())


@sign(
    "Make two networks, change a weight of one of them and look at the other.",
    "Look for what is made once for the whole class: a variable outside of the methods, a default "
    "argument.",
    where=(statement(ast.Dict), calling("Linear", "setdefault")),
)
def shares_its_layer_with_other_networks(e: Evidence):
    """Two networks have the same parameters: who trains one trains the other."""
    return e.stage == "shared" and e.facts.shared


# --- What forward computes --------------------------------------------------------------------


@sign(
    "Write one prediction down as a sum. How often does the bias occur in it?",
    "A linear layer adds its bias by itself. What does `forward` add?",
    where=attribute("bias"),
)
def adds_the_bias_twice(e: Evidence):
    """The bias is added once more to what the layer has added it to already."""
    net = e.facts.net
    return about_values(e) and net.gives(lambda z: z + net.bias)


@sign(
    "Which numbers can come out of a softmax? Which prices can a house have?",
    "A softmax is for choosing among classes. What comes after Z Wᵀ + b in the formula?",
    where=calling("Softmax", "softmax", "log_softmax", "LogSoftmax"),
)
def ends_in_a_softmax(e: Evidence):
    """The predictions go through a softmax, which turns them into shares of 1."""
    shares = [lambda z, axis=axis: _nets.softmax(z, axis) for axis in (0, 1)]
    logarithms = [lambda z, share=share: np.log(share(z)) for share in shares]
    return about_values(e) and e.facts.net.gives(*shares, *logarithms)


@sign(
    "Which numbers can come out of your last step? May a prediction be negative, or large?",
    "Nothing comes after Z Wᵀ + b in the formula. Look for `relu`, `sigmoid` or the like.",
    where=(
        calling("ReLU", "relu", "Sigmoid", "sigmoid", "Tanh", "tanh", "clamp", "maximum"),
        statement(ast.Return),
    ),
)
def ends_in_an_activation(e: Evidence):
    """The predictions go through an activation function after the linear layer."""
    return about_values(e) and e.facts.net.gives(_nets.relu, _nets.sigmoid, np.tanh)


@sign(
    "What is the shape of the predictions for 4 examples and one output? What should it be?",
    "A linear layer gives a column by itself. Look for a step that takes an axis away.",
    where=calling("squeeze", "flatten", "reshape", "view", "ravel"),
)
def squeezes_the_predictions(e: Evidence):
    """With one output the predictions lose their second axis: (n,) and not (n, 1)."""
    return e.stage == "shape" and e.facts.single.gives(np.ravel)


@sign(
    "Give `forward` two examples of three numbers. How many rows reach the layer?",
    "Flattening has a first axis to start from. With which one does it start if you say nothing?",
    where=calling("flatten", "Flatten", "view", "reshape", "ravel"),
)
def flattens_the_examples_too(e: Evidence):
    """All axes are flattened, so that the examples become one long row."""
    return about_axes(e) and e.facts.axes == "all"


@sign(
    "Follow a batch of shape (4, 2, 3, 5) through `forward`. Which axes should be left?",
    "Axes are counted from 0. With which one does your flattening start?",
    where=calling("flatten", "Flatten", "view", "reshape"),
)
def starts_flattening_one_axis_late(e: Evidence):
    """The input is flattened from the third axis on, and the second stays as it is."""
    return about_axes(e) and e.facts.axes == "late"


@sign(
    "Follow a batch of shape (4, 2, 3) through `forward`. What shape reaches the layer?",
    "A linear layer looks at the last axis only. Which step of yours makes one row of each "
    "example, and is its result used?",
    where=(calling("squeeze", "flatten", "view", "reshape"), statement(ast.Return)),
)
def forgets_to_flatten(e: Evidence):
    """The layer gets an input of several axes as it is: each example should be one row."""
    return about_axes(e) and e.facts.axes == "none"


@sign(
    "Write a batch of two examples with three numbers down, and reshape it by hand.",
    "Reshaping fills row after row and keeps no example together. Which axis has to stay in front?",
    where=calling("reshape", "view"),
)
def mixes_the_examples_when_reshaping(e: Evidence):
    """The input is reshaped to columns and turned then: each row has numbers of many examples."""
    net = e.facts.net
    mixed = net.X.reshape(D, -1).T @ net.weight + net.bias
    return about_values(e) and alike(net.predictions, mixed)


# --- What autograd sees -----------------------------------------------------------------------


@sign(
    "Print `requires_grad` of the predictions. Should training be able to follow them back?",
    "Looking away is for updates and for measuring. Look for `no_grad`, `.detach()` and `.data`.",
    where=(calling("no_grad", "detach", "numpy", "tensor"), attribute("data")),
)
def predicts_without_recording(e: Evidence):
    """The predictions have no graph: `forward` computes or returns them out of autograd's sight."""
    return e.stage == "graph" and e.facts.lost == {"everything"}


@sign(
    "A step of `forward` copies the input. Does autograd know where the copy comes from?",
    "Look at what happens to `X` first: `.data`, `.detach()` and `torch.tensor` cut it off.",
    where=(attribute("data"), calling("detach", "tensor", "from_numpy")),
)
def takes_the_input_out_of_the_graph(e: Evidence):
    """The input is taken out of the graph, so that no gradient gets back to `X`."""
    return e.check == "passes_gradients_on" and e.stage == "graph" and "X" in e.facts.lost


@sign(
    "After a backward pass, print `.grad` of both parameters. Which one has none?",
    "Look at how `forward` reaches this parameter: `.data` and `.detach()` cut it off.",
    where=(attribute("data"), calling("detach", "clone", "tensor")),
)
def takes_a_parameter_out_of_the_graph(e: Evidence):
    """A parameter is used out of autograd's sight, so that no gradient gets to it."""
    missed = e.facts.lost - {"X", "everything"}
    return e.check == "passes_gradients_on" and e.stage == "nothing" and bool(missed)
