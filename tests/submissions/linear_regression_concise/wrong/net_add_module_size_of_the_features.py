# caught by: test_net_add_module_computes_the_linear_model
# misconception: takes_a_fixed_number_of_inputs
# Takes the size from the notebook's features.
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("linear", nn.Linear(features.shape[1], labels.reshape(-1, 1).shape[1]))
    return net
