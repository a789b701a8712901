# caught by: test_sgd_steps_against_the_gradient
# Loops over the items of a dictionary.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for name, p in params.items(): p -= lr * p.grad / batch_size
