# caught by: test_sgd_steps_against_the_gradient
# Writes the step as a factor, which divides by a parameter that may be zero.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params: p *= 1 - lr * p.grad / (batch_size * p)
