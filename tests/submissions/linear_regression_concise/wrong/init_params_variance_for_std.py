# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: confuses_variance_and_deviation
# Passes the variance where the deviation belongs.
def init_params(net):
    if type(net) == nn.Linear:
        variance = 0.01 ** 2
        net.weight.data.normal_(0, variance)
        net.bias.data.zero_()
