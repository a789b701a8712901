# caught by: test_get_optimizer_steps_against_the_gradient
# Rounds the rate to three decimals: a small one becomes 0.
def get_optimizer(net, lr):
    return optim.SGD(net.parameters(), lr=round(lr, 3))
