# caught by: test_sgd_keeps_the_parameters_trainable
# misconception: leaves_autograd_off
# Switches autograd off for the step and never on again.
def sgd(params, lr, batch_size):
    torch.set_grad_enabled(False)
    for param in params:
        param -= lr * param.grad / batch_size
