# caught by: test_sgd_updates_every_parameter
# misconception: expects_just_w_and_b
# Believes that there are always two parameters.
def sgd(params, lr, batch_size):
    w, b = params
    w.data -= lr * w.grad / batch_size
    b.data -= lr * b.grad / batch_size
