# caught by: test_sgd_steps_against_the_gradient
# misconception: uses_a_fixed_learning_rate
# Overwrites the learning rate with the notes' own.
def sgd(params, lr, batch_size):
    lr = 0.03
    for param in params:
        param.data -= lr * param.grad / batch_size
