# caught by: test_sgd_updates_every_parameter
# Leaves out parameters with more than two dimensions.
def sgd(params, lr, batch_size):
    for param in params:
        if param.dim() == 1:
            for i in range(param.shape[0]):
                param.data[i] -= lr * param.grad[i] / batch_size
        elif param.dim() == 2:
            for i in range(param.shape[0]):
                for j in range(param.shape[1]):
                    param.data[i, j] -= lr * param.grad[i, j] / batch_size
