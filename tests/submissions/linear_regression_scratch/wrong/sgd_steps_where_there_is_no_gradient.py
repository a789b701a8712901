# caught by: test_sgd_steps_against_the_gradient
# Asks for a gradient that is None.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            if p.grad is None:
                p -= lr * p.grad / batch_size
