# caught by: test_sgd_steps_against_the_gradient
# Shrinks the parameters a little as well.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * (param.grad / batch_size + 0.01 * param.data)
