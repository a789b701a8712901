# caught by: test_net_positional_computes_the_linear_model
# misconception: forgets_the_bias
# Takes the bias out again after the layer is made.
def net_positional(num_inputs):
    net = nn.Sequential(nn.Linear(num_inputs, 1))
    nn.init.normal_(net[0].weight, std=0.01)
    net[0].bias = None
    return net
