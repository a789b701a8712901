# caught by: test_net_positional_computes_the_linear_model
# misconception: ends_in_an_activation
# Adds a ReLU, so that no prediction is negative.
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(num_inputs, 1), nn.ReLU())
