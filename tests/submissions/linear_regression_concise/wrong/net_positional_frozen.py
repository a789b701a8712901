# caught by: test_net_positional_computes_the_linear_model
# misconception: freezes_the_parameters
# Freezes the parameters, so that nothing can learn.
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear(num_inputs, 1)).requires_grad_(False)
