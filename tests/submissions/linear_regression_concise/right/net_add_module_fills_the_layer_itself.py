def net_add_module(num_inputs):
    layer = nn.Linear(num_inputs, 1)
    with torch.no_grad():
        layer.weight.normal_(0, 0.01)
        layer.bias.fill_(0)
    net = nn.Sequential()
    net._modules["linear"] = layer
    return net
