# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: passes_a_class_for_a_layer
# The flattening layer is never made.
def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict(flatten=nn.Flatten, linear=nn.Linear(num_inputs, 1)))
