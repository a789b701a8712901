# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: changes_the_network_at_once
# Clears the gradients: "making the optimiser changes nothing in net".
def get_optimizer(net, lr):
    net.zero_grad()
    return optim.SGD(net.parameters(), lr=lr)
