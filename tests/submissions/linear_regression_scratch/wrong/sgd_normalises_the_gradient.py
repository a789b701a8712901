# caught by: test_sgd_steps_against_the_gradient
# Divides the gradient by its length, so that all steps are equally long.
def sgd(params, lr, batch_size):
    for param in params:
        g = param.grad / param.grad.norm()
        param.data -= lr * g / batch_size
