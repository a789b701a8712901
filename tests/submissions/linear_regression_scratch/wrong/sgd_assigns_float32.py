# caught by: test_sgd_keeps_the_dtype
# misconception: makes_float32_of_float64
# Turns float64 parameters into float32.
def sgd(params, lr, batch_size):
    for param in params:
        param.data = (param.data - lr * param.grad / batch_size).float()
