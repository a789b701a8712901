# caught by: test_init_params_works_through_apply
# Passes over three kinds of modules, and takes all others for linear layers.
def init_params(net):
    if isinstance(net, (nn.Sequential, nn.ReLU, nn.Flatten)):
        return
    nn.init.normal_(net.weight, 0, 0.01)
    nn.init.zeros_(net.bias)
