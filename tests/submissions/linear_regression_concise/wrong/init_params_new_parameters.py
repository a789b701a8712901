# caught by: test_init_params_keeps_parameters_trainable
# misconception: puts_new_parameters_in_their_place
# Puts new parameters in place of the old: "in place", "the parameters change their values and nothing else".
def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight = nn.Parameter(torch.normal(0, 0.01, net.weight.shape, dtype=net.weight.dtype, device=net.weight.device))
        net.bias = nn.Parameter(torch.zeros_like(net.bias))
