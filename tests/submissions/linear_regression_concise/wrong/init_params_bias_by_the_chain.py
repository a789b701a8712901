# caught by: test_init_params_sets_biases_to_zero
# misconception: forgets_the_bias
# Leaves the bias to the call for the chain, which a layer by itself does not get.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0, 0.01)
    else:
        for m in net.children():
            if isinstance(m, nn.Linear):
                nn.init.zeros_(m.bias)
