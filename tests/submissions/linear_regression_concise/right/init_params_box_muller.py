import math

def init_params(net):
    if isinstance(net, nn.Linear):
        shape = net.weight.shape
        u, v = torch.rand(shape, dtype=torch.float64), torch.rand(shape, dtype=torch.float64)
        z = torch.sqrt(-2 * torch.log(1 - u)) * torch.cos(2 * math.pi * v)
        net.weight.data.copy_(0.01 * z)
        net.bias.data.fill_(0.0)
