# caught by: test_sgd_steps_against_the_gradient
# misconception: steps_on_a_tensor_of_its_own
# Calculates the difference without keeping it, and clears the gradient.
def sgd(params, lr, batch_size):
    for p in params:
        p.data.sub(lr * p.grad / batch_size)
        p.grad.zero_()
