# caught by: test_sgd_steps_against_the_gradient
# misconception: steps_on_a_tensor_of_its_own
# Updates a detached clone of each parameter.
def sgd(params, lr, batch_size):
    for param in params:
        p = param.detach().clone()
        p -= lr * param.grad / batch_size
