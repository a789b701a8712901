# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: reads_the_net_of_the_notebook
# Looks after the notebook's net.
def get_optimizer(network, lr):
    return optim.SGD(net.parameters(), lr=lr)
