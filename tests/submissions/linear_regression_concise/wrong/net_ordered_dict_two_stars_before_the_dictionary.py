# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: passes_the_layers_as_keywords
# Makes keywords of the names.
def net_ordered_dict(num_inputs):
    layers = {"flatten": nn.Flatten(), "linear": nn.Linear(num_inputs, 1)}
    return nn.Sequential(**layers)
