# caught by: test_sgd_steps_against_the_gradient
# misconception: leaves_torch_for_numpy
# Works on the memory behind the parameter, which torch does not hand out.
def sgd(params, lr, batch_size):
    for param in params:
        array = param.numpy()
        array -= lr * param.grad.numpy() / batch_size
