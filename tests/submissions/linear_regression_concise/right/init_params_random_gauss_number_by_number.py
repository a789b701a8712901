def init_params(net):
    if isinstance(net, nn.Linear):
        rows, columns = net.weight.shape
        values = [[random.gauss(0.0, 0.01) for _ in range(columns)] for _ in range(rows)]
        net.weight.data.copy_(torch.tensor(values))
        net.bias.data.copy_(torch.tensor([0.0] * rows))
