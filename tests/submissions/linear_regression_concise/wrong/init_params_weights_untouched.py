# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: forgets_the_weights
# Draws weights and does not put them anywhere.
def init_params(net):
    if isinstance(net, nn.Linear):
        torch.normal(mean=0.0, std=0.01, size=net.weight.shape)
        nn.init.zeros_(net.bias)
