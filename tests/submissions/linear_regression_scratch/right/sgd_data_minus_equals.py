def sgd(params, lr, batch_size):
    # the way of the notes
    for param in params:
        param.data -= lr * param.grad / batch_size
