# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: notes_one_number_in_all
# The line that notes the cost is not indented far enough.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = w - lr * gradient(xs, ys, w)
    costs.append(cost(xs, ys, w))
    return w, costs
