# caught by: test_get_optimizer_is_a_torch_optimizer
# Switches the network to training mode.
def get_optimizer(net, lr):
    net.train()
    return optim.SGD(net.parameters(), lr=lr)
