# caught by: test_net_positional_computes_the_linear_model
# misconception: passes_something_else_for_a_layer
# Collects the layers in a loop and hands them over in one piece.
def net_positional(num_inputs):
    sizes = [num_inputs, 1]
    layers = ()
    for d, q in zip(sizes, sizes[1:]):
        layers += (nn.Linear(d, q),)
    return nn.Sequential(layers)
