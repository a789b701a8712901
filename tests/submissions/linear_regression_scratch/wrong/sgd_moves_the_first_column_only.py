# caught by: test_sgd_updates_every_parameter
# Takes every matrix for a column and moves its first column only.
def sgd(params, lr, batch_size):
    for param in params:
        if param.dim() > 1:
            param.data[:, 0] -= lr * param.grad[:, 0] / batch_size
        else:
            param.data -= lr * param.grad / batch_size
