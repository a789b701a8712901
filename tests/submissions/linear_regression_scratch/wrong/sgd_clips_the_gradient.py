# caught by: test_sgd_steps_against_the_gradient
# Clips every slope at 0.1.
def sgd(params, lr, batch_size):
    for param in params:
        g = torch.clamp(param.grad, -0.1, 0.1)
        param.data -= lr * g / batch_size
