"""What goes wrong in `net_ordered_dict`: an nn.Sequential of "flatten" and "linear", by name."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from graders.engine.misconceptions import Evidence, alike, sign
from graders.engine.places import assigning, calling
from graders.misconceptions.linear_regression_concise import _nets

MODULE_DICT = "torch.nn.modules.container.ModuleDict"


@dataclass(frozen=True)
class Facts(_nets.Facts):
    """What there is to know, also of inputs with more axes.

    Attributes:
        pictures, flattened: A batch (2, 3, 4, 2), and what the first layer made of it.
        rows, small, unflattened: A batch (2, 4, 3), a network with three inputs, and what this
            made of that: a right one cannot take it.
    """

    pictures: np.ndarray
    flattened: Any
    rows: np.ndarray
    small: _nets.Net
    unflattened: Any

    @property
    def along_the_last_axis(self) -> np.ndarray:
        """What the linear layer makes of `rows` as they are."""
        return self.rows @ self.small.weight + self.small.bias


def probe(net_ordered_dict, draw, library, device):
    """Networks for two numbers of inputs, a second one for the first, and larger batches."""
    found = _nets.facts(net_ordered_dict, draw, library, device, names=("flatten", "linear"))
    pictures, rows = _nets.inputs(draw, 2, 3, 4, 2), _nets.inputs(draw, 2, 4, 3)
    first = next(iter(_nets.layers(net_ordered_dict.make(_nets.D)).values()), None)
    flattened = first and _nets.known(lambda: first(pictures).value)
    net = net_ordered_dict.make(3)
    small = _nets.look_at(net, draw, device, 3)
    unflattened = _nets.known(lambda: net(rows).value)
    return Facts(
        **vars(found),
        pictures=pictures.f64,
        flattened=flattened,
        rows=rows.f64,
        small=small,
        unflattened=unflattened,
    )


def about_axes(e: Evidence) -> bool:
    """Whether a check stopped at what becomes of the axes of an input."""
    return e.stage in ("raised", "shape", "values") or _nets.about_layers(e)


@sign(
    "What does a call in a cell of its own show? Follow the function to its last line.",
    "The network is ready at the end. Which statement hands it to the caller?",
    where=calling("Sequential"),
)
def does_not_hand_the_network_back(e: Evidence):
    """The function ends without handing its network back."""
    return e.stage == "nothing" and e.facts.net.value is None


@sign(
    "What may `nn.Sequential` be made from? There are two ways, and a list is neither.",
    "It takes the layers one by one, or a single `OrderedDict`. Which of them keeps the names?",
    where=calling("Sequential"),
)
def passes_a_list_for_a_layer(e: Evidence):
    """`nn.Sequential` gets a list in the place of a layer."""
    return e.error.startswith("TypeError: list is not a Module subclass")


@sign(
    "What is it that keeps each name together with its layer in your code? Print its type.",
    "Pairs alone are no dictionary. Which class makes one of them, in their order?",
    where=calling("Sequential"),
)
def passes_a_tuple_for_a_layer(e: Evidence):
    """`nn.Sequential` gets a tuple in the place of a layer."""
    return e.error.startswith("TypeError: tuple is not a Module subclass")


@sign(
    "Which kind of dictionary does the notebook's table name?",
    "`nn.Sequential` knows a dictionary by its class, and a plain `dict` is not that one.",
    where=calling("Sequential"),
)
def passes_a_plain_dictionary(e: Evidence):
    """`nn.Sequential` gets a plain `dict`, which it takes for a layer."""
    return e.error.startswith("TypeError: dict is not a Module subclass")


@sign(
    "Print what you pass on, one thing after another. Which of them are layers?",
    "Names belong into an `OrderedDict`, and this is passed as a whole: a star in front of it "
    "would give its keys alone.",
    where=calling("Sequential"),
)
def passes_a_text_for_a_layer(e: Evidence):
    """`nn.Sequential` gets a text in the place of a layer."""
    return e.error.startswith("TypeError: str is not a Module subclass")


@sign(
    "How many arguments does `nn.Sequential` get when it is made from a dictionary?",
    "It has no keywords. An `OrderedDict` has: make that one first, then pass it as it is.",
    where=calling("Sequential"),
)
def passes_the_layers_as_keywords(e: Evidence):
    """The names are given to `nn.Sequential` as keywords, which it does not take."""
    return "Sequential.__init__() got an unexpected keyword argument" in e.error


passes_a_class_for_a_layer = _nets.passes_a_class_for_a_layer
forgets_the_number_of_outputs = _nets.forgets_the_number_of_outputs


@sign(
    "Which class only finds layers by name, and which one also calls them in a row?",
    "An `nn.ModuleDict` has no `forward`. Look for the container that has one.",
    where=calling("ModuleDict"),
)
def keeps_the_layers_in_a_module_dict(e: Evidence):
    """An `nn.ModuleDict` finds layers by name, but calling it runs none of them."""
    if e.stage == "raised":
        return "Module [ModuleDict] is missing the required" in e.error
    return e.stage == "kind" and e.facts.net.kinds[0] == MODULE_DICT


@sign(
    "Can a dictionary be called? What should be made from it?",
    "The dictionary is a list of parts. Which class makes a chain of them?",
    where=calling("OrderedDict"),
)
def returns_the_dictionary_itself(e: Evidence):
    """The result is the dictionary of the layers, and no chain that is made from it."""
    return e.stage == "kind" and "builtins.dict" in e.facts.net.kinds


writes_a_class_instead_of_a_chain = _nets.writes_a_class_instead_of_a_chain


@sign(
    "Follow a batch of shape (4, 2, 3) through the network: which layer does it meet first?",
    "The linear layer wants rows. Look at the order in which the layers are put in.",
    where=calling("Linear"),
)
def puts_the_linear_layer_first(e: Evidence):
    """The linear layer comes first, so that the input is not flattened when it arrives."""
    flat = e.facts.along_the_last_axis.reshape(len(e.facts.rows), -1)
    return about_axes(e) and alike(e.facts.unflattened, flat)


@sign(
    "Follow a batch of shape (4, 2, 3) through the network: what shape reaches the linear layer?",
    "Print the network and count its layers. PyTorch has one that makes a row of each example.",
    where=calling("Sequential", "OrderedDict"),
)
def forgets_to_flatten(e: Evidence):
    """Nothing flattens the input: the linear layer gets it with all its axes."""
    alone = len(e.facts.net.layers) == 1
    return about_axes(e) and alone and alike(e.facts.unflattened, e.facts.along_the_last_axis)


@sign(
    "Give the first layer a batch of shape (4, 2, 3). Which axis counts the examples afterwards?",
    "Flattening has a first axis to start from. With which one does it start in your layer?",
    where=calling("Flatten", "flatten", "view", "reshape", "ravel"),
)
def flattens_the_examples_too(e: Evidence):
    """The first layer flattens all axes, so that the examples become one long row."""
    row = e.facts.pictures.reshape(1, -1)
    return about_axes(e) and (alike(e.facts.flattened, row) or alike(e.facts.flattened, row[0]))


@sign(
    "Give the first layer a batch of shape (4, 2, 3, 5). Which axes should be left, and which are?",
    "Axes are counted from 0. With which one does your layer start?",
    where=calling("Flatten", "flatten", "view", "reshape"),
)
def starts_flattening_one_axis_late(e: Evidence):
    """The first layer flattens from the third axis on and leaves the second as it is."""
    late = e.facts.pictures.reshape(2, 3, -1)
    return about_axes(e) and alike(e.facts.flattened, late)


@sign(
    "Give the first layer a batch of shape (4, 2, 3, 5), then one of shape (4, 2). What is left?",
    "Flattening has a first axis and a last one. Which of them do you say, and which may vary?",
    where=calling("Flatten", "flatten", "view", "reshape"),
)
def flattens_two_axes_only(e: Evidence):
    """The first layer merges the second axis with the third, and leaves further ones alone."""
    merged = e.facts.pictures.reshape(2, 12, 2)
    return about_axes(e) and alike(e.facts.flattened, merged)


@sign(
    "What does an activation do with the features that are negative?",
    "The formula has nothing between the flattened input and the linear layer. Print the network.",
    where=calling("ReLU", "relu", "Sigmoid", "Tanh"),
)
def puts_an_activation_between_the_layers(e: Evidence):
    """The features go through an activation function before they reach the linear layer."""
    net = e.facts.net
    changed = [f(net.X) @ net.weight + net.bias for f in (_nets.relu, _nets.sigmoid, np.tanh)]
    return _nets.about_predictions(e) and any(alike(net.predictions, z) for z in changed)


def names(e: Evidence) -> list[str]:
    """What the two layers are called, where their names are what is wrong."""
    found = e.facts.net.layers
    *_, last = found.values()
    wrong = _nets.about_layers(e) and len(found) == 2 and _nets.LINEAR in last
    return list(found) if wrong else []


@sign(
    "Compare the names in the printed network with the docstring, letter by letter.",
    "Names in Python tell capital letters from small ones, and so does a saved file.",
    where=(calling("OrderedDict"), assigning("layers")),
)
def writes_the_names_with_capitals(e: Evidence):
    """A name begins with a capital letter, and the docstring has none."""
    return [name.lower() for name in names(e)] == ["flatten", "linear"]


@sign(
    "Print the network. What are its layers called, and who chose these names?",
    "Layers that are passed one by one are numbered. What else can `nn.Sequential` be made from?",
    where=calling("Sequential"),
)
def lets_the_chain_number_the_layers(e: Evidence):
    """The layers come without their names, so that the chain calls them "0" and "1"."""
    return names(e) == ["0", "1"]


@sign(
    "Look at the keys of `state_dict()`: what do they begin with, and what should they?",
    "The docstring says what the two layers are called.",
    where=(calling("OrderedDict"), assigning("layers")),
)
def calls_the_layers_something_else(e: Evidence):
    """A layer has another name than the one that is asked for."""
    return bool(names(e))


uses_a_lazy_layer = _nets.uses_a_lazy_layer
chains_two_linear_layers = _nets.chains_two_linear_layers
forgets_the_bias = _nets.forgets_the_bias
swaps_inputs_and_outputs = _nets.swaps_inputs_and_outputs
makes_more_than_one_output = _nets.makes_more_than_one_output
takes_a_fixed_number_of_inputs = _nets.takes_a_fixed_number_of_inputs
ends_in_an_activation = _nets.ends_in_an_activation
flattens_the_predictions = _nets.flattens_the_predictions
hands_out_the_same_network_again = _nets.hands_out_the_same_network_again
puts_the_same_layer_into_every_network = _nets.puts_the_same_layer_into_every_network
freezes_the_parameters = _nets.freezes_the_parameters
