# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: passes_something_else_for_a_layer
# Passes a plain dictionary, which Sequential does not take.
def net_ordered_dict(num_inputs):
    return nn.Sequential({"flatten": nn.Flatten(), "linear": nn.Linear(num_inputs, 1)})
