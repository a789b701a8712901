"""What goes wrong in `net_add_module`: an empty nn.Sequential gets an nn.Linear called "linear"."""

from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import calling
from graders.misconceptions.linear_regression_concise import _nets


def probe(net_add_module, draw, library, device):
    """Networks for two numbers of inputs, and a second one for the first."""
    return _nets.facts(net_add_module, draw, library, device, names=("linear",))


@sign(
    "Assign what `add_module` gives you to a variable and print it. Where is the network?",
    "`add_module` changes the chain and returns nothing. What has a name, so that the last line "
    "can hand it back?",
    where=calling("add_module"),
)
def does_not_hand_the_network_back(e: Evidence):
    """There is no `return`, or it hands on what `add_module` returns."""
    return e.stage == "nothing" and e.facts.net.value is None


@sign(
    "Which of the two arguments of `add_module` is the name, and which one the layer?",
    "`help(nn.Sequential().add_module)` shows in which order they come.",
    where=calling("add_module", "register_module"),
)
def gives_add_module_a_text_for_a_layer(e: Evidence):
    """`add_module` finds a text in the place where it expects the layer."""
    return e.error.startswith("TypeError: str is not a Module subclass")


@sign(
    "How many things does the chain need to know about a layer that joins it?",
    "`add_module` takes two arguments. Look at the table above the exercise.",
    where=calling("add_module"),
)
def gives_add_module_one_argument(e: Evidence):
    """`add_module` gets one argument, but it takes a name and a layer."""
    return "add_module() missing 1 required positional argument" in e.error


passes_a_class_for_a_layer = _nets.passes_a_class_for_a_layer
forgets_the_number_of_outputs = _nets.forgets_the_number_of_outputs


@sign(
    "Print the network. Which layers does it list?",
    "Making a layer does not put it anywhere. Which method of the chain takes it in?",
    where=calling("Linear", "Sequential"),
)
def forgets_to_add_the_layer(e: Evidence):
    """The chain that comes back is empty: no layer was added to it."""
    net = e.facts.net
    return e.stage in ("form", "names") and net.kinds[0] == _nets.SEQUENTIAL and not net.layers


@sign(
    "What should happen when the network is called? Which class knows that?",
    "`nn.Module` is the base of all networks. Look at the class that the docstring starts with.",
    where=calling("Module"),
)
def starts_with_a_bare_module(e: Evidence):
    """A bare `nn.Module` holds its layers, but it has no `forward` that calls them."""
    return e.stage in ("kind", "raised") and e.facts.net.kinds[0] == _nets.MODULE


writes_a_class_instead_of_a_chain = _nets.writes_a_class_instead_of_a_chain


def only_name(e: Evidence) -> str:
    """What the layer is called, where it is the only one and nothing but its name is wrong."""
    ((name, kinds),) = e.facts.net.layers.items()
    return name if _nets.about_layers(e) and _nets.LINEAR in kinds else "linear"


@sign(
    "Compare the name in the printed network with the docstring, letter by letter.",
    "Names in Python tell capital letters from small ones, and so does a saved file.",
    where=calling("add_module", "register_module"),
)
def writes_the_name_with_a_capital(e: Evidence):
    """The name of the layer begins with a capital letter, and the docstring has none."""
    return only_name(e) != "linear" and only_name(e).lower() == "linear"


@sign(
    "Print the network. What is its layer called, and who chose this name?",
    "Layers that join by position are numbered. Which method takes a name as well?",
    where=calling("append", "Sequential", "insert", "extend"),
)
def lets_the_chain_number_the_layer(e: Evidence):
    """The layer joins by position, so that the chain calls it "0"."""
    return only_name(e) == "0"


@sign(
    "Look at the keys of `state_dict()`: what do they begin with, and what should they?",
    "The docstring says what the layer is called. Which argument decides about it?",
    where=calling("add_module", "register_module"),
)
def calls_the_layer_something_else(e: Evidence):
    """The layer has another name than the one that is asked for."""
    return only_name(e) != "linear"


@sign(
    "`net.linear` should be the layer. What is it in your network?",
    "The chain exists already when the layer joins it. Which `Sequential` is too much?",
    where=calling("add_module"),
)
def puts_a_chain_into_the_chain(e: Evidence):
    """What was added is a chain itself, and only that one holds the layer."""
    held = e.facts.net.layers.values()
    return _nets.about_layers(e) and [_nets.SEQUENTIAL in kinds for kinds in held] == [True]


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
