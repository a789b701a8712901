# caught by: test_net_positional_computes_the_linear_model
# Divides the weight by its norm on every call.
def net_positional(num_inputs):
    return nn.Sequential(nn.utils.parametrizations.spectral_norm(nn.Linear(num_inputs, 1)))
