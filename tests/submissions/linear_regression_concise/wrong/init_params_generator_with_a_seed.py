# caught by: test_init_params_draws_afresh
# misconception: draws_the_same_numbers_again
# Has a generator of its own, always with the same seed.
def init_params(net):
    if isinstance(net, nn.Linear):
        g = torch.Generator().manual_seed(0)
        values = torch.randn(net.weight.shape, generator=g) * 0.01
        net.weight.data.copy_(values)
        net.bias.data.zero_()
