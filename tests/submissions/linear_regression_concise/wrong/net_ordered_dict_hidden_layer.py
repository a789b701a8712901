# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: chains_two_linear_layers
# Puts a hidden layer in between.
def net_ordered_dict(num_inputs):
    layers = OrderedDict(flatten=nn.Flatten())
    for name, d, q in [("hidden", num_inputs, 8), ("linear", 8, 1)]:
        layers[name] = nn.Linear(d, q)
    return nn.Sequential(layers)
