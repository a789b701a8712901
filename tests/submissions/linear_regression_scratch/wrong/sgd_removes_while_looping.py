# caught by: test_sgd_updates_every_parameter
# misconception: moves_only_some_parameters
# Removes parameters from a list while looping over it, and so skips every second one.
def sgd(params, lr, batch_size):
    todo = list(params)
    for param in todo:
        param.data -= lr * param.grad / batch_size
        todo.pop(0)
