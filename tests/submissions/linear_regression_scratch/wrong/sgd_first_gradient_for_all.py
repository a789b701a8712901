# caught by: test_sgd_steps_against_the_gradient
# Moves every parameter by the summed gradient of the first.
def sgd(params, lr, batch_size):
    g = params[0].grad.sum()
    for param in params:
        param.data -= lr * g / batch_size
