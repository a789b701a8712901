# caught by: test_sgd_keeps_the_parameters_trainable
# Pops the parameters off the caller's list.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        while params:
            p = params.pop()
            p -= lr * p.grad / batch_size
