# caught by: test_sgd_steps_against_the_gradient
# Has no loop and asks the list for .data and .grad.
def sgd(params, lr, batch_size):
    params.data -= lr * params.grad / batch_size
