# caught by: test_sgd_steps_against_the_gradient
# Turns the gradient of a column into a row, which does not fit any more.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad.view(1, -1) / batch_size
