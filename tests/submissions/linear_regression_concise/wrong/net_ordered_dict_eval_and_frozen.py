# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: freezes_the_parameters
# Prepares the network for predicting only.
def net_ordered_dict(num_inputs):
    net = nn.Sequential(OrderedDict(flatten=nn.Flatten(), linear=nn.Linear(num_inputs, 1)))
    net.eval()
    for layer in net:
        layer.requires_grad_(False)
    return net
