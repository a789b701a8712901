# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: changes_the_network_at_once
# Gives the network new start values on the way.
def get_optimizer(net, lr):
    for p in net.parameters():
        nn.init.normal_(p, 0, 0.01)
    return optim.SGD(net.parameters(), lr=lr)
