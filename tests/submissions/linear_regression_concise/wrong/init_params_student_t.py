# caught by: test_init_params_draws_weights_from_the_normal_distribution
# Student's t of equal variance.
def init_params(net):
    if isinstance(net, nn.Linear):
        d = torch.distributions.StudentT(10.0)
        net.weight.data.copy_(d.sample(net.weight.shape) * 0.01 * (8 / 10) ** 0.5)
        net.bias.data.zero_()
