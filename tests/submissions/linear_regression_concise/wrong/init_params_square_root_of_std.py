# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: confuses_variance_and_deviation
# Takes the 0.01 for the variance, so that the deviation is 0.1.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, mean=0, std=0.01 ** 0.5)
        nn.init.zeros_(net.bias)
