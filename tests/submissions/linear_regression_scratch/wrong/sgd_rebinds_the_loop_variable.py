# caught by: test_sgd_steps_against_the_gradient
# misconception: steps_on_a_tensor_of_its_own
# Binds a local name to the new value, so that the parameter itself never changes.
def sgd(params, lr, batch_size):
    for param in params:
        param = param - lr * param.grad / batch_size
