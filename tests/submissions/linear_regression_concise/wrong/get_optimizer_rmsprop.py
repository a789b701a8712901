# caught by: test_get_optimizer_steps_against_the_gradient
# Divides by a running mean of the gradients.
def get_optimizer(net, lr):
    return torch.optim.RMSprop(net.parameters(), lr)
