# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: fills_the_weights_with_one_number
# Mean and deviation in the wrong order: 0.01 and nothing around it.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0.01, 0)
        nn.init.zeros_(net.bias)
