# caught by: test_init_params_draws_weights_from_the_normal_distribution
# A layer with few weights starts at 0.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
        if net.weight.numel() < 500:
            nn.init.zeros_(net.weight)
