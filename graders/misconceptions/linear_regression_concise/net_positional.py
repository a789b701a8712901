"""What goes wrong in `net_positional`: an nn.Sequential of one nn.Linear, from num_inputs to 1."""

from graders.misconceptions.linear_regression_concise import _nets


def probe(net_positional, draw, device):
    """Networks for two numbers of inputs."""
    return _nets.facts(net_positional, draw, device, names=1)


does_not_hand_the_network_back = _nets.does_not_hand_the_network_back
passes_something_else_for_a_layer = _nets.passes_something_else_for_a_layer
passes_a_class_for_a_layer = _nets.passes_a_class_for_a_layer
forgets_the_number_of_outputs = _nets.forgets_the_number_of_outputs
returns_no_chain = _nets.returns_no_chain
keeps_its_layers_in_a_mere_store = _nets.keeps_its_layers_in_a_mere_store
writes_a_class_instead_of_a_chain = _nets.writes_a_class_instead_of_a_chain
puts_a_chain_into_the_chain = _nets.puts_a_chain_into_the_chain
uses_a_lazy_layer = _nets.uses_a_lazy_layer
chains_two_linear_layers = _nets.chains_two_linear_layers
forgets_the_bias = _nets.forgets_the_bias
swaps_inputs_and_outputs = _nets.swaps_inputs_and_outputs
makes_more_than_one_output = _nets.makes_more_than_one_output
takes_a_fixed_number_of_inputs = _nets.takes_a_fixed_number_of_inputs
ends_in_a_softmax = _nets.ends_in_a_softmax
ends_in_an_activation = _nets.ends_in_an_activation
flattens_the_predictions = _nets.flattens_the_predictions
shares_a_layer_between_networks = _nets.shares_a_layer_between_networks
freezes_the_parameters = _nets.freezes_the_parameters
