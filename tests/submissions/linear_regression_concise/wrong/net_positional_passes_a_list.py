# caught by: test_net_positional_computes_the_linear_model
# Hands Sequential a list instead of the layers.
def net_positional(num_inputs):
    layers = [nn.Linear(num_inputs, 1)]
    return nn.Sequential(layers)
