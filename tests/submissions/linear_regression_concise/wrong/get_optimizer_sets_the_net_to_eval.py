# caught by: test_get_optimizer_is_a_torch_optimizer
# Sets the evaluation mode: "making the optimiser changes nothing in net".
def get_optimizer(net, lr):
    net.eval()
    return optim.SGD(net.parameters(), lr=lr)
