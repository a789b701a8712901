# caught by: test_sgd_updates_every_parameter
# misconception: moves_only_some_parameters
# Stops the range one too early.
def sgd(params, lr, batch_size):
    for i in range(len(params) - 1):
        params[i].data -= lr * params[i].grad / batch_size
