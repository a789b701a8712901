# caught by: test_init_params_keeps_parameters_trainable
# Switches every module it meets to training mode.
def init_params(net):
    net.train()
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
