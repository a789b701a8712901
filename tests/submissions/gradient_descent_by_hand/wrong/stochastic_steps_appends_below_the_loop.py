# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: notes_one_number_in_all
# The line that notes the weight is not indented far enough.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * 2 * x * (x * w - y)
    weights.append(w)
    return weights
