# caught by: test_init_params_draws_weights_from_the_normal_distribution
# Draws one row and copies it to every output.
def init_params(net):
    if isinstance(net, nn.Linear):
        row = torch.randn(net.in_features) * 0.01
        net.weight.data.copy_(row.expand_as(net.weight))
        net.bias.data.zero_()
