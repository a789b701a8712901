# caught by: test_sgd_remembers_nothing
# Keeps a velocity for each parameter from one call to the next.
velocity = {}


def sgd(params, lr, batch_size):
    for i, param in enumerate(params):
        velocity[i] = 0.9 * velocity.get(i, 0) + param.grad / batch_size
        param.data -= lr * velocity[i]
