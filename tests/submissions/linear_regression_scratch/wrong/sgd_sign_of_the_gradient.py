# caught by: test_sgd_steps_against_the_gradient
# Uses the direction of each slope only.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * torch.sign(param.grad) / batch_size
