# caught by: test_sgd_steps_against_the_gradient
# misconception: makes_float64_of_float32
# Turns float32 parameters into float64.
def sgd(params, lr, batch_size):
    for p in params:
        p.data = p.data.double() - lr * p.grad.double() / batch_size
