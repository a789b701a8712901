# caught by: test_init_params_sets_biases_to_zero
# misconception: forgets_the_bias
# Leaves the bias as PyTorch made it.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, std=0.01)
