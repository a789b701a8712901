# caught by: test_net_positional_computes_the_linear_model
# misconception: forgets_the_bias
# Switches the bias off.
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(num_inputs, 1, bias=False))
