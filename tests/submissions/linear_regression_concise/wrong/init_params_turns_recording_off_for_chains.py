# caught by: test_init_params_keeps_parameters_trainable
# misconception: leaves_autograd_switched_off
# Leaves autograd switched off after net.apply: the parameters do not go on to be trained.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
    elif isinstance(net, nn.Sequential):
        torch.set_grad_enabled(False)
