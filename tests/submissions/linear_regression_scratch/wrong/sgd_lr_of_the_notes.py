# caught by: test_sgd_steps_against_the_gradient
# misconception: steps_with_fixed_numbers
# Overwrites the learning rate with the notes' own.
def sgd(params, lr, batch_size):
    lr = 0.03
    for param in params:
        param.data -= lr * param.grad / batch_size
