# caught by: test_sgd_steps_against_the_gradient
# misconception: climbs
# Adds the step instead of subtracting it.
def sgd(params, lr, batch_size):
    for param in params:
        param.data += lr * param.grad / batch_size
