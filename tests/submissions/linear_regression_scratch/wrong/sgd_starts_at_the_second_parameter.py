# caught by: test_sgd_steps_against_the_gradient
# misconception: moves_only_some_parameters
# Counts the parameters from 1.
def sgd(params, lr, batch_size):
    for i in range(1, len(params)):
        params[i].data -= lr * params[i].grad / batch_size
