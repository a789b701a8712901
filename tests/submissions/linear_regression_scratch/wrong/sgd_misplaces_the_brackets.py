# caught by: test_sgd_steps_against_the_gradient
# Subtracts the rate from the parameter before multiplying by the gradient.
def sgd(params, lr, batch_size):
    for param in params:
        param.data = (param.data - lr) * param.grad / batch_size
