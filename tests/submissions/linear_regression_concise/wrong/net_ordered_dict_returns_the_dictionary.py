# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: returns_no_chain
# Collects the layers and makes no network of them.
def net_ordered_dict(num_inputs):
    net = OrderedDict()
    net["flatten"] = nn.Flatten()
    net["linear"] = nn.Linear(num_inputs, 1)
    return net
