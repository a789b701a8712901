# caught by: test_sgd_remembers_nothing
# Makes the learning rate smaller with every call.
calls = 0


def sgd(params, lr, batch_size):
    global calls
    for param in params:
        param.data -= lr / (1 + 0.1 * calls) * param.grad / batch_size
    calls += 1
