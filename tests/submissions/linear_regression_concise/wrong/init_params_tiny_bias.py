# caught by: test_init_params_sets_biases_to_zero
# misconception: fills_the_bias_with_another_number
# The bias is almost 0.
def init_params(net):
    if isinstance(net, nn.Linear):
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.constant_(net.bias, 1e-12)
