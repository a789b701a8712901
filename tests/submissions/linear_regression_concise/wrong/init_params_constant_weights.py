# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: fills_the_weights_with_one_number
# All weights are 0.01.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.constant_(net.weight, 0.01)
        nn.init.constant_(net.bias, 0)
