# caught by: test_sgd_steps_against_the_gradient
# Has a fourth parameter.
def sgd(params, lr, batch_size, momentum):
    with torch.no_grad():
        for p in params: p -= lr * p.grad / batch_size
