# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: writes_past_the_end_of_a_list
# Writes to costs[0], costs[1], ... of an empty list.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for i in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs[i] = cost(xs, ys, w)
    return w, costs
