# caught by: test_sgd_steps_against_the_gradient
# A batch has 100 rows at most.
def sgd(params, lr, batch_size):
    batch_size = min(batch_size, 100)
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
