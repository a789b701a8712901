# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: draws_by_the_sizes_of_the_layer
# A normal distribution, with a spread that depends on the inputs.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.kaiming_normal_(net.weight)
        nn.init.constant_(net.bias, 0)
