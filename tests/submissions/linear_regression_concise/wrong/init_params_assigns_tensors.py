# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: assigns_something_that_is_no_parameter
# Assigns plain tensors where a module wants parameters.
def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight = torch.normal(0, 0.01, size=net.weight.shape)
        net.bias = torch.zeros(net.bias.shape)
