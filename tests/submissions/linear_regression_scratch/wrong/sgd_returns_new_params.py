# caught by: test_sgd_steps_against_the_gradient
# misconception: returns_new_parameters
# Returns new tensors and leaves the parameters as they were.
def sgd(params, lr, batch_size):
    return [p - lr * p.grad / batch_size for p in params]
