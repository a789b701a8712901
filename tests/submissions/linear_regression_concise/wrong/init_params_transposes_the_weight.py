# caught by: test_init_params_keeps_parameters_trainable
# Gives the weight the shape (inputs, outputs).
def init_params(net):
    if isinstance(net, nn.Linear):
        net.weight.data = torch.normal(0.0, 0.01, (net.in_features, net.out_features), dtype=net.weight.dtype)
        net.bias.data.zero_()
