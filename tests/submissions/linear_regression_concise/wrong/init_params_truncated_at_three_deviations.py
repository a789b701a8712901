# caught by: test_init_params_draws_weights_from_the_normal_distribution
# Truncated at three deviations: not "draws from the normal distribution".
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.trunc_normal_(net.weight, std=0.01, a=-0.03, b=0.03)
        nn.init.zeros_(net.bias)
