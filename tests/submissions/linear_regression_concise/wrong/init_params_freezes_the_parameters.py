# caught by: test_init_params_keeps_parameters_trainable
# misconception: freezes_the_parameters
# Switches gradients off for the filling and forgets to switch them on.
def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight.requires_grad = False
        net.bias.requires_grad = False
        net.weight.normal_(0, 0.01)
        net.bias.zero_()
