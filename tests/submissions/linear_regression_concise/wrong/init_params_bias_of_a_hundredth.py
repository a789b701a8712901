# caught by: test_init_params_sets_biases_to_zero
# misconception: fills_the_bias_with_another_number
# Fills the bias with 0.01.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, std=0.01)
        nn.init.constant_(net.bias, 0.01)
