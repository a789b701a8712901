# caught by: test_sgd_steps_against_the_gradient
# A rate of 0 is taken for no rate at all.
def sgd(params, lr, batch_size):
    lr = lr or 0.03
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
