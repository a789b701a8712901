# caught by: test_net_add_module_computes_the_linear_model
# misconception: gives_add_module_a_text_for_a_layer
# Gives the layer first and its name second.
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module(nn.Linear(num_inputs, 1), "linear")
    return net
