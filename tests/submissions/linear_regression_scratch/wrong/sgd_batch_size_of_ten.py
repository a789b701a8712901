# caught by: test_sgd_steps_against_the_gradient
# misconception: steps_with_fixed_numbers
# Divides by the notes' batch size whatever it is given.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad / 10
