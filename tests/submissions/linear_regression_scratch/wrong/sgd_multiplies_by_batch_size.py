# caught by: test_sgd_steps_against_the_gradient
# misconception: multiplies_by_batch_size
# Multiplies by the batch size instead of dividing.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad * batch_size
