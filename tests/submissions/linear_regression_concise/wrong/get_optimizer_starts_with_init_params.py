# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: gives_the_parameters_new_values
# Calls the exercise above, which belongs to the caller.
def get_optimizer(net, lr):
    def start(module):
        if hasattr(module, "weight"):
            nn.init.normal_(module.weight, std=0.01)

    net.apply(start)
    return optim.SGD(net.parameters(), lr=lr)
