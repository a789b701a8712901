# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: gives_the_parameters_new_values
# Gives the network new start values on the way.
def get_optimizer(net, lr):
    for p in net.parameters():
        nn.init.normal_(p, 0, 0.01)
    return optim.SGD(net.parameters(), lr=lr)
