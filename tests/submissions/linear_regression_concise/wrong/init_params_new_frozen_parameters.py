# caught by: test_init_params_keeps_parameters_trainable
# misconception: puts_new_parameters_in_their_place
# Replaces the parameters by new ones without gradients.
def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight = nn.Parameter(torch.randn_like(net.weight) * 0.01, requires_grad=False)
        net.bias = nn.Parameter(torch.zeros_like(net.bias), requires_grad=False)
