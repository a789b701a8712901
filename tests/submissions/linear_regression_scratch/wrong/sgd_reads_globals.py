# caught by: test_sgd_steps_against_the_gradient
# misconception: misspells_a_parameter
# Names its arguments differently from what it uses, and so reads the notebook's globals.
def sgd(params, learning_rate, batch):
    for param in params:
        param.data -= lr * param.grad / batch_size
