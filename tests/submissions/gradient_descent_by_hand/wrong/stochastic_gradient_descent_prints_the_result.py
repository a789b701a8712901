# caught by: test_stochastic_gradient_descent_steps_after_every_sample
# misconception: returns_nothing
# Prints the weight of every epoch, and returns nothing.
def stochastic_gradient_descent(xs, ys, w, lr, epochs):
    for epoch in range(epochs):
        for x, y in zip(xs, ys):
            w = w - lr * 2 * x * (x * w - y)
        print(epoch, w, cost(xs, ys, w))
