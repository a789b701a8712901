# caught by: test_sgd_updates_every_parameter
# misconception: moves_only_some_parameters
# Returns after the first parameter.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad / batch_size
        return params
