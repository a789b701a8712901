# caught by: test_net_positional_computes_the_linear_model
# misconception: ends_in_a_softmax
# Ends in a softmax over one number, which is always 1.
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(num_inputs, 1), nn.Softmax(dim=1))
