# caught by: test_gradient_descent_returns_the_cost_after_every_step
# misconception: keeps_the_list_of_earlier_calls
# Forgets the empty list, and appends to that of the grid search.
def gradient_descent(xs, ys, w, lr, epochs):
    for _ in range(epochs):
        w -= lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    return w, costs
