# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: confuses_variance_and_deviation
# Hands sigma squared to NumPy's normal numbers.
def init_params(net):
    sigma = 0.01
    if isinstance(net, nn.Linear):
        draws = np.random.normal(0, sigma * sigma, size=net.weight.numel())
        net.weight.data.copy_(torch.tensor(draws).reshape(net.weight.shape))
        net.bias.data.fill_(0)
