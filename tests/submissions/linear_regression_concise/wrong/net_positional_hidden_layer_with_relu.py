# caught by: test_net_positional_computes_the_linear_model
# misconception: chains_two_linear_layers
# A small network with a hidden layer.
def net_positional(num_inputs):
    hidden = 2 * num_inputs
    net = nn.Sequential()
    net.append(nn.Linear(num_inputs, hidden))
    net.append(nn.ReLU())
    net.append(nn.Linear(hidden, 1))
    return net
