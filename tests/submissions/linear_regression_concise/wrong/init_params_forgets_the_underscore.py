# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: leaves_the_deviation_at_one
# Multiplies a copy, so that the weights have the deviation 1.
def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight.data.normal_()
        net.weight.data.mul(0.01)
        net.bias.data.zero_()
