# caught by: test_sgd_steps_against_the_gradient
# Multiplies by the batch size instead of dividing.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad * batch_size
