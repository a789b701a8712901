# caught by: test_sgd_steps_against_the_gradient
# misconception: records_the_step
# Changes a leaf in place while autograd records, which raises an error.
def sgd(params, lr, batch_size):
    for param in params:
        param -= lr * param.grad / batch_size
