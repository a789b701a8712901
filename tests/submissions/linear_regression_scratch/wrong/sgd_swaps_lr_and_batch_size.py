# caught by: test_sgd_steps_against_the_gradient
# misconception: swaps_lr_and_batch_size
# Takes its arguments in another order than they are passed.
def sgd(params, batch_size, lr):
    for param in params:
        param.data -= lr * param.grad / batch_size
