# caught by: test_get_optimizer_is_a_torch_optimizer
# misconception: returns_no_optimiser
# Returns a function that takes a step, as sgd did.
def get_optimizer(net, lr):
    def step():
        with torch.no_grad():
            for p in net.parameters():
                p -= lr * p.grad
    return step
