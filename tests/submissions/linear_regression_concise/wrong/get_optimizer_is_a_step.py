# caught by: test_get_optimizer_steps_against_the_gradient
# misconception: changes_the_network_at_once
# Makes one step itself, as sgd did, and nothing that could make more.
def get_optimizer(net, lr):
    with torch.no_grad():
        for p in net.parameters():
            p -= lr * p.grad
