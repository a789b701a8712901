# caught by: test_sgd_keeps_the_parameters_trainable
# misconception: turns_requires_grad_off
# Turns requires_grad off for the update and never on again.
def sgd(params, lr, batch_size):
    for param in params:
        param.requires_grad = False
        param -= lr * param.grad / batch_size
