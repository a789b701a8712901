"""What goes wrong in `net_ordered_dict`: an nn.Sequential of "flatten" and "linear", by name."""

import numpy as np

from graders.engine.misconceptions import Evidence, alike, sign
from graders.engine.places import calling
from graders.misconceptions.linear_regression_concise import _nets


def probe(net_ordered_dict, draw, device):
    """Networks for three numbers of inputs, and batches with more axes for one of them."""
    return _nets.facts(net_ordered_dict, draw, device, names=("flatten", "linear"), axes=True)


does_not_hand_the_network_back = _nets.does_not_hand_the_network_back
passes_something_else_for_a_layer = _nets.passes_something_else_for_a_layer


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
keeps_its_layers_in_a_mere_store = _nets.keeps_its_layers_in_a_mere_store
returns_no_chain = _nets.returns_no_chain
writes_a_class_instead_of_a_chain = _nets.writes_a_class_instead_of_a_chain
forgets_to_flatten = _nets.forgets_to_flatten
flattens_the_examples_too = _nets.flattens_the_examples_too
starts_flattening_one_axis_late = _nets.starts_flattening_one_axis_late


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
