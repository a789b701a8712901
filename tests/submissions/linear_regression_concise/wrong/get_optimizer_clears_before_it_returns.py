# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: changes_the_network_at_once
# Makes the optimiser and tries it out.
def get_optimizer(net, lr):
    optimizer = optim.SGD(net.parameters(), lr=lr)
    optimizer.zero_grad(set_to_none=False)
    return optimizer
