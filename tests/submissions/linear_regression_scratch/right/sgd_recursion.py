def sgd(params, lr, batch_size):
    if len(params) == 0:
        return
    head, *tail = params
    head.data -= lr * head.grad / batch_size
    sgd(tail, lr, batch_size)
