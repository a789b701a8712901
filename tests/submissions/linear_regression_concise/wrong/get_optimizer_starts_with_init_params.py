# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: changes_the_network_at_once
# Calls the exercise above, which belongs to the caller.
def get_optimizer(net, lr):
    def start(module):
        if hasattr(module, "weight"):
            nn.init.normal_(module.weight, std=0.01)

    net.apply(start)
    return optim.SGD(net.parameters(), lr=lr)
