# caught by: test_init_params_draws_weights_from_the_normal_distribution
# The last unit of a wide layer starts at 0.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
        with torch.no_grad():
            if net.weight.shape[0] > 20:
                net.weight[-1] = 0
