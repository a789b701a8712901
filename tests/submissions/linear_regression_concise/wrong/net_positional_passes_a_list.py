# caught by: test_net_positional_computes_the_linear_model
# misconception: passes_something_else_for_a_layer
# Hands Sequential a list instead of the layers.
def net_positional(num_inputs):
    layers = [nn.Linear(num_inputs, 1)]
    return nn.Sequential(layers)
