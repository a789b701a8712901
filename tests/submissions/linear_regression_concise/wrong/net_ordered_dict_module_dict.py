# caught by: test_net_ordered_dict_is_sequential
# misconception: keeps_its_layers_in_a_mere_store
# Uses the container that finds layers by name but cannot be called.
def net_ordered_dict(num_inputs):
    return nn.ModuleDict(OrderedDict(flatten=nn.Flatten(), linear=nn.Linear(num_inputs, 1)))
