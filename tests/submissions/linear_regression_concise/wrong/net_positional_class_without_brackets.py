# caught by: test_net_positional_computes_the_linear_model
# misconception: passes_a_class_for_a_layer
# Names the class of the layer and makes none.
def net_positional(num_inputs):
    return nn.Sequential(nn.Linear)
