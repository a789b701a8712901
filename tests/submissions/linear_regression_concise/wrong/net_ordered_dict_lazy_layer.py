# caught by: test_net_ordered_dict_computes_the_linear_model
# misconception: uses_a_lazy_layer
# A lazy layer after the flattening, as in later editions of the book.
def net_ordered_dict(num_inputs):
    return nn.Sequential(OrderedDict([("flatten", nn.Flatten()), ("linear", nn.LazyLinear(1))]))
