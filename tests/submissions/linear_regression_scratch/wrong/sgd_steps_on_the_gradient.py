# caught by: test_sgd_steps_against_the_gradient
# The step is taken away from the gradient, and not from the parameter.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params: p.grad -= lr * p.grad / batch_size
