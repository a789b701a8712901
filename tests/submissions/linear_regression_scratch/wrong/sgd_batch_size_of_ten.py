# caught by: test_sgd_steps_against_the_gradient
# misconception: divides_by_a_fixed_number
# Divides by the notes' batch size whatever it is given.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad / 10
