"""What goes wrong in `init_params`: weights from N(0, 0.01²) and zeros for biases, in place."""

import ast
import math
import re
from dataclasses import dataclass

import numpy as np

from graders.engine.draw import Draw
from graders.engine.functions import Function, Library, Object
from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import assigning, attribute, calling, naming, operator, statement
from graders.engine.values import Tensor
from graders.misconceptions.linear_regression_concise import _nets
from graders.misconceptions.linear_regression_concise._nets import known

STD = 0.01
CHAIN = "0", "2", "4"  # its linear layers
MANY = 60_000
# How far the distribution function of so many draws is off with probability 5e-11, see the check;
# a box and a bell are four times as far from each other
FAR = math.sqrt(math.log(2 / 5e-11) / (2 * MANY))


@dataclass(frozen=True)
class Layer:
    """A linear layer, before a call with it and after.

    Attributes:
        inputs, outputs: Its sizes.
        before, after: Its weight.
        bias_before, bias: Its bias.
        same: Whether the weight is still the same object.
    """

    inputs: int
    outputs: int
    before: Tensor
    after: Tensor
    bias_before: Tensor
    bias: Tensor
    same: bool

    @property
    def values(self) -> np.ndarray:
        """The weights after the call, in order of size."""
        return np.sort(self.after.f64, axis=None)

    @property
    def untouched(self) -> bool:
        return np.array_equal(self.before.array, self.after.array)

    def has_spread(self, std: float) -> bool:
        """Whether this is the standard deviation, around a mean of 0: but for 7 standard errors of
        so many draws."""
        near = abs(self.values.std() / std - 1) < 7 / math.sqrt(2 * MANY)
        return bool(near and abs(self.values.mean()) < 7 / math.sqrt(MANY) * std)

    def is_even(self) -> bool:
        """Whether its weights are evenly spread over an interval."""
        low, high = self.values[0], self.values[-1]
        return bool(abs(self.values - np.linspace(low, high, MANY)).max() < FAR * (high - low))


@dataclass(frozen=True)
class Facts:
    """What there is to know of the function.

    Attributes:
        layer, other: Layers that it was called with.
        reached: Which linear layers of a chain `apply` has changed.
        trainable: Whether their parameters require gradients after that, each of them.
        repeats: Whether another layer of the same shape got the same weights.
        reseeded: Whether torch has another seed now.
        another_net: Whether the notebook's `net` has changed.
    """

    layer: Layer
    other: Layer
    reached: list[str]
    trainable: list[bool]
    repeats: bool
    reseeded: bool
    another_net: bool


def probe(init_params, library, draw, device, net):
    """Two large layers, some small ones, a chain; and a look at the notebook's own network."""
    seed = library("torch.initial_seed")
    seeds = [seed().value]
    notebooks = known(net.itself)
    before = _nets.parameters(notebooks) if notebooks else {}
    layer, other = (
        called(init_params, library, draw, device, *s) for s in ((300, 200), (150, 400))
    )
    after = _nets.parameters(notebooks) if notebooks else {}
    moved = [not np.array_equal(after[name].array, t.array) for name, t in before.items()]

    one, two = (called(init_params, library, draw, device, 30, 20) for _ in range(2))
    made = library("torch.nn.Linear").make
    relu, flatten = (library(f"torch.nn.{name}").make() for name in ("ReLU", "Flatten"))
    layers = made(20, 20), relu, made(20, 20), flatten, made(20, 1)
    chain = filled(library("torch.nn.Sequential").make(*layers), draw, device)
    old = _nets.parameters(chain)
    chain.method("apply")(init_params.itself())
    new = _nets.parameters(chain)
    seeds.append(seed().value)

    return Facts(
        layer=layer,
        other=other,
        reached=[n for n in CHAIN if not same_numbers(old[f"{n}.weight"], new[f"{n}.weight"])],
        trainable=[tensor.requires_grad for tensor in new.values()],
        repeats=same_numbers(one.after, two.after),
        reseeded=seeds[0] != seeds[1],
        another_net=any(moved),
    )


def filled(module: Object, draw: Draw, device: str) -> Object:
    """A module whose parameters have got numbers that no idea would give them."""
    if device != "cpu":
        module.method("to")(device)
    values = {
        name: draw.away_from_zero(name, *tensor.shape)
        for name, tensor in _nets.parameters(module).items()
    }
    module.method("load_state_dict")(values)
    return module


def called(
    init_params: Function, library: Library, draw: Draw, device: str, inputs: int, outputs: int
) -> Layer:
    """Call the function with a linear layer."""
    module = filled(library("torch.nn.Linear").make(inputs, outputs, name="layer"), draw, device)
    before, weight = _nets.parameters(module), module.method("weight").itself()
    init_params(module)
    after = _nets.parameters(module)
    same = library("operator.is_")(weight, module.method("weight").itself()).value is True
    return Layer(
        inputs=inputs,
        outputs=outputs,
        before=before["weight"],
        after=after["weight"],
        bias_before=before["bias"],
        bias=after["bias"],
        same=same,
    )


def same_numbers(one: Tensor, other: Tensor) -> bool:
    return np.array_equal(one.array.ravel(), other.array.ravel())


def about_weights(e: Evidence) -> bool:
    """Whether a check stopped at the weights that a call with a layer gives."""
    too_large = np.abs(e.facts.layer.values).max() > 10 * STD
    return (
        e.check.startswith("draws_weights")
        or e.stage == "constant"
        or (e.check == "works_through_apply" and too_large)
    )


def about_biases(e: Evidence) -> bool:
    """Whether a check stopped at a bias."""
    return e.check == "sets_biases_to_zero" or (
        e.check == "works_through_apply" and not about_weights(e)
    )


DRAWS = calling("normal_", "normal", "randn", "randn_like", "gauss", "standard_normal", "sample")


# --- Where it stops ---------------------------------------------------------------------------


@sign(
    "Should the filling be part of a calculation that gradients are taken of?",
    "Look away from the recording while you fill. `torch.nn.init` has functions that do this by "
    "themselves.",
    where=(calling("normal_", "zero_", "fill_", "copy_", "uniform_", "mul_"), assigning()),
)
def fills_while_autograd_records(e: Evidence):
    """A parameter is changed in place while autograd records, and this it does not allow."""
    return e.stage == "raised_on_a_leaf"


@sign(
    "Print `type(...)` of a layer's weight. What are you putting in its place?",
    "The layer has a parameter already. Which operations change the numbers in it?",
    where=assigning("net", "m", "layer", "module"),
)
def assigns_something_that_is_no_parameter(e: Evidence):
    """A layer takes only a parameter for its weight or bias: no other tensor, and no number."""
    return e.error.startswith("TypeError: cannot assign '") and "as parameter" in e.error


@sign(
    "`net.apply` calls your function with each module. Which of them have a weight?",
    "Print `type(net)` in the first line of your function, and apply it to a chain with a ReLU.",
    where=attribute("weight", "bias"),
)
def expects_a_weight_in_every_module(e: Evidence):
    """A module that has no weight, like a ReLU or a chain, is asked for one."""
    without = r"'(ReLU|Flatten|Sequential)' object has no attribute '(weight|bias)'"
    return re.search(without, e.error) is not None


@sign(
    "Is the function called with the whole network, or with its layers one by one?",
    "The book fills `net[0]`, since it has the chain in its hands. Print `type(...)` of what you "
    "have in yours: what is left for your function to do?",
    where=(statement(ast.Subscript, ast.For), attribute("linear", "net", "fc", "layer")),
)
def takes_a_layer_for_a_network(e: Evidence):
    """The function takes a layer out by its number or its name, or loops over all, but it is called
    with single layers, too."""
    single = "'(Linear|ReLU|Flatten|Sequential)' object "
    inside = "is not iterable|is not subscriptable|has no attribute '(linear|net|fc|layer)"
    return re.search(f"{single}({inside})", e.error) is not None


@sign(
    "In later editions of the book this is done in a class. What is the function given here?",
    "`self` is a parameter of methods. This function has one parameter: each module in turn.",
    where=naming("self"),
)
def comes_from_a_class_of_a_later_edition(e: Evidence):
    """`self` is known inside the methods of a class, and this is a function."""
    return e.error.startswith("NameError: name 'self' is not defined")


@sign(
    "Who calls whom here? Follow two calls on paper.",
    "`modules()` and `apply` come to the module itself as well. Is there a call that ends?",
    where=calling("apply", "init_params"),
)
def calls_itself_without_end(e: Evidence):
    """The function leads to a call of itself, again and again, without an end."""
    return e.error.startswith("RecursionError")


# --- What it fills ----------------------------------------------------------------------------


@sign(
    "Which network should be filled: one of the notebook, or the one that the call is about?",
    "Compare the name of the parameter with the names that the lines below use.",
    where=naming("net"),
)
def fills_the_network_of_the_notebook(e: Evidence):
    """The function uses the notebook's `net`, whatever it is called with."""
    if e.error:
        return e.error.startswith("NameError: name 'net' is not defined")
    return e.facts.another_net and e.facts.layer.untouched


@sign(
    "Which of the linear layers have new weights, in a chain and without one?",
    "`net.apply` brings every layer to your function, and it is called with a single one, too. "
    "Which of them does your condition let through?",
    where=statement(ast.Subscript, ast.If),
)
def leaves_some_layers_alone(e: Evidence):
    """Some linear layers are filled, and others are left as they were."""
    found = e.facts
    left = found.layer.untouched or len(found.reached) < len(CHAIN)
    filled_some = not found.layer.untouched or bool(found.reached)
    return e.stage in ("unchanged", "values", "constant") and left and filled_some


@sign(
    "Look at `layer.weight` before and after a call. Is your line reached, and what does it fill?",
    "A new tensor, or a new value for a name, changes no layer. Which operations work in place?",
    where=DRAWS,
)
def leaves_the_layers_as_they_were(e: Evidence):
    """The call leaves the weight and the bias of a layer as they were."""
    layer = e.facts.layer
    same = layer.untouched and same_numbers(layer.bias_before, layer.bias)
    return e.stage in ("unchanged", "values", "constant") and same and not e.facts.reached


@sign(
    "Look at the weight before and after a call, and then at the bias.",
    "Which line of yours draws numbers, and where do they go?",
    where=DRAWS,
)
def forgets_the_weights(e: Evidence):
    """The bias is set, but the weights stay what they were."""
    layer = e.facts.layer
    set_ = not same_numbers(layer.bias_before, layer.bias)
    return e.stage in ("unchanged", "constant") and layer.untouched and set_


# --- The weights ------------------------------------------------------------------------------


@sign(
    "Print the weights of a layer. How many different numbers do you see?",
    "How wide is a normal distribution with standard deviation 0? Look at the order of your "
    "numbers, or at how often a number is drawn.",
    where=calling("constant_", "fill_", "normal_", "full", "ones_"),
)
def fills_the_weights_with_one_number(e: Evidence):
    """All the weights of a layer are one and the same number."""
    return about_weights(e) and bool(np.ptp(e.facts.layer.after.array) == 0)


@sign(
    "Is 0.01 the deviation or the variance, and which of them does your function take?",
    "Square the standard deviation of your weights, and take its root. Which one do you know?",
    where=(calling("sqrt"), operator(ast.Pow), DRAWS),
)
def confuses_variance_and_deviation(e: Evidence):
    """The weights have the standard deviation 0.0001, which is 0.01 squared, or 0.1, which is its
    root: one of deviation and variance was taken for the other."""
    layer = e.facts.layer
    return about_weights(e) and any(layer.has_spread(std) for std in (STD**2, math.sqrt(STD)))


@sign(
    "Print the standard deviation of the weights of a large layer. What should it be?",
    "Two numbers describe a normal distribution: which of them is your 0.01? If a step makes the "
    "numbers smaller, does its result get into the layer?",
    where=DRAWS,
)
def leaves_the_deviation_at_one(e: Evidence):
    """The weights have the standard deviation 1: nothing makes them as small as 0.01."""
    return about_weights(e) and e.facts.layer.has_spread(1)


@sign(
    "Compare the spread of a layer with 10 inputs and of one with 1,000. Should they differ?",
    "Xavier's and Kaiming's rules look at the sizes of a layer. The docstring gives one deviation "
    "for all.",
    where=calling(
        *("xavier_uniform_", "xavier_normal_", "kaiming_normal_", "kaiming_uniform_", "sqrt")
    ),
)
def draws_by_the_sizes_of_the_layer(e: Evidence):
    """The spread of the weights depends on the sizes of the layer: that is Xavier's or Kaiming's
    rule."""
    rules = (lambda d, q: math.sqrt(2 / (d + q))), (lambda d, q: math.sqrt(2 / d))
    both = e.facts.layer, e.facts.other
    return about_weights(e) and any(
        all(layer.has_spread(rule(layer.inputs, layer.outputs)) for layer in both) for rule in rules
    )


@sign(
    "Draw a histogram of the weights of a large layer. Is it a box, or a bell?",
    "Some functions draw evenly from an interval. Which distribution does the docstring name?",
    where=calling("uniform_", "rand", "rand_like", "uniform", "reset_parameters"),
)
def draws_evenly_from_an_interval(e: Evidence):
    """The weights are spread evenly over an interval: this is no normal distribution."""
    return about_weights(e) and e.facts.layer.is_even()


# --- The biases -------------------------------------------------------------------------------


@sign(
    "Look at the bias of a layer before and after a call.",
    "A linear layer has two parameters. What do your lines do with each of them?",
    where=DRAWS,
)
def forgets_the_bias(e: Evidence):
    """The weights are filled, but the bias stays what it was."""
    layer = e.facts.layer
    kept = same_numbers(layer.bias_before, layer.bias)
    return about_biases(e) and kept and not layer.untouched


@sign(
    "Look at the bias of a layer after a call. Which number should stand there?",
    "The docstring asks for zeros in the bias. Which one do you fill it with?",
    where=calling("constant_", "fill_", "ones_", "full", "full_like"),
)
def fills_the_bias_with_another_number(e: Evidence):
    """The bias is filled with one number, and this is not zero."""
    bias = e.facts.layer.bias.array
    return about_biases(e) and bool(np.ptp(bias) == 0 and bias.any())


@sign(
    "Which parameters does your loop go over? Should all of them be random?",
    "Weight and bias start differently. How can you tell one from the other?",
    where=(statement(ast.For), DRAWS),
)
def draws_the_bias_as_well(e: Evidence):
    """The bias gets random numbers, like the weights."""
    layer = e.facts.layer
    new = bool(np.all(layer.bias_before.array != layer.bias.array))
    return about_biases(e) and new and len(np.unique(layer.bias.array)) == layer.outputs


# --- What else it does ------------------------------------------------------------------------


@sign(
    "Call the function on two layers. Where should the difference between them come from?",
    "Look for a seed that your function sets, which makes random numbers start afresh, or for "
    "draws that are kept. A seed is set once, by the one who runs the program.",
    where=calling("manual_seed", "seed", "default_rng", "Random", "RandomState"),
)
def draws_the_same_numbers_again(e: Evidence):
    """The function sets the seed of the random numbers, or it draws the same ones again for every
    layer."""
    drawn = bool(np.ptp(e.facts.layer.after.array) > 0)
    return e.stage == "constant" and (e.facts.reseeded or (e.facts.repeats and drawn))


@sign(
    "An optimiser holds the parameters themselves. Which ones does it hold after your call?",
    "The layer's own tensors should get other numbers. Which of your lines makes new objects?",
    where=calling("Parameter"),
)
def puts_new_parameters_in_their_place(e: Evidence):
    """The layer gets new parameters, instead of new numbers in those that it has."""
    return e.stage == "changed" and not e.facts.layer.same


@sign(
    "What does an optimiser need of a parameter in order to move it?",
    "Print `requires_grad` after the call. Which of your lines switches it off, and which on?",
    where=(attribute("requires_grad"), calling("requires_grad_")),
)
def freezes_the_parameters(e: Evidence):
    """The parameters do not require gradients any more, so that no training can move them."""
    return e.stage == "leaf" and not any(e.facts.trainable)


@sign(
    "You may look away while you fill. Who looks again afterwards?",
    "Call `torch.is_grad_enabled()` after your function. A `with` block ends by itself.",
    where=calling("set_grad_enabled", "__enter__"),
)
def leaves_autograd_switched_off(e: Evidence):
    """Autograd is switched off, and nothing switches it on again."""
    return e.stage == "grad_mode"


@sign(
    "Print the dtype of a weight before and after a call.",
    "NumPy's numbers have twice as many digits as PyTorch's usual ones. Where do yours come from?",
    where=calling("from_numpy", "tensor", "double", "normal", "zeros"),
)
def makes_the_parameters_float64(e: Evidence):
    """The parameters were float32 and are float64 afterwards."""
    return e.stage == "dtype" and e.facts.layer.after.dtype == "float64"
