# caught by: test_net_add_module_computes_the_linear_model
# misconception: swaps_inputs_and_outputs
# Gives the number of outputs first.
def net_add_module(num_inputs):
    num_outputs = 1
    net = nn.Sequential()
    net.linear = nn.Linear(num_outputs, num_inputs)
    return net
