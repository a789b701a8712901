# caught by: test_net_add_module_computes_the_linear_model
# The method works in place and returns nothing.
def net_add_module(num_inputs):
    return nn.Sequential().add_module("linear", nn.Linear(num_inputs, 1))
