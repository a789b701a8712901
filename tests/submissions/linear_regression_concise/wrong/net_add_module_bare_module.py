# caught by: test_net_add_module_computes_the_linear_model
# misconception: starts_with_a_bare_module
# Starts with a bare Module, which has no forward.
def net_add_module(num_inputs):
    net = nn.Module()
    net.add_module("linear", nn.Linear(num_inputs, 1))
    return net
