# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: draws_by_the_sizes_of_the_layer
# Lets the spread depend on the size of the layer.
def init_params(net):
    if type(net) == nn.Linear:
        nn.init.xavier_uniform_(net.weight)
        nn.init.zeros_(net.bias)
