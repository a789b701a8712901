# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: notes_one_number_in_all
# Makes the list anew in every turn.
def gradient_descent(xs, ys, w, lr, epochs):
    for _ in range(epochs):
        costs = []
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
