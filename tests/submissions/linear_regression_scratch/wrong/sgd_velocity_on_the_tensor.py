# caught by: test_sgd_remembers_nothing
# Keeps a velocity as an attribute of each parameter.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p.v = 0.9 * getattr(p, "v", 0) + p.grad / batch_size
            p -= lr * p.v
