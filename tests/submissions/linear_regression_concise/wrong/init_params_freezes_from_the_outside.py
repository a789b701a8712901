# caught by: test_init_params_keeps_parameters_trainable
# misconception: freezes_the_parameters
# Freezes the network once it is complete.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
    elif isinstance(net, nn.Sequential):
        net.requires_grad_(False)
