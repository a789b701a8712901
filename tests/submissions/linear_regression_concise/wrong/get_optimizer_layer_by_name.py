# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: picks_layers_by_hand
# Expects the layer called linear.
def get_optimizer(net, lr):
    layer = net.linear
    return optim.SGD(layer.parameters(), lr)
