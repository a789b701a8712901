# caught by: test_sgd_steps_against_the_gradient
# Moves all numbers of a parameter by the mean of their slopes.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad.mean() / batch_size
