# caught by: test_init_params_sets_biases_to_zero
# Sets the first entry of the bias and no other.
def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight.data.normal_(0, 0.01)
        net.bias.data[0] = 0
