# caught by: test_sgd_steps_against_the_gradient
# Moves the first row of each parameter only.
def sgd(params, lr, batch_size):
    for param in params:
        param.data[0] -= lr * param.grad[0] / batch_size
