# caught by: test_sgd_steps_against_the_gradient
# misconception: divides_twice
# Divides the rate inside the loop, so that each parameter gets a smaller one.
def sgd(params, lr, batch_size):
    for param in params:
        lr = lr / batch_size
        param.data -= lr * param.grad
