# caught by: test_sgd_updates_every_parameter
# misconception: moves_only_some_parameters
# Steps after the loop, and so with the last parameter only.
def sgd(params, lr, batch_size):
    for param in params:
        step = lr * param.grad / batch_size
    param.data -= step
