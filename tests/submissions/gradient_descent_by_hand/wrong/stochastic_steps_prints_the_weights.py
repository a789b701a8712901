# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: returns_nothing
# Prints every weight.
def stochastic_steps(xs, ys, w, lr):
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y)
        print(w)
