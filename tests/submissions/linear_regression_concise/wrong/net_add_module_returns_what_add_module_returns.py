# caught by: test_net_add_module_computes_the_linear_model
# misconception: does_not_hand_the_network_back
# The method works in place and returns nothing.
def net_add_module(num_inputs):
    return nn.Sequential().add_module("linear", nn.Linear(num_inputs, 1))
