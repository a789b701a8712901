# caught by: test_get_optimizer_updates_every_parameter
# Takes the parameters of linear layers: "every parameter p of net".
def get_optimizer(net, lr):
    layers = [m for m in net.modules() if isinstance(m, nn.Linear)]
    return optim.SGD([p for m in layers for p in m.parameters()], lr=lr)
