# caught by: test_sgd_steps_against_the_gradient
# misconception: divides_twice
# Divides by the batch size twice.
def sgd(params, lr, batch_size):
    lr = lr / batch_size
    for param in params:
        param.data -= lr * param.grad / batch_size
