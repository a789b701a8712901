# caught by: test_net_positional_is_new_at_every_call
# misconception: shares_a_layer_between_networks
# Networks share one bias.
bias = nn.Parameter(torch.zeros(1))

def net_positional(num_inputs):
    net = nn.Sequential(nn.Linear(num_inputs, 1))
    net[0].bias = bias
    return net
