# caught by: test_get_optimizer_updates_every_parameter
# Takes parameters of one or two axes: "every parameter p of net".
def get_optimizer(net, lr):
    return optim.SGD([p for p in net.parameters() if p.dim() in (1, 2)], lr=lr)
