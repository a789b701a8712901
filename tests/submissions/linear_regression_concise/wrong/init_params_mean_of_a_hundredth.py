# caught by: test_init_params_draws_weights_from_the_normal_distribution
# Mean and standard deviation are both 0.01.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0.01, 0.01)
        nn.init.zeros_(net.bias)
