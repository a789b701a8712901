# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: returns_nothing
# Makes the optimiser and does not return it.
def get_optimizer(net, lr):
    optimizer = optim.SGD(net.parameters(), lr=lr)
