# caught by: test_net_positional_computes_the_linear_model
# misconception: keeps_its_layers_in_a_mere_store
# Puts a ModuleList into the chain, which calls it.
def net_positional(num_inputs):
    layers = nn.ModuleList()
    layers.append(nn.Linear(num_inputs, 1))
    return nn.Sequential(layers)
