# caught by: test_net_positional_computes_the_linear_model
# No more than ten inputs: "W has shape (1, num_inputs)".
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(min(num_inputs, 10), 1))
