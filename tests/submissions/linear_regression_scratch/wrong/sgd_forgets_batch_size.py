# caught by: test_sgd_steps_against_the_gradient
# misconception: never_divides_by_batch_size
# Does not divide by the batch size.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad
