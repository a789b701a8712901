# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: does_not_hand_the_network_back
# Returns nothing.
def net_ordered_dict(num_inputs):
    layers = OrderedDict(flatten=nn.Flatten(), linear=nn.Linear(num_inputs, 1))
    net = nn.Sequential(layers)
