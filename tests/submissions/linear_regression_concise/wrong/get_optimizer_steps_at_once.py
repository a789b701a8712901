# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: changes_the_network_at_once
# Takes the first step before it hands the optimiser out.
def get_optimizer(net, lr):
    optimizer = optim.SGD(net.parameters(), lr=lr)
    optimizer.step()
    return optimizer
