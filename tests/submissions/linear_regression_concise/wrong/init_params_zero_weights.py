# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: fills_the_weights_with_one_number
# Zeroes the weights with the biases.
def init_params(net):
    for p in net.parameters():
        nn.init.zeros_(p)
