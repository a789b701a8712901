# caught by: test_init_params_draws_weights_from_the_normal_distribution
# A thousandth of the old weights stays: they are no draws with mean 0 and deviation 0.01.
def init_params(net):
    if isinstance(net, nn.Linear):
        with torch.no_grad():
            net.weight.mul_(1e-3).add_(torch.randn_like(net.weight) * 0.01)
            net.bias.mul_(0)
