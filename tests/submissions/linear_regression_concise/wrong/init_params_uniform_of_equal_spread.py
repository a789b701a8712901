# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: draws_evenly_from_an_interval
# Draws from an interval, with the right standard deviation.
def init_params(net):
    if isinstance(net, nn.Linear):
        a = 0.01 * 3 ** 0.5
        nn.init.uniform_(net.weight, -a, a)
        nn.init.zeros_(net.bias)
