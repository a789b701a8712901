# caught by: test_init_params_draws_weights_from_the_normal_distribution
# Layers with few inputs get draws from an interval.
def init_params(net):
    if isinstance(net, nn.Linear):
        if net.in_features < 100:
            nn.init.uniform_(net.weight, -0.01, 0.01)
        else:
            nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
