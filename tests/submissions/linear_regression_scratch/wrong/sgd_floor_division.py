# caught by: test_sgd_steps_against_the_gradient
# misconception: rounds_down
# Uses integer division for the batch size.
def sgd(params, lr, batch_size):
    for param in params:
        param.data -= lr * param.grad // batch_size
