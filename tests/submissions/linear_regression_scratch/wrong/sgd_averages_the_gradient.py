# caught by: test_sgd_steps_against_the_gradient
# misconception: gives_all_entries_the_same_step
# Moves all numbers of a parameter by the mean of their slopes.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad.mean() / batch_size
