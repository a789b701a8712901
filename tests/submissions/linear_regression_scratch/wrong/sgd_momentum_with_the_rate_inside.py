# caught by: test_sgd_remembers_nothing
# Keeps the last step in a dictionary by parameter, and adds most of it to the next.
steps = {}

def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            steps[p] = 0.9 * steps.get(p, 0) + lr * p.grad / batch_size
            p -= steps[p]
