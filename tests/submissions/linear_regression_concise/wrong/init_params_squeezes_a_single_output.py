# caught by: test_init_params_keeps_parameters_trainable
# The weight of a layer with one output loses an axis: "they keep shape".
def init_params(net):
    if isinstance(net, nn.Linear):
        w = net.weight
        w.data = torch.normal(0, 0.01, w.shape, dtype=w.dtype, device=w.device).squeeze()
        net.bias.data.zero_()
