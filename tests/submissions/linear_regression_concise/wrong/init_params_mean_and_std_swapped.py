# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: leaves_the_deviation_at_one
# Gives 0.01 for the mean and leaves the deviation at 1.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0.01)
        nn.init.zeros_(net.bias)
