# caught by: test_sgd_steps_against_the_gradient
# misconception: divides_by_the_length_of_something_else
# Divides by the number of rows of the parameter instead of the batch size.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad / len(param)
