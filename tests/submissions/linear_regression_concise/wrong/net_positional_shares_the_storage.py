# caught by: test_net_positional_is_new_at_every_call
# misconception: shares_a_layer_between_networks
# Weights of all networks lie in one tensor.
store = torch.zeros(1000)

def net_positional(num_inputs):
    net = nn.Sequential(nn.Linear(num_inputs, 1))
    net[0].weight.data = store[:num_inputs].view(1, -1)
    return net
