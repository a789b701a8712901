# caught by: test_net_add_module_computes_the_linear_model
# misconception: forgets_the_number_of_outputs
# Says how many numbers go in, and no more.
def net_add_module(num_inputs):
    net = nn.Sequential()
    net.add_module(name="linear", module=nn.Linear(in_features=num_inputs))
    return net
