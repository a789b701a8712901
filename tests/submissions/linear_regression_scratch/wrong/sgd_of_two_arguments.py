# caught by: test_sgd_steps_against_the_gradient
# misconception: later_edition
# Has no batch_size, because the loss is believed to be a mean.
def sgd(params, lr):
    with torch.no_grad():
        for param in params:
            param -= lr * param.grad
