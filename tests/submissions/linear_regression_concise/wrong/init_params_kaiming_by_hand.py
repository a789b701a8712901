# caught by: test_init_params_draws_weights_from_the_normal_distribution
# misconception: draws_by_the_sizes_of_the_layer
# Divides by the root of half the inputs, as for layers with a ReLU.
def init_params(net):
    if isinstance(net, nn.Linear):
        d = net.in_features
        noise = np.random.randn(*net.weight.shape) / np.sqrt(d / 2)
        with torch.no_grad():
            net.weight.copy_(torch.from_numpy(noise))
            net.bias.zero_()
