# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: moves_some_layers_only; picks_layers_by_hand
# Takes the first part of a chain, and its two parameters.
def get_optimizer(net, lr):
    return optim.SGD([net[0].weight, net[0].bias], lr=lr)
