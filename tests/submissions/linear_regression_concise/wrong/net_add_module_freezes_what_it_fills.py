# caught by: test_net_add_module_computes_the_linear_model
# misconception: freezes_the_parameters
# Switches gradients off in order to fill the parameters, and never on again.
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module("linear", nn.Linear(num_inputs, 1))
    for p in net.parameters():
        p.requires_grad = False
        p.zero_()
    return net
