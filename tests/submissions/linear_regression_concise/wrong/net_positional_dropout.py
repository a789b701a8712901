# caught by: test_net_positional_computes_the_linear_model
# Puts a dropout in front, which is active in training.
def net_positional(num_inputs):
    return nn.Sequential(nn.Dropout(0.2), nn.Linear(num_inputs, 1))
