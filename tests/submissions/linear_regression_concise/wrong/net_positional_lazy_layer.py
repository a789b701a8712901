# caught by: test_net_positional_computes_the_linear_model
# misconception: uses_a_lazy_layer
# Leaves the number of inputs to the first batch, as later editions of the book do.
def net_positional(num_inputs):
    return nn.Sequential(nn.LazyLinear(1))
