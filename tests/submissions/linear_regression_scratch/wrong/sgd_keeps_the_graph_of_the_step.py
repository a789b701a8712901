# caught by: test_sgd_keeps_the_parameters_trainable
# Makes each parameter the result of a computation, so that it is no leaf any more.
def sgd(params, lr, batch_size):
    for param in params:
        start = param.detach().clone().requires_grad_()
        grad = param.grad
        param.detach_().copy_(start - lr * grad / batch_size)
