# caught by: test_net_positional_computes_the_linear_model
# misconception: swaps_inputs_and_outputs
# Swaps the numbers of inputs and outputs.
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(1, num_inputs))
