# caught by: test_init_params_keeps_parameters_trainable
# Sets every module to evaluation mode: "modules without parameters are left alone".
def init_params(net):
    net.eval()
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
