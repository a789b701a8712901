# caught by: test_init_params_keeps_parameters_trainable
# misconception: makes_the_parameters_float64
# Assigns NumPy's numbers, which are float64.
def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight.data = torch.from_numpy(np.random.normal(0, 0.01, tuple(net.weight.shape)))
        net.bias.data = torch.zeros(net.bias.shape, dtype=torch.float64)
