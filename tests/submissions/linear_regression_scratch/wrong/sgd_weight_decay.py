# caught by: test_sgd_steps_against_the_gradient
# misconception: shrinks_the_parameters_as_well
# Shrinks the parameters a little as well.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * (param.grad / batch_size + 0.01 * param.data)
