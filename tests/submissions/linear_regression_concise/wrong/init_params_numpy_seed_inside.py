# caught by: test_init_params_draws_afresh
# misconception: draws_the_same_numbers_again
# Sets NumPy's seed each time.
def init_params(net):
    if isinstance(net, nn.Linear):
        np.random.seed(0)
        noise = np.random.normal(0, 0.01, tuple(net.weight.shape))
        net.weight.data.copy_(torch.from_numpy(noise))
        net.bias.data.zero_()
