# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: leaves_the_layers_as_they_were
# Rebinds two local names and leaves the layer as it was.
def init_params(net):
    if isinstance(net, nn.Linear):
        weight, bias = net.weight, net.bias
        weight = torch.normal(0, 0.01, size=weight.shape)
        bias = torch.zeros(bias.shape)
