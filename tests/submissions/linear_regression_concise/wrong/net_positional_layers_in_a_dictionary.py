# caught by: test_net_positional_is_new_at_every_call
# misconception: shares_a_layer_between_networks
# Makes a new chain, but around the same layer as before.
layers = {}

def net_positional(num_inputs):
    layer = layers.setdefault(num_inputs, nn.Linear(num_inputs, 1))
    return nn.Sequential(layer)
