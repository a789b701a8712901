# caught by: test_net_add_module_computes_the_linear_model
# misconception: uses_a_lazy_layer
# Adds a layer that gets its weight from the first batch.
def net_add_module(num_inputs):
    chain = nn.Sequential()
    chain.register_module("linear", nn.LazyLinear(out_features=1))
    return chain
