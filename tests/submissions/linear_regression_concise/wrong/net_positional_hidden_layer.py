# caught by: test_net_positional_computes_the_linear_model
# misconception: chains_two_linear_layers
# Two linear layers, one after the other.
def net_positional(num_inputs):
    return nn.Sequential(
        nn.Linear(num_inputs, 4),
        nn.Linear(4, 1),
    )
