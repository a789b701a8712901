# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: adapts_the_step_to_each_parameter
# Divides by a running mean of the gradients.
def get_optimizer(net, lr):
    return torch.optim.RMSprop(net.parameters(), lr)
