# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: adapts_the_step_to_each_parameter
# Adapts the length of the step to each parameter.
def get_optimizer(net, lr):
    return optim.Adam(net.parameters(), lr=lr)
