# caught by: test_sgd_steps_against_the_gradient
# misconception: steps_along_the_parameter
# Subtracts a part of the parameter itself instead of its gradient.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.data / batch_size
