# caught by: test_net_add_module_computes_the_linear_model
# misconception: does_not_hand_the_network_back
# Adds the layer and ends there.
def net_add_module(num_inputs):
    net = nn.Sequential()
    setattr(net, "linear", nn.Linear(num_inputs, 1))
    print(net)
