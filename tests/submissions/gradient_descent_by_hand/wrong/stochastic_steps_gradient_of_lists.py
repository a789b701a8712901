# caught by: test_stochastic_steps_uses_the_gradient_of_each_sample
# misconception: multiplies_a_list
# Calls gradient with lists of one number.
def stochastic_steps(xs, ys, w, lr):
    weights = []
    for x, y in zip(xs, ys):
        w = w - lr * gradient([x], [y], w)
        weights.append(w)
    return weights
