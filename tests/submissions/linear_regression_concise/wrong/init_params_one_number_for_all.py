# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: fills_the_weights_with_one_number
# Draws a single number and fills the layer with it.
def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight.data.fill_(random.gauss(0, 0.01))
        net.bias.data.fill_(0)
