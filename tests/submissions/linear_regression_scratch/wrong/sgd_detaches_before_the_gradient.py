# caught by: test_sgd_steps_against_the_gradient
# misconception: finds_no_gradient
# Detaches each parameter and then looks for the gradient of the copy.
def sgd(params, lr, batch_size):
    for param in params:
        param = param.detach()
        param -= lr * param.grad / batch_size
