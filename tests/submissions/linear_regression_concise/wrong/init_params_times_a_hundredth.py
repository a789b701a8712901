# caught by: test_init_params_draws_weights_from_the_normal_distribution
# Multiplies by 0.01 what PyTorch has drawn.
def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight.data *= 0.01
        net.bias.data *= 0
