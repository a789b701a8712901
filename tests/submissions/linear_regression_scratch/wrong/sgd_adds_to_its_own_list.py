# caught by: test_sgd_steps_against_the_gradient
# Calls add where a list has append.
def sgd(params, lr, batch_size):
    grads = []
    for p in params: grads.add(p.grad)
    with torch.no_grad():
        for p, g in zip(params, grads): p -= lr * g / batch_size
