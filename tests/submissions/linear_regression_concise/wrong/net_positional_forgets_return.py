# caught by: test_net_positional_computes_the_linear_model
# misconception: does_not_hand_the_network_back
# Makes the network and does not return it.
def net_positional(num_inputs):
    net = nn.Sequential(nn.Linear(num_inputs, 1))
