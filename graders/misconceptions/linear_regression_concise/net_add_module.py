"""What goes wrong in `net_add_module`: an empty nn.Sequential gets an nn.Linear called "linear"."""

from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import calling
from graders.misconceptions.linear_regression_concise import _nets


def probe(net_add_module, draw, device):
    """Networks for two numbers of inputs."""
    return _nets.facts(net_add_module, draw, device, names=("linear",))


does_not_hand_the_network_back = _nets.does_not_hand_the_network_back


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
puts_a_chain_into_the_chain = _nets.puts_a_chain_into_the_chain
lets_the_chain_number_the_layers = _nets.lets_the_chain_number_the_layers
calls_the_layers_something_else = _nets.calls_the_layers_something_else
uses_a_lazy_layer = _nets.uses_a_lazy_layer
chains_two_linear_layers = _nets.chains_two_linear_layers
forgets_the_bias = _nets.forgets_the_bias
swaps_inputs_and_outputs = _nets.swaps_inputs_and_outputs
makes_more_than_one_output = _nets.makes_more_than_one_output
takes_a_fixed_number_of_inputs = _nets.takes_a_fixed_number_of_inputs
ends_in_an_activation = _nets.ends_in_an_activation
flattens_the_predictions = _nets.flattens_the_predictions
shares_a_layer_between_networks = _nets.shares_a_layer_between_networks
freezes_the_parameters = _nets.freezes_the_parameters
