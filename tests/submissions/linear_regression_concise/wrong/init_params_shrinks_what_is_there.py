# caught by: test_init_params_draws_weights_from_the_normal_distribution
# Scales PyTorch's own start values to the right spread.
def init_params(net):
    if isinstance(net, nn.Linear):
        with torch.no_grad():
            net.weight.mul_(0.01 / net.weight.std())
            net.bias.zero_()
