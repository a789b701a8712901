# caught by: test_net_add_module_computes_the_linear_model
# misconception: passes_a_class_for_a_layer
# Adds the class and not a layer.
def net_add_module(num_inputs):
    net = nn.Sequential()
    for name, layer in [("linear", nn.Linear)]:
        net.add_module(name, layer)
    return net
