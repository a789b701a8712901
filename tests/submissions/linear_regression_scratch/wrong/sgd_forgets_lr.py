# caught by: test_sgd_steps_against_the_gradient
# misconception: forgets_lr
# Does not multiply by the learning rate.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= param.grad / batch_size
