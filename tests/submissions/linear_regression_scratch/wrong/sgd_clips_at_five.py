# caught by: test_sgd_steps_against_the_gradient
# Clips gradients at 5.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params: p -= lr * p.grad.clamp(-5, 5) / batch_size
