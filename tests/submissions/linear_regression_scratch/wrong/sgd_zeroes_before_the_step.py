# caught by: test_sgd_steps_against_the_gradient
# misconception: zeroes_before_the_step
# Zeroes the gradient before using it.
def sgd(params, lr, batch_size):
    for param in params:
        param.grad.zero_()
        param.data -= lr * param.grad / batch_size
