from torch.nn import init


def init_params(net):
    for m in net.modules():
        if isinstance(m, nn.Linear):
            init.normal_(m.weight, mean=0.0, std=0.01)
            init.constant_(m.bias, val=0)
